"""One day to read, without opening it."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.dates import day_title
from sciatica_journal.services.history.describing import Described, Line, Section
from sciatica_journal.ui.screens.history.messages import DayWanted
from sciatica_journal.ui.widgets.wrapping import wrapped_text

LONGEST: Final = 6_000
"""Characters of one line of the preview: laying out more would be felt; opening the day shows all."""

_LABEL_WIDTH: Final = 15
_BETWEEN: Final = " · "
_HIGH: Final = 12
"""Lines from which ratings stand apart even where the day has to be scrolled."""


def preview_of(day: Described, width: int, *, apart: bool) -> Content:
    """Return the day in words: what was written first, then the ratings, the runs and reflections.

    The ratings stand each on a line of its own where they are `apart`, else in one paragraph of that width.
    """
    if not day.sections:
        return Content.styled("Nothing written on this day.", "$text-muted")
    return Content("\n\n").join([_block(section, width, apart=apart) for section in day.sections])


def _block(section: Section, width: int, *, apart: bool) -> Content:
    title = Content.styled(section.title, "bold $text-primary")
    if not section.fields:
        return Content("\n").join([title, *map(_record, section.lines)])
    texts = [_text(line) for line in section.lines if line.is_text]
    facts = [line for line in section.lines if not line.is_text]
    if apart:
        return Content("\n").join([title, *texts, *(_fact(line, width) for line in facts)])
    return Content("\n").join([title, *texts, *_paragraph([_in_paragraph(line) for line in facts], width)])


def _fact(line: Line, width: int) -> Content:
    """Return label and value; where the value takes more lines, they begin below its first."""
    value = wrapped_text(_cut(line.text).plain, width - _LABEL_WIDTH)
    return Content.assemble((line.label.ljust(_LABEL_WIDTH), "$text-secondary"), f"\n{' ' * _LABEL_WIDTH}".join(value))


def _in_paragraph(line: Line) -> Content:
    return Content.assemble((f"{line.label.lower()} ", "$text-secondary"), _cut(line.text))


def _paragraph(facts: list[Content], width: int) -> list[Content]:
    """Return the facts line by line, broken between two of them, so that no line begins with the mark between."""
    lines: list[Content] = []
    for fact in facts:
        if lines and lines[-1].cell_length + len(_BETWEEN) + fact.cell_length <= width:
            lines[-1] = Content(_BETWEEN).join([lines[-1], fact])
        else:
            lines.append(fact)
    return lines


def _text(line: Line) -> Content:
    return Content.assemble((f"{line.label}: ", "$text-secondary"), _cut(line.text))


def _record(line: Line) -> Content:
    head = f"{line.label}: " if line.label and line.text else line.label
    return Content.assemble((head, "$text-secondary"), _cut(line.text))


def _cut(text: str) -> Content:
    return Content(text if len(text) <= LONGEST else f"{text[:LONGEST]} … (Enter opens the day)")


class DayPreview(VerticalScroll):
    """The chosen day in words; it scrolls with the keys when it has the focus."""

    def __init__(self) -> None:
        super().__init__(id="history-preview", classes="pane")
        self._day: Described | None = None

    def compose(self) -> ComposeResult:
        """Compose the text."""
        yield Static(id="history-preview-text")

    def show(self, day: Described) -> None:
        """Show a day from its top."""
        self._day = day
        self.border_title = day_title(day.date)
        self._paint()
        self.scroll_home(animate=False)

    def forget(self) -> None:
        """Have the day read anew when the preview comes into sight."""
        self._day = None

    def on_show(self) -> None:
        """Ask for the day, where a terminal that was too narrow for it has become wider."""
        if self._day is None:
            self.post_message(DayWanted())

    def on_resize(self) -> None:
        """Use the height there is."""
        self._paint()

    def _paint(self) -> None:
        if self._day is None:
            return
        width = max(1, self.size.width - 1)
        apart, together = (preview_of(self._day, width, apart=apart) for apart in (True, False))
        high = self.size.height >= _HIGH
        content = apart if self._fits(apart) or (high and not self._fits(together)) else together
        self.query_one("#history-preview-text", Static).update(content)

    def _fits(self, content: Content) -> bool:
        return content.get_height({}, max(1, self.size.width - 1)) <= self.size.height
