"""The emergency screen: red flags stand before everything else."""

from functools import partial
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from sciatica_journal.domain.commands import COMMANDS, Command
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.safety import flags
from sciatica_journal.services.safety.notice import Notice, message_for
from sciatica_journal.services.safety.outcomes import triggers_open
from sciatica_journal.services.safety.wording import asking_words, safety_words
from sciatica_journal.ui.bindings import commands_named
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.messages import RowActivated, RowLeft
from sciatica_journal.ui.screens.emergency_words import Page, can_wait, next_page, page_words
from sciatica_journal.ui.screens.keys_ahead import KeysAhead
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.keyed_words import key_first
from sciatica_journal.ui.widgets.open_row import OpenRow

WORDS: Final = ("seen", "calling")
"""What is typed to say that a message was read."""

_KEPT: Final = frozenset({"help", "red_flags", "quit", "theme"})
"""Commands that work here too; none of them leads past the message."""

_ANSWERS: Final = {"yes": "Yes", "unsure": "Not sure", "no": "No"}

SHORT: Final = 18
"""Lines below which the number to call comes first and the answers take as few lines as can be."""


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

    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (SHORT, "-short"), (30, "-tall")]  # noqa: RUF012  # Textual declares it on instances

    def __init__(self, notices: tuple[Notice, ...], *, while_typing: bool = False) -> None:
        super().__init__()
        self._ahead = KeysAhead(while_typing=while_typing)
        self._waiting = list(notices)
        self._shown: tuple[Notice, ...] = ()
        self._page: Page = "message"
        self._all_no = True
        self._said = ""
        self._open_before: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """Compose the words, the answers and the keys."""
        with VerticalScroll(id="emergency", can_focus=False):
            yield Static(id="emergency-words")
        yield Static(id="emergency-said")
        yield Vertical(id="emergency-answers")
        yield KeyBar(
            [
                Command("outcome", "app", ("ctrl+o",), "outcome", "what you were told", ""),
                *commands_named("quit", "red_flags", "help"),
            ],
            {"outcome": ("ctrl+o",), **self.journal_app.keymap_resolved.keys},
        )

    async def on_mount(self) -> None:
        """Show the first page."""
        self._say("")
        await self._next()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the keys in the bar as they are: those of other places do not work here."""
        event.prevent_default()

    def on_resize(self) -> None:
        """Say it in fewer lines where there are few."""
        if self._shown:
            self.query_one("#emergency-words", Static).update(self._words())

    def report(self, error: JournalError) -> None:
        """Show an error in words, above the answers: a note over the page could cover the number to call."""
        self._say(f"✗ {error}")

    def _say(self, words: str) -> None:
        self._said = words
        said = self.query_one("#emergency-said", Static)
        said.update(Content(words))
        said.display = bool(words)

    def _sentence(self, name: str) -> str:
        return safety_words(self.journal_app.journal.session, name)

    # -- pages -------------------------------------------------------------------------------------

    async def _next(self) -> None:
        page, notices = next_page(self._waiting)
        if notices:
            self._all_no = self._all_no and page in {"question", "crisis"}
            await self._show(page, notices)
        elif self._all_no and self._page != "closing":
            await self._show("closing", ())
        else:
            if self._said:
                self.notify(self._said, severity="error", markup=False)
            self.dismiss()

    async def _show(self, page: Page, notices: tuple[Notice, ...]) -> None:
        self._page, self._shown = page, notices
        self.query_one("#emergency-words", Static).update(self._words())
        self.query_one("#emergency", VerticalScroll).scroll_home(animate=False)
        box = self.query_one("#emergency-answers", Vertical)
        if box.children:
            self._ahead.new_page()
        await box.remove_children()
        await box.mount_all(self._answers())
        self.set_focus(next(iter(box.query("Input, OpenRow"))))
        if page == "message":
            start_worker(self, partial(self._offer_to_remember, notices), exclusive=True, group="remember")

    async def _offer_to_remember(self, notices: tuple[Notice, ...]) -> None:
        """Where nothing is kept of these, as in writing that is let go, ask if the warning alone may be."""
        found = await self.ask(triggers_open)
        if found is not None and not any(each.trigger in found for each in notices) and notices == self._shown:
            row = OpenRow("Remind", "remember", [asking_words("remember")["ask"]])
            await self.query_one("#emergency-answers", Vertical).mount(row)

    async def _remember(self) -> None:
        if await self.ask(flags.raise_signs, [notice.trigger for notice in self._shown]) is not None:
            await self.query("#open-remember").remove()
            self._say(asking_words("remember")["kept"])

    def _words(self) -> Content:
        short = self.app.size.height < SHORT
        return page_words(self.journal_app.journal.session, self._page, self._shown, short=short)

    @property
    def _is_urgent(self) -> bool:
        """Whether what is shown goes only once it was said to be read."""
        return self._page == "message" and any(notice.tier == "E" for notice in self._shown)

    def _answers(self) -> list[Widget]:
        outcome = OpenRow("Outcome", "outcome", key_first(self._sentence("outcome_row")))
        if self._is_urgent:
            typed = Input(compact=True, placeholder=f"type {' or '.join(WORDS)}", id="typed")
            typed.cursor_blink = False
            says = next(notice.acknowledge for notice in self._shown if notice.acknowledge)
            return [Static(Content(says), id="acknowledge"), typed, outcome]
        if self._page in {"question", "crisis"}:
            kind = "crisis" if self._page == "crisis" else "answer"
            said_of = {said: self._sentence(f"{kind}_{said}") for said in _ANSWERS}
            if kind == "answer" and self._shown[0].tier == "E" and self.app.size.height < SHORT:
                # The message above the question may be out of sight there: what to do stands with the answer.
                said_of["yes"] = message_for(self.journal_app.journal.session, "answer_yes_short")
            return [OpenRow(label, said, key_first(said_of[said])) for said, label in _ANSWERS.items()]
        rows: list[Widget] = [OpenRow("Go on", "go_on", ["↵"])]
        return rows if self._page == "closing" else [*rows, outcome]

    # -- answers -------------------------------------------------------------------------------------

    @on(RowActivated)
    async def _row_activated(self, message: RowActivated) -> None:
        message.stop()
        if message.name == "outcome":
            await self.action_outcome()
        elif message.name == "go_on":
            if self._page == "closing" or not self._ahead.is_one():
                await self._go_on()
        elif message.name == "remember":
            await self._remember()
        else:
            await self.action_reply(message.name)

    async def action_reply(self, said: str) -> None:
        """Answer the question. Unsure counts as yes."""
        if self._page not in {"question", "crisis"} or self._ahead.is_one():
            return
        notice, yes = self._shown[0], said != "no"
        self._say("")
        if notice not in self._waiting:  # a key and a click at once: the first counts
            return
        self._waiting.remove(notice)
        if await self._is_stored((notice,)):
            await self.ask(flags.answer, notice.trigger, notice.date, yes)
        if not yes:
            await self._next()
            return
        self._all_no = False
        if can_wait(notice):
            self._waiting.append(notice._replace(question=None))
            await self._next()
        elif notice.is_crisis:
            await self._show("read", (notice,))
        else:
            await self._show("message", (notice,))

    async def _is_stored(self, notices: tuple[Notice, ...]) -> bool:
        """Return whether a flag is open for these. Writing that was let go raised none: nothing of it is stored."""
        found = await self.ask(triggers_open) if notices else None
        return any(notice.trigger in (found or ()) for notice in notices)

    @on(Input.Submitted)
    async def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip().strip(".!\"'").lower() not in WORDS:
            event.input.value = ""
            self._say(self._sentence("type_word"))
            return
        await self._go_on()

    async def _go_on(self) -> None:
        """Leave the page shown for the next one."""
        shown, self._shown = self._shown, ()
        self._say("")
        self._waiting = [notice for notice in self._waiting if notice not in shown]
        if await self._is_stored(shown):
            await self.ask(flags.acknowledge)
        await self._next()

    async def action_later(self) -> None:
        """Leave what may be left: a question stays open; a certain emergency stays on the screen."""
        if self._is_urgent or not (self._shown or self._page == "closing"):
            return
        if self._page in {"question", "crisis"}:
            self._all_no = False
            self._waiting.remove(self._shown[0])
            self.notify(self._sentence("left_open"), markup=False)
        await self._go_on()

    async def action_outcome(self) -> None:
        """Record what came of the open flags."""
        from sciatica_journal.ui.dialogs.outcome import OutcomeDialog

        self._open_before = await self.ask(triggers_open) or frozenset()
        self.app.push_screen(OutcomeDialog(), self._recorded)

    async def _recorded(self, closed: bool | None) -> None:
        """Go on with what is still open: only what an outcome was recorded for is done with."""
        if not closed:
            return
        done = self._open_before - (await self.ask(triggers_open) or frozenset())
        self._waiting = [each for each in dict.fromkeys((*self._shown, *self._waiting)) if each.trigger not in done]
        self._all_no = False
        self.notify(self._sentence("closed"), markup=False)
        await self._next()

    def action_stay(self) -> None:
        """Do nothing: no list of commands leads past this screen."""

    # -- moving --------------------------------------------------------------------------------------

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self._move(message.step)

    def on_key(self, event: events.Key) -> None:
        """Arrows leave the line one types in."""
        self._ahead.is_one()
        if event.key in {"up", "down"} and isinstance(self.focused, Input):
            event.stop()
            self._move(1 if event.key == "down" else -1)

    def _move(self, step: int) -> None:
        stops = list(self.query("#emergency-answers Input, #emergency-answers OpenRow"))
        if not self.go_to_neighbour(stops, step):
            self.query_one("#emergency", VerticalScroll).scroll_relative(y=step * 2, animate=False)

    def action_scroll(self, step: int) -> None:
        """Scroll the words."""
        box = self.query_one("#emergency", VerticalScroll)
        box.scroll_relative(y=step * max(1, box.size.height - 1), animate=False)
