"""What a season holds in counts, and the months beside the two sliders."""

from datetime import date, timedelta

from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.tracking.beliefs import Month, months
from sciatica_journal.domain.tracking.seasons import Change, season_facts, usual_end
from tests.given import TODAY

FIRST = TODAY - timedelta(days=55)


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


def test_a_season_is_eight_weeks() -> None:
    assert usual_end(FIRST) - FIRST == timedelta(weeks=8)


def test_the_facts_compare_the_first_and_the_last_fortnight() -> None:
    begin = [Day(on(n), pain_worst=6, function=4, leg_left=5) for n in range(10)]
    end = [Day(on(n), pain_worst=2, function=9, leg_left=2, leg_right=3) for n in range(46, 52)]
    middle = [Day(on(30), pain_worst=10), Day(on(31))]
    before = Day(FIRST - timedelta(days=1), pain_worst=0)
    runs = [Run("a", on(5)), Run("b", on(33)), Run("c", FIRST - timedelta(days=3))]
    facts = season_facts([before, *begin, *middle, *end], runs, FIRST, TODAY, [on(34), TODAY + timedelta(days=1)])
    assert (facts.days, facts.logged, facts.runs) == (56, 10 + 1 + 6 + 1 + 1, 2)
    assert facts.worst == Change(6.0, 2.0)
    assert facts.function == Change(4.0, 9.0)
    assert facts.furthest == Change(5.0, 3.0)
    assert facts.has_two_ends


def test_too_few_days_tell_nothing() -> None:
    facts = season_facts([Day(on(0), pain_worst=6), Day(on(1), pain_worst=6)], [], FIRST, on(1))
    assert facts.worst == Change()
    assert not facts.has_two_ends


def test_months_hold_the_mean_of_the_worst_pain_and_the_last_answers() -> None:
    days = [Day(date(2026, 1, 2), pain_worst=4), Day(date(2026, 1, 20), pain_worst=5), Day(date(2026, 3, 1))]
    readings = [
        Reading("b", date(2026, 1, 30), measure="beliefs", answers={"harm": 5}),
        Reading("a", date(2026, 1, 3), measure="beliefs", answers={"harm": 8, "fear": 6}),
        Reading("c", date(2026, 2, 3), measure="beliefs", answers={"fear": 2}),
        Reading("d", date(2025, 1, 3), measure="impact", answers={"harm": 2}),
    ]
    assert months(days, readings) == (
        Month(date(2026, 1, 1), 4.5, 2, 5, 6),
        Month(date(2026, 2, 1), None, 0, None, 2),
    )
