"""The line in which one types the words to find on a page."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class FindLine(Horizontal):
    """Hidden until asked for. Tells of every change of the words, of Enter and of Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    @dataclass
    class Typed(Message):
        """The words are these now."""

        words: str

    @dataclass
    class Left(Message):
        """The line was left: with Enter (`kept`) or with Escape."""

        kept: bool

    def compose(self) -> ComposeResult:
        """Compose the label, the input and the report."""
        yield Static(Content(" Find "), classes="label")
        words = Input(compact=True, select_on_focus=True)
        words.cursor_blink = False
        yield words
        yield Static(classes="report")

    def open(self) -> None:
        """Show the line and type into it."""
        self.display = True
        self.screen.set_focus(self.query_one(Input))

    def close(self) -> None:
        """Hide the line and forget the words."""
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.display = False

    def report(self, number: int, count: int) -> None:
        """Say which of how many places is shown."""
        words = self.query_one(Input).value
        said = f"{number} of {count}" if count else ("not on this page" if words.strip() else "")
        self.query_one(".report", Static).update(Content(said))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of the words."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the page, the places stay marked."""
        event.stop()
        self.post_message(self.Left(kept=True))

    def action_leave(self) -> None:
        """Back to the page, nothing marked."""
        self.post_message(self.Left(kept=False))
