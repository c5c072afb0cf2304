"""The month: one cell a day, moved through by day, week and month."""

from calendar import Calendar
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from sciatica_journal.services.history.looking_back import DaySummary
from sciatica_journal.ui.screens.history.marks import OFF, TODAY, marks, rating_of, rating_text, shade
from sciatica_journal.ui.screens.history.messages import DayChosen, DayOpened
from sciatica_journal.ui.screens.history.months import other_month
from sciatica_journal.ui.widgets.row import Part

WEEK: Final = 7
WEEKS: Final = 6
HEAD: Final = 2
"""Lines above the weeks: the month's name and the weekdays."""

_HEAD_CELL: Final = 5
_WIDEST: Final = {1: 11, 2: 7}
_NAMES: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class MonthCalendar(Widget, can_focus=True):
    """A month of cells, two lines each where there is room. It shows what it is given and tells of moves.

    `chosen` is the day moved to; `light` shows function in place of pain.
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

    def __init__(self, week_starts: str, *, light: bool) -> None:
        super().__init__(id="calendar")
        self.chosen = self.today = date(1970, 1, 1)
        self.summaries: Mapping[date, DaySummary] = {}
        self.off: Collection[date] = ()
        self._first_weekday = 6 if week_starts == "sunday" else 0
        self._light = light

    def show_today(self, today: date) -> None:
        """Mark another day as today."""
        self.today = today
        self.refresh()

    def show(self, chosen: date, summaries: Mapping[date, DaySummary], off: Collection[date] = ()) -> None:
        """Show the month of the chosen day, with its days `off`; a move within it repaints two cells."""
        before, self.chosen = self.chosen, chosen
        if summaries is self.summaries and (before.year, before.month) == (chosen.year, chosen.month):
            if before != chosen:
                self.refresh(self._region(before), self._region(chosen))
            return
        self.summaries = summaries
        self.off = off
        self.refresh()

    def _region(self, day: date) -> Region:
        week = next(number for number, week in enumerate(self.weeks()) if day in week)
        weekday = (day.weekday() - self._first_weekday) % WEEK
        width, height = self.cell_width, self.cell_lines
        return Region(weekday * width, HEAD + week * height, width, height)

    def weeks(self) -> list[list[date]]:
        """Return the weeks of the month shown; days of other months fill the first and the last."""
        return Calendar(self._first_weekday).monthdatescalendar(self.chosen.year, self.chosen.month)

    @property
    def cell_lines(self) -> int:
        """Lines of a cell: two where six weeks of them fit."""
        return 2 if self.size.height >= HEAD + 2 * WEEKS else 1

    @property
    def cell_width(self) -> int:
        """Columns of a cell, with the gap after it."""
        return max(_HEAD_CELL, min(_WIDEST[self.cell_lines], self.size.width // WEEK))

    def render(self) -> Content:
        """Return the month."""
        lines = [self._title(), self._weekdays()]
        for week in self.weeks():
            for line in range(self.cell_lines):
                lines.append(Content.assemble(*[part for day in week for part in self._cell(day, line)]))
        return Content("\n").join(lines)

    def _title(self) -> Content:
        name = f"{self.chosen:%B} {self.chosen.year}"
        return Content.assemble(("‹ ", "$text-muted"), (name, "bold $text-primary"), (" ›", "$text-muted"))

    def _weekdays(self) -> Content:
        names = [_NAMES[(self._first_weekday + number) % WEEK] for number in range(WEEK)]
        return Content.assemble(*[(name.ljust(self.cell_width), "$text-muted") for name in names])

    def _cell(self, day: date, line: int) -> list[Part]:
        """Return one line of a day's cell and the gap after it."""
        width = self.cell_width
        if day.month != self.chosen.month:
            return [" " * width]
        texts = [text[:width] for text in self._texts(day)]
        text, body = texts[line], max(width - 1, *map(len, texts))
        parts: list[Part] = [(text.ljust(body), self._style(day, line)), " " * (width - body)]
        return parts

    def _texts(self, day: date) -> tuple[str, str]:
        summary = self.summaries.get(day)
        here = TODAY if day == self.today else " "
        head = f"{day.day:2d}{here}{rating_text(summary, self._light):2}"
        tail = marks(summary, self._light) if summary else OFF if day in self.off else ""
        return (head, tail) if self.cell_lines == 2 else (f"{head} {tail}".rstrip(), "")

    def _style(self, day: date, line: int) -> str:
        if day == self.chosen:
            return "bold reverse" if self.has_focus else "reverse"
        if day > self.today:
            return "$text-muted"
        rating = rating_of(self.summaries.get(day), self._light)
        weight = "bold" if line == 0 and (rating is not None or day == self.today) else ""
        return f"{weight} $foreground{shade(self.app, rating, self._light)}".strip()

    def on_focus(self) -> None:
        """Show that the arrows move here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the arrows move elsewhere."""
        self.refresh()

    def action_move(self, days: int) -> None:
        """Go days on or back."""
        self.post_message(DayChosen(self.chosen + timedelta(days=days)))

    def action_month(self, step: int) -> None:
        """Go to the same day of another month."""
        self.post_message(DayChosen(other_month(self.chosen, step)))

    def action_today(self) -> None:
        """Go to today."""
        self.post_message(DayChosen(self.today))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel goes through the months."""
        event.stop()
        self.action_month(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel goes through the months."""
        event.stop()
        self.action_month(-1)

    def on_click(self, event: events.Click) -> None:
        """A click chooses a day, one more opens it; beside the month's name it goes to the other month."""
        event.stop()
        inner = event.get_content_offset(self)
        if inner is None:
            return
        if inner.y == 0:
            end = len(self._title().plain)
            if inner.x < 2 or end - 2 <= inner.x < end:
                self.action_month(-1 if inner.x < 2 else 1)
            return
        day = self.day_at(inner.x, inner.y)
        if day is not None:
            self.post_message(DayOpened(day) if day == self.chosen else DayChosen(day))

    def day_at(self, x: int, y: int) -> date | None:
        """Return the day whose cell is at that place, None where there is none."""
        week, weekday = (y - HEAD) // self.cell_lines, x // self.cell_width
        weeks = self.weeks()
        if y < HEAD or week >= len(weeks) or not 0 <= weekday < WEEK:
            return None
        day = weeks[week][weekday]
        return day if day.month == self.chosen.month else None
