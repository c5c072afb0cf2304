"""The two monthly sliders on what pain means to oneself, beside the pain of each month."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.tracking.beliefs import ITEMS, Month
from sciatica_journal.services.tracking.words import tracking_words
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.widgets.rating_row import RatingRow

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp

OFFER: Final = "beliefs"
NEVER: Final = "never"
_BAR: Final = 10
_MONTH: Final = 9


class BeliefsDialog(RecordForm[Reading | str]):
    """Asks the two sliders and shows the months. Answers with the reading, or NEVER where it is not wanted again."""

    HELP_PAGE: ClassVar[str] = "season"
    FIRST: ClassVar[str] = "harm"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("save", "keep"),
        ("^x", "never offer it again"),
        ("Esc", "leave"),
        ("↵", "next"),
    )
    CLICKS: ClassVar[dict[str, str]] = {
        "save": "screen.save", "^x": "screen.never", "Esc": "screen.cancel", "F1": "screen.help",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+x", "never", show=False)]

    def __init__(self, reading: Reading, months: Sequence[Month]) -> None:
        self.words = tracking_words("beliefs")
        self.months = months
        super().__init__("", reading, {}, new=True, draft="beliefs")
        self.dialog_title = self.words["title"]
        self.initial = {item: str(reading.answers[item]) for item in ITEMS if item in reading.answers}
        self.reading = reading

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose both sliders under their sentences, then the months."""
        yield Static(Content(self.words["detail"]), classes="heading")
        for item in ITEMS:
            yield Static(Content(f" {self.words[item]}"), classes="belief")
            yield RatingRow(item, self.words[f"{item}_label"], hint=self.words["scale"])
        yield Static(Content(f" {self.words['scale']}"), classes="heading")
        yield Static(Content(f"\n {self.words['chart']}"), classes="heading")
        yield Chart(self.months, self.words)

    def build(self, typed: dict[str, str]) -> Reading | str | None:
        """Return the reading; without an answer there is none."""
        answers = dict(self.reading.answers)
        for item, text in typed.items():
            if text:
                answers[item] = int(text)
            else:
                answers.pop(item, None)
        return replace(self.reading, answers=answers) if typed and answers else None

    def action_never(self) -> None:
        """Answer that it is not to be offered again."""
        self.leave(NEVER)


class Chart(Static):
    """A line a month: the mean worst pain and both sliders, each as a number and, where it fits, a bar."""

    def __init__(self, months: Sequence[Month], words: dict[str, str]) -> None:
        super().__init__(classes="beliefs-chart")
        self.months = months
        self.words = words

    def render(self) -> Content:
        """Return the lines for the width."""
        return Content("\n".join(chart_lines(self.months, self.words, self.size.width)))


def chart_lines(months: Sequence[Month], words: dict[str, str], width: int) -> list[str]:
    """Return the months as lines of at most `width` columns, or one that says that there is nothing yet."""
    if not months:
        return [f" {words['nothing']}"]
    bar = _BAR if width >= _MONTH + 3 * (_BAR + 7) else _BAR // 2
    head = " " * _MONTH + "".join(name.ljust(bar + 7) for name in ("Pain", words["harm_label"], words["fear_label"]))
    rows = [
        f" {month.first:%b %Y}".ljust(_MONTH + 1)[: _MONTH]
        + _cell(month.pain, bar, ".1f") + _cell(month.harm, bar, "d") + _cell(month.fear, bar, "d")
        for month in months
    ]  # fmt: skip
    return [line.rstrip() for line in (head, *rows)]


def _cell(value: float | None, bar: int, form: str) -> str:
    if value is None:
        return "   ·".ljust(bar + 7)
    filled = round(value * bar / 10)
    return f"{value:>4{form}} {'█' * filled}{'░' * (bar - filled)}  "


def open_beliefs(app: "JournalApp") -> None:
    """Answer the two sliders. From wherever one is."""
    start_worker(app.screen, partial(_open, app), exclusive=True, group="form")


async def _open(app: "JournalApp") -> None:
    from sciatica_journal.domain.errors import JournalError
    from sciatica_journal.services.entries.drafting import discard_draft
    from sciatica_journal.services.measures import beliefs
    from sciatica_journal.services.offers.offering import never_again

    words = tracking_words("beliefs")
    try:
        reading = await app.journal.call(beliefs.today_s)
        dialog = BeliefsDialog(reading, await app.journal.call(beliefs.beside_pain))
        answer = await app.push_screen_wait(dialog)
        if answer == NEVER:
            await app.journal.call(never_again, OFFER)
            app.notify(words["never"], markup=False, timeout=6)
        elif isinstance(answer, Reading):
            await app.journal.call(beliefs.keep, answer)
            app.notify(words["saved"], markup=False, timeout=4)
        if answer is not None:
            await app.journal.call(discard_draft, dialog.draft)
    except JournalError as error:
        app.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=10)
