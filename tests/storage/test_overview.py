"""Summaries of many days, and the words a person used before, read without loading the days."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.storage.overview import DaySummary, factors_used, feelings_used, recorded_days, summaries
from sciatica_journal.storage.store import Store

from .journals import DAY, put, remove

EVE = DAY - timedelta(days=1)


def test_a_day_s_summary(store: Store) -> None:
    put(
        store,
        Day(DAY, pain_morning=3, pain_worst=5, leg_left=3, leg_right=1, function=6, note="Slept badly.", did="walked"),
        Run("a", DAY, distance_km=5.2, response="settled"),
        Run("b", DAY, distance_km=3.0, response="flared"),
        Run("c", DAY),
        Reflection("s", DAY),
        Moment("m", DAY, text="twinge"),
        Moment("n", DAY),
        Day(EVE, uneventful=True),
    )
    found = summaries(store, EVE, DAY)
    assert found[DAY] == DaySummary(DAY, 5, 6, False, 3, 3, 8.2, "flared", 1, 2, "Slept badly.")
    assert found[EVE] == DaySummary(EVE, uneventful=True)


def test_the_morning_s_pain_and_what_the_day_held_stand_in(store: Store) -> None:
    put(store, Day(DAY, pain_morning=0, did="walked"))
    put(store, Run("r", EVE, response="lingering"))
    found = summaries(store, EVE, DAY)
    assert (found[DAY].pain, found[DAY].text) == (0, "walked")
    assert (found[EVE].pain, found[EVE].runs, found[EVE].response) == (None, 1, "lingering")


def test_only_the_days_asked_for_and_only_those_that_hold_anything(store: Store) -> None:
    put(store, Day(DAY, stress=3), Day(EVE, stress=3), Run("r", DAY + timedelta(days=1)))
    assert set(summaries(store, DAY, DAY)) == {DAY}
    put(store, Day(DAY))
    assert summaries(store, DAY, DAY) == {}
    assert recorded_days(store) == [(DAY + timedelta(days=1)).toordinal(), EVE.toordinal()]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3)), max_size=14), st.integers(-1, 6), st.integers(0, 14))
@settings(max_examples=40)
def test_recorded_days_are_those_of_any_kind_newest_first(
    store: Store, wanted: list[tuple[int, int]], limit: int, before: int
) -> None:
    first = date(2026, 3, 1)
    store.connection.executescript("DELETE FROM day; DELETE FROM run; DELETE FROM reflection; DELETE FROM moment")
    for number, (offset, kind) in enumerate(wanted):
        day = first + timedelta(days=offset)
        records: list[Record] = [
            Day(day, stress=1), Run(f"r{number}", day), Reflection(f"s{number}", day), Moment(f"m{number}", day)
        ]  # fmt: skip
        put(store, records[kind])
    days = sorted({first.toordinal() + offset for offset, _ in wanted}, reverse=True)
    assert recorded_days(store) == days
    below = first.toordinal() + before
    older = [day for day in days if day < below]
    assert recorded_days(store, below, limit) == (older if limit < 0 else older[:limit])


def test_words_used_before_come_with_the_most_used_first(store: Store) -> None:
    for number, feelings in enumerate([("proud",), ("proud", "sad"), ("calm", "proud"), ("sad",)]):
        put(store, Day(DAY - timedelta(days=number), feelings=feelings, factors=dict.fromkeys(feelings, 1)))
    assert feelings_used(store) == ["proud", "sad", "calm"]
    assert factors_used(store) == ["proud", "sad", "calm"]
    assert feelings_used(store, limit=1) == ["proud"]
    remove(store, "day", DAY.isoformat())
    assert feelings_used(store) == ["proud", "sad", "calm"]


def test_an_empty_journal_has_none_of_it(store: Store) -> None:
    assert summaries(store, EVE, DAY) == {}
    assert recorded_days(store) == []
    assert feelings_used(store) == factors_used(store) == []
