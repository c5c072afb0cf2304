"""The yardstick for starts: a bare Textual app with Header, Footer and one TextArea."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, TextArea


class Bare(App[None]):
    """Nothing but the three widgets."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Header()
        yield TextArea("", id="editor")
        yield Footer()

    def on_mount(self) -> None:
        self.title = "EditorReady"
        self.query_one(TextArea).focus()


if __name__ == "__main__":
    Bare().run()
