"""Settings: a bad file never stops the program; each bad line is told and left at its default."""

from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.settings import Settings, parse_time, read_contacts, read_settings, written_contacts

from .valid_records import json_values

NAMES = sorted(Settings.__dataclass_fields__)


@given(st.dictionaries(st.sampled_from([*NAMES, "colour"]) | st.text(max_size=8), json_values | st.times(), max_size=6))
@settings(max_examples=120)
def test_any_table_gives_valid_settings_and_words_of_one_line(table: dict[str, Any]) -> None:
    found, problems = read_settings(table)
    assert found == Settings(**{name: getattr(found, name) for name in NAMES})
    for problem in problems:
        assert problem.startswith("settings: ")
        assert len(problem) < 300
        assert len(problem.splitlines()) == 1


def test_what_is_right_is_taken() -> None:
    table = {
        "theme": "nord", "units": "mi", "day_ends": "4:30", "home_zone": "Europe/Vienna", "week_starts": "sunday",
        "mode": "light", "region": "AT", "emergency_number": "144", "keys": {"undo": "z"},
    }  # fmt: skip
    found, problems = read_settings(table)
    assert problems == ()
    assert found == Settings(
        "nord", "mi", time(4, 30), "Europe/Vienna", "sunday", "light", "AT", "144", {"undo": "z"}
    )  # fmt: skip
    assert found.zone() == ZoneInfo("Europe/Vienna")
    assert Settings().zone() is None


def test_one_bad_line_leaves_the_others() -> None:
    found, problems = read_settings({"units": "miles", "mode": "light", "day_ends": "25:00", "colour": "blue"})
    assert found == Settings(mode="light")
    assert problems == (
        "settings: units is 'miles'. It is one of: km, mi. The default is used.",
        "settings: '25:00' is not a time of day. Write it as 03:00. The default is used.",
        "settings: colour is unknown and was ignored.",
    )


@pytest.mark.parametrize(
    "zone",
    [
        "Mars/Olympus",
        "../../etc/passwd",
        "/etc/passwd",
        "Europe",
        "\x00",
        "\ud800",
        "x" * 5000,
        "Europe/vienna ",
        "a/b",
    ],
)
def test_an_unknown_zone_is_told(zone: str) -> None:
    found, problems = read_settings({"home_zone": zone})
    assert found == Settings()
    assert "home_zone" in problems[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("03:00", time(3)), ("3:00", time(3)), ("00:00", time(0)), (" 11:59 ", time(11, 59)), ("4.30", time(4, 30)),
     ("03:00:30", time(3)), (time(5, 6, 7), time(5, 6))],
)  # fmt: skip
def test_times_of_day(written: Any, meant: time) -> None:
    assert parse_time(written) == meant


@pytest.mark.parametrize(
    "written",
    ["", "3", "24:00", "12:60", "03:00+02:00", "03:00Z", "-3:00", "3am", 300, 3.0, None, True, "٠٣:٠٠", "1" * 5000],
)
def test_what_is_no_time_of_day(written: Any) -> None:
    with pytest.raises(InvalidValue, match="not a time of day") as caught:
        parse_time(written)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("ends", ["12:00", "23:59"])
def test_a_day_ends_before_noon(ends: str) -> None:
    found, problems = read_settings({"day_ends": ends})
    assert found.day_ends == time(3)
    assert "between 00:00 and 11:59" in problems[0]


@pytest.mark.parametrize("number", ["112", "+43 (0)1 40 144", "0800-111-0111", "*31#", "[144]", "1" * 20, ""])
def test_what_can_be_dialled_is_an_emergency_number(number: str) -> None:
    assert read_settings({"emergency_number": number}) == (Settings(emergency_number=number), ())


@pytest.mark.parametrize(
    "number",
    ["police", "112 or 144", "+", "-", " ", "1" * 21, "11\n2", "١١٢", "112;", "tel:112", "\x1b[31m112", "1" * 9999],
)
def test_what_cannot_be_dialled_is_told_and_the_default_kept(number: str) -> None:
    found, (problem,) = read_settings({"emergency_number": number})
    assert found == Settings()
    assert "is not a phone number" in problem
    assert len(problem) < 300


@pytest.mark.parametrize("region", ["GBR", "Austria", "1", "A1", "Ö1"])
def test_a_region_has_two_letters(region: str) -> None:
    found, (problem,) = read_settings({"region": region})
    assert found == Settings()
    assert "two letters" in problem


@pytest.mark.parametrize("name", ["theme", "home_zone"])
def test_a_name_is_not_long(name: str) -> None:
    found, (problem,) = read_settings({name: "x" * 60_000})
    assert found == Settings()
    assert "at most 100 characters" in problem


def test_of_many_unknown_names_a_few_are_told() -> None:
    found, problems = read_settings({**{f"n{number}": {"a": {}} for number in range(5000)}, "units": "mi", "": 1})
    assert found == Settings(units="mi")
    assert problems == (
        "settings: n0 is unknown and was ignored.",
        "settings: n1 is unknown and was ignored.",
        "settings: n2 is unknown and was ignored.",
        "settings: and 4,998 more unknown names were ignored.",
    )
    assert read_settings({"": 1})[1] == ("settings: '' is unknown and was ignored.",)


def test_far_too_many_keys_are_told_at_once() -> None:
    found, (problem,) = read_settings({"keys": {f"k{number}": "x" for number in range(5000)}})
    assert found.keys == {}
    assert "5,000 entries" in problem


@pytest.mark.parametrize("keys", [[], "undo", {"undo": 5}, {"undo": ["u"]}, None])
def test_keys_are_a_table_of_texts(keys: Any) -> None:
    found, problems = read_settings({"keys": keys})
    assert found.keys == {}
    assert "[keys]" in problems[0]


def test_contacts_are_typed_in_one_line_and_written_back() -> None:
    contacts = read_contacts("Anna  0660 1234; Dr. Berg, +43 (1) 555-7;")
    assert contacts == {"Anna": "0660 1234", "Dr. Berg": "+43 (1) 555-7"}
    assert read_contacts(written_contacts(contacts)) == contacts
    assert read_contacts(" ") == {}


@pytest.mark.parametrize("text", ["Anna", "0660 1234", "Anna 0660; Ben"])
def test_a_contact_has_a_name_and_a_number(text: str) -> None:
    with pytest.raises(InvalidValue, match="name or a number"):
        read_contacts(text)


@pytest.mark.parametrize(
    "table",
    [
        {"contacts": "Anna 1"},
        {"contacts": {"Anna": 1}},
        {"contacts": {"Anna": "nobody"}},
        {"contacts": {" ": "1"}},
        {"contacts": {f"n{number}": "1" for number in range(10)}},
        {"urgent_number": "1" * 101},
    ],
)
def test_contacts_that_cannot_be_are_told_and_left_out(table: dict[str, object]) -> None:
    settings, problems = read_settings(table)
    assert settings == Settings()
    assert len(problems) == 1
