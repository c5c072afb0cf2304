"""The key bar: at most six keys, from the one registry of commands."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from sciatica_journal.domain.commands import COMMANDS, Command
from sciatica_journal.domain.keymap import shown_key
from sciatica_journal.ui.messages import CommandChosen
from sciatica_journal.ui.widgets.row import Part

_LEAVE_TEXT = Command("leave_text", "app", ("escape",), "leave_text", "stop writing", "")
_TYPED = ("save", "quick_line", "go", "red_flags", "help")
WHILE_TYPING = sorted((each for each in COMMANDS if each.id in _TYPED), key=lambda each: _TYPED.index(each.id))
_GAP = 3
_NARROW_GAP = 2
_STAYING = 2
"""How many entries at the end give way last: red flags and help."""

Entry = tuple[str, Command]


class KeyBar(Widget):
    """One line; where it is too narrow the more general ones give way, before red flags and help."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; width: 1fr; background: $surface; padding: 0 1;
        &:ansi { background: ansi_default; }
    }
    """

    typing: reactive[bool] = reactive(False)
    """Whether a text has the focus: then letters are written, and only other keys are shown."""

    def __init__(self, commands: list[Command], keys: dict[str, tuple[str, ...]]) -> None:
        super().__init__(id="key-bar")
        self._commands = commands
        self._keys = keys
        self._targets: list[tuple[int, int, str]] = []

    def show(self, commands: list[Command]) -> None:
        """Show other commands."""
        self._commands = commands
        self.refresh()

    def render(self) -> Content:
        """Return as many entries as fit."""
        entries: list[Entry] = [("Esc", _LEAVE_TEXT)] if self.typing else []
        for command in WHILE_TYPING if self.typing else self._commands:
            if self._keys.get(command.id):
                entries.append((shown_key(self._keys[command.id][0]), command))
        gap = _GAP if _width(entries, _GAP) <= self.size.width else _NARROW_GAP
        while entries and _width(entries, gap) > self.size.width:
            entries.pop(max(0, len(entries) - 1 - _STAYING))
        parts: list[Part] = []
        self._targets = []
        x = 0
        for key, command in entries:
            width = len(key) + 1 + len(command.label)
            self._targets.append((x, x + width, command.action))
            parts += [(key, "bold $text-accent"), (f" {command.label}", "$foreground"), " " * gap]
            x += width + gap
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Run what was clicked."""
        inner = event.get_content_offset(self)
        for start, end, action in self._targets if inner else ():
            if inner and start <= inner.x < end:
                self.post_message(CommandChosen(action))
                return


def _width(entries: list[Entry], gap: int) -> int:
    """Return how many columns the entries take beside each other."""
    return sum(len(key) + 1 + len(command.label) + gap for key, command in entries) - gap
