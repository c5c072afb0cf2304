"""Both columns end at about the same height, whatever there is to say, and verdicts at the same place."""

import pytest

from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.services.patterns.view import Card, Group, PatternsView
from sciatica_journal.ui.screens.patterns.card import CardBlock
from sciatica_journal.ui.screens.patterns.columns import split_groups

GROUPS = tuple(Group(f"Title {number}", ("a line of forty letters or thereabouts...",) * 3) for number in range(6))
CARD = Card("run 1 pain_morning", "[L5-S1]", "raises", "likely", "words " * 14, 1.0, 0.5, 1.5)


@pytest.mark.parametrize(("cards", "under"), [(0, 2), (1, 2), (2, 1), (10, 0)])
def test_few_answers_have_descriptions_under_them(cards: int, under: int) -> None:
    view = PatternsView("", CARD, cards=(CARD,) * cards, groups=GROUPS)
    below, beside = split_groups(view, is_early=False)
    assert len(below) == under
    assert (*below, *beside) == GROUPS


def test_what_does_not_level_the_columns_stays_beside() -> None:
    one = (Group("Long", ("word " * 400,)),)
    assert split_groups(PatternsView("", CARD, groups=one), is_early=False) == ((), one)


@pytest.mark.parametrize("title", ["Sleep", "Running on trail and pain", "Running on road and how runs settled then"])
def test_the_verdict_of_a_card_stands_at_the_right_wherever_the_title_ends(title: str) -> None:
    block = CardBlock("k", Card("k", title, "raises", "likely", "words"), 2.0, screen_words("patterns"))
    head = ["".join(part if isinstance(part, str) else part[0] for part in line) for line in block.lines(40)]
    (verdict,) = [line for line in head if "likely raises" in line]
    assert len(verdict) == 40
