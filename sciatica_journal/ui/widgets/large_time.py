"""A time in digits as large as the place for them allows: read from a treadmill, two steps away."""

from typing import Final

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Digits

_ROWS: Final = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", " ##", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}
"""The dots of each character, from the top."""

_HEIGHT: Final = 5
_LARGEST: Final = 3
_AROUND: Final = 8
"""Lines that the words above and below need, a caution of three lines among them."""
_THIN: Final = 3
"""Lines of Textual's digits."""


class LargeTime(Digits):
    """A time such as `4:30` or `1:02:03`. A dot is one to three lines high and twice as wide as high; where not even
    one line fits, the digits are Textual's thin ones of three lines, and in a window of a few lines plain text."""

    def render(self) -> RenderResult:
        """Render the time in the size it was given lines for."""
        scale = self.size.height // _HEIGHT
        if self.size.height < _THIN:
            return Content(self.value)
        return large(self.value, scale) if scale and set(self.value) <= _ROWS.keys() else super().render()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines it takes."""
        scale = self._scale(container)
        if container.height <= _THIN:
            return 1
        return scale * _HEIGHT if scale else super().get_content_height(container, viewport, width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the columns it takes."""
        scale = self._scale(container)
        return _columns(self.value) * 2 * scale if scale else super().get_content_width(container, viewport)

    def _scale(self, container: Size) -> int:
        """Return how many lines a dot is high: 0 where the large digits do not fit."""
        if not self.value or not set(self.value) <= _ROWS.keys():
            return 0
        across = container.width // (2 * _columns(self.value))
        return max(0, min(_LARGEST, across, (container.height - _AROUND) // _HEIGHT))


def large(time: str, scale: int) -> Content:
    """Return a time in full blocks, a dot `scale` lines high, all lines of one width."""
    lines = []
    for row in range(_HEIGHT):
        dots = " ".join(_ROWS[character][row] for character in time)
        line = "".join(("█" if dot == "#" else " ") * (2 * scale) for dot in dots)
        lines += [line] * scale
    return Content("\n".join(lines))


def _columns(time: str) -> int:
    """Return how many dots a time is wide, with one between the characters."""
    return sum(len(_ROWS[character][0]) for character in time) + len(time) - 1
