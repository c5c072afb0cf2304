"""The base of the screens that ask: a head, the questions with their rows, and the keys."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.commands import COMMANDS, Command
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.services.safety import profile
from sciatica_journal.services.safety.notice import Notice
from sciatica_journal.services.safety.profile import Profile
from sciatica_journal.ui.bindings import commands_named
from sciatica_journal.ui.messages import FieldChanged, RowLeft, TextEdited
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.welcome.steps import Answers, Question, profile_of
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.prose import Prose
from sciatica_journal.ui.widgets.row import neighbour


class QuestionsScreen(PlaceScreen, inherit_bindings=False):
    """Asks questions, each with its words directly above its rows. Subclasses say what Enter and Escape do."""

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
        Binding("up,shift+tab", "move(-1)", show=False),
        Binding("down,tab", "move(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.answers: Answers = {}
        self.known = Profile()

    def compose(self) -> ComposeResult:
        """Compose the head, room for the questions, and the keys."""
        yield Static(id="step-head")
        yield VerticalScroll(id="step", can_focus=False)
        yield Static(id="step-said")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the keys in the bar as they are, and show a question as one reaches it."""
        event.prevent_default()
        self.call_after_refresh(self._bring_into_view)

    def _bring_into_view(self) -> None:
        """Show the whole question that has the focus, or where that is too long its row."""
        if self.focused is None or self.query_one("#step") not in self.focused.ancestors:
            return
        asked = self.focused.query_ancestor(".question", Vertical)
        fits = asked.region.height <= self.query_one("#step").size.height
        (asked if fits else self.focused).scroll_visible(animate=False)

    async def show_questions(self, head: Content, questions: list[Question], onward: str, back: str) -> None:
        """Show questions; `onward` and `back` say in the key bar what Enter and Escape do."""
        self.query_one("#step-head", Static).update(head)
        self.say("")
        await self._show_keys(onward, back)
        box = self.query_one("#step", VerticalScroll)
        await box.remove_children()
        await box.mount_all(Vertical(Prose(each.text), *each.rows, classes="question") for each in questions)
        box.scroll_home(animate=False)
        stops = self._stops()
        self.set_focus(stops[0] if stops else None, scroll_visible=False)

    async def _show_keys(self, onward: str, back: str) -> None:
        await self.query(KeyBar).remove()
        own = [Command("next", "app", (), "next", onward, ""), Command("back", "app", (), "back", back, "")]
        keys = {**self.journal_app.keymap_resolved.keys, "next": ("enter",), "back": ("escape",)}
        await self.mount(KeyBar([*own, *commands_named("red_flags", "help")], keys))

    def _stops(self) -> list[Widget]:
        return list(self.query("#step Row, #step WritingLine"))

    def say(self, words: str) -> None:
        """Show a line above the keys, or none."""
        said = self.query_one("#step-said", Static)
        said.update(Content(words))
        said.display = bool(words)

    # -- answers -------------------------------------------------------------------------------------

    @on(FieldChanged)
    def _answered(self, message: FieldChanged) -> None:
        message.stop()
        if message.value is None:
            self.answers.pop(message.field, None)
        else:
            self.answers[message.field] = str(message.value)

    @on(TextEdited)
    def _typed(self, message: TextEdited) -> None:
        message.stop()
        self.say("")
        self.answers[message.field] = message.text

    def read_profile(self) -> Profile | None:
        """Return the profile that the answers make; where they make none, say so there and return None."""
        try:
            return profile_of(self.answers, self.journal_app.journal.session.today())
        except InvalidValue as error:
            self.say(f"✗ {error} {screen_words('welcome')['unknown']}")
            for line in self.query("#examined_on"):
                self.set_focus(line)
            return None

    async def emergencies(self, found: Profile) -> tuple[Notice, ...]:
        """Open flags for emergency signs newly named. The profile is kept first, so that they return at each start."""
        before, self.known = self.known, found
        if found == before:
            return ()
        from sciatica_journal.services.safety import telling

        notices = await self.ask(telling.notices_for_signs, found, before) or ()
        if notices:
            await self.ask(profile.save_profile, found)
        return notices

    # -- going on ------------------------------------------------------------------------------------

    async def action_next(self) -> None:
        """Go on."""

    async def action_back(self) -> None:
        """Go back."""

    async def action_save(self) -> None:
        """Go on."""
        await self.action_next()

    def action_stay(self) -> None:
        """Do nothing: the list of commands comes after the questions."""

    # -- moving --------------------------------------------------------------------------------------

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self.action_move(message.step)

    def action_move(self, step: int) -> None:
        """Go to the row above or below; beyond the rows, scroll."""
        stop = neighbour(self._stops(), self.focused, step)
        if stop is not None:
            self.set_focus(stop, scroll_visible=False)
        else:
            self.query_one("#step", VerticalScroll).scroll_relative(y=2 * step, animate=False)

    def action_scroll(self, step: int) -> None:
        """Scroll the text."""
        box = self.query_one("#step", VerticalScroll)
        box.scroll_relative(y=step * max(1, box.size.height - 1), animate=False)
