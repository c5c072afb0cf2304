"""What the marks of calendar and list mean."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sciatica_journal.ui.screens.history.marks import OFF, ON_WAKING, QUIET, REFLECTION, RUN, TODAY, WORDS

Entry = tuple[str, str]
"""A mark and its meaning."""


def entries(light: bool, off: bool = False) -> tuple[Entry, ...]:
    """Return the marks with their meanings: of ratings, of runs, of words, of days `off` where there are any."""
    ratings: tuple[Entry, ...] = (("0-10", "could do"),) if light else (("0-10", "pain"), (ON_WAKING, "on waking"))
    return (
        *ratings, (QUIET, "quiet"), (TODAY, "today"),
        (RUN, "run"), ("s", "settled"), ("l", "lingering"), ("f", "flared"),
        (f"{RUN}2", "two"), (REFLECTION, "reflection"),
        *(((WORDS, "words"), (OFF, "holiday")) if off else ((WORDS, "note, day, moment"),)),
    )  # fmt: skip


def lines_of(found: tuple[Entry, ...], width: int) -> list[Content]:
    """Return the entries on as few lines as the width allows; an entry is never broken."""
    lines: list[Content] = []
    for mark, meaning in found:
        entry = Content.assemble((mark, "bold $text-primary"), (f" {meaning}", "$text-muted"))
        if lines and lines[-1].cell_length + 2 + entry.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], "  ", entry)
        else:
            lines.append(entry)
    return lines


class Legend(Widget):
    """The legend, as high as its width makes it."""

    DEFAULT_CSS = """
    Legend { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, *, light: bool) -> None:
        super().__init__()
        self._light = light
        self._entries = entries(light)

    def show_off(self, off: bool) -> None:
        """Explain the mark of a holiday from the journal where it is shown."""
        found = entries(self._light, off)
        if found != self._entries:
            self._entries = found
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return the number of its lines."""
        return len(lines_of(self._entries, width))

    def render(self) -> Content:
        """Return the lines."""
        return Content("\n").join(lines_of(self._entries, self.size.width))
