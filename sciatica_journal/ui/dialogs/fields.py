"""Text fields of forms: Enter goes on, several pasted lines fit in one."""

from textual import events
from textual.widget import Widget

from sciatica_journal.domain.text import one_line
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.widgets.writing import Writing, WritingArea, WritingLine

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


class FormText(Writing, Widget):
    """What the text fields of a form share: a form decides itself what may be replaced, and Enter goes on."""

    field: str

    def show_text(self, text: str) -> None:
        """Show a text whatever is typed."""
        self.show(text, force=True)

    def took(self, event: events.Key) -> bool:
        """Do what a key does in every text field of a form; return whether it did something."""
        if passed_on(self, event):
            return True
        if event.key != "enter":
            return False
        event.stop()
        event.prevent_default()
        self.action_enter()
        return True

    def action_enter(self) -> None:
        """Go on. Done at once, not by message, so that the next key finds the focus where it is meant to be."""
        self.query_ancestor(Dialog).entered()


class FormLine(WritingLine, FormText):
    """A text of one line in a form."""

    async def _on_key(self, event: events.Key) -> None:
        if not self.took(event):
            await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        """Take all that is pasted, on one line."""
        event.stop()
        event.prevent_default()
        self.replace(self.folded(event.text), *self.selection)

    def folded(self, text: str) -> str:
        """Return pasted text as one line."""
        return one_line(text)


class FormArea(WritingArea, FormText):
    """A text of many lines in a form: Enter goes on, ctrl+j (or shift+Enter, where it arrives) breaks the line."""

    async def _on_key(self, event: events.Key) -> None:
        if self.took(event):
            return
        if event.key in _NEW_LINE:
            event.stop()
            event.prevent_default()
            self.insert("\n")
        else:
            await super()._on_key(event)
