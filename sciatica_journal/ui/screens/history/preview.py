"""One day to read, without opening it."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.services.days import DayView
from sciatica_journal.services.describing import described
from sciatica_journal.services.naming_days import day_title

LONGEST: Final = 6_000
"""Characters of one line of the preview: laying out more would be felt; opening the day shows all."""


def preview_of(view: DayView, unit: str) -> Content:
    """Return the day in words, section by section."""
    sections = described(view, unit)
    if not sections:
        return Content.styled("Nothing written on this day.", "$text-muted")
    blocks: list[Content] = []
    for section in sections:
        lines = [Content.styled(section.title, "bold $text-primary")]
        lines += [_line(line) for line in section.lines]
        blocks.append(Content("\n").join(lines))
    return Content("\n\n").join(blocks)


def _line(line: str) -> Content:
    label, colon, text = line.partition(": ")
    cut = f"{text[:LONGEST]} … (Enter opens the day)" if len(text) > LONGEST else text
    if not colon or len(label) > 60:
        return Content(line[:LONGEST])
    return Content.assemble((f"{label}: ", "$text-secondary"), cut)


class DayPreview(VerticalScroll):
    """The chosen day in words; it scrolls with the keys when it has the focus."""

    def __init__(self, unit: str) -> None:
        super().__init__(id="preview", classes="pane")
        self._unit = unit

    def compose(self) -> ComposeResult:
        """Compose the text."""
        yield Static(id="preview-text")

    def show(self, view: DayView) -> None:
        """Show a day from its top."""
        self.border_title = day_title(view.day.date)
        self.query_one("#preview-text", Static).update(preview_of(view, self._unit))
        self.scroll_home(animate=False)
