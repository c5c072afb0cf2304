"""Records: what is valid survives being written and read, what is not is refused in words."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, replace
from datetime import date, datetime
from json import dumps, loads
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.other import Other
from sciatica_journal.domain.plain import Record, from_plain, to_plain
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import STRIDES, Run
from sciatica_journal.domain.spot import Spot

from .valid_records import json_values, raw_texts, records

DAY = date(2026, 3, 1)
BARE: dict[str, Record] = {
    "day": Day(DAY),
    "run": Run("r", DAY),
    "reflection": Reflection("s", DAY),
    "moment": Moment("m", DAY),
}
FIELDS = sorted({(kind, item.name) for kind, record in BARE.items() for item in fields(record)})


def with_field(kind: str, name: str, value: Any) -> Record:
    """The bare record of a kind with one field set to any value at all."""
    changes: dict[str, Any] = {name: value}
    return replace(BARE[kind], **changes)


def in_words(error: InvalidValue) -> bool:
    """Whether an error has a message of one bearable line and a hint."""
    text = str(error)
    return bool(error.message) and bool(error.hint) and len(text) < 400 and text.isprintable()


def taken_or_refused(make: Callable[[], Record]) -> Record | None:
    """Return what is made, or None where it is refused as it should be; any other exception is a failure."""
    try:
        return make()
    except InvalidValue as error:
        refused = error
    assert in_words(refused), repr(refused)
    return None


@given(records)
@settings(max_examples=150)
def test_a_valid_record_survives_the_way_out_and_back(record: Record) -> None:
    assert from_plain(loads(dumps(to_plain(record)))) == record


@given(records)
def test_what_is_not_recorded_is_left_out_and_the_type_comes_first(record: Record) -> None:
    plain = to_plain(record)
    assert next(iter(plain)) == "type"
    assert None not in plain.values()


@given(st.sampled_from(FIELDS), json_values)
@settings(max_examples=200)
def test_any_value_read_is_taken_or_refused_in_words(field: tuple[str, str], value: Any) -> None:
    kind, name = field
    plain = {**to_plain(BARE[kind]), name: value}
    record = taken_or_refused(lambda: from_plain(plain))
    assert record is None or from_plain(to_plain(record)) == record


@given(st.sampled_from(FIELDS), json_values)
@settings(max_examples=200)
def test_any_value_built_is_taken_or_refused_in_words(field: tuple[str, str], value: Any) -> None:
    kind, name = field
    record = taken_or_refused(lambda: with_field(kind, name, value))
    settled = from_plain(to_plain(record)) if record is not None else BARE[kind]
    assert from_plain(to_plain(settled)) == settled


@given(json_values, json_values, st.text(max_size=10))
def test_a_record_of_an_unknown_type_is_kept_whole_or_refused_in_words(day: Any, ident: Any, kind: str) -> None:
    plain = {"type": kind, "date": day, "id": ident, "more": [1]}
    record = taken_or_refused(lambda: from_plain(plain))
    assert record is None or (isinstance(record, Other) and to_plain(record) == plain)


@pytest.mark.parametrize(
    ("kind", "name", "bad"),
    [
        *(("day", name, bad) for name in ("pain_morning", "pain_worst", "stress") for bad in (-1, 11, 4.5, "4", True)),
        *(("day", name, bad) for name in ("leg_left", "leg_right") for bad in (-1, 7)),
        *(("day", "sleep_hours", bad) for bad in (-0.1, 24.1, float("nan"), float("inf"), 10**400, "7")),
        *(("day", "painkillers", bad) for bad in (-1, 101, 0.5)),
        *(("day", name, "centre") for name in ("numb", "tingling", "weak")),
        *(("day", "feelings", (bad,)) for bad in ("", " ", "a\nb", "\x1b[31m", "x" * 61)),
        *(("day", "factors", {name: 1}) for name in ("", "a\tb", "x" * 61)),
        *(("day", "factors", {"coffee": bad}) for bad in (float("nan"), 1e10, "2", True, 10**400)),
        *(("day", "extra", {name: 1}) for name in ("type", "note", "date")),
        *(("day", "date", bad) for bad in (date(1899, 12, 31), date(2200, 1, 1), datetime(2026, 3, 1), "2026-03-01")),
        *(("run", "distance_km", bad) for bad in (0, -1, 0.0004, 1000.1, 5000, float("nan"))),
        *(("run", "duration_min", bad) for bad in (0, -5, 0.004, 2881)),
        *(("run", "heart_rate", bad) for bad in (19, 261, 60.5)),
        *(("run", "ascent_m", bad) for bad in (-1, 30001)),
        *(("run", name, "x") for name in ("kind", "surface", "response")),
        *(("run", "id", bad) for bad in ("", "a\nb", "x" * 201, 5, None)),
        *(("reflection", "minutes", bad) for bad in (-1, 1441)),
        *(("reflection", name, 11) for name in ("before", "after")),
        *(("reflection", "kept", bad) for bad in (1, None, "yes")),
        *(("moment", "region", bad) for bad in ("", "Calf", "left calf", "1calf", 5, "c" * 41)),
        *(("moment", "side", bad) for bad in ("none", "LEFT", 1, ["left"])),
        *((kind, "start", bad) for kind in ("run", "reflection", "moment") for bad in ("07:00", DAY)),
    ],
)
def test_out_of_range_is_refused_in_words(kind: str, name: str, bad: Any) -> None:
    with pytest.raises(InvalidValue) as caught:
        with_field(kind, name, bad)
    assert in_words(caught.value)


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, name in FIELDS if name in ("note", "text", "did")])
def test_a_text_of_another_kind_is_refused(kind: str, name: str) -> None:
    with pytest.raises(InvalidValue, match=r"It is text\."):
        with_field(kind, name, 5)


def test_an_error_quotes_no_more_than_a_line_of_a_long_value() -> None:
    with pytest.raises(InvalidValue) as caught:
        Day(DAY, stress="x\n" * 500_000)  # type: ignore[arg-type]  # what a file may hold
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "spot"),
    [
        ({"region": "calf", "side": "up"}, None),
        ({"region": "calf", "intensity": 11}, None),
        ({"region": "calf", "qualities": ["sharp"]}, None),
        ({"side": "left"}, None),
        ("calf", None),
        ({"region": "calf", "qualities": ["deep", "deep"]}, Spot("calf", qualities=("deep",))),
        ({"region": "calf", "intensity": 4.0}, Spot("calf", intensity=4)),
    ],
)
def test_spots_are_read_or_refused(value: Any, spot: Spot | None) -> None:
    plain = {"type": "day", "date": "2026-03-01", "spots": [value]}
    if spot is None:
        with pytest.raises(InvalidValue):
            from_plain(plain)
    else:
        assert from_plain(plain) == Day(DAY, spots=(spot,))


def test_a_quality_is_named_once() -> None:
    with pytest.raises(InvalidValue, match="twice"):
        Spot("calf", qualities=("deep", "deep"))


def test_records_are_frozen() -> None:
    for record in BARE.values():
        with pytest.raises(FrozenInstanceError):
            record.date = DAY  # type: ignore[misc]  # what is tested


def test_a_reflection_that_was_let_go_has_no_words() -> None:
    with pytest.raises(InvalidValue, match="let go"):
        Reflection("a", DAY, kept=False, text="words")


@given(raw_texts.filter(str.strip), raw_texts.filter(str.strip))
def test_a_missing_id_comes_from_the_content_alone(one: str, other: str) -> None:
    def ident(text: str) -> str:
        record = from_plain({"type": "moment", "date": "2026-03-01", "text": text})
        assert isinstance(record, Moment)
        return record.id

    assert ident(one) == ident(one)
    assert (ident(one) == ident(other)) == (one == other)


@given(st.sampled_from(STRIDES) | json_values)
def test_a_stride_of_another_program_stays_with_the_run_under_another_name(said: Any) -> None:
    plain = {"type": "run", "date": "2026-03-01", "stride": said, "other_stride": 1, "x": 2}
    run = from_plain(plain)
    again = from_plain(to_plain(run))
    assert again == run
    assert run.key == from_plain({**plain}).key
    given_out = {name: value for name, value in to_plain(run).items() if name not in ("type", "date", "id")}
    ours = {} if said is None else {"stride": said} if said in STRIDES else {"other_other_stride": said}
    assert given_out == {**ours, "other_stride": 1, "x": 2}


@pytest.mark.parametrize("plain", [{}, {"type": ""}, {"type": 5}, {"type": "day"}, {"type": "run", "id": "a"}])
def test_a_record_needs_a_type_and_a_date(plain: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue) as caught:
        from_plain(plain)
    assert in_words(caught.value)


def test_numbers_are_kept_as_the_file_can_keep_them() -> None:
    read = from_plain(
        {"type": "run", "date": "2026-03-01", "distance_km": 5.12349, "duration_min": 31.238, "effort": 4.0}
    )
    assert isinstance(read, Run)
    assert (read.distance_km, read.duration_min, read.effort) == (5.123, 31.24, 4)


def test_words_with_joiners_are_names() -> None:
    assert Day(DAY, feelings=("🏃🏽‍♀️", "خسته‌ام")).feelings[1] == "خسته‌ام"


def test_an_empty_day_knows_it() -> None:
    assert Day(DAY).is_empty
    assert not Day(DAY, uneventful=False).is_empty
    assert Day(DAY).key == "2026-03-01"
