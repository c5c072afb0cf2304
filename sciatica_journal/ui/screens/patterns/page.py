"""The page of Patterns: which blocks stand where, out of what the service tells."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.services.patterns.view import Card, Group, PatternsView
from sciatica_journal.ui.screens.patterns.block import Block
from sciatica_journal.ui.screens.patterns.card import CardBlock, Headline
from sciatica_journal.ui.screens.patterns.columns import split_groups
from sciatica_journal.ui.screens.patterns.effect_bar import axis_limit
from sciatica_journal.ui.screens.patterns.map_grid import MapBlock
from sciatica_journal.ui.screens.patterns.shelf import Item, Shelf
from sciatica_journal.ui.screens.patterns.text_blocks import GroupBlock, PageBlock, ProseBlock, SilentBlock

Words = Mapping[str, Any]


class PatternsPage(VerticalScroll, can_focus=False):
    """Headline and cards, beside them the map and what is described; one under the other where it is narrow. With few
    answers some of what is described stands under them."""

    def __init__(self, words: Words, side: ComposeResult) -> None:
        """`side` is what stands under the right column and is no answer of the page."""
        super().__init__(id="patterns")
        self.words = words
        self._side = side

    def compose(self) -> ComposeResult:
        """Compose empty shelves; the blocks follow when they are known."""
        words, titles = self.words, self.words["sections"]
        yield Static(Content(words["working"]), id="patterns-working")
        yield Static(id="patterns-days")
        with Horizontal(id="patterns-columns"):
            with Vertical(classes="column"):
                yield Shelf("flag", partial(PageBlock, label=words["flag"], style="bold $text-error"))
                yield Shelf("headline", partial(self._framed, words=words))
                yield Shelf("empty", partial(ProseBlock, markdown=words["empty"]))
                yield Static(id="patterns-mixed")
                yield Shelf("cards", partial(CardBlock, words=words), titles["cards"])
                yield Shelf("silent", SilentBlock, titles["silent"])
                yield Shelf("under", GroupBlock)
            with Vertical(classes="column"):
                yield Shelf("map", partial(MapBlock, words=words), titles["map"])
                yield Shelf("groups", GroupBlock)
                yield from self._side
        yield Shelf("foot", partial(PageBlock, label=words["method"]))
        yield Shelf("more", partial(PageBlock, text="", label=words["reading"]))

    def say_unread(self) -> None:
        """Say, where no page is there yet, that the journal could not be read."""
        self.query_one("#patterns-working", Static).update(Content(self.words["unread"]))

    def _framed(self, key: str, card: Card, limit: float, *, words: Words) -> Headline:
        block = Headline(key, card, limit, words)
        block.border_title = Content(words["headline"]["title"])
        return block

    async def show(self, view: PatternsView) -> None:
        """Show what the service tells. What is on the screen stays where it is."""
        anchor = self._anchor()
        self.query_one("#patterns-working").display = False
        empty = is_empty(view)
        self._write("#patterns-days", Content.styled("" if empty else view.days, "$text-muted"))
        self._write("#patterns-mixed", Content.styled(f"± {view.mixed}" if view.mixed else "", "bold $text-warning"))
        with self.app.batch_update():
            for name, items in items_of(view).items():
                await self.query_one(f"#patterns-{name}", Shelf).show(items)
            if anchor is not None:
                self.call_after_refresh(self._hold, *anchor)

    def _write(self, selector: str, text: Content) -> None:
        line = self.query_one(selector, Static)
        line.display = bool(text.plain)
        if line.content != text:
            line.update(text)

    def _anchor(self) -> tuple[str, int] | None:
        """Return the first block in sight with its distance from the top; None where one is at the top anyway."""
        if not self.scroll_y:
            return None
        seen = (block for block in self.query(Block) if block.region.bottom > self.region.y)
        first = next(seen, None)
        return None if first is None else (first.key, first.region.y - self.region.y)

    def _hold(self, key: str, distance: int) -> None:
        """Scroll so that a block is again where it was."""
        block = next((one for one in self.query(Block) if one.key == key), None)
        if block is not None:
            by = block.region.y - self.region.y - distance
            self.scroll_relative(y=by, animate=False, force=True, immediate=True)


def is_empty(view: PatternsView) -> bool:
    """Return whether there is nothing to tell yet."""
    return not (view.headline or view.notice or view.cards or view.groups or view.silent or view.load_map)


def is_early(view: PatternsView) -> bool:
    """Return whether there is no answer yet, so that the page says what will be there."""
    headline = view.headline
    is_open = headline is None and not view.notice
    return is_empty(view) or (
        not view.cards and (is_open or (headline is not None and headline.verdict == "not_enough"))
    )


def items_of(view: PatternsView) -> dict[str, Sequence[Item]]:
    """Return what stands on each shelf."""
    limit = axis_limit([*([view.headline] if view.headline is not None else []), *view.cards])
    cards: list[Item] = [(card.key, (card, limit)) for card in view.cards]
    headline = view.headline if not view.notice else None
    under, beside = split_groups(view, is_early=is_early(view))
    return {
        "empty": [("empty", ())] if is_early(view) else [],
        "flag": [("flag", (view.notice,))] if view.notice else [],
        "headline": [(headline.key, (headline, limit))] if headline is not None else [],
        "cards": cards,
        "silent": _named("silent", view.silent),
        "map": [("map", (view.load_map,))] if view.load_map is not None else [],
        "under": _named("group", under),
        "groups": _named("group", beside),
        "foot": [("method", ("" if is_empty(view) else view.method,))],
        "more": [("reading", ())],
    }


def _named(kind: str, groups: Sequence[Group]) -> list[Item]:
    return [(f"{kind} {group.title}", (group,)) for group in groups]
