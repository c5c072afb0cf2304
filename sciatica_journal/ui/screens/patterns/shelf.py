"""A part of the page: blocks of one kind under each other, kept in place from one day to the next."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.containers import Vertical
from textual.content import Content

from sciatica_journal.ui.screens.patterns.block import Block

Item = tuple[str, tuple[Any, ...]]
"""The key of a block and what it shows, as its constructor and its `show` take it."""


class Shelf(Vertical):
    """Blocks that `make` makes from a key and what they show. A shelf without blocks is not there to see."""

    def __init__(self, name: str, make: Callable[..., Block], title: str = "") -> None:
        super().__init__(id=f"patterns-{name}", classes="shelf")
        self._make = make
        if title:
            self.border_title = Content.styled(title, "bold $text-accent")
            self.add_class("-titled")

    @property
    def blocks(self) -> list[Block]:
        """The blocks in order."""
        return [child for child in self.children if isinstance(child, Block)]

    async def show(self, items: Sequence[Item]) -> None:
        """Show the items. Blocks of the same keys stay the widgets they are; a block that was open is open again."""
        self.display = bool(items)
        before = self.blocks
        if [block.key for block in before] == [key for key, _ in items]:
            for block, (_, shown) in zip(before, items, strict=True):
                self._update(block, shown)
            return
        opened = {block.key for block in before if block.is_open}
        focused = next((block.key for block in before if block.has_focus), None)
        blocks = [self._make(key, *shown) for key, shown in items]
        for block in blocks:
            block.is_open = block.key in opened
        with self.app.batch_update():
            await self.remove_children()
            await self.mount_all(blocks)
        if focused is not None and blocks:
            same = next((block for block in blocks if block.key == focused), blocks[0])
            self.screen.set_focus(same, scroll_visible=False)

    def _update(self, block: Any, shown: tuple[Any, ...]) -> None:
        if shown:
            block.show(*shown)
