"""A timed walk or run: the present interval with a large clock, the one after it, the totals, a bell at each change."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from math import ceil
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.commands import Place
from sciatica_journal.domain.dates import day_title
from sciatica_journal.domain.running.intervals import RUN, Intervals, Timing, intervals_of
from sciatica_journal.services.care.support import running_caution
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.services.running.timing import TimedRun, begin_timed, drop_timed
from sciatica_journal.services.settings.changing_settings import change_settings
from sciatica_journal.ui.bindings import bindings_for, footer_commands
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.timed_run.card import ask_card, form_draft
from sciatica_journal.ui.screens.timed_run.keeping import Keeping
from sciatica_journal.ui.screens.timed_run.unfinished import what_is_left
from sciatica_journal.ui.screens.timed_run.words import going_lines, ready_lines
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.large_time import LargeTime
from sciatica_journal.ui.widgets.top_bar import TopBar

TICK: Final = 0.5
"""Seconds between two looks at the clock; painted is only what changed."""
COUNTDOWN: Final = 5
SECOND_BELL: Final = 0.35
"""Seconds after the first bell; a run has two, so that one hears which it is."""


class TimedRunScreen(PlaceScreen, inherit_bindings=False):
    """Times an outing. `intervals` are Intervals or pairs of kind and minutes; without any it asks what to time.

    A time that was not ended comes first, whatever is asked for; with `only_left` there is nothing else to time. Left
    with Escape, the time goes on; at the end the run form opens filled in. While a red flag is open a walk is timed
    that takes as long.
    """

    CSS_PATH: ClassVar = sheet("timer")
    PLACE: ClassVar[Place] = "timer"
    NAME: ClassVar[str] = "path"
    HELP_PAGE: ClassVar[str] = "timer"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("app", "timer")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short")]  # noqa: RUF012  # Textual declares it on instances

    def __init__(
        self,
        intervals: Intervals | Iterable[tuple[str, float]] | None = None,
        ladder: str | None = None,
        step: str | None = None,
        *,
        only_left: bool = False,
    ) -> None:
        super().__init__()
        self.only_left = only_left
        self.intervals = None if intervals is None else intervals_of(intervals)
        self.ladder = ladder
        self.step = step
        self.timed: TimedRun | None = None
        self.caution = ""
        self._begins: datetime | None = None
        self._number = 0
        self._keeping = Keeping(self)
        self._asking = True

    def compose(self) -> ComposeResult:
        """Compose the clock and the words around it."""
        yield TopBar(self.app.current_mode, self.journal_app.banner)
        with Vertical(id="timed-run"):
            yield Static(id="timer-now")
            yield LargeTime(id="timer-clock")
            yield Static(id="timer-next")
            yield Static(id="timer-total")
            yield Static(id="timer-said")
        yield KeyBar(footer_commands("timer", "app"), dict(self.journal_app.keymap_resolved.keys))

    def on_mount(self) -> None:
        """Ask what is to be asked, then look at the clock."""
        self.query_one(TopBar).day_text = day_title(self.journal_app.journal.session.today())
        self.set_interval(TICK, self._tick)
        start_worker(self, self._begin, exclusive=True, group="form")

    def now(self) -> datetime:
        """Return the time, with its zone."""
        return self.journal_app.journal.session.clock()

    async def _begin(self) -> None:
        """Take up what was not ended, else find out what is to be timed."""
        self.caution = await self.ask(running_caution) or ""
        left = await what_is_left(self)
        if left is None:
            self.dismiss()
            return
        self.timed, ends = left
        if self.timed is None and self.intervals is None and not self.only_left:
            from sciatica_journal.ui.screens.timed_run.choosing import choose_intervals

            self.intervals = await choose_intervals(self)
        if self.timed is None and self.intervals is None:
            self.dismiss()
            return
        if self.intervals is not None and self.caution and self.intervals.has_running:
            self.intervals = self.intervals.as_walk()
        self._asking = False
        if self.timed is not None:
            self._number = self.timed.timing.place(self.now()).number
            self._keep()
        self._show_notes()
        self._tick()
        if ends:
            self.action_end()

    # -- the clock -------------------------------------------------------------------------------

    def _tick(self) -> None:
        now = self.now()
        if self._begins is not None and now >= self._begins:
            self._start(self._begins)
        self._paint(now)
        timed = self.timed
        if timed is None or timed.timing.is_paused or self._asking:
            return
        number = timed.timing.place(now).number
        if timed.timing.is_over(now):
            self.ring("")
            self.action_end()
        elif number != self._number:
            self._changed(timed.timing, now)
        elif self._keeping.is_due(now):
            self._keep()

    def _changed(self, timing: Timing, now: datetime) -> None:
        """Ring for the interval that begins, and keep where one is."""
        there = timing.place(now)
        self._number = there.number
        self.ring(there.interval.kind)
        self._take(timing.marked(now))

    def ring(self, kind: str) -> None:
        """Ring the terminal's bell, twice for a run, unless it is silenced."""
        if self.journal_app.settings.bell == "on":
            self.app.bell()
            if kind == RUN:
                self.set_timer(SECOND_BELL, self.app.bell)

    def _paint(self, now: datetime) -> None:
        if self.timed is not None:
            lines = going_lines(self.timed.timing, now, self.journal_app.with_keys("{timer_end}"))
        elif self.intervals is not None:
            waiting = None if self._begins is None else max(1, ceil((self._begins - now).total_seconds()))
            lines = ready_lines(self.intervals, waiting, self.journal_app.with_keys("{timer_pause}"))
        else:
            return
        head, digits, following, totals = lines
        clock = self.query_one(LargeTime)
        if clock.value != digits:
            clock.update(digits)
        for name, words in (("now", head), ("next", following), ("total", totals)):
            line = self.query_one(f"#timer-{name}", Static)
            if line.content != words:
                line.update(words)

    def _show_notes(self) -> None:
        settings = self.journal_app.settings
        notes = ["" if settings.bell == "on" else "the bell is off"]
        if self.timed is None:
            notes.append("5 s before it begins" if settings.countdown == "on" else "")
        lines = [(f"! {self.caution}\n", "bold $text-error")] if self.caution else []
        words = Content.assemble(*lines, (" · ".join(filter(None, notes)), "$text-muted"))
        self.query_one("#timer-said", Static).update(words)

    # -- keeping ---------------------------------------------------------------------------------

    def _take(self, timing: Timing) -> None:
        """Go on with a changed timing, and keep it."""
        if self.timed is not None:
            self.timed = replace(self.timed, timing=timing)
            self._keep()
            self._paint(self.now())

    def _keep(self) -> None:
        """Hand the state to the storage thread, without waiting for it."""
        if self.timed is None:
            return
        self.timed = replace(self.timed, window=self.journal_app.journal.session.window)
        self._keeping.keep(self.timed, self.now())

    # -- what it does ----------------------------------------------------------------------------

    def action_pause(self) -> None:
        """Start, pause or go on."""
        if self._asking:
            return
        now = self.now()
        if self.timed is not None:
            timing = self.timed.timing
            self._take(timing.going_on(now) if timing.is_paused else timing.paused(now))
        elif self._begins is not None or self.journal_app.settings.countdown == "off":
            self._start(now)
        else:
            self._begins = now + timedelta(seconds=COUNTDOWN)
        self._paint(now)

    def _start(self, at: datetime) -> None:
        self._begins = None
        if self.intervals is None or self.timed is not None:
            return
        timed = begin_timed(self.journal_app.journal.session, self.intervals, self.ladder, self.step)
        self.timed = replace(timed, timing=Timing(self.intervals, at, at))
        self._number = 0
        self.ring(self.intervals.parts[0].kind)
        self._keep()
        self._show_notes()

    def action_skip(self) -> None:
        """Go to the next interval."""
        if self.timed is not None and not self._asking:
            self._move_to(self.timed.timing.skipped(self.now()))

    def action_back(self) -> None:
        """Go to the start of this interval, or to the one before."""
        if self.timed is not None and not self._asking:
            self._move_to(self.timed.timing.gone_back(self.now()))

    def _move_to(self, timing: Timing) -> None:
        self._number = timing.place(self.now()).number
        self._take(timing)
        if timing.is_over(self.now()):
            self.action_end()

    def action_end(self) -> None:
        """End it here: the run form opens."""
        if self._asking:
            return
        if self.timed is None:
            self.action_leave()
            return
        self._asking = True
        self._take(self.timed.timing.paused(self.now()))
        start_worker(self, self._card, exclusive=True, group="form")

    async def _card(self) -> None:
        """Ask with the run form; left without saving, the clock stands."""
        saved = await ask_card(self, self.timed) if self.timed is not None else False
        self._asking = False
        if saved:
            self.timed = None
            self.dismiss()
        else:
            self._say("not_saved")
            self._tick()

    def action_drop(self) -> None:
        """Throw the time away, once you confirm."""
        if self.timed is not None and not self._asking:
            start_worker(self, partial(self._drop, self.timed), exclusive=True, group="form")

    async def _drop(self, timed: TimedRun) -> None:
        from sciatica_journal.ui.dialogs.confirm import ConfirmDialog

        words = screen_words("timer")
        if await self.app.push_screen_wait(ConfirmDialog(words["drop"], words["drop_more"], words["drop_yes"])):
            self.timed = None
            await self.ask(drop_timed, form_draft(timed))
            self.dismiss()

    async def action_switch(self, name: str) -> None:
        """Turn the bell or the count-down off or on, for later runs too."""
        other = "off" if getattr(self.journal_app.settings, name) == "on" else "on"
        changed = await self.ask(change_settings, name, other)
        if changed is not None:
            self.journal_app.settings = changed
            self._show_notes()

    def _say(self, name: str) -> None:
        self.notify(self.journal_app.with_keys(screen_words("timer")[name]), markup=False, timeout=6)

    def action_leave(self) -> None:
        """Go back to where one was; a time that runs goes on."""
        if not self.is_active:
            return
        if self._begins is not None:
            self._begins = None
            self._tick()
            return
        if self.timed is not None:
            self._say("stands" if self.timed.timing.is_paused else "goes_on")
        self.dismiss()
