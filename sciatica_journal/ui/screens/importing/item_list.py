"""The items of a dry run or of an import, one line each: what is done, with what, and why."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from sciatica_journal.domain.text import one_line
from sciatica_journal.services.exchange.plan import Action, Item
from sciatica_journal.ui.screens.history.line_list import LineList

NAMES: Final[dict[Action, str]] = {
    "new": "new", "merged": "merged", "skipped": "skipped", "refused": "refused", "left_out": "left out",
}  # fmt: skip
STYLES: Final[dict[Action, str]] = {
    "new": "$text-success", "merged": "$text-primary", "skipped": "$text-muted", "refused": "$text-error",
    "left_out": "$text-muted",
}  # fmt: skip
TYPES: Final = {"row": "", "activity": "", "source_row": "row"}
_ACTION: Final = 10
_DATE: Final = 12
_WIDE: Final = 76
"""From this width on, why an item is what it is has a column of its own."""


class ItemList(LineList):
    """Any number of items. `numbers` are the places of those that are shown, among all."""

    def __init__(self) -> None:
        super().__init__(id="items")
        self.items: Sequence[Item] = ()
        self.numbers: Sequence[int] = ()
        self._why = 0

    def show(self, items: Sequence[Item], only: str = "") -> None:
        """Show the items of one action, or all."""
        self.items = items
        self._why = max(map(cell_len, {item.why for item in items}), default=0)
        self.numbers = [n for n, item in enumerate(items) if item.action == only] if only else range(len(items))
        self.cursor = 0
        self.scroll_to(y=0, animate=False)
        self.show_count(len(self.numbers))

    @property
    def chosen(self) -> int | None:
        """The place, among all items, of the one that one is on."""
        return self.numbers[self.cursor] if self.numbers else None

    def lines(self, number: int, width: int) -> list[Content]:
        """Return the line of an item."""
        item = self.items[self.numbers[number]]
        day = item.date.isoformat() if item.date is not None else ""
        head = Content.assemble(
            (NAMES[item.action].ljust(_ACTION), STYLES[item.action]), (day.ljust(_DATE), "$text-secondary")
        )
        room = width - 1 - _ACTION - _DATE
        what = what_of(item)
        if width < _WIDE:
            return [Content.assemble(head, what, (f" · {item.why}" if item.why else "", "$text-muted"))]
        share = max(room // 2, room - 2 - self._why)
        return [Content.assemble(head, _cut(what, share), "  ", (item.why, "$text-muted"))]


def what_of(item: Item) -> str:
    """Return what an item is, on one line: its kind, then its title or its place."""
    kind = item.kind or TYPES.get(item.type, item.type.replace("_", " "))
    label = one_line(item.label or item.key)
    return label if not kind or label == kind else f"{kind}: {label}"


def _cut(text: str, width: int) -> str:
    return set_cell_size(text, width) if cell_len(text) <= width else f"{set_cell_size(text, max(0, width - 1))}…"
