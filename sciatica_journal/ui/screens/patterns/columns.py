"""Which descriptions stand under the answers and which beside them: few answers leave room under themselves."""

from collections.abc import Sequence
from typing import Final

from sciatica_journal.services.patterns.view import Card, Group, PatternsView

_WIDTH: Final = 52
"""Columns of text in one of two columns at 120 wide: heights are judged by it at every width, so that nothing moves
from one column to the other when a window is drawn larger."""
_BARE_CARD, _FULL_CARD, _HEADLINE_FRAME = 2, 4, 6
_EARLY_PROSE, _MAP, _TRIAL, _TITLE = 20, 14, 7, 2


def split_groups(view: PatternsView, *, is_early: bool) -> tuple[Sequence[Group], Sequence[Group]]:
    """Return the groups under the answers and those beside them, so that both columns end at about the same height."""
    left, right = _answers(view, is_early=is_early), _TRIAL + (_MAP if view.load_map is not None else 0)
    right += sum(_height(group) for group in view.groups)
    moved = 0
    for group in view.groups:
        after = right - left - 2 * _height(group)
        if abs(after) >= right - left:
            break
        left, right, moved = left + _height(group), right - _height(group), moved + 1
    return view.groups[:moved], view.groups[moved:]


def _answers(view: PatternsView, *, is_early: bool) -> int:
    headline = view.headline if not view.notice else None
    told = _HEADLINE_FRAME + _card(headline) if headline is not None else _TITLE
    cards = sum(_card(card) for card in view.cards)
    return told + cards + (_EARLY_PROSE if is_early else 0) + _TITLE + len(view.silent)


def _card(card: Card) -> int:
    return _lines(card.words) + len(card.history[:1]) + (_BARE_CARD if card.effect is None else _FULL_CARD)


def _height(group: Group) -> int:
    return _TITLE + sum(_lines(line) for line in group.lines)


def _lines(text: str) -> int:
    return -(-len(text) // _WIDTH)
