"""Today: one day at a time, saved by itself."""

from datetime import date, timedelta
from time import monotonic
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType

from sciatica_journal.domain.commands import Place
from sciatica_journal.domain.dates import day_title
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.entries import days
from sciatica_journal.services.entries.days import DayView, Saved
from sciatica_journal.services.history.naming_days import has_come
from sciatica_journal.ui.bindings import bindings_for
from sciatica_journal.ui.messages import FieldChanged, PlaceChosen, RowActivated, RowRemoved, TextEdited
from sciatica_journal.ui.saver import Saver
from sciatica_journal.ui.screens.today.forms import WAITING, open_form, remove_record
from sciatica_journal.ui.screens.today.opening import Opening
from sciatica_journal.ui.screens.today.practice_actions import PracticeActions
from sciatica_journal.ui.screens.today.reflecting import Reflecting
from sciatica_journal.ui.screens.today.reflection_pane import ASKED, TEXT
from sciatica_journal.ui.screens.today.responses import RESPONSE_PREFIX
from sciatica_journal.ui.screens.today.run_actions import RunActions
from sciatica_journal.ui.screens.today.saving import DaySaving
from sciatica_journal.ui.screens.today.turning import is_at_it
from sciatica_journal.ui.screens.today.two_panes import TwoPanesScreen
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.rating_row import RatingRow
from sciatica_journal.ui.widgets.top_bar import TopBar

LOOK_AGAIN_SECONDS = 2.0
"""How often the clock and other windows' changes are looked at."""

REFLECTION_FIELDS = ("before", "after", "words")


class TodayScreen(PracticeActions, RunActions, TwoPanesScreen):
    """Both panes of a day. Every change goes to a service; what comes back is shown."""

    PLACE: ClassVar[Place] = "today"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("today")]
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012  # Textual declares it on instances

    def __init__(self) -> None:
        super().__init__()
        self.view: DayView | None = None
        self.day = date.min
        self.follows_today = True
        self.typed: dict[str, str] = {}
        self._wrote_at = 0.0
        self.saver = Saver(self, self.not_saved)
        self.saving = DaySaving(self)
        self.reflecting = Reflecting(self)

    async def on_mount(self) -> None:
        """Show today, then what stands before it: the first launch or an open red flag."""
        self.set_class(self.journal_app.settings.mode == "light", "-light")
        self.set_interval(LOOK_AGAIN_SECONDS, self._look_again)
        await self.open_journal()

    async def open_journal(self) -> None:
        """Show today's day as soon as the journal can be read, or the trouble screen where it cannot."""
        await Opening(self).begin()

    async def begin_day(self, view: DayView) -> None:
        """Show the first day and go on with what waited for it."""
        await self.show(view, new_day=True)
        self._first_focus()
        self.call_after_refresh(self._after_first_paint)

    async def _after_first_paint(self) -> None:
        await self.reflecting.load_practices()
        self.journal_app.after_first_paint()

    async def on_screen_resume(self) -> None:
        """Show what other places may have changed."""
        if self.view is not None:
            self.reflecting.is_stale = True
            await self.reload()

    def _first_focus(self) -> None:
        asked = self.query("#asked ChoiceRow").results(ChoiceRow)
        open_ones = (row for row in asked if row.value is None)
        next(open_ones, self.query_one("#function", RatingRow)).focus()

    async def show_day(self, day: date) -> None:
        """Save what is typed and show another day."""
        if self.view is not None and not await self.finish():
            return
        self.typed.clear()
        self.day = day
        self.follows_today = day == self.journal_app.journal.session.today()
        await self.reload(new_day=True)

    async def reload(self, day: date | None = None, *, new_day: bool = False) -> None:
        """Read the day again and show it."""
        if day is not None and day != self.day:
            await self.show_day(day)
            return
        view = await self.ask(days.view_day, self.day)
        if view is not None:
            await self.show(view, new_day=new_day)

    async def show(self, view: DayView, *, new_day: bool = False) -> None:
        """Show a view in both panes; texts being typed stay as they are."""
        self.view = view
        bar = self.query_one(TopBar)
        bar.day_text = day_title(self.day) + (" · today" if self.follows_today else "")
        await self.journal_pane.show(view, new_day=new_day)
        self.reflection_pane.show(view)
        await self.reflecting.show(view, new_day=new_day)
        if self.offers is not None:
            self.offers.look(view.day)

    # -- changes ---------------------------------------------------------------------------------

    @on(FieldChanged)
    async def _field_changed(self, message: FieldChanged) -> None:
        message.stop()
        if message.field in REFLECTION_FIELDS or message.field.startswith(ASKED):
            self._wrote_at = monotonic()
            await self.reflecting.change(message.field, message.value)
        elif message.field.startswith(RESPONSE_PREFIX):
            from sciatica_journal.services.entries import runs

            ident = message.field.removeprefix(RESPONSE_PREFIX)
            call = self.journal_app.journal.call(runs.set_response, ident, message.value, self.day)
            self.saving.start(call)
        else:
            self.change({message.field: message.value}, message.day)

    def change(self, changes: dict[str, Any], day: date | None = None, seen: dict[str, Any] | None = None) -> None:
        """Set fields of a day now, of the one shown if none is named; `seen` is what they were changed from."""
        self.saving.start(self.saving.save(changes, day or self.day, seen))

    def take(self, saved: Saved | None) -> None:
        """Show what a service saved."""
        self.saving.take(saved)

    @on(TextEdited)
    def _text_edited(self, message: TextEdited) -> None:
        message.stop()
        self._wrote_at = monotonic()
        if message.field == TEXT:
            self.reflecting.write(message.text)
        else:
            self._take_text(message.field, message.text)

    def wrote_within(self, seconds: float) -> bool:
        """Return whether a text was typed into so recently."""
        return monotonic() - self._wrote_at < seconds

    def _take_text(self, field: str, text: str) -> None:
        self.typed[field] = text
        self.state("… writing")
        self.saver.later("day", self._save_texts)

    async def _save_texts(self) -> None:
        texts = dict(self.typed)
        saved = await self.saving.save(dict(texts), self.day)
        for name, text in texts.items():
            if self.typed.get(name) == text:
                del self.typed[name]
        for field in self.journal_pane.texts():
            if field.field in texts:
                field.saved(texts[field.field])
        self.take(saved)

    def not_saved(self, error: JournalError) -> None:
        """Say that a write failed; what was typed stays and is tried again."""
        self.state("✗ not saved")
        self.report(error)

    def state(self, text: str) -> None:
        """Show the state of saving in the top bar."""
        self.query_one(TopBar).state_text = text

    async def flush(self) -> None:
        """Write what is typed and not yet written."""
        await self.saver.flush()

    async def finish(self) -> bool:
        """Write everything before leaving. Returns whether all of it is on disk."""
        await self._hear_all()
        written = await self.saver.flush()
        return await self.reflecting.leave() and written

    async def keep_aside(self) -> None:
        """Put words that the journal did not take into files of their own: the program ends and cannot ask."""
        from sciatica_journal.services.entries.unsaved_words import keep_words

        session = self.journal_app.journal.session
        words = dict(self.typed) if self.saver.is_waiting else {}
        if self.reflecting.unsaved:
            words["reflection"] = self.reflecting.unsaved
        for what, text in words.items():
            keep_words(session.paths, what, text, session.now())

    async def _hear_all(self) -> None:
        """Take up what is typed but was not told yet: the last keys before leaving count too."""
        for field in self.journal_pane.texts():
            if field.unsaved is not None:
                self._take_text(field.field, field.unsaved)
        words = self.reflection_pane.unsaved
        if words is not None:
            self.reflecting.write(words)

    async def action_save(self) -> None:
        """Write at once."""
        if await self.saver.flush():
            self.state(f"● saved {self.journal_app.journal.session.now():%H:%M}")

    # -- the clock and other windows -------------------------------------------------------------

    async def _look_again(self) -> None:
        session = self.journal_app.journal.session
        turned = self.follows_today and session.today() != self.day
        if turned and not self.saver.is_waiting and not is_at_it(self):
            await self.show_day(session.today())
            self.notify(f"A new day: {day_title(self.day)}.", markup=False)
        elif self.view is not None and not self.saver.is_waiting and await self._changed_elsewhere(self.view):
            await self.reload()

    async def _changed_elsewhere(self, view: DayView) -> bool:
        try:
            return await self.journal_app.journal.call(days.other_window_wrote, view.revision)
        except JournalError:
            return False  # locked just now; the next look or the next save tells

    # -- moving ----------------------------------------------------------------------------------

    async def action_step_day(self, step: int) -> None:
        """Go to the day before or after; the future cannot be logged, but a recorded day may lie ahead."""
        day = self.day + timedelta(days=step)
        if not await self.ask(has_come, day):
            self.notify("That day has not come yet.", markup=False, timeout=3)
            return
        await self.show_day(day)

    async def action_go_place(self, place: str) -> None:
        """Go to a place; Today itself goes back to the current day."""
        if place == "today":
            await self.show_day(self.journal_app.journal.session.today())
        else:
            self.journal_app.go_to(place)

    @on(PlaceChosen)
    async def _today_chosen(self, message: PlaceChosen) -> None:
        if message.place == "today":
            message.prevent_default()
            await self.action_go_place("today")

    # -- what opens ------------------------------------------------------------------------------

    @on(RowActivated)
    async def _row_activated(self, message: RowActivated) -> None:
        message.stop()
        if message.name == WAITING:
            open_form(self, "morning", WAITING)
        elif message.name in ("finish", "reflection"):
            await self.reflecting.activated(message.name, message.key)
        else:
            open_form(self, message.name, message.key)

    @on(RowRemoved)
    async def _row_removed(self, message: RowRemoved) -> None:
        message.stop()
        saved = await remove_record(self, message.name, message.key)
        if saved is not None:
            self.take(saved)
            said = self.journal_app.with_keys("Removed. {undo} brings it back.")
            self.notify(said, markup=False, timeout=4)

    def action_clear_day(self) -> None:
        """Remove all that the day holds, after a question."""
        open_form(self, "clear-day")

    async def action_uneventful(self) -> None:
        """Nothing to report."""
        self.take(await self.ask(days.mark_uneventful, self.day))

    def action_add_run(self) -> None:
        """Add a run."""
        open_form(self, "add-run")

    def action_add_moment(self) -> None:
        """Add a moment."""
        open_form(self, "add-moment")

    def action_open_feelings(self) -> None:
        """Choose feelings."""
        open_form(self, "feelings")

    def action_open_line(self) -> None:
        """Open the quick line."""
        open_form(self, "line")
