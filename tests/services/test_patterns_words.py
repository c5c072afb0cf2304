"""How Patterns says its numbers."""

import pytest

from sciatica_journal.insight.describing import Description
from sciatica_journal.insight.page import Page
from sciatica_journal.insight.split import Share, Split
from sciatica_journal.services.patterns.groups import groups_of
from sciatica_journal.services.patterns.words import pattern_words


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-0.01, 0.2, "too little to see"),
        (0.061, 0.27, "6 to 27 %"),
        (0.0004, 0.12, "under 1 to 12 %"),
        (0.0004, 0.004, "under 1 %"),
        (0.9, 1.3, "90 to 100 %"),
    ],
)
def test_a_share_is_never_said_to_go_from_nothing_to_nothing(low: float, high: float, said: str) -> None:
    page = Page(split=Split(Share(high, low, high), Share(0.0, -1.0, 1.0), 100))
    (group,) = groups_of(page, Description(), pattern_words(), running=True)
    assert f"distance and surface: {said}; with stress" in group.lines[0]
