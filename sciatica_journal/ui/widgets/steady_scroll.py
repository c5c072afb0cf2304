"""Scrolling by keys without Textual's animation, so that a key is answered at once."""

from textual.scroll_view import ScrollView


class SteadyScroll(ScrollView):
    """A scroll view whose keys jump by lines and screens; the wheel and the scrollbar stay as they are."""

    def go_to_line(self, line: int) -> None:
        """Bring a line to the top."""
        self.scroll_to(y=line, animate=False, force=True, immediate=True)
        self.refresh()

    def action_scroll_up(self) -> None:
        """Go up a line."""
        self.go_to_line(max(0, round(self.scroll_y) - 1))

    def action_scroll_down(self) -> None:
        """Go down a line."""
        self.go_to_line(round(self.scroll_y) + 1)

    def action_page_up(self) -> None:
        """Go up a screen."""
        self.action_screenful(-1)

    def action_page_down(self) -> None:
        """Go down a screen."""
        self.action_screenful(1)

    def action_scroll_home(self) -> None:
        """Go to the top."""
        self.go_to_line(0)

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self.go_to_line(self.virtual_size.height)

    def action_screenful(self, step: int) -> None:
        """Go on or back by a screenful, two lines kept for the eye."""
        self.go_to_line(max(0, round(self.scroll_y) + step * max(1, self.size.height - 2)))
