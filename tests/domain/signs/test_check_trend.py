"""The strength part of the checks over time."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.signs.check_trend import SHOWN, strength_trend

DAY = date(2026, 3, 4)


def check(days_ago: int, **tests: object) -> Check:
    return Check(f"c{days_ago}", DAY - timedelta(days=days_ago), **tests)  # type: ignore[arg-type]  # of many kinds


def test_dates_go_from_old_to_new_and_what_was_not_done_is_none() -> None:
    trend = strength_trend([check(0, calf_raises_left=18), check(7, heel_walk_left="yes", calf_raises_left=22)])
    assert trend.dates == (DAY - timedelta(days=7), DAY)
    assert [(row.test, row.side, row.values) for row in trend.rows] == [
        ("heel_walk", "left", ("yes", None)),
        ("calf_raises", "left", (22, 18)),
    ]


def test_a_check_without_strength_is_no_column() -> None:
    assert strength_trend([check(0, answers={"saddle": "no"})]).dates == ()


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 100)), max_size=30))
def test_each_row_has_a_value_for_each_of_the_latest_dates(counts: list[tuple[int, int]]) -> None:
    trend = strength_trend([check(ago, calf_raises_right=count) for ago, count in counts])
    days = sorted({DAY - timedelta(days=ago) for ago, _ in counts})
    assert list(trend.dates) == days[-SHOWN:]
    assert all(len(row.values) == len(trend.dates) for row in trend.rows)
