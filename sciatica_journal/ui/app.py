"""The app: wires the storage thread, the themes and the places together."""

import gc
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen
from textual.widgets import Input, TextArea

from sciatica_journal.domain.commands import COMMANDS
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.keymap import resolve_keymap
from sciatica_journal.domain.settings import AUTO_THEME, Settings
from sciatica_journal.services.session import Session
from sciatica_journal.services.storage_thread import StorageThread
from sciatica_journal.ui.bindings import app_bindings, textual_keymap
from sciatica_journal.ui.key_order import KeyOrder
from sciatica_journal.ui.safe_text import SafeText
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.today.screen import TodayScreen
from sciatica_journal.ui.signals import catch_signals, end_even_without_terminal
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.themes import OWN_THEMES, default_theme, suited
from sciatica_journal.ui.warming import WARM_AFTER, load_red_flag_page
from sciatica_journal.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from sciatica_journal.services.notice import Notice

_SAFE = SafeText()
_NO_COLOR = NoColor()

PAUSE_SECONDS = 1.0
"""How long someone who writes has to pause before a safety notice comes up: no word is typed into it."""

LEAVE_UNSAVED_WITHIN = 8.0
"""Seconds in which a second quit leaves although something could not be written."""


def _history() -> Screen[None]:
    from sciatica_journal.ui.screens.history.screen import HistoryScreen

    return HistoryScreen()


def _path() -> Screen[None]:
    from sciatica_journal.ui.screens.path.screen import PathScreen

    return PathScreen()


def _guide() -> Screen[None]:
    from sciatica_journal.ui.screens.guide.screen import GuideScreen

    return GuideScreen()


def _settings() -> Screen[None]:
    from sciatica_journal.ui.screens.settings.screen import SettingsScreen

    return SettingsScreen()


class JournalApp(App[None]):
    """Sciatica Journal in the terminal. One session, one storage thread, one place at a time."""

    TITLE = "Sciatica Journal"
    CSS_PATH: ClassVar = sheet("app")
    MODES: ClassVar = {
        "today": TodayScreen, "history": _history, "path": _path, "guide": _guide, "settings": _settings,
    }  # fmt: skip
    DEFAULT_MODE = "today"
    BINDINGS: ClassVar[list[BindingType]] = [*app_bindings()]
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, session: Session, environ: dict[str, str] | None = None) -> None:
        self.environ = environ or {}
        super().__init__()
        self.journal = StorageThread(session)
        self.key_order = KeyOrder(self, super().on_event)
        self.settings: Settings = session.settings
        self.keymap_resolved = resolve_keymap(COMMANDS, session.settings.keys)
        self.problems = (*session.problems, *self.keymap_resolved.problems)
        self.banner = "DEMO: a made-up journal, nothing here is yours" if session.demo else ""
        self.flag_text = ""
        self._leaving = False
        self.unanswered: tuple[Notice, ...] = ()
        self._leave_unsaved = False
        self.set_keymap(textual_keymap(self.keymap_resolved))
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self.theme = self._theme_to_start_with()

    def _theme_to_start_with(self) -> str:
        wanted = self.settings.theme
        if wanted != AUTO_THEME and wanted in self.available_themes:
            return suited(wanted, self.environ, self.console.color_system)
        if wanted != AUTO_THEME:
            self.problems = (*self.problems, f"settings: there is no theme {wanted!r}; the default is used.")
        return default_theme(self.environ, self.console.color_system)

    def get_line_filters(self) -> list[LineFilter]:
        """Keep unsafe characters from the terminal, and with NO_COLOR every colour.

        Textual would turn the terminal's own colours, which have no value here, into black on black.
        """
        filters = super().get_line_filters()
        return [*(_NO_COLOR if isinstance(each, Monochrome) else each for each in filters), _SAFE]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer our commands in the palette; Textual's screenshot would write private text to a file."""
        from sciatica_journal.ui.palette import palette_commands

        return palette_commands(self, screen)

    def on_mount(self) -> None:
        """Take the signals over and tell what was wrong with the settings."""
        catch_signals(self)
        if len(self.problems) > 1:
            title = f"settings.toml: {len(self.problems)} things were not used."
            self.notify("Settings lists them.", title=title, severity="warning", markup=False, timeout=12)
        for problem in self.problems if len(self.problems) == 1 else ():
            self.notify(problem, severity="warning", markup=False, timeout=12)

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; a key only when what the key before it set off is in force."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded and self.key_order.holds(event):
            return
        await super().on_event(event)

    @property
    def today_screen(self) -> TodayScreen:
        """The Today screen."""
        return cast("TodayScreen", self._screen_stacks["today"][0])

    def go_to(
        self, place: str, *, day: date | None = None, step: int = 0, line: bool = False, search: bool = False
    ) -> None:
        """Go to a place; on Today show or step the day or open the quick line, in History open the search."""
        while len(self.screen_stack) > 1:
            if getattr(self.screen, "HOLDS", False):
                return
            self.screen.dismiss(None)
        self.switch_mode(place)
        self.key_order.is_going = True
        self.call_after_refresh(self._arrived, day, step, line, search)

    async def _arrived(self, day: date | None, step: int, line: bool, search: bool) -> None:
        try:
            if day is not None:
                await self.today_screen.show_day(day)
            elif step:
                await self.screen.run_action(f"step_day({step})")
            elif line:
                await self.screen.run_action("open_line")
            elif search:
                await self.screen.run_action("open_search")
        finally:
            self.key_order.is_going = False

    def after_first_paint(self) -> None:
        """Do what could wait: collect garbage again, check the file, ask what the first launch asks."""
        gc.freeze()
        gc.enable()
        self.run_worker(self._begin(), exclusive=True)

    async def _begin(self) -> None:
        from sciatica_journal.services.beginning import begin

        try:
            beginning = await self.journal.call(begin)
        except JournalError as error:
            from sciatica_journal.ui.screens.trouble import TroubleScreen

            self.push_screen(TroubleScreen(error))
            return
        if beginning.first_launch:
            from sciatica_journal.ui.screens.welcome.screen import WelcomeScreen

            self.push_screen(WelcomeScreen())
        elif beginning.notices:
            self.show_flags(beginning.notices)
            self.answer_notices(beginning.notices)
        for problem in beginning.problems:
            self.notify(problem, severity="warning", markup=False, timeout=12)
        self._load_ahead()
        from sciatica_journal.ui.screens.today.safety_row import watch_safety

        watch_safety(self.today_screen)

    def _load_ahead(self) -> None:
        """Load what F2 needs in a moment without keys."""
        if self.key_order.seconds_idle < WARM_AFTER:
            self.set_timer(WARM_AFTER, self._load_ahead)
        else:
            self.run_worker(load_red_flag_page, thread=True, group="warming")

    def answer_notices(self, notices: "tuple[Notice, ...]") -> None:
        """Show urgent safety notices before anything else: at once, or at the first pause of someone who writes."""
        self.unanswered += tuple(notice for notice in notices if not notice.is_quiet)
        self._answer_at_a_pause()

    def _answer_at_a_pause(self) -> None:
        if self._leaving or not self.unanswered:
            return
        writing = isinstance(self.focused, Input | TextArea)
        if writing and self.today_screen.wrote_within(PAUSE_SECONDS):
            self.set_timer(PAUSE_SECONDS / 2, self._answer_at_a_pause)
            return
        from sciatica_journal.ui.screens.emergency import EmergencyScreen

        notices, self.unanswered = self.unanswered, ()
        self.clear_notifications()
        self.push_screen(EmergencyScreen(notices, while_typing=writing), self.notices_answered)

    async def notices_answered(self, _answer: None = None) -> None:
        """Show in the top bars which red flags are still open."""
        from sciatica_journal.services.flags import open_notices

        try:
            self.show_flags(await self.journal.call(open_notices))
        except JournalError:
            return  # the next save tells what is wrong with the file

    def show_flags(self, notices: "tuple[Notice, ...]") -> None:
        """Keep an open red flag in sight on every place until its outcome is recorded."""
        from sciatica_journal.ui.flag_words import flag_line

        self.flag_text = flag_line(notices)
        for bar in self.screen_stack[0].query(TopBar):
            bar.flag_text = self.flag_text

    def open_page(self, slug: str) -> None:
        """Open a guide page over whatever is there."""
        from sciatica_journal.ui.screens.guide.reader import ReaderScreen

        self.push_screen(ReaderScreen(slug))

    async def action_red_flags(self) -> None:
        """Open the red-flag page from wherever one is, also from the list of commands."""
        if isinstance(self.screen, CommandPalette):
            self.screen.dismiss()
        await self.screen.run_action("red_flags")

    def action_change_theme(self) -> None:
        """Choose a theme with a preview."""
        from sciatica_journal.ui.dialogs.theme import ThemeDialog

        self.push_screen(ThemeDialog())

    async def action_quit(self) -> None:
        """Write what is typed, then leave; if it cannot be written, only a second try leaves without it."""
        self._leaving = True
        await self._flush_place()
        written = await self.today_screen.finish()
        self._leaving = False
        if self.unanswered:
            self._answer_at_a_pause()
            return
        if written or self._leave_unsaved:
            self.exit()
            return
        self._leave_unsaved = True
        self.set_timer(LEAVE_UNSAVED_WITHIN, self._stay)
        self.notify("Press the same key again to leave without it.", title="Not everything is saved.", markup=False)

    async def _flush_place(self) -> None:
        place = self.screen_stack[0]
        if isinstance(place, PlaceScreen):
            await place.flush()

    def _stay(self) -> None:
        self._leave_unsaved = False

    def leave_now(self, code: int) -> None:
        """Write what is typed and leave with an exit code, as a signal asks."""
        self.run_worker(self._leave(code), exclusive=True)

    async def _leave(self, code: int) -> None:
        self._leaving = True
        await self._flush_place()
        if not await self.today_screen.finish():
            await self.today_screen.keep_aside()
        end_even_without_terminal(code)
        self.exit(return_code=code)

    def _fatal_error(self) -> None:
        """End on an error without printing local variables: they hold what the person wrote."""
        from sciatica_journal.ui.crash import note_crash

        self.bell()
        self._exit_renderables.append(note_crash(self.journal.session.paths, self._exception))
        self._close_messages_no_wait()
