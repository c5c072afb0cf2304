"""Two places to write side by side, for practices with two columns; their words are one text with both titles."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.practices.columns import joined, parted
from sciatica_journal.ui.messages import TextEdited
from sciatica_journal.ui.widgets.writing import WritingArea

SIDE_BY_SIDE = 46
"""Columns from which both fit beside each other; below, they are stacked."""


class TwoColumns(Horizontal):
    """Tells of edits as one text under `field`; `titles` head the columns."""

    DEFAULT_CSS = """
    TwoColumns { height: 1fr; min-height: 8; margin: 0 1; }
    TwoColumns.-stacked { layout: vertical; }
    TwoColumns Vertical { width: 1fr; height: 1fr; min-height: 4; }
    TwoColumns Vertical.-second { border-left: solid $border-blurred; }
    TwoColumns.-stacked Vertical.-second { border-left: none; }
    TwoColumns Static { color: $text-secondary; text-style: bold; }
    TwoColumns WritingArea { height: 1fr; min-height: 3; }
    """

    def __init__(self, field: str, titles: Sequence[str]) -> None:
        super().__init__(id="columns")
        self.field = field
        self.titles = tuple(titles)
        self._areas = [WritingArea(f"{field}_{number}") for number in range(1, len(self.titles) + 1)]

    def compose(self) -> ComposeResult:
        """Compose title and text of each column."""
        for place, (title, area) in enumerate(zip(self.titles, self._areas, strict=True)):
            with Vertical(classes="-second" if place else ""):
                yield Static(Content(title))
                yield area

    def on_resize(self, event: events.Resize) -> None:
        """Stack the columns where they would be too narrow."""
        self.set_class(event.size.width < SIDE_BY_SIDE, "-stacked")

    @on(TextEdited)
    def _edited(self, message: TextEdited) -> None:
        if message.field != self.field:
            message.stop()
            self.post_message(TextEdited(self.field, self.as_text()))

    def as_text(self) -> str:
        """Return both texts as one."""
        return joined(self.titles, [area.as_text() for area in self._areas])

    def show(self, text: str, *, force: bool = False) -> None:
        """Show a text in its columns, as a place to write shows one."""
        for area, part in zip(self._areas, parted(self.titles, text), strict=True):
            area.show(part, force=force)

    def saved(self, text: str) -> None:
        """Take note that this text is on disk."""
        for area, part in zip(self._areas, parted(self.titles, text), strict=True):
            area.saved(part)

    def let_go(self, chosen: bool, key: str) -> None:
        """Show whether the words are to be let go, and the key that keeps them."""
        self.set_class(chosen, "-let-go")
        for area, words in zip(self._areas, ("touches no disk", f"{key} keep"), strict=True):
            area.border_subtitle = words if chosen else ""

    @property
    def unsaved(self) -> str | None:
        """The text if a column was edited since the last save, else None."""
        return self.as_text() if any(area.unsaved is not None for area in self._areas) else None

    def place_for(self, title: str = "") -> WritingArea:
        """Return the column of a title, else the first."""
        return self._areas[self.titles.index(title)] if title in self.titles else self._areas[0]
