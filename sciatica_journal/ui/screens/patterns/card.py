"""A card: one answer in three lines, its details behind Enter; and the running answer, larger."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from rich.cells import cell_len

from sciatica_journal.services.patterns.view import Card
from sciatica_journal.ui.screens.patterns.block import Block, Line, wrapped
from sciatica_journal.ui.screens.patterns.effect_bar import NARROWEST, bar, end_labels, odd, tick_labels
from sciatica_journal.ui.widgets.row import Part

STYLES: Final = {"raises": "$text-warning", "lowers": "$text-success", "linked": "$text-primary"}
"""Styles of what is claimed; help and harm are told apart by word and arrow as well. The rest is plain."""
_WIDEST: Final = 61
"""Columns of the longest bar."""
_MUTED: Final = "$text-muted"

Words = Mapping[str, Any]


def tag_of(card: Card, words: Words) -> str:
    """Return the verdict in an arrow and few words."""
    return str(words["verdicts"][card.verdict]).format(certainty=card.certainty or "").replace("  ", " ")


def effect_style(card: Card) -> str:
    """Return the style of what a card says."""
    return f"bold {STYLES.get(card.verdict, '$foreground')}"


class CardBlock(Block):
    """One answer among others. `limit` is how far the axis reaches, the same for all of the page."""

    folds: ClassVar[bool] = True
    hint: ClassVar[str] = "↵ what is behind it"

    def __init__(self, key: str, card: Card, limit: float, words: Words) -> None:
        super().__init__(key)
        self.card = card
        self.limit = limit
        self.words = words

    def show(self, card: Card, limit: float) -> None:
        """Show another answer to the same question."""
        if (card, limit) != (self.card, self.limit):
            self.card, self.limit = card, limit
            self.changed()

    def lines(self, width: int) -> list[Line]:
        """Return title and verdict, the bar, the sentence, and what is behind it where it is open."""
        inner = width - 2
        said = [*self._head(inner), *self._bar(inner), *wrapped(self.card.words, inner), *self._behind(inner)]
        sign: Part = ("- " if self.is_open else "+ ", _MUTED)
        return [[sign if not number else "  ", *line] for number, line in enumerate(said)]

    def _head(self, width: int) -> list[Line]:
        tag, style = tag_of(self.card, self.words), effect_style(self.card)
        lines = wrapped(self.card.title, width, "bold")
        room = width - sum(cell_len(part if isinstance(part, str) else part[0]) for part in lines[-1]) - cell_len(tag)
        if room >= 2:
            return [*lines[:-1], [*lines[-1], " " * room, (tag, style)]]
        if (space := width - cell_len(tag)) > 0:
            return [*lines, [" " * space, (tag, style)]]
        return [*lines, *wrapped(tag, width, style)]

    def _bar(self, width: int) -> list[Line]:
        left, right = f"{-self.limit:+g} ", f" {self.limit:+g}"
        room = odd(min(width - len(left) - len(right), _WIDEST))
        if self.card.effect is None or room < NARROWEST:
            return []
        drawn = bar(self.card, self.limit, room, effect_style(self.card))
        return [[(left, _MUTED), *drawn, (right, _MUTED)]]

    def _behind(self, width: int) -> list[Line]:
        if not self.is_open:
            return [line for text in self.card.history[:1] for line in wrapped(text, width, _MUTED)]
        lines: list[Line] = []
        for text in self.card.details:
            lines += [[("· ", _MUTED), *line] for line in wrapped(text, width - 2)[:1]]
            lines += [["  ", *line] for line in wrapped(text, width - 2)[1:]]
        return [*lines, *(line for text in self.card.history for line in wrapped(text, width, _MUTED))]


class Headline(CardBlock):
    """The answer about running: in a frame, with a bar that has numbers on it."""

    def lines(self, width: int) -> list[Line]:
        """Return the verdict in words, the bar with its numbers, the sentence, and what is behind it."""
        arrow = tag_of(self.card, self.words).partition(" ")[0]
        head = wrapped(f"{arrow} {self.card.title}", width, effect_style(self.card), indent=2)
        drawn = self._bar(width)
        gap: list[Line] = [[""]] if self.screen.has_class("-tall") else []
        opened = [("- " if self.is_open else "+ ", _MUTED), (self.words["headline"]["behind"], _MUTED)]
        middle = [*gap, *drawn, *gap] if drawn else gap
        return [*head, *middle, *wrapped(self.card.words, width), *self._behind(width), opened]

    def _bar(self, width: int) -> list[Line]:
        room = odd(min(width, _WIDEST))
        if self.card.effect is None or room < NARROWEST:
            return []
        style, told = effect_style(self.card), self.words["bar"]
        legend = [told["less"], told["band"], told["more"]]
        space = room - sum(map(cell_len, legend))
        if space < 2:
            legend, space = [told["less"], "", told["more"]], room - cell_len(told["less"] + told["more"])
        texts = [legend[0], " " * (space // 2), legend[1], " " * (space - space // 2), legend[2]]
        lines: list[Line] = [
            [(end_labels(self.card, self.limit, room), style)],
            bar(self.card, self.limit, room, style),
            [(tick_labels(self.limit, room), _MUTED)],
        ]
        return [*lines, [("".join(texts), _MUTED)]] if space > 0 else lines
