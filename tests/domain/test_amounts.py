"""Distances, durations, times of day and numbers as people type them."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.amounts import parse_amount, parse_clock, parse_distance, parse_minutes
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.units import shown_duration


@pytest.mark.parametrize(
    ("text", "unit", "km"),
    [("5.2", "km", 5.2), ("5,2", "km", 5.2), ("3", "mi", 4.828), ("3 mi", "km", 4.828), ("5k", "mi", 5.0),
     ("800 m", "km", 0.8), ("0", "km", 0.0), ("-2", "km", -2.0)],
)  # fmt: skip
def test_distances(text: str, unit: str, km: float) -> None:
    assert parse_distance(text, unit) == km


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("32:10", 32.17), ("1:32:05", 92.08), ("40", 40.0), ("40 min", 40.0), ("1h20", 80.0), ("1 h 20 min", 80.0),
     ("1.5h", 90.0), ("32m10s", 32.17), ("90:00", 90.0), ("-5", -5.0)],
)  # fmt: skip
def test_times_taken(text: str, minutes: float) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize("text", ["1:75", "soon", "1h75", "5:5", "1:75:00", "-5:00", "9" * 400])
def test_what_is_no_time_taken_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse_minutes(text)


@given(st.integers(min_value=1, max_value=2880 * 60))
def test_a_time_as_shown_is_read_back(seconds: int) -> None:
    assert parse_minutes(shown_duration(seconds / 60)) == round(seconds / 60, 2)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    read: Callable[[str], object]
    for read in (parse_minutes, parse_clock, parse_amount, lambda said: parse_distance(said, "km")):
        with suppress(InvalidValue):
            read(text)


def test_times_of_day() -> None:
    assert [f"{parse_clock(text):%H:%M}" for text in ("7", "7:05", "07.05", "0705", "705", "19h30")] == [
        "07:00", "07:05", "07:05", "07:05", "07:05", "19:30",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "24", "7:60", "7pm", "-7", "70500", "1" * 50])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="not a time of day"):
        parse_clock(text)


def test_numbers() -> None:
    assert [parse_amount(text) for text in ("2", "7,5", " -1.50 ")] == [2, 7.5, -1.5]
    assert isinstance(parse_amount("2.0"), int)
    with pytest.raises(InvalidValue, match="not a number"):
        parse_amount("two")
