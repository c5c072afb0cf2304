"""A list to pick from: the line one is on carries a mark, not only a colour."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class PickList(OptionList):
    """An option list of a few dozen lines; headings cannot be picked.

    A `led` list is moved in from a text field, so it shows where one is without having the focus.
    """

    def __init__(self, *, led: bool = False, id: str | None = None) -> None:  # Textual's own name for it
        super().__init__(id=id, compact=True)
        self.led = led
        self.set_class(led, "-led")
        self._contents: list[Content] = []
        self._marked: int | None = None

    def show(self, lines: Sequence[Content | str], at: int | None = None) -> None:
        """Show other lines; a plain text is a heading. `at` is the line to be on, by default the first."""
        self._marked = None
        self._contents = [Content(line) if isinstance(line, str) else line for line in lines]
        self.clear_options()
        self.add_options(
            Option(Content.styled(line, "bold $text-secondary"), disabled=True)
            if isinstance(line, str)
            else Option(Content.assemble("  ", line))
            for line in lines
        )
        if at is not None and at < len(lines):
            self.highlighted = at
        elif lines:
            self.action_first()

    def replace_line(self, index: int, line: Content) -> None:
        """Show another text in a line."""
        self._contents[index] = line
        self._paint(index)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark."""
        super().watch_highlighted(highlighted)
        before, self._marked = self._marked, highlighted
        for index in (before, highlighted):
            self._paint(index)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the mark, or take it away."""
        super().watch_has_focus(has_focus)
        self._paint(self._marked)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # as Textual's
        """Return whether an action can be done now."""
        return action not in ("page_up", "page_down") or is_laid_out(self)

    def _paint(self, index: int | None) -> None:
        if index is None or index >= len(self._contents) or self.get_option_at_index(index).disabled:
            return
        line = self._contents[index]
        if index == self._marked and (self.led or self.has_focus):
            line = Content.assemble("▸ ", line.plain)  # plain: the colours are those of the highlight
        else:
            line = Content.assemble("  ", line)
        self.replace_option_prompt_at_index(index, line)


def is_laid_out(options: OptionList) -> bool:
    """Return whether a list has lines yet: until then, and while it is hidden, Textual knows no pages of it."""
    return bool(options.scrollable_content_region)
