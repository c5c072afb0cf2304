"""The first launch: three short steps, each of which can be passed over."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.commands import COMMANDS, Command
from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.services import profile, reading
from sciatica_journal.services.changing_settings import change_settings
from sciatica_journal.services.notice import Notice
from sciatica_journal.services.profile import Profile
from sciatica_journal.ui.applying_settings import apply_settings
from sciatica_journal.ui.messages import FieldChanged, RowLeft, TextEdited
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.welcome.steps import STEPS, Answers, profile_of, rows_of
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.prose import Prose

_PAIN: Final = 1
_SKIPPED: Final = "Skipped. Settings has the mode, the Guide begins with why a doctor comes first."
_DONE: Final = "Welcome. F1 explains where you are, F2 opens the red flags."


class WelcomeScreen(PlaceScreen, inherit_bindings=False):
    """Shown until it was finished or skipped once. Answers are kept while one steps back and forth."""

    CSS_PATH: ClassVar = sheet("steps")
    HOLDS: ClassVar[bool] = True
    HELP_PAGE: ClassVar[str] = "welcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(command.keys), command.action, show=False, id=command.id)
            for command in COMMANDS
            if command.id in {"help", "red_flags", "save"}
        ),
        Binding("enter", "next", show=False),
        Binding("escape", "back", show=False, priority=True),
        Binding("ctrl+p", "stay", show=False, id="palette"),
        Binding("pageup", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._answers: Answers = {"mode": "full"}
        self._asked_about: Profile | None = None

    def compose(self) -> ComposeResult:
        """Compose the head, room for a step, and the keys."""
        yield Static(id="step-head")
        yield VerticalScroll(id="step", can_focus=False)
        yield Static(id="step-said")
        own = [Command("next", "app", (), "next", "go on", ""), Command("back", "app", (), "back", "back or skip", "")]
        keys = {**self.journal_app.keymap_resolved.keys, "next": ("enter",), "back": ("escape",)}
        yield KeyBar([*own, *(command for command in COMMANDS if command.id in {"help", "red_flags"})], keys)

    async def on_mount(self) -> None:
        """Show the first step."""
        self._answers["mode"] = self.journal_app.settings.mode
        await self._show()

    async def _show(self) -> None:
        title, text = reading.welcome_step(STEPS[self._at])
        head = Content.assemble(
            ("Welcome to your journal", "bold $text-primary"),
            (f"   {self._at + 1} of {len(STEPS)}   ", "$text-muted"),
            (title, "bold $text-accent"),
        )  # fmt: skip
        self.query_one("#step-head", Static).update(head)
        self._say("")
        box = self.query_one("#step", VerticalScroll)
        await box.remove_children()
        await box.mount_all([Prose(text), *rows_of(self._at, self._answers)])
        box.scroll_home(animate=False)
        stops = self._stops()
        self.set_focus(stops[0] if stops else None, scroll_visible=False)

    def _stops(self) -> list[Widget]:
        return list(self.query("#step Row, #step WritingLine"))

    def _say(self, words: str) -> None:
        said = self.query_one("#step-said", Static)
        said.update(Content(words))
        said.display = bool(words)

    # -- answers -------------------------------------------------------------------------------------

    @on(FieldChanged)
    def _answered(self, message: FieldChanged) -> None:
        message.stop()
        if message.value is None:
            self._answers.pop(message.field, None)
        else:
            self._answers[message.field] = str(message.value)

    @on(TextEdited)
    def _typed(self, message: TextEdited) -> None:
        message.stop()
        self._say("")
        self._answers[message.field] = message.text

    # -- steps ---------------------------------------------------------------------------------------

    async def action_next(self) -> None:
        """Go on. What is wrong is said, and nothing is lost."""
        try:
            found = profile_of(self._answers, self.journal_app.journal.session.today())
        except InvalidValue as error:
            self._say(f"✗ {error} Leave it empty if you do not know.")
            line = self.query_one("#examined_on")
            self.set_focus(line)
            self.call_after_refresh(line.scroll_visible, animate=False)
            return
        notices = await self._emergencies(found) if self._at == _PAIN else ()
        if self._at < len(STEPS) - 1:
            self._at += 1
            await self._show()
        else:
            await self._finish(found, _DONE)
        if notices:
            self.journal_app.answer_notices(notices)

    async def action_save(self) -> None:
        """Go on."""
        await self.action_next()

    async def _emergencies(self, found: Profile) -> tuple[Notice, ...]:
        """Open flags for emergency signs named here. The profile is kept first, so that they return at each start."""
        if found == self._asked_about:
            return ()
        self._asked_about = found
        notices = await self.ask(profile.notices_for_signs, found) or ()
        if notices:
            await self.ask(profile.save_profile, found)
        return notices

    async def action_back(self) -> None:
        """Go back a step; from the first, skip the rest with a word."""
        if self._at:
            self._at -= 1
            await self._show()
        else:
            await self._finish(Profile(mode=self.journal_app.settings.mode), _SKIPPED)

    async def _finish(self, found: Profile, words: str) -> None:
        """Keep the profile and the mode, and go to Today. A journal that cannot be written is told of and waits."""
        try:
            await self.journal_app.journal.call(profile.save_profile, found)
        except JournalError as error:
            self.report(error)
            self.dismiss()
            return
        if found.mode != self.journal_app.settings.mode:
            settings = await self.ask(change_settings, "mode", found.mode)
            if settings is not None:
                await apply_settings(self.journal_app, settings)
        self.notify(words, markup=False)
        self.dismiss()

    def action_stay(self) -> None:
        """Do nothing: the list of commands comes after the steps."""

    # -- moving --------------------------------------------------------------------------------------

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self.action_move(message.step)

    def action_move(self, step: int) -> None:
        """Go to the row above or below; beyond the rows, scroll."""
        stops = self._stops()
        place = stops.index(self.focused) + step if self.focused in stops else -1
        if 0 <= place < len(stops):
            self.set_focus(stops[place])
        else:
            self.query_one("#step", VerticalScroll).scroll_relative(y=2 * step, animate=False)

    def action_scroll(self, step: int) -> None:
        """Scroll the text."""
        box = self.query_one("#step", VerticalScroll)
        box.scroll_relative(y=step * max(1, box.size.height - 1), animate=False)
