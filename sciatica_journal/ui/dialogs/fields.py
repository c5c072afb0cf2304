"""Text fields of forms: Enter goes on, several pasted lines fit in one."""

from textual import events
from textual.widget import Widget

from sciatica_journal.domain.text import one_line
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.widgets.writing import WritingArea, WritingLine

_NEW_LINE = ("ctrl+j", "shift+enter", "alt+enter")


def passed_on(widget: Widget, event: events.Key) -> bool:
    """Hand a key that came too late for the field to the one that has the focus now; return whether it was.

    Keys in quick succession are in the field's queue before Enter among them has moved the focus.
    """
    focused = widget.screen.focused
    if focused is None or focused is widget:
        return False
    event.stop()
    event.prevent_default()
    focused.post_message(events.Key(event.key, event.character))
    return True


class FormLine(WritingLine):
    """A text of one line in a form."""

    def show(self, text: str, *, force: bool = True) -> None:
        """Show a text whatever is typed: a form decides itself what may be replaced."""
        super().show(text, force=force)

    async def _on_key(self, event: events.Key) -> None:
        if passed_on(self, event):
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_enter()
        else:
            await super()._on_key(event)

    def action_enter(self) -> None:
        """Go on. Done at once, not by message, so that the next key finds the focus where it is meant to be."""
        self.query_ancestor(Dialog).entered()

    def _on_paste(self, event: events.Paste) -> None:
        """Take all that is pasted, on one line."""
        event.stop()
        event.prevent_default()
        self.replace(self.folded(event.text), *self.selection)

    def folded(self, text: str) -> str:
        """Return pasted text as one line."""
        return one_line(text)


class FormArea(WritingArea):
    """A text of many lines in a form: Enter goes on, ctrl+j (or shift+Enter, where it arrives) breaks the line."""

    def show(self, text: str, *, force: bool = True) -> None:
        """Show a text whatever is typed: a form decides itself what may be replaced."""
        super().show(text, force=force)

    async def _on_key(self, event: events.Key) -> None:
        if passed_on(self, event):
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.query_ancestor(Dialog).entered()
        elif event.key in _NEW_LINE:
            event.stop()
            event.prevent_default()
            self.insert("\n")
        else:
            await super()._on_key(event)
