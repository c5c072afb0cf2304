"""The month: one cell a day, moved through by day, week and month."""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from sciatica_journal.services.looking_back import DaySummary
from sciatica_journal.ui.screens.history.marks import TODAY, marks, rating_of, rating_text, shade
from sciatica_journal.ui.screens.history.messages import DayChosen, DayOpened
from sciatica_journal.ui.screens.history.months import month_start, other_month
from sciatica_journal.ui.widgets.row import Part

WEEK: Final = 7
WEEKS: Final = 6
_HEAD: Final = 2
_WIDEST: Final = 7
_NARROWEST: Final = 5
_NAMES: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class MonthCalendar(Widget, can_focus=True):
    """A month of cells, two lines each where there is room. It shows what it is given and tells of moves.

    `chosen` is the day moved to, never after `today`; `light` shows function in place of pain.
    """

    DEFAULT_CSS = """
    MonthCalendar { height: 14; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", show=False),
        Binding("right,l", "move(1)", show=False),
        Binding("up,k", f"move({-WEEK})", show=False),
        Binding("down,j", f"move({WEEK})", show=False),
        Binding("pageup", "month(-1)", show=False),
        Binding("pagedown", "month(1)", show=False),
        Binding("home", "today", show=False),
    ]

    chosen: reactive[date] = reactive(date(1970, 1, 1))
    today: reactive[date] = reactive(date(1970, 1, 1))
    summaries: reactive[Mapping[date, DaySummary]] = reactive(dict, always_update=True)

    def __init__(self, week_starts: str, light: bool) -> None:
        super().__init__(id="calendar")
        self._first_weekday = 6 if week_starts == "sunday" else 0
        self._light = light

    @property
    def _weeks(self) -> list[list[date]]:
        return Calendar(self._first_weekday).monthdatescalendar(self.chosen.year, self.chosen.month)

    @property
    def _cell(self) -> int:
        return max(_NARROWEST, min(_WIDEST, self.size.width // WEEK))

    @property
    def _lines(self) -> int:
        return 2 if self.size.height >= _HEAD + 2 * WEEKS else 1

    def render(self) -> Content:
        """Return the month: its name, the weekdays, the weeks."""
        lines = [self._title(), self._weekdays()]
        for week in self._weeks:
            lines.append(self._line(self._upper, week))
            if self._lines == 2:
                lines.append(self._line(self._lower, week))
        return Content("\n").join(lines)

    def _title(self) -> Content:
        return Content.assemble(
            ("‹ ", "$text-muted"), (f"{self.chosen:%B} {self.chosen.year}", "bold"), (" ›", "$text-muted")
        )

    def _weekdays(self) -> Content:
        names = [_NAMES[(self._first_weekday + number) % WEEK] for number in range(WEEK)]
        return Content.assemble(*[(name.ljust(self._cell), "$text-muted") for name in names])

    def _line(self, half: "type[Half] | Half", week: list[date]) -> Content:
        raise NotImplementedError
