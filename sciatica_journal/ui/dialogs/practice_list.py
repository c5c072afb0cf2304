"""All practices to choose from, by group; those that are closed now say why."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sciatica_journal.domain.practices.practice import Practice
from sciatica_journal.services.guide.practice_gates import NOT_AGREED, OpenPractices
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.pick_list import PickList

WITHDRAW: Final = "withdraw"
"""What the dialog answers where the deep practices are to be closed again."""

_GROUPS: Final = {"daily": "Light, any day", "weekly": "About once a week", "deep": "Deeper, by choice"}
_TITLE_WIDTH: Final = 27
_GRADE_AT: Final = _TITLE_WIDTH + 10
"""Column of the grades, under the one heading that names them."""


class PracticeListDialog(Dialog[str]):
    """Answers with a practice's id, open or behind the cautions. `on` is the one to begin at."""

    HELP_PAGE: ClassVar[str] = "reflection"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↵", "take it"), ("v", "about it"), ("Esc", "leave"), ("w", "close the deeper ones again"),
    )  # fmt: skip
    CLICKS: ClassVar[dict[str, str]] = {**Dialog.CLICKS, "↵": "screen.save", "v": "screen.about"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "about", show=False),
        Binding("w", "withdraw", show=False),
    ]

    def __init__(self, found: OpenPractices, on: str = "") -> None:
        super().__init__("Practices")
        self.found = found
        self.on = on
        self._lines: list[Practice | str] = []
        for group, title in _GROUPS.items():
            self._lines.append(title if self._lines else f"{title.ljust(_GRADE_AT)}evidence")
            ordered = sorted(found.practices, key=lambda one: (one.turn, one.number))
            self._lines += [one for one in ordered if one.group == group]

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what the day has to say, the list, and how the deep ones are closed again."""
        if self.found.notice is not None:
            title, text = self.found.notice
            yield Static(Content.assemble((title, "bold $text-accent"), "\n", text), classes="notice")
        picks = PickList(id="practices")
        picks.set_class(self.found.notice is not None, "-noticed")
        yield picks
        if self.found.agreed is not None:
            words = f"Cautions agreed on {self.found.agreed}. "
            yield Static(
                Content.assemble(
                    (words, "$text-muted"), ("w", "bold $text-accent"),
                    (" closes the deeper ones again", "$text-muted @click=screen.withdraw"),
                ),
                classes="withdraw",
            )  # fmt: skip

    def on_mount(self) -> None:
        """Begin at the practice one was at."""
        picks = self.query_one(PickList)
        ids = [one.id if isinstance(one, Practice) else "" for one in self._lines]
        at = ids.index(self.on) if self.on in ids and self.on else 1
        picks.show([one if isinstance(one, str) else self._line(one) for one in self._lines], at)
        self.begin(picks)

    def _line(self, practice: Practice) -> Content:
        why = self.found.gates.closed.get(practice.id)
        title = practice.title.ljust(_TITLE_WIDTH)
        if why:
            return Content.assemble((title, "$text-muted"), (f"closed: {why}", "$text-muted italic"))
        minutes = f"{practice.minutes:>2} min  "
        return Content.assemble((title, "$foreground"), (minutes, "$text-muted"), (practice.evidence, "$text-muted"))

    @property
    def _marked(self) -> Practice | None:
        at = self.query_one(PickList).highlighted
        found = self._lines[at] if at is not None else None
        return found if isinstance(found, Practice) else None

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        practice = self._lines[event.option_index]
        if not isinstance(practice, Practice):
            return
        why = self.found.gates.closed.get(practice.id, "")
        if why and why != NOT_AGREED:
            self.say(f"{practice.title} is closed now: {why}.")
        else:
            self.leave(practice.id)

    def action_confirm(self) -> None:
        """Take the marked one."""
        self.query_one(PickList).action_select()

    def action_about(self) -> None:
        """Show the marked practice whole."""
        if self._marked is not None:
            from sciatica_journal.ui.dialogs.practice import PracticeDialog

            self.app.push_screen(PracticeDialog(self._marked))

    def action_withdraw(self) -> None:
        """Close the deep practices again."""
        if self.found.agreed is not None:
            self.leave(WITHDRAW)
