"""The gates of the practices: what is hidden, what rests, what is offered, and the stop rule of deep writing."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.practices.deep_writing import NEXT_DAY, is_back, is_hard, is_late, rest_of_deep
from sciatica_journal.domain.practices.practice import Practice
from sciatica_journal.domain.practices.practice_gates import Gates, Situation, gates
from sciatica_journal.domain.practices.repeats import good_again, next_session
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.guide.practices import load_practices

DAY = date(2026, 3, 4)
ALL = load_practices()
BY_ID = {one.id: one for one in ALL}
BY_NUMBER = {one.number: one for one in ALL}
FREE = Situation(DAY, examined=True, agreed=DAY)
NEVER_EXAMINED = {9, 10, 11, 12, 13}
DEEP = {1, 2, 4, 6, 23}


def sat(practice: str, days_ago: int = 0, **fields: object) -> Reflection:
    values: dict[str, object] = {"minutes": 5.0, "text": "words", **fields}
    return Reflection(f"{practice}{days_ago}", DAY - timedelta(days=days_ago), practice=practice, **values)  # type: ignore[arg-type]  # chosen by the test


def closed(now: Situation) -> set[int]:
    return {BY_ID[ident].number for ident in gates(ALL, now).closed}


def offered(now: Situation) -> list[int]:
    return [one.number for one in gates(ALL, now).offered]


# -- what is hidden --------------------------------------------------------------------------------


def test_all_27_are_there_and_only_the_deep_ones_are_closed_to_someone_examined() -> None:
    assert sorted(BY_NUMBER) == list(range(1, 28))
    assert closed(FREE._replace(agreed=None)) == DEEP
    assert closed(FREE) == set()


def test_no_deep_sitting_begins_on_a_day_that_is_over() -> None:
    assert closed(FREE._replace(is_today=False)) == DEEP


def test_what_reads_symptoms_anew_is_closed_until_somebody_examined_the_person() -> None:
    assert closed(FREE._replace(examined=False)) == NEVER_EXAMINED


def test_while_a_flag_is_open_these_the_deep_ones_and_those_before_a_run_are_closed() -> None:
    now = FREE._replace(flag_open=True)
    good_enough_run = 16
    assert closed(now) == NEVER_EXAMINED | DEEP | {good_enough_run}
    assert set(gates(ALL, now).closed.values()) == {"a red flag is open"}


def test_watching_a_sensation_is_closed_with_new_numbness_or_weakness() -> None:
    assert closed(FREE._replace(new_signs=True)) == {10}


@given(st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.integers(0, 800))
def test_nothing_closed_or_deep_is_ever_offered(flag: bool, examined: bool, new: bool, agreed: bool, on: int) -> None:
    day = DAY + timedelta(days=on)
    now = Situation(day, flag, examined, new, DAY if agreed else None)
    found = gates(ALL, now)
    assert found.offered
    assert not {one.id for one in found.offered} & set(found.closed)
    assert not any(one.is_deep for one in found.offered)


# -- what is offered -------------------------------------------------------------------------------


def test_a_week_offers_seven_different_first_practices() -> None:
    first = [gates(ALL, FREE._replace(day=DAY + timedelta(days=day))).offered[0] for day in range(7)]
    assert len(set(first)) == 7
    assert sum(one.group == "weekly" for one in first) == 1


def test_the_weekly_ones_come_gentlest_first_and_each_one_done_opens_the_next() -> None:
    weekly = [number for number in offered(FREE) if BY_NUMBER[number].group == "weekly"]
    assert set(weekly) == {14, 18, 17}
    later = FREE._replace(sittings=[sat("stepped_back_diary", 8)])
    assert set(offered(later)) & {14, 18, 17, 24} == {14, 18, 17, 24}
    assert 7 not in offered(later)


def test_a_weekly_one_is_not_offered_again_within_the_week() -> None:
    assert 14 not in offered(FREE._replace(sittings=[sat("stepped_back_diary", 6)]))
    assert "stepped_back_diary" not in gates(ALL, FREE._replace(sittings=[sat("stepped_back_diary", 6)])).closed


def test_what_was_done_today_is_not_offered_again() -> None:
    assert 15 not in offered(FREE._replace(sittings=[sat("kind_coach")]))


@pytest.mark.parametrize(
    "sittings",
    [[sat("kind_coach", minutes=30.0)], [replace(sat("name_it"), id=str(number)) for number in range(3)]],
)
def test_after_half_an_hour_or_three_sittings_nothing_more_is_offered(sittings: list[Reflection]) -> None:
    found = gates(ALL, FREE._replace(sittings=sittings))
    assert (found.enough, found.offered) == (True, ())
    assert closed(FREE._replace(sittings=sittings)) == DEEP
    assert not gates(ALL, FREE._replace(day=DAY + timedelta(days=1), sittings=sittings)).enough


def test_a_sitting_that_is_being_written_does_not_count() -> None:
    assert not gates(ALL, FREE._replace(sittings=[sat("name_it", minutes=None)] * 3)).enough


# -- how often -------------------------------------------------------------------------------------


def days(*days_ago: int) -> list[date]:
    return [DAY - timedelta(days=ago) for ago in days_ago]


def test_four_sessions_then_it_rests() -> None:
    four = BY_NUMBER[1]
    assert [next_session(four, days(*range(count, 0, -1))) for count in range(5)] == [1, 2, 3, 4, 1]
    assert good_again(four, days(1)) == DAY
    assert good_again(four, days(7, 5, 3, 1)) == DAY + timedelta(days=27)
    assert good_again(four, days(40, 7, 5, 3)) == DAY - timedelta(days=2)
    sittings = [sat("four_sessions", ago, before=2, after=3) for ago in (7, 5, 3, 1)]
    assert gates(ALL, FREE._replace(sittings=sittings)).closed == {"four_sessions": "rests until 31 Mar"}


def test_the_letter_comes_twice_days_apart() -> None:
    letter = [sat("anger_letter", ago, before=2, after=2) for ago in (9, 2)]
    assert "anger_letter" in gates(ALL, FREE._replace(sittings=letter[1:])).closed
    assert gates(ALL, FREE._replace(sittings=letter)).closed["anger_letter"] == "rests until 16 Mar"
    assert gates(ALL, FREE._replace(sittings=letter[:1])).closed == {}


def test_one_deep_sitting_a_day_and_one_stress_list() -> None:
    now = FREE._replace(sittings=[sat("pick_one", before=2, after=2)])
    assert closed(now) == DEEP
    assert gates(ALL, now).closed["four_sessions"] == "one deep sitting a day"
    assert closed(FREE._replace(sittings=[sat("stress_list_now")])) == {3}


# -- the stop rule ---------------------------------------------------------------------------------


def deep(days_ago: int, before: int | None, after: int | None, next_day: int | None = None) -> Reflection:
    extra = {} if next_day is None else {NEXT_DAY: next_day}
    return sat("pick_one", days_ago, before=before, after=after, extra=extra)


@pytest.mark.parametrize(
    ("before", "after", "hard"),
    [(2, 4, False), (2, 5, True), (7, 7, True), (6, 6, False), (None, 6, False), (None, 7, True), (5, None, False)],
)
def test_a_hard_sitting(before: int | None, after: int | None, hard: bool) -> None:
    assert is_hard(deep(0, before, after)) is hard


@pytest.mark.parametrize(
    ("before", "told", "back"),
    [(2, 3, True), (2, 4, False), (6, 7, False), (8, 7, False), (8, 6, True), (None, 3, True), (None, 4, False),
     (2, None, None)],
)  # fmt: skip
def test_back_by_the_next_day(before: int | None, told: int | None, back: bool | None) -> None:
    assert is_back(deep(1, before, 8, told)) is back


def test_two_hard_sittings_in_a_row_that_did_not_settle_pause_deep_writing_for_14_days() -> None:
    row = [deep(9, 2, 7, 6), deep(3, 1, 8, 8)]
    second = row[1].date
    assert rest_of_deep(row, second + timedelta(days=1)) == second + timedelta(days=15)
    assert rest_of_deep(row, second + timedelta(days=14)) == second + timedelta(days=15)
    assert rest_of_deep(row, second + timedelta(days=15)) is None
    found = gates(ALL, FREE._replace(sittings=row))
    assert found.rests_until == DAY + timedelta(days=12)
    assert closed(FREE._replace(sittings=row)) == DEEP
    assert all("steadying" in one.traits for one in found.offered)


@pytest.mark.parametrize(
    "row",
    [
        [deep(9, 2, 7, 6), deep(3, 1, 8, 1)],
        [deep(9, 2, 7, 6), deep(6, 2, 3), deep(3, 1, 8, 8)],
        [deep(9, 2, 7, 2), deep(3, 1, 8, 8)],
        [deep(3, 1, 8, 8)],
        [deep(9, 2, 7, 6), deep(3, 1, None)],
        [deep(9, 2, 7, 6), deep(6, 2, None, 3), deep(3, 1, 8, 8)],
    ],
)
def test_anything_that_settled_in_between_breaks_the_row(row: list[Reflection]) -> None:
    assert rest_of_deep(row, DAY) is None


def test_no_answer_counts_as_not_back_once_the_day_after_is_over() -> None:
    row = [deep(9, 2, 7), deep(1, 1, 8)]
    assert rest_of_deep(row, DAY) is None
    assert rest_of_deep(row, DAY + timedelta(days=1)) == DAY + timedelta(days=14)
    assert gates(ALL, FREE._replace(sittings=row)).closed["four_sessions"].startswith("answer yesterday")


def test_after_the_pause_the_count_begins_anew() -> None:
    row = [deep(30, 2, 7, 7), deep(28, 2, 7, 7), deep(10, 2, 7, 7)]
    assert rest_of_deep(row, DAY) is None
    assert rest_of_deep([*row, deep(5, 2, 7, 7)], DAY) == DAY + timedelta(days=10)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 10), st.integers(0, 10), st.integers(0, 10)), max_size=8))
def test_a_rest_never_ends_before_two_weeks_after_a_hard_sitting(rows: list[tuple[int, int, int, int]]) -> None:
    row = sorted((deep(*each) for each in rows), key=lambda one: one.date)
    until = rest_of_deep(row, DAY)
    if until is not None:
        assert DAY < until <= DAY + timedelta(days=15)
        cause = [one for one in row if one.date == until - timedelta(days=15)]
        assert any(is_hard(one) and not is_back(one) for one in cause)


def test_late_at_night() -> None:
    said = [is_late(time(hour, minute)) for hour, minute in ((21, 59), (22, 0), (2, 0), (5, 0))]
    assert said == [False, True, True, False]


# -- what asks back --------------------------------------------------------------------------------


def asks(*sittings: Reflection) -> list[str]:
    found: Gates = gates(ALL, FREE._replace(sittings=list(sittings)))
    return [one.id for one in found.asks]


def test_a_guess_is_asked_back_the_next_morning_once() -> None:
    guess = sat("prediction_check", 1, before=6)
    assert asks(guess) == [guess.id]
    assert asks(replace(guess, after=2)) == []
    assert asks(replace(guess, before=None)) == []
    assert asks(sat("prediction_check", 2, before=6)) == asks(sat("prediction_check", 0, before=6)) == []
    assert asks(sat("kind_coach", 1, before=6)) == []
    assert len(asks(sat("fear_ladder", 1, before=3, kept=False, text=None))) == 1


def test_a_hard_deep_sitting_is_asked_back_and_an_easy_one_is_not() -> None:
    assert len(asks(deep(1, 2, 7))) == 1
    assert asks(deep(1, 2, 7, 3)) == asks(deep(1, 2, 3)) == []


def test_a_deep_sitting_left_unrated_is_asked_back_and_counts_by_the_answer() -> None:
    assert len(asks(deep(1, 3, None))) == 1
    assert asks(deep(1, 3, None, 3)) == asks(deep(2, 3, None)) == []
    assert closed(FREE._replace(sittings=[deep(1, 3, None)])) == DEEP
    assert rest_of_deep([deep(9, 2, 7, 6), deep(3, 1, None, 5)], DAY) == DAY + timedelta(days=12)


def test_what_was_kept_beside_by_another_program_is_no_answer() -> None:
    odd: Practice = BY_NUMBER[6]
    for value in ("7", True, 11, None):
        assert is_back(sat(odd.id, 1, before=2, after=8, extra={NEXT_DAY: value})) is None
