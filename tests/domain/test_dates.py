"""Days and the clock: which day a moment belongs to, and what a person means by a date."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.dates import WEEKDAYS, journal_day, parse_day, parse_days
from sciatica_journal.domain.errors import InvalidValue

VIENNA = ZoneInfo("Europe/Vienna")
THREE = time(3, 0)
TODAY = date(2026, 11, 22)
"""A Sunday."""

zones = st.sampled_from(
    ["Europe/Vienna", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]
).map(ZoneInfo)
ends = st.times(max_value=time(11, 59)).map(lambda at: at.replace(second=0, microsecond=0))
moments = st.datetimes(datetime(1995, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))


@given(moments, ends, zones)
def test_a_day_lasts_from_its_end_to_the_next_by_the_wall_clock(now: datetime, day_ends: time, zone: ZoneInfo) -> None:
    day = journal_day(now, day_ends, zone)
    wall = now.astimezone(zone).replace(tzinfo=None)
    assert datetime.combine(day, day_ends) <= wall < datetime.combine(day + timedelta(days=1), day_ends)


@given(moments, ends, zones, zones)
def test_the_day_depends_on_the_instant_and_not_on_the_zone_it_is_told_in(
    now: datetime, day_ends: time, told_in: ZoneInfo, home: ZoneInfo
) -> None:
    assert journal_day(now.astimezone(told_in), day_ends, home) == journal_day(now, day_ends, home)


@given(moments, ends, zones, st.integers(0, 7200))
@settings(max_examples=120)
def test_no_day_is_left_out_or_gone_back_to_but_where_the_clock_is(
    now: datetime, day_ends: time, zone: ZoneInfo, seconds: int
) -> None:
    later = now + timedelta(seconds=seconds)
    before, after = journal_day(now, day_ends, zone), journal_day(later, day_ends, zone)
    turned = now.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset()
    assert timedelta(0) <= after - before <= timedelta(days=1) or turned


@pytest.mark.parametrize(
    ("day", "hour", "offset"),
    [
        (date(2026, 3, 29), 1, 1),  # an hour before the clocks go forward
        (date(2026, 3, 29), 3, 2),  # the minute after they went forward
        (date(2026, 10, 25), 2, 2),  # the hour that comes twice, first time
        (date(2026, 10, 25), 2, 1),  # and second time
    ],
)
def test_a_summer_time_change_moves_no_day(day: date, hour: int, offset: int) -> None:
    instant = datetime(day.year, day.month, day.day, hour, 30, tzinfo=timezone(timedelta(hours=offset)))
    wanted = day if hour >= 3 else day - timedelta(days=1)
    assert journal_day(instant, THREE, VIENNA) == wanted


def test_the_hour_that_comes_twice_is_one_day() -> None:
    for fold in (0, 1):
        assert journal_day(datetime(2026, 10, 25, 2, 30, tzinfo=VIENNA, fold=fold), THREE, VIENNA) == date(2026, 10, 24)
        assert journal_day(datetime(2026, 10, 25, 3, 0, tzinfo=VIENNA, fold=fold), THREE, VIENNA) == date(2026, 10, 25)


def test_a_flight_changes_the_day_only_by_the_home_zone() -> None:
    takeoff = datetime(2026, 11, 22, 23, 30, tzinfo=VIENNA)
    landing = takeoff + timedelta(hours=9)
    assert journal_day(landing.astimezone(ZoneInfo("America/New_York")), THREE, VIENNA) == date(2026, 11, 23)
    assert journal_day(landing, THREE, ZoneInfo("America/New_York")) == date(2026, 11, 22)


@pytest.mark.parametrize("day_ends", [time(0, 0), time(3, 0), time(11, 59)])
def test_the_last_minute_of_a_day_and_the_first_of_the_next(day_ends: time) -> None:
    first = datetime.combine(date(2026, 6, 2), day_ends, VIENNA)
    assert journal_day(first, day_ends, VIENNA) == date(2026, 6, 2)
    assert journal_day(first - timedelta(seconds=1), day_ends, VIENNA) == date(2026, 6, 1)


def test_without_a_home_zone_the_machine_s_own_counts() -> None:
    now = datetime(2026, 6, 2, 12, 0).astimezone()
    assert journal_day(now, THREE, None) == date(2026, 6, 2)


@given(st.dates(EARLIEST, TODAY))
def test_an_iso_date_is_itself(day: date) -> None:
    assert parse_day(day.isoformat(), TODAY) == day
    assert parse_day(f"  {day.isoformat()} ", TODAY) == day


@given(st.sampled_from(WEEKDAYS), st.dates(date(1900, 1, 8), date(2100, 1, 1)), st.integers(3, 9))
def test_a_weekday_is_the_latest_past_one(name: str, today: date, letters: int) -> None:
    day = parse_day(name[:letters].upper(), today)
    assert WEEKDAYS[day.weekday()] == name
    assert timedelta(days=1) <= today - day <= timedelta(days=7)


@given(st.integers(0, 40_000))
def test_days_ago(count: int) -> None:
    assert parse_day(f"-{count}d", TODAY) == TODAY - timedelta(days=count)


def test_today_and_yesterday() -> None:
    assert parse_day("today", TODAY) == TODAY
    assert parse_day("Yesterday", TODAY) == date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "2026-13-01", "2026-1-1", "20260301", "01/03/2026", "", " ", "mo", "tod", "-d", "3d", "--3d",
     "2026-03-01T00:00", "monday next", "\x00", "\ud800", "x" * 5000],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a date") as caught:
        parse_day(text, TODAY)
    assert caught.value.hint
    assert len(str(caught.value)) < 200


def test_a_refused_date_is_quoted_as_it_was_typed() -> None:
    with pytest.raises(InvalidValue, match=r"^“GP, in May” is not a date"):
        parse_day(" GP, in May ", TODAY)
    with pytest.raises(InvalidValue, match=r"^“X{39}…” is not a date"):
        parse_day("X" * 60, TODAY)


@pytest.mark.parametrize("text", ["2026-11-23", "2199-12-31", "9999-12-31"])
def test_the_future_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="in the future"):
        parse_day(text, TODAY)


@pytest.mark.parametrize("text", ["1899-12-31", "0001-01-01", "-99999d"])
def test_before_1900_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="before 1900"):
        parse_day(text, TODAY)


def test_days_ago_before_the_calendar_began_are_refused() -> None:
    with pytest.raises(InvalidValue, match="before 1900"):
        parse_day("-99999d", date(1950, 1, 1))
    with pytest.raises(InvalidValue, match="before 1900"):
        parse_day("-99999d", date(100, 1, 1))


@given(st.text(max_size=12) | st.from_regex(r"-?[0-9]{1,7}d|[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True))
def test_any_text_is_a_past_day_or_refused_in_words(text: str) -> None:
    try:
        day = parse_day(text, TODAY)
    except InvalidValue as error:
        refused = error
    else:
        refused = InvalidValue("Taken.", "Fine.")
        assert EARLIEST <= day <= TODAY
    assert refused.message
    assert refused.hint


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03-01", date(2026, 3, 1), date(2026, 3, 1)),
        ("2026-03-01..2026-03-04", date(2026, 3, 1), date(2026, 3, 4)),
        ("-2d..today", date(2026, 11, 20), TODAY),
        ("monday..", date(2026, 11, 16), TODAY),
        ("..yesterday", EARLIEST, date(2026, 11, 21)),
        ("..", EARLIEST, TODAY),
    ],
)
def test_ranges(text: str, first: date, last: date) -> None:
    assert parse_days(text, TODAY) == (first, last)


@pytest.mark.parametrize("text", ["today..yesterday", "2026-03-01..2026-02-30", "a..b", "today..2026-12-01"])
def test_ranges_that_are_none(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse_days(text, TODAY)
