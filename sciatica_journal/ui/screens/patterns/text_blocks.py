"""Blocks of words: what is described, the questions that stay silent, pages to read, and the page before any answer."""

from typing import ClassVar, Final

from textual.content import Content

from sciatica_journal.services.patterns.view import Group
from sciatica_journal.ui.screens.patterns.block import Block, Line, wrapped
from sciatica_journal.ui.widgets.markdown_lines import lay_out, read_markdown
from sciatica_journal.ui.widgets.page_view import TEXT_WIDTH
from sciatica_journal.ui.widgets.prose import painted

_MUTED: Final = "$text-muted"
MOST_LINES: Final = 80
"""Silent questions that get a line each; more of them are one text."""
LONGEST: Final = 40_000
"""Characters of one list of silent questions: laying out more would be felt."""


class GroupBlock(Block):
    """Some lines under a title."""

    def __init__(self, key: str, group: Group) -> None:
        super().__init__(key)
        self.group = group
        self._write_title()

    def _write_title(self) -> None:
        self.border_title = Content.styled(self.group.title, "bold $text-accent")

    def show(self, group: Group) -> None:
        """Show other lines."""
        if group != self.group:
            self.group = group
            self.changed()

    def lines(self, width: int) -> list[Line]:
        """Return the lines; the title is in the rule over them."""
        return [line for text in self.group.lines for line in wrapped(text, width, indent=2)]


class SilentBlock(GroupBlock):
    """Questions without an answer, for one reason: a count, and on Enter the questions as one text."""

    folds: ClassVar[bool] = True
    hint: ClassVar[str] = "↵ which ones"

    def _write_title(self) -> None:
        """The reason stands in a line, where it may be long."""

    def lines(self, width: int) -> list[Line]:
        """Return the reason with the count, and where it is open the questions."""
        sign = "-" if self.is_open else "+"
        head = wrapped(f"{sign} {self.group.title} ({len(self.group.lines)})", width, indent=2)
        if not self.is_open:
            return head
        if len(self.group.lines) <= MOST_LINES:
            told = [line for text in self.group.lines for line in wrapped(text, width - 2, _MUTED, indent=2)]
            return [*head, *(["  ", *line] for line in told)]
        text = " · ".join(self.group.lines)
        text = text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
        return [*head, *([("  "), *line] for line in wrapped(text, width - 2, _MUTED))]


class PageBlock(Block):
    """A line that opens a page: `name` of a guide page, or of what the screen knows. `text` may stand before it."""

    hint: ClassVar[str] = "↵ open it"

    def __init__(self, key: str, text: str, label: str, style: str = _MUTED) -> None:
        super().__init__(key)
        self.text = text
        self.label = label
        self.style = style

    def show(self, text: str) -> None:
        """Show another text before the line."""
        if text != self.text:
            self.text = text
            self.changed()

    def lines(self, width: int) -> list[Line]:
        """Return the text, and the line."""
        text = wrapped(self.text, min(width, TEXT_WIDTH), self.style) if self.text else []
        return [*text, *wrapped(f"› {self.label}", width, "$text-primary", indent=2)]

    def activate(self) -> None:
        """Have the screen open it."""
        self.post_message(self.Opened(self))


class ProseBlock(Block):
    """Markdown, for the page that has no answer yet."""

    def __init__(self, key: str, markdown: str) -> None:
        super().__init__(key)
        self._document = read_markdown(markdown)

    def lines(self, width: int) -> list[Line]:
        """Return the text."""
        return [painted(line) for line in lay_out(self._document, min(TEXT_WIDTH, width)).lines]
