"""History: look back through a calendar, a list and a search, and read a day."""

import asyncio
from datetime import date, timedelta
from functools import partial
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.commands import Place
from sciatica_journal.domain.dates import day_title
from sciatica_journal.services.history import describing, looking_back
from sciatica_journal.services.history.searching import is_care
from sciatica_journal.ui.bindings import bindings_for
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.screens.history.calendar import MonthCalendar
from sciatica_journal.ui.screens.history.day_list import DayList, ListHead
from sciatica_journal.ui.screens.history.legend import Legend
from sciatica_journal.ui.screens.history.line_list import LineList
from sciatica_journal.ui.screens.history.messages import DayChosen, DayOpened, DayWanted, LinesWanted, WordsChanged
from sciatica_journal.ui.screens.history.months import month_start
from sciatica_journal.ui.screens.history.preview import DayPreview
from sciatica_journal.ui.screens.history.results import ResultList
from sciatica_journal.ui.screens.history.search import SearchPane
from sciatica_journal.ui.screens.history.searching import Searching
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.top_bar import TopBar

FIRST_DAYS: Final = 300
"""Days that the list shows first; the others are added while one looks."""

KEPT_MONTHS: Final = 36
NO_MONTH: Final = looking_back.MonthView({})

SETTLED_AFTER: Final = 0.04
"""Seconds that a move must last before its day is read, so that a held key reads no day in passing."""


class HistoryScreen(PlaceScreen):
    """One chosen day, shown in the calendar, the list and the preview."""

    CSS_PATH: ClassVar = sheet("history")
    PLACE: ClassVar[Place] = "history"
    NAME: ClassVar[str] = "history"
    HELP_PAGE: ClassVar[str] = "history"
    AUTO_FOCUS: ClassVar[str | None] = "#calendar"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("history")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (19, "-medium"), (32, "-tall")]  # noqa: RUF012  # as Textual declares it

    def __init__(self) -> None:
        super().__init__()
        self.chosen = date.min
        self.searching = Searching(self)
        self._today = date.min
        self._last = date.min
        self._revision: tuple[int, int] | None = None
        self._months: dict[date, looking_back.MonthView] = {}

    def compose_place(self) -> ComposeResult:
        """Compose calendar, list, search and preview; the styles decide what fits beside what."""
        settings = self.journal_app.settings
        light = settings.mode == "light"
        with Container(id="history"):
            with Vertical(id="calendar-pane", classes="pane") as calendar:
                calendar.border_title = "Calendar"
                yield MonthCalendar(settings.week_starts, light=light)
                yield Legend(light=light)
            with Vertical(id="list-pane", classes="pane") as days_pane:
                days_pane.border_title = "Days"
                yield ListHead(light=light)
                yield DayList(settings.units, light=light)
                yield Static(Content("Nothing written yet."), id="history-nothing")
                yield Legend(light=light)
            yield SearchPane()
            yield DayPreview()

    @property
    def calendar(self) -> MonthCalendar:
        """The month."""
        return self.query_one(MonthCalendar)

    @property
    def day_list(self) -> DayList:
        """The list of days."""
        return self.query_one(DayList)

    async def on_screen_resume(self) -> None:
        """Show what was written meanwhile; a new day begins with itself."""
        today = self.journal_app.journal.session.today()
        if self.chosen in (date.min, self._today):
            self.chosen = today
        self._today = today
        self.calendar.show_today(today)
        await self.reload()

    async def reload(self, day: date | None = None) -> None:
        """Read again what is shown, if the journal was changed."""
        revision = await self.ask(looking_back.revision)
        if revision is None:
            return
        if revision != self._revision:
            self._revision = revision
            self._months.clear()
            self.day_list.forget()
            self._load_days()
        self._last = await self.ask(looking_back.last_day) or self._today
        self.choose(day or self.chosen)

    # -- the chosen day --------------------------------------------------------------------------

    def choose(self, day: date) -> None:
        """Show a day everywhere; none before 1900, and none to come but recorded ones."""
        self.chosen = min(max(day, EARLIEST), max(self._last, self._today))
        self.day_list.go_to_day(self.chosen)
        if not isinstance(self.focused, LineList):
            self._show_in_calendar()
        self._show_chosen()

    def _show_in_calendar(self) -> None:
        month = self._months.get(month_start(self.chosen), NO_MONTH)
        self.calendar.show(self.chosen, month.days, month.off)
        self.query_one("#calendar-pane", Vertical).query_one(Legend).show_off(bool(month.off))
        self.query_one(TopBar).day_text = day_title(self.chosen) + (" · today" if self.chosen == self._today else "")

    @work(group="chosen", exclusive=True)
    async def _show_chosen(self) -> None:
        """Show the chosen day beside where it was chosen, once it is stayed at."""
        month = month_start(self.chosen)
        if isinstance(self.focused, LineList):
            await asyncio.sleep(SETTLED_AFTER)
        if month not in self._months:
            found = await self.ask(looking_back.month_view, month)
            if found is not None:
                if len(self._months) >= KEPT_MONTHS:
                    self._months.clear()
                self._months[month] = found
        if not self.query(DayPreview):  # the app is being left meanwhile
            return
        self._show_in_calendar()
        await asyncio.sleep(SETTLED_AFTER)
        for preview in self.query(DayPreview):
            preview.forget()
            day = await self.ask(describing.describe_day, self.chosen) if preview.display else None
            if day is not None and preview.is_attached:
                preview.show(day)

    @on(DayWanted)
    def _day_wanted(self, message: DayWanted) -> None:
        message.stop()
        if self.chosen != date.min:
            self._show_chosen()

    @on(DayChosen)
    def _day_chosen(self, message: DayChosen) -> None:
        message.stop()
        self.choose(message.day)

    @on(LineList.Moved)
    def _line_moved(self, message: LineList.Moved) -> None:
        message.stop()
        if isinstance(message.list, ResultList) and message.number == message.list.count - 1:
            self.searching.more()
        self.choose(self._day_at(message.list, message.number))

    def _day_at(self, lines: LineList, number: int) -> date:
        if isinstance(lines, ResultList):
            return lines.hits[number].date
        return self.day_list.day_of(number)

    # -- the list --------------------------------------------------------------------------------

    @work(group="days", exclusive=True)
    async def _load_days(self) -> None:
        """Ask for the recorded days: the newest first, then all others."""
        found = await self.ask(looking_back.recorded_days, None, FIRST_DAYS)
        if found is None:
            return
        self.day_list.show_days(found, self.chosen)
        self.set_class(not found, "-empty")
        self.searching.again()
        if len(found) == FIRST_DAYS:
            self.day_list.add_days(await self.ask(looking_back.recorded_days, found[-1]) or [])
            self.day_list.go_to_day(self.chosen)
        count = self.day_list.count
        self.query_one("#list-pane").border_subtitle = f"{count:,} recorded" if count else ""

    @on(LinesWanted)
    def _lines_wanted(self, message: LinesWanted) -> None:
        message.stop()
        self._load_lines()

    @work(group="lines", exclusive=True)
    async def _load_lines(self) -> None:
        ordinals = self.day_list.missing()
        if ordinals:
            found = await self.ask(looking_back.summaries_of, ordinals)
            if found is not None:
                self.day_list.fill(ordinals, found)

    # -- the search ------------------------------------------------------------------------------

    @on(WordsChanged)
    def _words_changed(self, message: WordsChanged) -> None:
        message.stop()
        self.searching.look_for(message.words)

    @work(group="search", exclusive=True)
    async def run_search(self) -> None:
        """Search for the words that are wanted now, in place of a search that is still under way."""
        await self.searching.search()

    def action_open_search(self) -> None:
        """Go to the search."""
        self.searching.begun_at = self.chosen
        self.add_class("-searching")
        self.searching.again()
        self.query_one(SearchPane).line.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where only one fits, show the one that has the focus."""
        if event.widget in (self.calendar, self.day_list):
            self.set_class(event.widget is self.day_list, "-listing")

    # -- commands --------------------------------------------------------------------------------

    async def action_step_day(self, step: int) -> None:
        """Go to the day before or after."""
        self.choose(self.chosen + timedelta(days=step))

    def action_today(self) -> None:
        """Go to today."""
        self.choose(self._today)

    def action_switch_view(self) -> None:
        """Go from the calendar to the list and back."""
        self.remove_class("-searching")
        self.set_class(self.focused is not self.day_list, "-listing")
        (self.day_list if self.has_class("-listing") else self.calendar).focus()
        self.choose(self.chosen)

    def action_leave(self) -> None:
        """Leave the search, else go to Today; from the search line it goes back to the day shown before."""
        if not self.has_class("-searching"):
            self.journal_app.go_to("today")
            return
        self.remove_class("-searching")
        found = self.chosen if isinstance(self.focused, ResultList) else self.searching.begun_at
        (self.day_list if self.has_class("-listing") else self.calendar).focus()
        self.choose(found)

    def action_leave_text(self) -> None:
        """Leave the search: its line is the only text here."""
        if self.has_class("-searching"):
            self.action_leave()

    def action_open_day(self) -> None:
        """Open the chosen day on Today; what a search found of one's care, on Path."""
        results = self.focused
        if isinstance(results, ResultList) and results.count and is_care(results.hits[results.cursor]):
            self.journal_app.go_to("path", record=results.hits[results.cursor].key)
        else:
            self.journal_app.go_to("today", day=self.chosen)

    def action_morning_after(self) -> None:
        """Say how a run of the chosen day settled."""
        from sciatica_journal.ui.dialogs.morning_opening import ask_morning_of

        start_worker(self, partial(ask_morning_of, self.journal_app, self.chosen), exclusive=True, group="form")

    @on(DayOpened)
    @on(LineList.Opened)
    def _opened(self, message: DayOpened | LineList.Opened) -> None:
        message.stop()
        self.action_open_day()

    def help_page(self) -> str:
        """Return the help of History, or of the search where one is in it."""
        return "search" if self.has_class("-searching") else self.HELP_PAGE
