"""Search as you type: one line for the words, what was found below it."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.services.history.searching import Hit
from sciatica_journal.ui.screens.history.messages import SearchLeft, WordsChanged
from sciatica_journal.ui.screens.history.results import ResultList

PLACEHOLDER: Final = "words from notes, runs, reflections"


class SearchLine(Input):
    """The words. Down and Enter go to what was found; Escape leaves whatever key leaves History."""

    DEFAULT_CSS = """
    SearchLine {
        height: 1; border: none; padding: 0 1; background: $surface; color: $foreground;
        &:focus { border: none; background: $panel; }
        & > .input--placeholder { color: $text-muted; }
        &:ansi { background: ansi_default; }
        &:ansi:focus { text-style: underline; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,enter", "to_results", show=False),
        Binding("escape", "screen.leave_text", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="search-words", placeholder=PLACEHOLDER, compact=True, select_on_focus=True)
        self.cursor_blink = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of the words."""
        event.stop()
        self.post_message(WordsChanged(self.value))

    def action_to_results(self) -> None:
        """Go to what was found."""
        self.post_message(SearchLeft(1))


class SearchPane(Vertical):
    """The search. It shows what it is given and tells of words."""

    def __init__(self) -> None:
        super().__init__(id="search-pane", classes="pane")
        self.border_title = "Search"
        self._words = ""

    def compose(self) -> ComposeResult:
        """Compose the line, what is to say, and the results."""
        yield SearchLine()
        yield Static(id="search-state")
        yield ResultList()

    @property
    def line(self) -> SearchLine:
        """The line of the words."""
        return self.query_one(SearchLine)

    @property
    def results(self) -> ResultList:
        """The results."""
        return self.query_one(ResultList)

    def show(self, words: str, hits: Sequence[Hit], *, more: bool, empty: bool) -> bool:
        """Show what was found for the words, and return whether they are others than before.

        `more`: there may be older ones, `empty`: nothing is written yet.
        """
        self.query_one("#search-state", Static).update(_state(words, hits, more=more, empty=empty))
        is_new, self._words = words != self._words, words
        self.results.show(hits, from_top=is_new)
        return is_new

    @on(SearchLeft)
    def _left(self, message: SearchLeft) -> None:
        message.stop()
        if message.step < 0:
            self.line.focus()
        elif self.results.count:
            self.results.focus()


def _state(words: str, hits: Sequence[Hit], *, more: bool, empty: bool) -> Content:
    said = screen_words("history")
    if empty:
        return Content(said["empty"])
    if not words.strip():
        return Content(said["how"])
    if not hits:
        return Content(said["none"].format(words=repr(words.strip())))
    name = "newest" if more else "all" if len(hits) > 1 else "one"
    return Content(said[name].format(count=len(hits)))
