"""A setting that is typed: a row that shows it, and a line that takes its place while one changes it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Static

from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.writing import WritingLine


class SettingLine(WritingLine):
    """Enter keeps what is typed, Escape leaves the setting as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "keep", show=False)]

    @dataclass
    class Left(Message):
        """The line is done with; `keep` says whether what is typed counts."""

        field: str
        keep: bool

    def action_keep(self) -> None:
        """Keep what is typed."""
        self.post_message(self.Left(self.field, True))

    def action_leave_text(self) -> None:
        """Leave the setting as it was."""
        self.post_message(self.Left(self.field, False))


class TextRow(Vertical):
    """Letters are typed only after Enter: before that they are commands. What the setting means stands below."""

    def __init__(self, field: str, label: str, empty: str, about: str) -> None:
        super().__init__(id=f"row-{field}", classes="text-row")
        self.field = field
        self.label = label
        self.empty = empty
        self.about = about
        self.editing = False

    def compose(self) -> ComposeResult:
        """Compose the row, the line that is hidden at first, and the explanation."""
        yield OpenRow(self.label, self.field, [], hint="↵ change", empty=self.empty)
        yield Labelled(self.label, SettingLine(self.field, self.empty))
        yield Static(Content(self.about), classes="about")

    def on_mount(self) -> None:
        """Begin as a row."""
        self.query_one(Labelled).display = False

    @property
    def row(self) -> OpenRow:
        """The row that shows the setting."""
        return self.query_one(OpenRow)

    @property
    def line(self) -> SettingLine:
        """The line in which it is changed."""
        return self.query_one(SettingLine)

    def suggest(self, suggester: Suggester) -> None:
        """Offer the rest of what is typed."""
        self.line.suggester = suggester

    def show(self, value: str) -> None:
        """Show the setting."""
        self.row.show([(value, "$foreground")] if value else [])
        if not self.editing:
            self.line.show(value, force=True)

    def open(self) -> None:
        """Take typing."""
        self._set_editing(True)
        self.line.cursor_position = len(self.line.value)
        self.line.focus()

    def close(self, *, focus: bool) -> None:
        """Show the row again, with the focus on it if asked."""
        self._set_editing(False)
        if focus:
            self.row.focus()

    def _set_editing(self, editing: bool) -> None:
        self.editing = editing
        self.row.display = not editing
        self.query_one(Labelled).display = editing

    def say(self, words: str = "", *, wrong: bool = False) -> None:
        """Show words below the row; none: what the setting means."""
        said = self.query_one(".about", Static)
        said.update(Content(f"✗ {words}" if wrong else words or self.about))
        said.set_class(wrong, "-wrong")
