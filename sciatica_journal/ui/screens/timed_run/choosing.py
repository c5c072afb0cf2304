"""Choosing what to time, where no step of a ladder says it: as long as one likes, or walking and running in turns."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.amounts import parse_distance, parse_minutes
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.running.intervals import RUN, WALK, Interval, Intervals
from sciatica_journal.domain.units import clock_minutes
from sciatica_journal.services.running.guard import jump_line
from sciatica_journal.services.running.planning import Planned, plan_of
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.messages import FieldChanged, RowLeft, TextEdited
from sciatica_journal.ui.screens.timed_run.words import plan_text
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.row import Part, ValueRow

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen

BY_TURNS: Final = "turns"
_KINDS: Final = {WALK: "walk", RUN: "run", BY_TURNS: "by turns"}


class ChooseIntervalsDialog(Dialog[Intervals]):
    """Answers with intervals. While a red flag is open (`caution`) there is walking only."""

    HELP_PAGE: ClassVar[str] = "timer"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("save", "go on"), ("↵", "next"), ("Esc", "leave"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "next", show=False)]

    def __init__(self, planned: Planned, day: date, unit: str) -> None:
        super().__init__("Time a walk or a run")
        self.planned = planned
        self.day = day
        self.unit = unit

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the kind, the minutes, the distance that is planned."""
        if self.planned.caution:
            yield Static(Content.styled(f"! {self.planned.caution}", "bold $text-error"))
        elif self.planned.standing:
            yield Static(Content.styled(self.planned.standing, "$text-muted"))
        kinds = {WALK: "walk"} if self.planned.caution else _KINDS
        yield ChoiceRow("kind", "What", kinds, optional=False)
        yield Labelled("Minutes", FormLine("minutes", "empty: as long as you like"))
        yield Labelled("Walk", FormLine("walk", "minutes, such as 4 or 4:30"))
        yield Labelled("Run", FormLine("run", "minutes, such as 1 or 0:30"))
        yield Labelled("Times", FormLine("times", "how often, such as 6"))
        yield Labelled("Distance", FormLine("distance", f"{self.unit}, if you have one in mind"))
        yield Static(id="plan", classes="heading")

    def on_mount(self) -> None:
        """Begin at the kind: a walk where running is not open."""
        kind = self.query_one("#kind", ChoiceRow)
        kind.value = WALK if self.planned.caution or self.planned.standing else RUN
        self._show()
        self.begin(kind)

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", FormLine).value.strip()

    @property
    def _kind(self) -> str:
        return str(self.query_one("#kind", ChoiceRow).value)

    @on(FieldChanged)
    @on(TextEdited)
    def _changed(self, message: FieldChanged | TextEdited) -> None:
        message.stop()
        self.say("")
        self._show()

    def _show(self) -> None:
        """Show the fields of the kind, what it comes to, and a jump in distance."""
        turns = self._kind == BY_TURNS
        for name in ("minutes", "walk", "run", "times"):
            field = self.query_one(f"#{name}").parent
            if isinstance(field, Widget):
                field.display = turns == (name != "minutes")
        try:
            words = plan_text(self._intervals())
        except InvalidValue:
            words = ""
        jump = self._jump()
        parts: list[Part] = [f" {words}", (f"\n ! {jump}" if jump else "", "$text-warning")]
        self.query_one("#plan", Static).update(Content.assemble(*parts))

    def _jump(self) -> str:
        try:
            km = parse_distance(self._text("distance"), self.unit)
        except InvalidValue:
            return ""
        return jump_line(km, self.day, self.planned.before, self.unit) if self._kind != WALK and km > 0 else ""

    def _intervals(self) -> Intervals:
        """Return the intervals. Raises InvalidValue."""
        if self._kind != BY_TURNS:
            minutes = self._minutes("minutes") if self._text("minutes") else 0.0
            return Intervals((Interval(self._kind, minutes),))
        times = self._text("times") or "1"
        if not times.isdecimal() or not times.isascii() or len(times) > 3:
            raise InvalidValue(f"“{times}” is not a number of times.", "Write it as 6.")
        parts = (Interval(WALK, self._minutes("walk")), Interval(RUN, self._minutes("run")))
        return Intervals(parts, int(times))

    def _minutes(self, name: str) -> float:
        text = self._text(name)
        if not text:
            raise InvalidValue(f"The minutes to {name} are missing.", "Write them as 4 or 4:30.")
        clock = clock_minutes(text)  # seconds as typed: as minutes with two decimals, 0:05 would be 4.8 s
        minutes = parse_minutes(text) if clock is None else clock
        if minutes <= 0:
            raise InvalidValue(f"“{text}” is not a time to {name}.", "Write it as 4 or 4:30.")
        return minutes

    def stops(self) -> Sequence[Widget]:
        """Return the fields that are shown, in order."""
        found = self.query("ValueRow, FormLine").results(Widget)
        return [each for each in found if isinstance(each, ValueRow) or (each.parent and each.parent.display)]

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self._move(message.step)

    def _move(self, step: int) -> bool:
        return self.go_to_neighbour(self.stops(), step)

    def entered(self) -> None:
        """Go to the next field."""
        self.action_next()

    def action_next(self) -> None:
        """Go to the next field; from the last one, go on."""
        if not self._move(1):
            self.action_confirm()

    def action_confirm(self) -> None:
        """Answer with the intervals; what are none is told."""
        try:
            intervals = self._intervals()
        except InvalidValue as error:
            self.say(str(error), wrong=True)
            return
        self.leave(intervals)


async def choose_intervals(screen: "TimedRunScreen") -> Intervals | None:
    """Ask what to time; None where nothing is to be."""
    session = screen.journal_app.journal.session
    planned = await screen.ask(plan_of, session.today())
    if planned is None:
        return None
    dialog = ChooseIntervalsDialog(planned, session.today(), session.settings.units)
    answer: Intervals | None = await screen.app.push_screen_wait(dialog)
    return answer
