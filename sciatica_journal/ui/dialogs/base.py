"""The base of the dialogs: a titled box over any place, from where everything else can still be reached."""

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.keymap import shown_key
from sciatica_journal.ui.bindings import bindings_for
from sciatica_journal.ui.journal_screen import JournalScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.keyed_words import KEY_STYLE

R = TypeVar("R")


class Dialog(ModalScreen[R], JournalScreen[R], Generic[R]):
    """A dialog answers with an `R`, or with None when it is left.

    Subclasses compose their content in `compose_dialog`. KEYS are its own keys for F1; the first ones
    stand in the lower border. Without a HELP_PAGE of its own, F1 explains what it is over. Escape is taken before any
    text field sees it, so that it always leaves.
    """

    CSS_PATH: ClassVar = [sheet("dialogs")]
    HELP_PAGE: ClassVar[str] = ""
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = ()
    CLICKS: ClassVar[dict[str, str]] = {"save": "screen.save", "Esc": "screen.cancel", "F1": "screen.help"}
    """What a click on a key in the lower border does."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("app"),
        Binding("escape", "cancel", show=False, priority=True),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self.dialog_title = title
        self._early: list[events.Key | events.Paste] | None = []

    @property
    def save_key(self) -> str:
        """The key that confirms, as a person reads it."""
        return shown_key(self.journal_app.keymap_resolved.keys["save"][0])

    def help_page(self) -> str:
        """Return its own help, else that of what it is over."""
        if self.HELP_PAGE:
            return self.HELP_PAGE
        stack = self.app.screen_stack
        below = stack[: stack.index(self)] if self in stack else stack
        pages = (screen.help_page() for screen in reversed(below) if isinstance(screen, JournalScreen))
        return next(filter(None, pages), JournalScreen.HELP_PAGE)

    def own_keys(self) -> list[tuple[str, str]]:
        """Return the dialog's own keys, the user's confirming key among them."""
        return [(self.save_key if key == "save" else key, what) for key, what in self.KEYS]

    def compose(self) -> ComposeResult:
        """Compose the box, its content and the line for what there is to say."""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = Content(self.dialog_title)
            box.border_subtitle = self.key_line()
            yield from self.compose_dialog()
            yield Static(classes="said")

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the content."""
        yield from ()

    def key_line(self, only: str = "") -> Content:
        """Return the first keys, or `only` that one, for the lower border; a click on one does what the key does."""
        parts: list[Content | tuple[str, str]] = []
        for (key, _), (shown, what) in list(zip(self.KEYS, self.own_keys(), strict=True))[:3]:
            if only not in ("", key):
                continue
            click = f" @click={self.CLICKS[key]}" if key in self.CLICKS else ""
            parts += [Content(" · ")] if parts else []
            parts += [(shown, f"{KEY_STYLE}{click}"), (f" {what}", f"$text-muted{click}")]
        return Content.assemble(*parts)

    @on(events.Mount)
    def _hand_over_later(self) -> None:
        """Give up early keys also where the dialog has nothing to begin with."""
        self.call_after_refresh(self._hand_over)

    def begin(self, widget: Widget) -> None:
        """Put the focus where typing starts, and hand over the keys that came before there was a place for them."""
        self.set_focus(widget)
        self._hand_over()

    def _hand_over(self) -> None:
        early, self._early = self._early or [], None
        for event in early:
            (self.focused or self)._forward_event(event)

    def _forward_event(self, event: events.Event) -> None:
        """Hold keys back until the dialog can take them: Textual would drop them."""
        if self._early is not None and isinstance(event, events.Key | events.Paste):
            self._early.append(event)
        else:
            super()._forward_event(event)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Show a line at the end of the dialog, or none; what is wrong carries a mark."""
        try:
            said = self.query_one(".said", Static)
        except NoMatches:
            return
        said.update(Content(f"✗ {text}" if wrong else text))
        said.display = bool(text)
        said.set_class(wrong, "-wrong")
        if text:
            self.call_after_refresh(said.scroll_visible)

    def report(self, error: JournalError) -> None:
        """Show an error in words."""
        self.say(str(error), wrong=True)

    def leave(self, result: R | None = None) -> None:
        """Answer and close; a dialog that another one covers stays."""
        self.dismiss(result)

    def entered(self) -> None:
        """Do what Enter in a text field does."""

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.leave()

    def action_confirm(self) -> None:
        """Answer with what is chosen; subclasses say what that is."""
        self.leave()

    def action_save(self) -> None:
        """Confirm: the key that saves elsewhere."""
        self.action_confirm()
