"""The drawing of an effect on its axis."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.units import signed
from sciatica_journal.services.patterns.view import Card
from sciatica_journal.ui.screens.patterns.effect_bar import (
    ESTIMATE,
    LIMITS,
    axis_limit,
    bar,
    column,
    end_labels,
    odd,
    tick_labels,
)

CARD = Card("k", "t", "lowers", "likely", "w", -0.6, -1.0, -0.2)


def drawn(card: Card, limit: float = 2.0, width: int = 41) -> str:
    return "".join(part[0] for part in bar(card, limit, width, "bold"))


def test_the_interval_lies_on_the_axis_with_zero_the_band_and_the_estimate() -> None:
    assert drawn(CARD) == "──────────┣━━━●╍╍╍┫░│░░░░░───────────────"
    assert drawn(replace(CARD, effect=0.1, low=-0.2, high=0.4)) == "───────────────░░░┣╍╋●╍╍┫░───────────────"
    assert drawn(replace(CARD, effect=None)) == "───────────────░░░░░│░░░░░───────────────"


def test_help_and_harm_are_drawn_alike() -> None:
    harm = replace(CARD, effect=0.6, low=0.2, high=1.0)
    assert drawn(harm) == drawn(CARD)[::-1].translate(str.maketrans("┣┫", "┫┣"))


def test_what_lies_beyond_the_axis_is_marked() -> None:
    wide = drawn(replace(CARD, effect=-0.5, low=-14.0, high=11.0), 10.0)
    assert (wide[0], wide[-1]) == ("◂", "▸")


def test_the_axis_reaches_as_far_as_the_widest_interval_and_at_least_a_point() -> None:
    assert axis_limit([]) == 1.0
    assert axis_limit([replace(CARD, low=-0.4)]) == 1.0
    assert axis_limit([CARD, replace(CARD, high=1.1), replace(CARD, effect=None, low=None, high=None)]) == 2.0
    assert axis_limit([replace(CARD, low=-40.0)]) == LIMITS[-1]


def test_the_ends_and_the_axis_are_labelled() -> None:
    assert end_labels(CARD, 2.0, 41) == "       -1.0 -0.6  -0.2"
    assert tick_labels(2.0, 41) == "-2       -1         0        +1        +2"
    assert tick_labels(1.0, 21) == "-1        0        +1"
    assert signed(-0.04) == "0.0"


edges = st.floats(-12, 12, allow_nan=False)


@settings(max_examples=80)
@given(st.lists(edges, min_size=3, max_size=3).map(sorted), st.sampled_from(LIMITS), st.integers(13, 90).map(odd))
def test_every_interval_is_drawn_within_its_width(ends: list[float], limit: float, width: int) -> None:
    card = replace(CARD, low=ends[0], effect=ends[1], high=ends[2])
    line = drawn(card, limit, width)
    assert len(line) == width
    assert line.index(ESTIMATE) == column(ends[1], limit, width)
    labels = end_labels(card, limit, width)
    assert len(labels) <= width
    assert labels.split()[0] == signed(ends[0])
    assert labels.split()[-1] == signed(ends[2])
    assert len(tick_labels(limit, width)) <= width


@pytest.mark.parametrize(("value", "at"), [(-2.0, 0), (0.0, 20), (2.0, 40), (9.0, 40), (-9.0, 0)])
def test_zero_is_in_the_middle(value: float, at: int) -> None:
    assert column(value, 2.0, 41) == at
