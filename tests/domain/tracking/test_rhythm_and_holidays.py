"""How often to write, and holidays: days without a note that are no gap."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.tracking.holidays import days_off, ended_by, holiday_of
from sciatica_journal.domain.tracking.rhythm import RHYTHMS, is_due, next_due, step_down
from tests.given import TODAY


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("rhythm", "last", "due"),
    [
        ("daily", 1, 0), ("daily", None, 0), ("every_other_day", 1, -1), ("every_other_day", 2, 0),
        ("every_other_day", 9, 0), ("weekly", 1, -6), ("weekly", 6, -1), ("weekly", 7, 0), ("weekly", None, 0),
    ],
)  # fmt: skip
def test_the_next_note(rhythm: str, last: int | None, due: int) -> None:
    day = None if last is None else ago(last)
    assert next_due(rhythm, day, TODAY) == ago(due)
    assert is_due(rhythm, day, TODAY) == (due == 0)


def test_who_stopped_owes_nothing() -> None:
    assert next_due("stop", ago(100), TODAY) is None
    assert not is_due("stop", None, TODAY)


def test_steps_go_down_only_and_end() -> None:
    assert [step_down(rhythm) for rhythm in RHYTHMS] == ["every_other_day", "weekly", None, None]


def holiday(first: int, last: int | None) -> Holiday:
    return Holiday("h", ago(first), until=None if last is None else ago(last))


def test_the_first_note_ends_a_holiday() -> None:
    one = holiday(10, None)
    assert holiday_of([one], [], TODAY) == one
    assert holiday_of([one], [ago(11)], TODAY) == one
    assert ended_by(one, [ago(2), ago(4), ago(20)]) == ago(4)
    assert holiday_of([one], [ago(4)], ago(5)) == one
    assert holiday_of([one], [ago(4)], ago(4)) is None
    assert holiday_of([one], [ago(4)], TODAY) is None


def test_a_holiday_ends_by_itself() -> None:
    assert holiday_of([holiday(10, 1)], [], TODAY) is None
    assert holiday_of([holiday(10, 0)], [], TODAY) is not None
    assert holiday_of([holiday(-1, None)], [], TODAY) is None


def test_days_off_are_those_without_a_note() -> None:
    off = days_off([holiday(5, 3), holiday(1, None)], [ago(20), ago(0)], ago(30), TODAY)
    assert off == {ago(5), ago(4), ago(3), ago(1)}
    assert days_off([holiday(5, 3)], [ago(5)], ago(30), TODAY) == frozenset()


@given(
    st.lists(st.tuples(st.integers(0, 30), st.one_of(st.none(), st.integers(0, 30))), max_size=4),
    st.sets(st.integers(0, 30)),
)
def test_a_noted_day_is_never_off(spans: list[tuple[int, int | None]], noted: set[int]) -> None:
    holidays = [holiday(first, last) for first, last in spans if last is None or last <= first]
    logged = [ago(days) for days in noted]
    off = days_off(holidays, logged, ago(20), ago(5))
    assert off.isdisjoint(logged)
    assert all(ago(20) <= day <= ago(5) for day in off)
    assert off == {ago(n) for n in range(5, 21) if holiday_of(holidays, logged, ago(n)) is not None}
