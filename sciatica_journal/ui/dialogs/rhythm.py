"""How often to write: every day, every other day, once a week, not at all."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sciatica_journal.domain.tracking.rhythm import RHYTHMS
from sciatica_journal.services.tracking.words import tracking_words
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp


class RhythmDialog(Dialog[str]):
    """Answers with a rhythm; begins at the one of `now`."""

    HELP_PAGE: ClassVar[str] = "season"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "choose"), ("Esc", "leave"))

    def __init__(self, now: str) -> None:
        self.words = tracking_words("rhythm")
        self.now = now
        super().__init__(self.words["title"])

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what fewer notes mean, the choices, and the evidence with its limits."""
        yield Static(Content(self.words["detail"]), id="detail")
        yield PickList()
        yield Static()
        yield Prose(tracking_words("evidence")["text"])

    def on_mount(self) -> None:
        """Begin at the present rhythm."""
        choices = self.query_one(PickList)
        lines = [Content(self.words[name] + (" (now)" if name == self.now else "")) for name in RHYTHMS]
        choices.show(lines, RHYTHMS.index(self.now))
        self.begin(choices)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.leave(RHYTHMS[event.option_index])

    def action_confirm(self) -> None:
        """Answer with the marked line."""
        self.query_one(PickList).action_select()


def open_rhythm(app: "JournalApp") -> None:
    """Choose how often to write. From wherever one is."""
    start_worker(app.screen, partial(_open, app), exclusive=True, group="form")


async def _open(app: "JournalApp") -> None:
    from sciatica_journal.domain.errors import JournalError
    from sciatica_journal.services.tracking import rhythm

    try:
        now = await app.journal.call(rhythm.rhythm)
        chosen = await app.push_screen_wait(RhythmDialog(now.name))
        if chosen is not None and chosen != now.name:
            await app.journal.call(rhythm.set_rhythm, chosen)
            app.notify(tracking_words("done")[chosen], markup=False, timeout=8)
            await app.today_screen.reload()
    except JournalError as error:
        app.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=10)
