"""Moving on the page of Patterns: from block to block, by screenfuls, to its ends, to the other column."""

from typing import TYPE_CHECKING, Final

from textual.widget import Widget

from sciatica_journal.ui.widgets.row import neighbour

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.patterns.screen import PatternsScreen

_LINES: Final = 3
"""Lines that a key scrolls on within a block that is higher than the screen."""


def is_shown(stop: Widget) -> bool:
    """Return whether a block and all that it lies in are displayed."""
    return all(node.display for node in stop.ancestors_with_self if isinstance(node, Widget))


def move(screen: "PatternsScreen", step: int) -> None:
    """Focus the block after or before; first show the rest of one that is higher than the screen."""
    page, here = screen.page, screen.focused
    if here is not None:
        hidden = here.region.bottom - page.region.bottom if step > 0 else page.region.y - here.region.y
        if hidden > 0 and here.region.height > page.size.height:
            page.scroll_relative(y=step * min(hidden, _LINES), animate=False)
            return
    stop = neighbour(screen.stops(), here, step)
    if stop is None:
        page.scroll_relative(y=step * _LINES, animate=False)
    else:
        stop.focus()


def page(screen: "PatternsScreen", step: int) -> None:
    """Scroll by a screenful, two lines kept for the eye, and focus the first block that begins there."""
    view, here = screen.page, screen.focused
    before = round(view.scroll_y)
    top = min(max(before + step * max(1, view.size.height - 2), 0), round(view.max_scroll_y))
    stops = [stop for stop in screen.stops() if here is None or stop.region.x == here.region.x]
    if top == before:
        to_end(screen, step)
        return
    begins = [stop for stop in stops if _line(screen, stop) >= top]
    stop = begins[0] if begins else next(iter(stops[-1:]), None)
    screen.set_focus(stop, scroll_visible=False)
    view.scroll_to(y=top, animate=False, force=True, immediate=True)


def to_end(screen: "PatternsScreen", step: int) -> None:
    """Go to the top or the bottom of the page."""
    stops = screen.stops()
    if stops:
        screen.set_focus(stops[0 if step < 0 else -1], scroll_visible=False)
    view = screen.page
    view.scroll_to(y=0 if step < 0 else view.max_scroll_y, animate=False, force=True, immediate=True)


def other_column(screen: "PatternsScreen") -> None:
    """Focus the nearest block of the other column."""
    here = screen.focused
    if here is None:
        return
    columns = screen.query_one("#patterns-columns")
    beside = [stop for stop in screen.stops() if columns in stop.ancestors and abs(stop.region.x - here.region.x) > 2]
    if beside and here.region.width < screen.page.size.width * 2 // 3:
        min(beside, key=lambda stop: abs(stop.region.y - here.region.y)).focus()


def _line(screen: "PatternsScreen", stop: Widget) -> int:
    """Return the line of the page on which a block begins, also right after a scroll that is not painted yet."""
    within = [node for node in stop.ancestors_with_self if isinstance(node, Widget)]
    return sum(node.virtual_region.y for node in within[: within.index(screen.page)])
