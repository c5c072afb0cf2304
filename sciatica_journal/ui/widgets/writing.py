"""Places to write: one line or many. They tell of every edit; the screen decides when to save."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, TextArea

from sciatica_journal.ui.messages import RowLeft, TextEdited


class Writing:
    """What both share: they know which of their words are on disk, and keep those that are not."""

    _saved = ""

    def as_text(self) -> str:
        """Return what is typed."""
        raise NotImplementedError

    def replace_all(self, text: str) -> None:
        """Show another text, the cursor at its end, and tell nothing."""
        raise NotImplementedError

    def show(self, text: str, *, force: bool = False) -> None:
        """Show a text without telling of it as an edit. Words typed since the last save stay, unless forced."""
        if not force and self._keeps_words(text):
            return
        self._saved = text
        if text != self.as_text():
            self.replace_all(text)

    def _keeps_words(self, new: str) -> bool:
        """Return whether what is typed stays: it was not saved yet, or differs from the new text in no word."""
        typed = self.as_text()
        return typed != self._saved or (not new and not typed.strip())

    def saved(self, text: str) -> None:
        """Take note that this text is on disk."""
        self._saved = text

    @property
    def unsaved(self) -> str | None:
        """The text if it was edited since the last save, else None."""
        typed = self.as_text()
        return typed if typed != self._saved else None


class WritingArea(Writing, TextArea):
    """A text of many lines. Up on the first line and Down on the last leave it; Escape does too."""

    DEFAULT_CSS = """
    WritingArea {
        height: auto; min-height: 3; border: none; padding: 0 1; scrollbar-size-vertical: 1;
        background: $surface; color: $foreground;
        & .text-area--placeholder { color: $text-muted; }
        &:focus { border: none; background: $panel; }
        &:ansi { background: ansi_default; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave_text", show=False)]

    def __init__(self, field: str, placeholder: str = "", *, id: str | None = None) -> None:  # Textual's
        super().__init__(
            id=id or field, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False,
            placeholder=Content(placeholder),
        )  # fmt: skip
        self.field = field
        self.cursor_blink = False

    def as_text(self) -> str:
        """Return what is typed."""
        return self.text

    def replace_all(self, text: str) -> None:
        """Show another text, the cursor at its end, and tell nothing."""
        with self.prevent(TextArea.Changed):
            self.load_text(text)
            self.move_cursor(self.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell of the edit."""
        event.stop()
        self.post_message(TextEdited(self.field, self.text))

    async def _on_key(self, event: events.Key) -> None:
        row = self.cursor_location[0]
        if event.key == "up" and self.wrapped_document.location_to_offset(self.cursor_location).y == 0:
            step = -1
        elif event.key == "down" and row == self.document.line_count - 1 and self._on_last_section():
            step = 1
        else:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        self.post_message(RowLeft(step))

    def _on_last_section(self) -> bool:
        offset = self.wrapped_document.location_to_offset(self.cursor_location)
        return bool(offset.y >= self.wrapped_document.height - 1)

    def action_leave_text(self) -> None:
        """Stop writing: back to a row, where single keys work."""
        self.post_message(RowLeft(-1, to_row=True))


class WritingLine(Writing, Input):
    """A text of one line that looks like a row."""

    DEFAULT_CSS = """
    WritingLine {
        height: 1; border: none; padding: 0; background: $background; color: $foreground;
        &>.input--placeholder { color: $text-muted; }
        &:focus { background: $panel; border: none; }
        &:ansi { background: ansi_default; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "leave(-1)", show=False),
        Binding("down,enter", "leave(1)", show=False),
        Binding("escape", "leave_text", show=False),
    ]

    def __init__(self, field: str, placeholder: str = "", *, id: str | None = None) -> None:  # Textual's
        super().__init__(id=id or field, placeholder=placeholder, compact=True, select_on_focus=False)
        self.field = field
        self.cursor_blink = False

    def as_text(self) -> str:
        """Return what is typed."""
        return self.value

    def replace_all(self, text: str) -> None:
        """Show another text, the cursor at its end, and tell nothing."""
        with self.prevent(Input.Changed):
            self.value = text
            self.cursor_position = len(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of the edit."""
        event.stop()
        self.post_message(TextEdited(self.field, self.value))

    def action_leave(self, step: int) -> None:
        """Go to the row above or below."""
        self.post_message(RowLeft(step))

    def action_leave_text(self) -> None:
        """Stop writing: on to a row, where single keys work."""
        self.post_message(RowLeft(1, to_row=True))
