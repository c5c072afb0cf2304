"""The line filter: no control or direction-changing character of anyone's text reaches the terminal."""

import re
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from sciatica_journal.domain.safe import UNSAFE, safe

_FORM: Final = "\ufe0f\U0001f3fb-\U0001f3ff"
"""What asks for the coloured form of the character before it, or for another skin."""

_FLAG: Final = "\U0001f1e6-\U0001f1ff"
"""The letters A to Z of which two are the flag of a country."""

_PICTURE: Final = "[\u2190-\u2bff\U0001f000-\U0001faff]"
_STYLED: Final = re.compile(
    f"([{_FLAG}]+)|({_PICTURE})[{_FORM}]*(?:\u200d{_PICTURE}[{_FORM}]*)+|(.)(?:\ufe0f\u20e3?|[{_FORM}])", re.DOTALL
)
"""Flags, pictures joined to one, and a character with what asks for another form of it."""

_LETTERS: Final = {ord(_FLAG[0]) + place: ord("A") + place for place in range(26)}
_LOOKED_AT: Final = re.compile(f"{UNSAFE.pattern[:-1]}\u200d{_FORM}{_FLAG}]")


class SafeText(LineFilter):
    """Takes unsafe characters out of every segment painted. Width stays: they count as width 0.

    An emoji with a variation selector or a skin tone is painted in its plain form, of joined ones (a family) the first,
    and of a flag its letters: terminals disagree on how wide the others are (tmux 3.3 by one or two columns; a family
    of four takes two columns in some and eight in others), and all behind it on the line would be torn.
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
    """Return the letters or the (first) character by itself, as wide as all were counted."""
    plain = styled[1].translate(_LETTERS) if styled[1] else styled[2] or styled[3]
    return plain + " " * max(0, cell_len(styled[0]) - cell_len(plain))
