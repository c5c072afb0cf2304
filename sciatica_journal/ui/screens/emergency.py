"""The emergency screen: red flags stand before everything else."""

from typing import ClassVar, Final, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from sciatica_journal.domain.commands import COMMANDS, Command
from sciatica_journal.services import flags
from sciatica_journal.services.notice import Notice
from sciatica_journal.ui.messages import RowActivated, RowLeft
from sciatica_journal.ui.screens.emergency_words import closing_page, crisis_page, message_page, question_page
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.open_row import OpenRow

WORDS: Final = ("seen", "calling")
"""What is typed to say that a message was read."""

_KEPT: Final = frozenset({"help", "red_flags", "quit", "theme"})
"""Commands that work here too; none of them leads past the message."""

_ANSWERS: Final = {
    "yes": ("Yes", "y   this is so, and new or changed for me"),
    "unsure": ("Not sure", "u   that counts as yes"),
    "no": ("No", "n   this is not so, or neither new nor changed"),
}
_CRISIS_ANSWERS: Final = {
    "yes": ("Yes", "y   I am having such thoughts"),
    "unsure": ("Not sure", "u   I cannot say"),
    "no": ("No", "n   not now"),
}
_OUTCOME: Final = ("Outcome", "^o  been seen? Note what you were told")

Page = Literal["message", "question", "crisis", "read", "closing"]


class EmergencyScreen(PlaceScreen, inherit_bindings=False):
    """Shows notices one after another: what is certain first, then one plain question each.

    A certain emergency goes only once `seen` or `calling` is typed, or its outcome is recorded. Not answering
    leaves a flag open: it is asked again at the next start.
    """

    CSS_PATH: ClassVar = sheet("guide")
    HOLDS: ClassVar[bool] = True
    HELP_PAGE: ClassVar[str] = "redflags"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(command.keys), command.action, show=False, id=command.id)
            for command in COMMANDS
            if command.id in _KEPT - {"quit", "theme"}
        ),
        Binding("ctrl+p", "stay", show=False, id="palette"),
        Binding("escape", "later", show=False),
        Binding("ctrl+o", "outcome", show=False),
        Binding("y", "reply('yes')", show=False),
        Binding("u", "reply('unsure')", show=False),
        Binding("n", "reply('no')", show=False),
        Binding("pageup", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(1)", show=False),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012  # Textual declares it on instances

    def __init__(self, notices: tuple[Notice, ...]) -> None:
        super().__init__()
        self._waiting = list(notices)
        self._shown: tuple[Notice, ...] = ()
        self._page: Page = "message"
        self._all_no = True

    def compose(self) -> ComposeResult:
        """Compose the words, the answers and the keys."""
        with VerticalScroll(id="emergency", can_focus=False):
            yield Static(id="emergency-words")
        yield Vertical(id="emergency-answers")
        yield KeyBar(
            [Command("outcome", "app", ("ctrl+o",), "outcome", "what you were told", "")]
            + [command for command in COMMANDS if command.id in {"help", "red_flags", "quit"}],
            {"outcome": ("ctrl+o",), **self.journal_app.keymap_resolved.keys},
        )

    async def on_mount(self) -> None:
        """Show the first page."""
        await self._next()

    # -- pages -------------------------------------------------------------------------------------

    async def _next(self) -> None:
        certain = tuple(notice for notice in self._waiting if notice.certain and not notice.is_crisis)
        if certain:
            self._all_no = False
            await self._show("message", message_page(certain), certain)
        elif self._waiting and self._waiting[0].is_crisis:
            first = self._waiting[0]
            page: Page = "read" if first.certain else "crisis"
            await self._show(page, crisis_page(first), (first,))
        elif self._waiting:
            await self._show("question", question_page(self._waiting[0]), (self._waiting[0],))
        elif self._all_no and self._page != "closing":
            await self._show("closing", closing_page(), ())
        else:
            self.dismiss()

    async def _show(self, page: Page, words: Content, notices: tuple[Notice, ...]) -> None:
        self._page = page
        self._shown = notices
        self.query_one("#emergency-words", Static).update(words)
        self.query_one("#emergency", VerticalScroll).scroll_home(animate=False)
        box = self.query_one("#emergency-answers", Vertical)
        await box.remove_children()
        await box.mount_all(self._answers(page))
        self.set_focus(next(iter(box.query("Input, OpenRow"))))

    def _answers(self, page: Page) -> list[Widget]:
        if page == "message" and any(notice.tier == "E" for notice in self._shown):
            typed = Input(compact=True, placeholder="seen or calling", id="typed")
            typed.cursor_blink = False
            says = next(notice.acknowledge for notice in self._shown if notice.acknowledge)
            return [Static(Content(says), id="acknowledge"), typed, _row("outcome", _OUTCOME)]
        if page in {"question", "crisis"}:
            answers = _ANSWERS if page == "question" else _CRISIS_ANSWERS
            return [_row(name, words) for name, words in answers.items()]
        rows: list[Widget] = [_row("go_on", ("Go on", "↵"))]
        return rows if page == "closing" else [*rows, _row("outcome", _OUTCOME)]

    # -- answers -------------------------------------------------------------------------------------

    @on(RowActivated)
    async def _row_activated(self, message: RowActivated) -> None:
        message.stop()
        if message.name == "outcome":
            self.action_outcome()
        elif message.name == "go_on":
            await self._go_on()
        else:
            await self.action_reply(message.name)

    async def action_reply(self, said: str) -> None:
        """Answer the question. Unsure counts as yes."""
        if self._page not in {"question", "crisis"}:
            return
        notice, yes = self._shown[0], said != "no"
        if notice not in self._waiting:  # a key and a click at once: the first counts
            return
        self._waiting.remove(notice)
        if await self._is_stored((notice,)):
            await self.ask(flags.answer, notice.trigger, notice.date, yes)
        if not yes:
            await self._next()
            return
        self._all_no = False
        if notice.is_crisis:
            await self._show("read", crisis_page(notice), (notice,))
        else:
            await self._show("message", message_page([notice]), (notice,))

    async def _is_stored(self, notices: tuple[Notice, ...]) -> bool:
        """Return whether a flag is open for these. Writing that was let go raised none: nothing of it is stored."""
        found = await self.ask(flags.open_notices) if notices else None
        return bool({notice.trigger for notice in notices} & {notice.trigger for notice in found or ()})

    @on(Input.Submitted)
    async def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip().strip(".!\"'").lower() not in WORDS:
            event.input.value = ""
            self.query_one("#acknowledge", Static).update(Content(f"Type one word: {' or '.join(WORDS)}. Then Enter."))
            return
        await self._go_on()

    async def _go_on(self) -> None:
        """Leave the page shown for the next one."""
        shown, self._shown = self._shown, ()
        self._waiting = [notice for notice in self._waiting if notice not in shown]
        if await self._is_stored(shown):
            await self.ask(flags.acknowledge)
        await self._next()

    async def action_later(self) -> None:
        """Leave what may be left: a question stays open; a certain emergency stays on the screen."""
        if self._page == "message" and any(notice.tier == "E" for notice in self._shown):
            return
        if self._page in {"question", "crisis"}:
            self._all_no = False
            self._waiting.remove(self._shown[0])
            self.notify("Left open. It is asked again at the next start.", markup=False)
        await self._go_on()

    def action_outcome(self) -> None:
        """Record what came of the open flags."""
        from sciatica_journal.ui.screens.outcome import OutcomeDialog

        self.app.push_screen(OutcomeDialog(), self._recorded)

    def _recorded(self, closed: bool | None) -> None:
        if closed:
            self.notify("Recorded. If anything changes, F2 opens the red-flag page.", markup=False)
            self.dismiss()

    def action_stay(self) -> None:
        """Do nothing: no list of commands leads past this screen."""

    # -- moving --------------------------------------------------------------------------------------

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self._move(message.step)

    def on_key(self, event: events.Key) -> None:
        """Arrows leave the line one types in."""
        if event.key in {"up", "down"} and isinstance(self.focused, Input):
            event.stop()
            self._move(1 if event.key == "down" else -1)

    def _move(self, step: int) -> None:
        stops = list(self.query("#emergency-answers Input, #emergency-answers OpenRow"))
        if self.focused in stops:
            place = stops.index(self.focused) + step
            if 0 <= place < len(stops):
                self.set_focus(stops[place])
            else:
                self.query_one("#emergency", VerticalScroll).scroll_relative(y=step * 2, animate=False)

    def action_scroll(self, step: int) -> None:
        """Scroll the words."""
        box = self.query_one("#emergency", VerticalScroll)
        box.scroll_relative(y=step * max(1, box.size.height - 1), animate=False)


def _row(name: str, words: tuple[str, str]) -> OpenRow:
    return OpenRow(words[0], name, [words[1]])
