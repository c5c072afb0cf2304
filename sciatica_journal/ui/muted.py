"""Muted text under the terminal's own colours and without any: those have no muted one, so it is painted dim."""

from rich.color import Color as Painted
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from sciatica_journal.ui.themes import MUTED_MARK

_MARK = Color.parse(MUTED_MARK).rich_color.triplet
_DIM = Style(color=Painted.default(), dim=True)


class Muted(LineFilter):
    """Paints what has the mark's colour in the terminal's usual one, dim: a hint must not pass for what was logged."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # Textual's signature
        """Return the segments without the mark."""
        return [
            Segment(text, style + _DIM, control)
            if style is not None and style.color is not None and style.color.triplet == _MARK
            else Segment(text, style, control)
            for text, style, control in segments
        ]
