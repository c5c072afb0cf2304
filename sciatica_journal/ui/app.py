"""The app: wires the storage thread, the themes and the places together."""

import asyncio
import gc
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen

from sciatica_journal.domain.commands import COMMANDS
from sciatica_journal.domain.keymap import resolve_keymap, with_keys
from sciatica_journal.domain.settings import AUTO_THEME, Settings
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.journal.storage_thread import StorageThread
from sciatica_journal.ui.beginning import begin_with
from sciatica_journal.ui.bindings import app_bindings, textual_keymap
from sciatica_journal.ui.flag_notices import FlagNotices
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.key_order import KeyOrder
from sciatica_journal.ui.leaving import Leaving
from sciatica_journal.ui.muted import Muted
from sciatica_journal.ui.places import PLACES
from sciatica_journal.ui.safe_text import SafeText
from sciatica_journal.ui.screens.today.screen import TodayScreen
from sciatica_journal.ui.signals import catch_signals, resume_only_what_was_suspended
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.themes import OWN_THEMES, default_theme, suited, with_muted

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice
    from sciatica_journal.ui.screens.path.screen import PathScreen

_SAFE = SafeText()
_NO_COLOR = NoColor()
_MUTED = Muted()


class JournalApp(App[None]):
    """Sciatica Journal in the terminal. One session, one storage thread, one place at a time."""

    TITLE = "Sciatica Journal"
    CSS_PATH: ClassVar = sheet("app")
    MODES: ClassVar = PLACES
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
        self.flag_notices = FlagNotices(self)
        self.leaving = Leaving(self)
        self.set_keymap(textual_keymap(self.keymap_resolved))
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self.theme = self._theme_to_start_with()

    def with_keys(self, words: str) -> str:
        """Return words with each `{command}` in them as the key that the user has for it."""
        return with_keys(words, self.keymap_resolved.keys)

    def get_driver_class(self) -> type[Driver]:
        """Read the terminal in a way that no byte can end; where Textual takes another driver, that one."""
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver
        from sciatica_journal.ui.steady_driver import SteadyDriver

        return SteadyDriver

    def _theme_to_start_with(self) -> str:
        wanted = self.settings.theme
        if wanted != AUTO_THEME and wanted in self.available_themes:
            return suited(wanted, self.environ, self.console.color_system)
        if wanted != AUTO_THEME:
            self.problems = (*self.problems, f"settings: there is no theme {wanted!r}; the default is used.")
        return default_theme(self.environ, self.console.color_system)

    def get_css_variables(self) -> dict[str, str]:
        """Give muted text a colour of its own under every theme."""
        self.theme_variables = with_muted(super().get_css_variables())
        return self.theme_variables

    def get_line_filters(self) -> list[LineFilter]:
        """Keep unsafe characters from the terminal, and with NO_COLOR every colour.

        Textual would turn the terminal's own colours, which have no value here, into black on black.
        """
        filters = super().get_line_filters()
        muted = [_MUTED] if self.native_ansi_color else []
        return [*muted, *(_NO_COLOR if isinstance(each, Monochrome) else each for each in filters), _SAFE]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer our commands in the palette; Textual's screenshot would write private text to a file."""
        from sciatica_journal.ui.palette import palette_commands

        return palette_commands(self, screen)

    def action_command_palette(self) -> None:
        """Open the palette."""
        from sciatica_journal.ui.palette import open_palette

        open_palette(self)

    def on_load(self) -> None:
        """Take the signals over before the terminal is, and start every task in its turn, on each Python alike.

        From 3.12 Textual has tasks begin at once where a terminal is there, and not under test: the inputs of the
        first screen would then look for it before it is on the stack, which ends the app.
        """
        asyncio.get_running_loop().set_task_factory(None)
        catch_signals(self)

    def on_mount(self) -> None:
        """Take the terminal rightly after a stop, and tell what was wrong with the settings."""
        resume_only_what_was_suspended(self)
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
        self, place: str, *, day: date | None = None, step: int = 0, line: bool = False, search: bool = False,
        record: str = "",
    ) -> None:  # fmt: skip
        """Go to a place; on Today show or step the day or open the quick line, in History open the search, on Path
        show a record."""
        while len(self.screen_stack) > 1:
            if getattr(self.screen, "HOLDS", False):
                return
            self.screen.dismiss(None)
        self.switch_mode(place)
        self.key_order.is_going = True
        self.call_after_refresh(self._arrived, day, step, line, search, record)

    async def _arrived(self, day: date | None, step: int, line: bool, search: bool, record: str) -> None:
        try:
            if day is not None:
                await self.today_screen.show_day(day)
            elif step:
                await self.screen.run_action(f"step_day({step})")
            elif line:
                await self.screen.run_action("open_line")
            elif search:
                await self.screen.run_action("open_search")
            elif record:
                await cast("PathScreen", self.screen).show_record(record)
        finally:
            self.key_order.is_going = False

    def after_first_paint(self) -> None:
        """Do what could wait: collect garbage again, check the file, ask what the first launch asks."""
        gc.freeze()
        gc.enable()
        start_worker(self, partial(begin_with, self), exclusive=True)

    def answer_notices(self, notices: "tuple[Notice, ...]") -> None:
        """Show urgent safety notices before anything else, at the first pause of someone who types."""
        self.flag_notices.add(notices)

    async def notices_answered(self, _answer: None = None) -> None:
        """Show in the top bars which red flags are still open."""
        await self.flag_notices.answered()

    @property
    def flag_text(self) -> str:
        """The line on open red flags that every place shows, empty where none is open."""
        return self.flag_notices.line

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
        """Write what is typed, then leave."""
        await self.leaving.quit()

    def leave_now(self, code: int) -> None:
        """Write what is typed and leave with an exit code, as a signal asks."""
        start_worker(self, partial(self.leaving.leave, code), group="leaving", exclusive=True)

    def _handle_exception(self, error: Exception) -> None:
        """End on an error; one of a screen that was left, or once all is written and the end is under way, is none."""
        from sciatica_journal.ui.crash import is_of_what_is_gone

        if not (self._exit or is_of_what_is_gone(self, error)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End on an error without printing local variables: they hold what the person wrote."""
        from sciatica_journal.ui.crash import note_crash, write_words

        write_words(self)
        self.bell()
        self._exit_renderables.append(note_crash(self.journal.session.paths, self._exception))
        self._close_messages_no_wait()
