"""The thirty-second check: plain questions, each answered by one key, then strength left and right."""

from collections.abc import Iterable
from typing import Any, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.care.check import MOST_RAISES, Check
from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.signs.in_checks import ITEM_NAMES
from sciatica_journal.services.safety import checks
from sciatica_journal.services.safety.checking import Plan, with_answers
from sciatica_journal.services.safety.notice import number_of
from sciatica_journal.services.safety.wording import asking_words
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.safety.check_row import CheckRow
from sciatica_journal.ui.messages import FieldChanged, RowLeft
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.number_row import NumberRow
from sciatica_journal.ui.widgets.row import Row, ValueRow

OPTIONAL: Final = frozenset({"sexual"})
"""Asked plainly, and never asked for twice."""

_WALKS: Final = {"yes": "yes", "hard": "hard", "no": "no"}
_SIDES: Final = {"left": "L", "right": "R"}
_SHORT: Final = {"heel_walk": "Heels", "toe_walk": "Toes", "calf_raises": "Raises"}


class CheckDialog(Dialog[Check]):
    """Answers with the check to keep. An answer that may be urgent is kept and met at once, before the next one."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("safety")]
    HELP_PAGE: ClassVar[str] = "check"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("0", "no to the rest"), ("save", "keep"), ("Esc", "leave"), ("↵", "next"),
    )  # fmt: skip
    CLICKS: ClassVar[dict[str, str]] = {**Dialog.CLICKS, "0": "screen.all_no"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "all_no", show=False),
        Binding("enter", "next", show=False),
    ]

    def __init__(self, plan: Plan) -> None:
        self.words = asking_words("check")
        title = self.words["title_short" if plan.is_short else "title"]
        super().__init__(f"{title} · {short_day(plan.check.date)}")
        self.plan = plan
        self.check = plan.check
        self._insisted = False

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what to do if it is urgent, the questions, and the tests of strength."""
        if self.plan.urgent:
            number = number_of(self.journal_app.journal.session)
            first = self.words["first"].replace("{emergency}", number).replace("{count}", str(self.plan.urgent))
            yield Static(Content(first), classes="check-first")
        sentences = asking_words("items")
        for item in self.plan.items:
            yield CheckRow(item, self._with_known(item, sentences[item]))
        yield from self._compose_strength()

    def _with_known(self, item: str, sentence: str) -> str:
        places = self.plan.known.get(item, "").removesuffix(".")
        return f"{sentence} {self.words['known'].replace('{places}', places)}" if places else sentence

    def _compose_strength(self) -> Iterable[Widget]:
        if self.plan.hard_run and not self.plan.strength:
            yield Static(Content(self.words["no_strength_hard"]), classes="heading check-heading")
        elif self.plan.strength:
            words = self.words["repeat" if self.plan.repeat else "strength"]
            yield Static(Content(words), classes="heading check-heading")
        for test in self.plan.strength:
            for side, letter in _SIDES.items():
                yield self._test_row(test, side, f"{_SHORT[test]} {letter}")

    def _test_row(self, test: str, side: str, label: str) -> ValueRow:
        name = f"{test}_{side}"
        if test != "calf_raises":
            return ChoiceRow(name, label, _WALKS, moves_on=True)
        raises = self.words["raises"]
        return NumberRow(
            name, label, highest=MOST_RAISES, step=1, whole=True, empty=raises,
            shown=lambda count: f"{count:g} {raises}",
        )  # fmt: skip

    def on_mount(self) -> None:
        """Show what was answered today already, and begin with what was not."""
        rows = self._rows
        for row in rows:
            row.set_reactive(ValueRow.value, self._known(row.field))
            row.watch_value()
        self.begin(next((row for row in rows if row.value is None), rows[0]) if rows else self)

    def _known(self, name: str) -> Any:
        return self.check.answers.get(name) if name in self.plan.items else getattr(self.check, name)

    @property
    def _rows(self) -> list[ValueRow]:
        return list(self.query(ValueRow))

    # -- answers -----------------------------------------------------------------------------------

    @on(FieldChanged)
    async def _changed(self, message: FieldChanged) -> None:
        """Keep an answer that is not "no" at once, and let its notice come before the next question."""
        message.stop()
        self._insisted = False
        self.say("")
        if message.value in {None, "no", "yes"} and message.field in self.plan.items:
            return
        if message.value in {"more", "new", "unsure", "usual", "hard", "no"}:
            await self._keep()

    async def _keep(self) -> None:
        self.check = self._filled()
        notices = await self.ask(checks.save_check, self.check)
        if notices:
            self.journal_app.answer_notices(notices)

    def _filled(self) -> Check:
        items = {row.field: str(row.value) for row in self._rows if row.field in self.plan.items and row.value}
        tests = {row.field: row.value for row in self._rows if row.field not in self.plan.items}
        return with_answers(self.check, items, tests)

    def action_all_no(self) -> None:
        """Answer no to every question that has no answer yet, and go on to the strength."""
        for row in self._rows:
            if row.field in self.plan.items and row.value is None:
                row.value = "no"
        self.say("")
        rest = [row for row in self._rows if row.value is None]
        if rest:
            self.set_focus(rest[0])
        elif self._rows:
            self.set_focus(self._rows[-1])

    # -- moving ------------------------------------------------------------------------------------

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self._move(message.step)

    def _move(self, step: int) -> bool:
        return self.go_to_neighbour(list(self.query(Row)), step)

    def action_next(self) -> None:
        """Go to the next question; from the last one, keep the check."""
        if not self._move(1):
            self.action_confirm()

    # -- leaving -----------------------------------------------------------------------------------

    def action_confirm(self) -> None:
        """Answer with the check; what was not answered is said once."""
        missing = [row for row in self._rows if row.field in self.plan.items and row.value is None]
        asked = [row for row in missing if row.field not in OPTIONAL]
        if all(row.value is None for row in self._rows):
            self.say(self.words["nothing"], wrong=True)
        elif asked and not self._insisted:
            self._insisted = True
            names = ", ".join(ITEM_NAMES[row.field] for row in asked)
            self.set_focus(asked[0])
            self.say(self.words["missing"].replace("{items}", names), wrong=True)
        else:
            self.leave(self._filled())
