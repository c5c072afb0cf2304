"""How Patterns says its numbers."""

from datetime import date, timedelta

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.insight.change import Change
from sciatica_journal.insight.describing import Description
from sciatica_journal.insight.estimating import FEWEST_PAIRS
from sciatica_journal.insight.flares import Before, Flare
from sciatica_journal.insight.page import Page, analyse
from sciatica_journal.insight.split import Share, Split
from sciatica_journal.services.patterns.groups import groups_of
from sciatica_journal.services.patterns.lacks import forecast
from sciatica_journal.services.patterns.page_view import patterns_view
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


def test_no_forecast_starts_below_the_pairs_that_any_answer_takes() -> None:
    days = tuple(Day(date(2026, 3, 1) + timedelta(number), pain_morning=3, stress=2) for number in range(4))
    running = analyse(days, ()).findings[0]
    assert running.answer.n == 3
    least = int(forecast(running).partition(" ")[0])
    assert least >= FEWEST_PAIRS - running.answer.n


@pytest.mark.parametrize("running", [True, False])
def test_no_group_tells_of_running_where_it_is_not_told(running: bool) -> None:
    day = date(2026, 3, 1)
    change = Change(day, "pain_morning", 4.0, 2.0, -2.0, -3.0, -1.0, 20, 20)
    before = (Before("stress", 7.0, 4.0), Before("run_km", 9.0, 3.0))
    description = Description(
        flares=(Flare(day, day, day, 3, 8.0, 6.0, before=before),),
        changes=(("shoes:Old [blue]", change), ("treatment:Exercises", change)),
    )
    groups = groups_of(Page(days=90), description, pattern_words(), running=running)
    told = "\n".join(line for group in groups for line in group.lines)
    assert "Exercises" in told
    assert "stress 7" in told
    assert ("Old [blue]" in told, "km run" in told) == (running, running)


@pytest.mark.parametrize("flag_open", [True, False])
def test_mixed_after_runs_waits_for_an_open_flag(flag_open: bool) -> None:
    page = Page(days=90, mixed=("signs", "furthest_runs"))
    told = patterns_view(page, Description(), pattern_words(), flag_open=flag_open).mixed
    assert "numbness" in told
    assert ("after runs" in told) is not flag_open
