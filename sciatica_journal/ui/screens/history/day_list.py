"""The list of all recorded days, newest first: fifty years of them scroll as fast as one."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from textual.content import Content
from textual.widget import Widget

from sciatica_journal.domain.legs import FURTHEST_POINTS
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.units import shown_distance, shown_duration
from sciatica_journal.services.history.looking_back import DaySummary
from sciatica_journal.ui.screens.history.line_list import LineList
from sciatica_journal.ui.screens.history.marks import (
    ON_WAKING,
    QUIET,
    rating_of,
    rating_text,
    run_mark,
    shade,
    word_marks,
)
from sciatica_journal.ui.screens.history.messages import LinesWanted
from sciatica_journal.ui.widgets.row import Part

AHEAD: Final = 60
"""How many lines above and below the screen are loaded with it."""

_KEPT: Final = 1500
_WIDE: Final = 56
_MIDDLE: Final = 40


def day_text(day: date, width: int) -> str:
    """Return a day as wide as the list allows: `Sun 22 Nov 2026`, `22 Nov 2026` or `22 Nov 26`."""
    if width >= _WIDE:
        return f"{day:%a} {day.day:2d} {day:%b %Y}"
    return f"{day.day:2d} {day:%b %Y}" if width >= _MIDDLE else f"{day.day:2d} {day:%b %y}"


class ListHead(Widget):
    """The names of the list's columns."""

    DEFAULT_CSS = """
    ListHead { height: 1; width: 1fr; color: $text-muted; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, *, light: bool) -> None:
        super().__init__()
        self._rating = "do" if light else "pain"

    def render(self) -> Content:
        """Return the names over their columns."""
        width = self.size.width - 2
        head = f" {'day':{len(day_text(date(2026, 3, 1), width))}}{self._rating:>4} "
        head += "reaches runs             note" if width >= _WIDE else "runs    note"
        return Content(head)


class DayList(LineList):
    """Recorded days by their ordinals. What is not loaded yet shows its date and is asked for."""

    def __init__(self, unit: str, *, light: bool) -> None:
        super().__init__(id="day-list")
        self._unit = unit
        self._light = light
        self._ordinals: list[int] = []
        self._loaded: dict[int, DaySummary | None] = {}
        self._wanted = False

    def show_days(self, ordinals: Sequence[int], chosen: date) -> None:
        """Show these days, newest first, with the cursor at the chosen one or the nearest before it."""
        self._ordinals = list(ordinals)
        self.show_count(len(self._ordinals))
        self.go_to_day(chosen)

    def add_days(self, ordinals: Sequence[int]) -> None:
        """Add days that are older than all shown."""
        self._ordinals += ordinals
        self.grow_to(len(self._ordinals))

    def forget(self) -> None:
        """Ask for everything again: the journal was changed."""
        self._loaded.clear()
        self.repaint()

    def fill(self, ordinals: Iterable[int], summaries: dict[date, DaySummary]) -> None:
        """Show the summaries of the days that were asked for."""
        if len(self._loaded) > _KEPT:
            self._loaded.clear()
        wanted = list(ordinals)
        for ordinal in wanted:
            self._loaded[ordinal] = summaries.get(date.fromordinal(ordinal))
        asked = set(wanted)
        for number in self.shown():
            if self._ordinals[number] in asked:
                self.repaint_entry(number)

    def missing(self) -> list[int]:
        """Return days to load: those on screen and around it, none if all on screen are there."""
        self._wanted = False
        shown = self.shown()
        if all(self._ordinals[number] in self._loaded for number in shown):
            return []
        around = self._ordinals[max(0, shown.start - AHEAD) : shown.stop + AHEAD]
        return [ordinal for ordinal in around if ordinal not in self._loaded]

    def day_of(self, number: int) -> date:
        """Return the day of an entry."""
        return date.fromordinal(self._ordinals[number])

    def go_to_day(self, day: date) -> None:
        """Put the cursor on a day, or on the nearest recorded before it."""
        if self._ordinals:
            self.go_to_entry(bisect_left(self._ordinals, -day.toordinal(), key=lambda ordinal: -ordinal))

    def lines(self, number: int, width: int) -> list[Content]:
        """Return the line of a day."""
        ordinal = self._ordinals[number]
        day = date.fromordinal(ordinal)
        if ordinal not in self._loaded:
            self._want_lines()
            return [Content.assemble((day_text(day, width), "$text-muted"))]
        return [Content.assemble(*self._parts(day, self._loaded[ordinal] or DaySummary(day), width))]

    def _want_lines(self) -> None:
        if not self._wanted:
            self._wanted = True
            self.post_message(LinesWanted())

    def _parts(self, day: date, summary: DaySummary, width: int) -> list[Part]:
        rating = rating_of(summary, self._light)
        parts: list[Part] = [
            day_text(day, width), " ",
            (_in_column(rating_text(summary, self._light)), f"bold{shade(self.app, rating, self._light)}"), " ",
        ]  # fmt: skip
        if width >= _WIDE:
            reached = "" if not summary.furthest else FURTHEST_POINTS[summary.furthest]
            amount = self._amount(summary)
            parts += [(f"{reached:8}", "$text-secondary"), (f"{run_mark(summary):4}{amount:9}", "$text-primary")]
        else:
            parts.append((f"{run_mark(summary):4}", "$text-primary"))
        quiet = QUIET if summary.uneventful and rating is not None else ""
        parts += [(f"{word_marks(summary)}{quiet}".ljust(4), "$text-primary"), one_line(summary.text)]
        return parts

    def _amount(self, summary: DaySummary) -> str:
        """Return how far a day's runs went, else how long they took."""
        if summary.distance_km:
            return shown_distance(summary.distance_km, self._unit)
        return shown_duration(summary.minutes) if summary.minutes else ""


def _in_column(rating: str) -> str:
    """Return a rating with its digits right-aligned and the place of the mark behind them."""
    number = rating.removesuffix(ON_WAKING)
    return f"{number:>2}{rating[len(number) :]:1}"
