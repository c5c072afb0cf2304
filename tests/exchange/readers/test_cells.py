import csv
from datetime import datetime
from io import BytesIO

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.parsing import cells
from sciatica_journal.exchange.parsing.cells import (
    LONGEST_LINE,
    Filled,
    clock_seconds,
    column_names,
    has_decimal_comma,
    local_number,
    number,
    rows_in,
    rows_of,
)
from sciatica_journal.exchange.parsing.decoding import encoding_of
from sciatica_journal.exchange.parsing.local_dates import DateReader
from sciatica_journal.exchange.parsing.sports import folded, known_sport


@pytest.mark.parametrize(
    ("text", "comma", "value"),
    [
        ("5.81", False, 5.81),
        ("1,024", False, 1024),
        ("1,024.5", False, 1024.5),
        ("5,81", False, None),
        ("5,81", True, 5.81),
        ("1.033,22", True, 1033.22),
        ("1\u202f033,22", True, 1033.22),
        ("1'033.2", False, 1033.2),
        ("-3", False, -3),
        ("--", False, None),
        ("nan", False, None),
        ("1_0", False, None),
        ("٣", False, None),
        ("1e5", False, None),
    ],
)
def test_numbers_for_people(text: str, comma: bool, value: float | None) -> None:
    assert local_number(text, comma) == value


@pytest.mark.parametrize(
    ("texts", "comma"),
    [
        (["5,81"], True),
        (["1,024"], False),
        (["1,024", "5.81"], False),
        (["0,812"], True),
        (["1.024,5"], True),
        ([], False),
    ],
)
def test_the_decimal_comma_of_a_file(texts: list[str], comma: bool) -> None:
    assert has_decimal_comma(texts) is comma


def test_numbers_for_machines() -> None:
    assert [number(text) for text in ("3322.95", "nan", "inf", "1_0", "", "x")] == [
        3322.95,
        None,
        None,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize("text", ["", "20", "1:75:00", "20:61", "x:20", "1:2:3:4", "-1:20", "20:00 h"])
def test_what_is_no_clock(text: str) -> None:
    assert clock_seconds(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2022-05-09T15:03:35Z",
        "May 9, 2022, 3:03:35\u202fPM",
        "May 9, 2022, 3:03:35 p.m.",
        "9 May 2022, 15:03:35",
        "09.05.2022, 15:03:35",
        "9. 5. 2022 15:03:35",
        "9. května 2022 15:03:35",
        "9 mai 2022 à 15:03:35",
        "9 de mayo de 2022, 15:03:35",
        "09/05/2022 15:03:35",
        "5/9/2022, 3:03:35 PM",
        "Monday, May 9, 2022, 3:03:35 PM",
        "9/5/22 15:03:35",
        "09-05-2022, 3:03:35 PM",
    ],
)
def test_dates(text: str) -> None:
    assert DateReader(month_first="PM" in text).moment(text) == datetime(2022, 5, 9, 15, 3, 35)


@pytest.mark.parametrize("text", ["5/31/2022 1:00", "31/5/2022 1:00", "31-05-2022 1:00", "5.31.2022 1:00"])
@pytest.mark.parametrize("month_first", [True, False])
def test_a_guessed_order_gives_way_to_a_number_that_is_no_month(text: str, month_first: bool) -> None:
    assert DateReader(month_first=month_first).moment(text) == datetime(2022, 5, 31, 1)


@pytest.mark.parametrize(
    "text", ["", "May 9, 2022", "Foo 9, 2022, 1:00:00", "2022-13-01 1:00:00", "2022-05-09 25:00:00"]
)
def test_no_dates(text: str) -> None:
    assert DateReader().moment(text) is None


def test_names_and_cells() -> None:
    names = column_names(["a", "b", "a", "", "a (3)"])
    assert len(set(names)) == 5
    cells = Filled(names, ["1", " ", "2", "x\x07", ""])
    assert dict(cells) == {"a": "1", "a (3)": "2", "column 4": "x\ufffd"}
    assert (len(cells), cells["a"], cells == {"a": "1"}) == (3, "1", False)


def test_encodings() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"):
        data = "a,b\nü,2\n".encode(encoding)
        assert [row for _, row in rows_of(BytesIO(data), data)] == [["a", "b"], ["ü", "2"]]
    assert encoding_of(b"") == "utf-8-sig"


def test_a_quote_that_never_closes_is_refused() -> None:
    before = csv.field_size_limit(100_000)
    try:
        data = b'a,b\n1,"' + b"x" * 100_010
        with pytest.raises(InvalidValue, match=r"of a\.csv is not CSV: a cell is far too long"):
            list(rows_of(BytesIO(data), data[:10], name="a.csv"))
    finally:
        csv.field_size_limit(before)


def test_a_line_without_an_end_is_refused() -> None:
    data = b"a,b\n" + b"1," * LONGEST_LINE
    with pytest.raises(InvalidValue, match=r"Line 2 of a\.csv is far too long"):
        list(rows_of(BytesIO(data), data[:10], name="a.csv"))


def test_rows_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MOST_ROWS", 3)
    assert len(list(rows_in(["a"] * 4, ",", "a.csv"))) == 4
    with pytest.raises(InvalidValue, match=r"a\.csv has more than 3 rows"):
        list(rows_in(["a"] * 5, ",", "a.csv"))


@pytest.mark.parametrize(
    ("word", "kind", "surface"),
    [
        ("TrailRun", "run", "trail"),
        ("Trail Running", "run", "trail"),
        ("treadmill_running", "run", "treadmill"),
        ("Běh", "run", None),
        ("Course à pied", "run", None),
        ("Hike", "walk", None),
        ("Wanderung", "walk", None),
        ("EBikeRide", None, None),
        ("Swim", None, None),
    ],
)
def test_sports(word: str, kind: str | None, surface: str | None) -> None:
    assert known_sport(word) == (kind, surface)


def test_unknown_sports_are_not_guessed() -> None:
    assert known_sport("Moonwalk") is None
    assert known_sport("") is None
    assert folded("ランニング") == ""
