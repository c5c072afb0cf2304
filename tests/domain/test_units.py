"""Distances, durations and hours as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.units import (
    KM_PER_MILE,
    clock_minutes,
    exact_distance,
    shown_distance,
    shown_duration,
    shown_hours,
    to_km,
)


@pytest.mark.parametrize(
    ("km", "unit", "shown"),
    [(5.2, "km", "5.2 km"), (10.0, "km", "10 km"), (100.0, "km", "100 km"), (5.8, "mi", "3.6 mi"),
     (42.195, "km", "42.2 km"), (5.234, "km", "5.23 km"), (1.609344, "mi", "1 mi"), (5.0, "mi", "3.1 mi"),
     (0.004, "km", "0.004 km"), (0.0, "km", "0 km")],
)  # fmt: skip
def test_distances(km: float, unit: str, shown: str) -> None:
    assert shown_distance(km, unit) == shown


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [(32.17, "32:10"), (0.5, "0:30"), (60.0, "1:00:00"), (92.083, "1:32:05"), (59.999, "1:00:00"), (0.0, "0:00")],
)
def test_durations(minutes: float, shown: str) -> None:
    assert shown_duration(minutes) == shown


@pytest.mark.parametrize(
    ("hours", "shown"), [(7.0, "7 h"), (7.5, "7 h 30"), (0.25, "0 h 15"), (6.9999, "7 h"), (7.1, "7 h 06")]
)
def test_hours(hours: float, shown: str) -> None:
    assert shown_hours(hours) == shown


@given(st.integers(1, 60_000).map(lambda hundredths: hundredths / 100))
def test_miles_come_back_as_they_were_typed(miles: float) -> None:
    assert exact_distance(to_km(miles, "mi"), "mi") == f"{miles:.2f}".rstrip("0").rstrip(".") + " mi"


@given(st.floats(0.001, 1000))
def test_kilometres_have_three_decimals(distance: float) -> None:
    assert to_km(distance, "km") == round(distance, 3)
    assert to_km(distance, "mi") == round(distance * KM_PER_MILE, 3)


@given(st.integers(1, 2880 * 60))
def test_a_duration_as_shown_is_read_back(seconds: int) -> None:
    assert clock_minutes(shown_duration(seconds / 60)) == pytest.approx(seconds / 60)


@pytest.mark.parametrize("text", ["40", "5:5", "1:75", "1:5:09", "1:60:00", ":30", "-5:00", "1:02:03:04", "٣:٠٠"])
def test_what_is_no_duration_on_a_clock(text: str) -> None:
    assert clock_minutes(text) is None
