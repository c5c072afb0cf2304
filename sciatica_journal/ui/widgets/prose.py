"""A short Markdown text among other widgets, as high as it is long."""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sciatica_journal.ui.widgets.markdown_lines import Line, lay_out, read_markdown
from sciatica_journal.ui.widgets.page_view import TEXT_WIDTH
from sciatica_journal.ui.widgets.row import Part

_STYLES: Final = {
    "strong": "bold", "em": "italic", "code": "$text-secondary", "marker": "$text-accent", "link": "underline",
}  # fmt: skip


class Prose(Widget):
    """Paragraphs, lists and emphasis; links are not followed here. For whole pages there is PageView."""

    DEFAULT_CSS = """
    Prose { height: auto; width: 1fr; }
    """

    def __init__(self, markdown: str, *, id: str | None = None) -> None:  # Textual's own name for it
        super().__init__(id=id)
        self._document = read_markdown(markdown)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return the number of lines at the width."""
        return len(lay_out(self._document, min(TEXT_WIDTH, width)).lines)

    def render(self) -> Content:
        """Return the lines."""
        parts: list[Part] = []
        for number, line in enumerate(lay_out(self._document, min(TEXT_WIDTH, self.size.width)).lines):
            parts += ["\n"] if number else []
            parts += painted(line)
        return Content.assemble(*parts)


def painted(line: Line) -> list[Part]:
    """Return a line of a page as parts with their styles."""
    return [(span.text, " ".join(_STYLES.get(kind, "") for kind in span.kinds)) for span in line.spans]
