"""The line filter: no control or direction-changing character of anyone's text reaches the terminal."""

import re
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from sciatica_journal.domain.safe import UNSAFE, safe

_STYLED: Final = re.compile("(?<!\u200d)(.)(?:\ufe0f\u20e3?|[\U0001f3fb-\U0001f3ff])(?!\u200d)", re.DOTALL)
"""A character with what asks for its coloured form or another skin; what is joined to more stays whole."""

_LOOKED_AT: Final = re.compile(f"{UNSAFE.pattern[:-1]}\ufe0f\U0001f3fb-\U0001f3ff]")


class SafeText(LineFilter):
    """Takes unsafe characters out of every segment painted. Width stays: they count as width 0.

    An emoji with a variation selector or a skin tone is painted in its plain form: terminals disagree on how wide the
    other one is (tmux 3.3 by one or two columns), and all behind it on the line would be torn.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # Textual's signature
        """Return the segments without unsafe characters."""
        return [
            Segment(safe(_STYLED.sub(_plain, segment.text)), segment.style, segment.control)
            if _LOOKED_AT.search(segment.text)
            else segment
            for segment in segments
        ]


def _plain(styled: re.Match[str]) -> str:
    """Return the character by itself, as wide as the two were counted."""
    return styled[1] + " " * max(0, cell_len(styled[0]) - cell_len(styled[1]))
