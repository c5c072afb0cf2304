"""The line filter: no control or direction-changing character of anyone's text reaches the terminal."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from sciatica_journal.domain.safe import UNSAFE


class SafeText(LineFilter):
    """Takes unsafe characters out of every segment painted. Width stays: they count as width 0."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # Textual's signature
        """Return the segments without unsafe characters."""
        return [
            Segment(UNSAFE.sub("", segment.text), segment.style, segment.control)
            if UNSAFE.search(segment.text)
            else segment
            for segment in segments
        ]
