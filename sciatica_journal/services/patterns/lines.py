"""The page as plain lines for the shell, a screen reader or a pipe."""

from collections.abc import Iterator
from typing import Final

from sciatica_journal.services.patterns.view import Card, Group, MapView, PatternsView
from sciatica_journal.services.patterns.words import Words

MOST_SILENT: Final = 8
"""Silent questions of a kind that are listed: what has no answer must not drown what has one."""


def page_lines(view: PatternsView, words: Words) -> list[str]:
    """Return the page as lines to read: the running question first, what is known before what is not."""
    lines = [view.days, ""]
    if view.notice:
        lines += [view.notice, ""]
    if view.mixed:
        lines += [view.mixed, ""]
    if view.headline is not None:
        lines += [f"- {view.headline.title}", *_behind(view.headline), ""]
    for card in view.cards:
        lines += [f"- {card.title}: {card.word}", *_behind(card), ""]
    if view.load_map is not None:
        lines += [*map_lines(view.load_map), ""]
    for group in view.groups:
        lines += [*_group(group), ""]
    for group in view.silent:
        lines += [*_group(_shortened(group, words)), ""]
    return [*lines, view.method]


def _behind(card: Card) -> Iterator[str]:
    """Yield a card's numbers and since when a claim stands."""
    yield f"  {card.words}"
    if card.history and card.certainty:
        yield f"  {card.history[0]}"


def _group(group: Group) -> Iterator[str]:
    yield f"{group.title}"
    for line in group.lines:
        yield f"  {line}"


def _shortened(group: Group, words: Words) -> Group:
    left = len(group.lines) - MOST_SILENT
    if left <= 1:
        return group
    return Group(group.title, (*group.lines[:MOST_SILENT], words["title"]["more"].format(count=left)))


def map_lines(found: MapView) -> Iterator[str]:
    """Yield the load x stress map as a table, with what chance alone would show below it."""
    yield found.head
    wide = max(len(row) for row in found.rows)
    yield " " * wide + "  " + "  ".join(f"{column:>13}" for column in found.columns)
    for name, row in zip(found.rows, found.cells, strict=True):
        cells = (f"{mean:.1f} ({n} d)" if mean is not None else f"({n} d)" for n, mean in row)
        yield f"{name:<{wide}}  " + "  ".join(f"{cell:>13}" for cell in cells)
    yield found.note
