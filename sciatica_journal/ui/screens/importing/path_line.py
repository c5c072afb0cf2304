"""The line for a path: Tab completes, the arrows move in the list below it, Enter takes."""

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from textual import events
from textual.message import Message

from sciatica_journal.domain.text import one_line
from sciatica_journal.ui.widgets.writing import WritingLine

What = Literal["complete", "take", "up", "down"]
_KEYS: Final[dict[str, What]] = {"tab": "complete", "enter": "take", "up": "up", "down": "down"}
_PASSED: Final = frozenset({"escape", "shift+tab"})


class PathLine(WritingLine):
    """Tells with Asked of the keys that are not typing. A dropped or pasted path may be quoted as shells do."""

    KEYS: ClassVar[dict[str, What]] = _KEYS

    @dataclass
    class Asked(Message):
        """A key asked for something."""

        what: What

    async def _on_key(self, event: events.Key) -> None:
        if event.key in _PASSED:
            return
        if event.key not in _KEYS:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        self.post_message(self.Asked(_KEYS[event.key]))

    def action_leave_text(self) -> None:
        """Leave the screen: there is no row of single keys to go to."""
        self.call_next(self.screen.run_action, "close")

    def _on_paste(self, event: events.Paste) -> None:
        """Take a path as terminals paste it when a file is dropped on them."""
        event.stop()
        event.prevent_default()
        text = one_line(event.text)
        if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
            text = text[1:-1]
        elif "\\ " in text:
            text = text.replace("\\ ", " ")
        if text.startswith(("/", "~/")):
            self.replace_all("")
        self.replace(text, *self.selection)
