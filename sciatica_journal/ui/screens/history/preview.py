"""One day to read, without opening it."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.labels import FIELD_LABELS
from sciatica_journal.services.days import DayView
from sciatica_journal.services.describing import Section, described
from sciatica_journal.services.naming_days import day_title

LONGEST: Final = 6_000
"""Characters of one line of the preview: laying out more would be felt; opening the day shows all."""

DAY_SECTION: Final = "Journal"
_TEXTS: Final = (*(f"{FIELD_LABELS[name].capitalize()}: " for name in ("did", "note")), "Typed: ")


def preview_of(view: DayView, unit: str) -> Content:
    """Return the day in words: what was written, the ratings in one paragraph, the runs and reflections."""
    sections = described(view, unit)
    if not sections:
        return Content.styled("Nothing written on this day.", "$text-muted")
    return Content("\n\n").join([_block(section) for section in sections])


def _block(section: Section) -> Content:
    title = Content.styled(section.title, "bold $text-primary")
    if section.title != DAY_SECTION:
        return Content("\n").join([title, *(_cut(line) for line in section.lines)])
    ratings = [line for line in section.lines if not line.startswith(_TEXTS)]
    texts = [line for line in section.lines if line.startswith(_TEXTS)]
    paragraph = [Content(" · ").join([_rating(line) for line in ratings])] if ratings else []
    return Content("\n").join([title, *(_labelled(line) for line in texts), *paragraph])


def _rating(line: str) -> Content:
    label, _, value = line.partition(": ")
    return Content.assemble((f"{label.lower()} ", "$text-secondary"), _cut(value))


def _labelled(line: str) -> Content:
    label, _, text = line.partition(": ")
    return Content.assemble((f"{label}: ", "$text-secondary"), _cut(text))


def _cut(text: str) -> Content:
    return Content(text if len(text) <= LONGEST else f"{text[:LONGEST]} … (Enter opens the day)")


class DayPreview(VerticalScroll):
    """The chosen day in words; it scrolls with the keys when it has the focus."""

    def __init__(self, unit: str) -> None:
        super().__init__(id="history-preview", classes="pane")
        self._unit = unit

    def compose(self) -> ComposeResult:
        """Compose the text."""
        yield Static(id="history-preview-text")

    def show(self, view: DayView) -> None:
        """Show a day from its top."""
        self.border_title = day_title(view.day.date)
        self.query_one("#history-preview-text", Static).update(preview_of(view, self._unit))
        self.scroll_home(animate=False)
