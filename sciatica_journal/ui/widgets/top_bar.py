"""The top bar: what this is, which day, when it was saved, and the places."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from sciatica_journal.ui.messages import CommandChosen, DayStepped, PlaceChosen
from sciatica_journal.ui.widgets.row import Part

PLACES: dict[str, str] = {
    "today": "Today", "history": "History", "patterns": "Patterns", "path": "Path", "guide": "Guide",
    "settings": "Settings",
}  # fmt: skip
_NAME = "Sciatica Journal"
_STATE_STYLES = {"●": "$text-success", "…": "$text-muted"}
"""How a state is shown, by its first character: done, under way; any other one is to be seen."""

FLAG_LINE_FROM = 12
"""Lines of the terminal from which an open red flag has a line of its own in the bar."""
_NARROW = 70
"""Below this many columns the name of the program gives way to whatever else there is."""
_APART = 108
"""From this many columns the places stand apart: beside them there is room for the longest hint."""


class TopBar(Widget):
    """Two lines, painted as text; clicks on days and places are told as messages."""

    DEFAULT_CSS = """
    TopBar { height: 2; width: 1fr; padding: 0 1; }
    TopBar.-flag { height: 3; }
    """

    day_text: reactive[str] = reactive("")
    state_text: reactive[str] = reactive("")
    hint_text: reactive[str] = reactive("")
    flag_text: reactive[str] = reactive("")
    pane_text: reactive[str] = reactive("")
    """Which key leads to which other pane, shown where the panes are too narrow for a border that says so."""

    def __init__(self, place: str, banner: str = "") -> None:
        """`banner`: what this journal is, where it is made up; its words before the colon stay in sight."""
        super().__init__(id="top-bar")
        self.place = place
        self.banner = banner
        self._targets: list[tuple[int, int, int, Message]] = []

    def render(self) -> Content:
        """Return the two lines and note where the targets are."""
        self._targets = []
        lines = [self._first_line(), self._second_line()]
        return Content("\n").join([*lines, self._flag_line()] if self.has_class("-flag") else lines)

    def watch_flag_text(self) -> None:
        """Give an open red flag a line of its own, where there is height."""
        self.set_class(bool(self.flag_text) and self.app.size.height >= FLAG_LINE_FROM, "-flag")

    def on_resize(self) -> None:
        """Do without that line where there is little height."""
        self.watch_flag_text()

    def _flag_line(self) -> Content:
        return Content.styled(self.flag_text, "bold $text-error reverse").truncate(
            max(1, self.size.width), ellipsis=True
        )

    def _first_line(self) -> Content:
        width = self.size.width
        parts: list[Part] = []
        x = 0
        if width >= _NARROW or not (self.day_text or self.banner or self.state_text):
            parts.append((_NAME, "bold $text-primary"))
            parts.append("   ")
            x = len(_NAME) + 3
        if self.banner:
            mark = f" {self.banner.partition(':')[0]} "
            parts += [(mark, "bold $text-warning reverse"), " "]
            x += len(mark) + 1
        if self.day_text:
            self._targets.append((0, x, x + 2, DayStepped(-1)))
            end = x + 2 + len(self.day_text)
            self._targets.append((0, end, end + 2, DayStepped(1)))
            parts += [("‹ ", "$text-muted"), (self.day_text, "bold"), (" ›", "$text-muted")]
            x = end + 2
        right = self.state_text
        if width < _NARROW and self.pane_text and x + len(self.pane_text) + len(right) + 4 <= width:
            self._targets.append((0, x + 2, x + 2 + len(self.pane_text), CommandChosen("other_pane")))
            parts.append((f"  {self.pane_text}", "$text-secondary"))
            x += 2 + len(self.pane_text)
        space = width - x - len(right)
        if space > 0:
            parts += [" " * space, (right, _STATE_STYLES.get(right[0] if right else "", "$text-warning"))]
        return Content.assemble(*parts)

    def _second_line(self) -> Content:
        parts: list[Part] = []
        x = 0
        close, gap = self._spacing()
        for place in self._shown_places():
            chosen = place == self.place
            text = PLACES[place] if close else f" {PLACES[place]} "
            text = f"[{PLACES[place]}]" if chosen else text
            parts.append((text, "bold $text-primary" if chosen else "$foreground"))
            parts.append(" " * gap)
            self._targets.append((1, x, x + len(text), PlaceChosen(place)))
            x += len(text) + gap
        text, style = self._right_text(self.size.width - x - 1)
        parts += [" " * (self.size.width - x - len(text)), (text, style)]
        return Content.assemble(*parts)

    def _spacing(self) -> tuple[bool, int]:
        """Return whether the names stand without their own space, and the columns between them."""
        if self.size.width >= _APART:
            return False, 2
        close = sum(len(label) + 2 for label in PLACES.values()) > self.size.width
        return close, int(close)

    def _shown_places(self) -> list[str]:
        """Return the places that fit, the one where one is before all; the others are reached by their keys."""
        close, gap = self._spacing()
        shown = list(PLACES)
        room = self.size.width - 2  # the brackets of the one where one is
        while close and shown and sum(len(PLACES[place]) + gap for place in shown) - gap > room:
            last = next((place for place in reversed(shown) if place != self.place), None)
            if last is None:
                break
            shown.remove(last)
        return shown

    def _right_text(self, room: int) -> tuple[str, str]:
        """Return what stands right of the places: an open red flag before all, else a hint, else the banner.

        Of the banner what the first line has not: its words behind the colon.
        """
        flag = "" if self.has_class("-flag") else self.flag_text
        for text, style in (
            (flag, "bold $text-error"),
            (flag.partition(":")[0], "bold $text-error"),
            (self.hint_text, "$text-muted"),
            (self.banner.partition(": ")[2], "bold $text-warning"),
        ):
            if text and len(text) <= room:
                return text, style
        return "", ""

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        inner = event.get_content_offset(self)
        if inner is None:
            return
        for line, start, end, message in self._targets:
            if inner.y == line and start <= inner.x < end:
                self.post_message(message)
                return
