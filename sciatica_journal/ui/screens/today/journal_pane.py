"""The journal pane: yesterday's answer first, then the day, the body, the runs and the note."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.text import one_line
from sciatica_journal.services.entries.days import DayView
from sciatica_journal.ui.screens.today.responses import ResponseRow, waiting_row
from sciatica_journal.ui.screens.today.rows import (
    factors_parts,
    moment_parts,
    painkillers_row,
    run_parts,
    run_tail,
    sleep_row,
    spots_parts,
)
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.leg_row import LegRow
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.rating_row import RatingRow
from sciatica_journal.ui.widgets.row import Part, Row, ValueRow
from sciatica_journal.ui.widgets.sensation_row import SensationRow
from sciatica_journal.ui.widgets.writing import WritingArea, WritingLine

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.safety_row import SafetyLines


class JournalPane(VerticalScroll, can_focus=False):
    """The left pane. It shows a DayView and tells of every change by message."""

    def __init__(self, unit: str, keys: Mapping[str, str]) -> None:
        super().__init__(id="journal-pane", classes="pane")
        self.unit = unit
        self.keys = keys
        self.border_title = "Journal"
        self._lists: dict[str, tuple[object, ...]] = {}
        self.safety: SafetyLines | None = None
        """The quiet line about safety, once the first day is painted."""

    def compose(self) -> ComposeResult:
        """Compose all rows once; showing a day fills them."""
        yield Vertical(id="asked", classes="list")
        yield Labelled("Did", WritingLine("did", "what the day held"))
        yield RatingRow("function", "Function", hint="0 none, 10 all that mattered was possible")
        yield _spaced(LegRow("leg_left", "Leg L"))
        yield LegRow("leg_right", "Leg R")
        yield SensationRow()
        yield from self._full_rows()
        yield Vertical(id="runs", classes="list spaced")
        yield self._add_row("Runs", "add-run", "+ add a run or walk", "add_run")
        yield Vertical(id="moments", classes="list")
        yield self._add_row("Moments", "add-moment", "+ add a moment", "add_moment")
        yield _spaced(Labelled("Note", WritingArea("note")))
        yield Static(id="lines")

    def _add_row(self, label: str, name: str, words: str, command: str) -> OpenRow:
        return OpenRow(label, name, [(words, "$text-muted"), (f"  {self.keys[command]}", "bold $text-accent")])

    def _full_rows(self) -> Iterable[Widget]:
        rows = (
            _spaced(RatingRow("pain_morning", "Morning", hint="pain on waking, 10 the worst imaginable")),
            RatingRow("pain_worst", "Worst", hint="pain today, 10 the worst imaginable"),
            OpenRow("Spots", "spots", [], hint="↵ places on the body", empty="where on the body"),
            _spaced(sleep_row()),
            RatingRow("sleep_quality", "Quality", hint="how well you slept, 10 best"),
            painkillers_row(),
            OpenRow("Factors", "factors", [], hint="↵ anything else you count", empty="coffee, sitting, ..."),
        )
        for row in rows:
            row.add_class("full-only")
            yield row

    def stops(self) -> list[Widget]:
        """Return the rows and texts in order, those one can go to."""
        return [widget for widget in self.query("Row, WritingLine, WritingArea") if widget.focusable]

    def texts(self) -> list[WritingLine | WritingArea]:
        """Return the two text fields."""
        return [self.query_one("#did", WritingLine), self.query_one("#note", WritingArea)]

    async def show(self, view: DayView, *, new_day: bool) -> None:
        """Show a day; on the same day, words being typed stay as they are."""
        day = view.day
        for stop in self.query(Row):
            stop.day = day.date
        for row in self.query(ValueRow):
            if hasattr(day, row.field):
                row.value = getattr(day, row.field)
        for leg in self.query(LegRow):
            leg.offer(getattr(view.before, leg.field) if view.before else None)
        self.query_one(SensationRow).show({"numb": day.numb, "tingling": day.tingling, "weak": day.weak})
        for text in self.texts():
            text.show(getattr(day, text.field) or "", force=new_day)
        self.query_one("#open-spots", OpenRow).show(spots_parts(day))
        self.query_one("#open-factors", OpenRow).show(factors_parts(day))
        lines = self.query_one("#lines", Static)
        if self._lists.get("lines") != day.lines:
            self._lists["lines"] = day.lines
            lines.update(Content("\n".join(f"typed: {one_line(line)}" for line in day.lines)))
            lines.display = bool(day.lines)
        title = "Journal · ✓ quiet day" if day.uneventful else "Journal"
        if title != self.border_title:
            self.border_title = title
        await self._show_lists(view)
        if self.safety is not None:
            self.safety.look(day)

    def open_safety(self) -> bool:
        """Open what the quiet line about safety offers. Returns whether there is one."""
        return self.safety is not None and self.safety.open_shown()

    async def _show_lists(self, view: DayView) -> None:
        await self._fill("asked", view.asked, [ResponseRow(run, self.unit) for run in view.asked])
        rows = [_record_row("Run", "run", run.id, run_parts(run, self.unit), run_tail(run)) for run in view.runs]
        waiting = [waiting_row(view.waiting, self.unit)] if view.waiting else []
        await self._fill("runs", (*view.runs, *view.waiting), [*waiting, *rows])
        await self._fill(
            "moments",
            view.moments,
            [_record_row("Moment", "moment", moment.id, moment_parts(moment)) for moment in view.moments],
        )

    async def _fill(self, name: str, records: tuple[object, ...], rows: list[Widget]) -> None:
        """Put new rows into a list when its records changed; the focus stays on the same record."""
        if self._lists.get(name) == records:
            return
        self._lists[name] = records
        box = self.query_one(f"#{name}", Vertical)
        focused = self.screen.focused
        place = list(box.children).index(focused) if focused is not None and focused.parent is box else None
        with self.app.batch_update():
            await box.remove_children()
            await box.mount_all(rows)
        if place is not None:
            self.screen.set_focus(rows[min(place, len(rows) - 1)] if rows else self.query_one("#function"))


def _record_row(label: str, name: str, key: str, parts: list[Part], tail: str = "") -> OpenRow:
    return OpenRow(label, name, parts, key=key, hint="↵ change · Del remove", tail=tail)


W = TypeVar("W", bound=Widget)


def _spaced(widget: W) -> W:
    """Mark the first row of a group: where there is height, a line stands free above it."""
    widget.add_class("spaced")
    return widget
