from datetime import datetime

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.found import Activity, Question, Refused
from sciatica_journal.exchange.readers import garmin_csv
from sciatica_journal.exchange.watch import Watch
from tests.exchange.readers.tables import in_file, read, table

HEADER = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run Cadence,Max Run Cadence,"
    "Avg Pace,Best Pace,Total Ascent,Total Descent,Steps,Moving Time,Elapsed Time"
)
GERMAN = HEADER.replace("Activity Type,Date,Favorite,Title,Distance,Calories,Time", "Aktivitätstyp,Datum,Favorit,"
                        "Titel,Distanz,Kalorien,Zeit")  # fmt: skip
KM = {"garmin.unit": "km"}


def row(**cells: str) -> list[str]:
    usual = dict.fromkeys(HEADER.split(","), "--") | {
        "Activity Type": "Running", "Date": "2024-10-25 12:00:00", "Favorite": "false", "Title": "Lunch",
        "Distance": "3.77", "Time": "00:20:14",
    }  # fmt: skip
    return list((usual | {name.replace("_", " "): cell for name, cell in cells.items()}).values())


def file(*rows: list[str], header: str = HEADER) -> bytes:
    return table(header.split(","), *rows)


def activities(data: bytes, **answers: str) -> list[Activity]:
    found = read("garmin", in_file("Activities.csv", data), answers={"garmin.unit": "km"} | answers)
    assert not [it for it in found if isinstance(it, Question)]
    return [it for it in found if isinstance(it, Activity)]


def test_all_that_a_row_says() -> None:
    (one,) = activities(file(row(Avg_HR="151", Avg_Run_Cadence="162", Total_Ascent="1,024", Moving_Time="00:17:48.5")))
    assert (one.start, one.zone_known) == (datetime(2024, 10, 25, 12), False)
    assert (one.distance_km, one.duration_min, one.heart_rate, one.cadence) == (3.77, 17.81, 151, 162)
    assert (one.ascent_m, one.title, one.surface) == (1024, "Lunch", None)
    assert one.source_id == "2024-10-25T12:00:00 running 3.77"
    assert one.row["Distance"] == "3.77"


@pytest.mark.parametrize(
    ("said", "minutes"), [("20:00", 20.0), ("1:24:58", 84.97), ("00:28:10.5", 28.18), ("00:28:10,5", 28.18)]
)
def test_the_shapes_of_times(said: str, minutes: float) -> None:
    assert [one.duration_min for one in activities(file(row(Time=said)))] == [minutes]


def test_the_unit_is_asked_once_with_the_pace() -> None:
    rows = [row(), row(Date="2024-10-26 12:00:00"), row(Distance="--", Date="2024-10-27 12:00:00")]
    found = read("garmin", in_file("Activities.csv", file(*rows)))
    assert [type(it).__name__ for it in found] == ["Question", "Activity"]
    assert isinstance(found[0], Question)
    assert (found[0].key, [key for key, _ in found[0].options]) == ("garmin.unit", ["km", "mi"])
    assert "5:22" in found[0].text


@pytest.mark.parametrize(
    ("time", "words"), [("0:12:30", "too fast for miles"), ("1:00:00", "too slow"), ("0:8:00", "")]
)
def test_an_implausible_unit_is_said(time: str, words: str) -> None:
    (question,) = read("garmin", in_file("Activities.csv", file(row(Time=time))))
    assert isinstance(question, Question)
    assert words in question.text


def test_miles() -> None:
    assert [one.distance_km for one in activities(file(row()), **{"garmin.unit": "mi"})] == [6.067]


def test_what_nobody_runs_is_refused_and_track_metres_are_seen() -> None:
    rows = [row(Distance="30.00"), row(Activity_Type="Track Running", Distance="5,000")]
    refused, track = read("garmin", in_file("Activities.csv", file(*rows)), answers=KM)
    assert isinstance(refused, Refused)
    assert "89 km/h" in refused.why
    assert isinstance(track, Activity)
    assert (track.distance_km, track.surface) == (5.0, "track")


def test_decimal_commas_are_those_of_the_file() -> None:
    rows = [row(Distance="5,81", Activity_Type="Laufen"), row(Distance="1,024", Activity_Type="Gehen"),
            row(Distance="12,5", Activity_Type="Laufen", Time="1:10:00"),
            row(Distance="5.81", Activity_Type="Laufen")]  # fmt: skip
    found = read("garmin", in_file("Activities.csv", file(*rows, header=GERMAN)), answers=KM)
    assert [it.distance_km for it in found if isinstance(it, Activity)] == [5.81, 1.024, 12.5]
    assert [it.place for it in found if isinstance(it, Refused)] == ["line 5"]


def test_rows_quoted_as_a_whole() -> None:
    plain = file(row(Title='Say "hi", Wellington')).decode().splitlines()
    quoted = "\n".join('"' + line.replace('"', '""') + '"' for line in plain)
    assert [one.title for one in activities(quoted.encode())] == ['Say "hi", Wellington']


def test_a_spreadsheet_in_utf_16_with_semicolons() -> None:
    text = "\n".join(";".join(cells) for cells in (HEADER.split(","), row()))
    assert [one.distance_km for one in activities(text.encode("utf-16"))] == [3.77]


def test_unknown_names_of_columns_are_read_by_position() -> None:
    header = ",".join(f"列{number}" for number in range(19))
    found = activities(
        file(row(Activity_Type="ランニング", Avg_HR="151"), header=header), **{"sport.ランニング": "run"}
    )
    assert [(one.distance_km, one.heart_rate, one.title) for one in found] == [(3.77, 151, "Lunch")]


def test_bad_rows_are_refused() -> None:
    rows = [
        row(),
        row(Date="25th"), row(Date="1970-01-01 00:00:00"), row(Distance="far"), [*row(), "1", "2"], row()[:9], row(),
    ]  # fmt: skip
    found = read("garmin", in_file("Activities.csv", file(*rows)), answers=KM)
    assert [type(it).__name__ for it in found] == ["Activity", *["Refused"] * 6]


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"a,b,c\n1,2,3\n", b"Activity Type,Date\n", b'"'])
def test_other_files_are_not_its(data: bytes) -> None:
    assert not garmin_csv.is_mine([in_file("Activities.csv", data)])
    with pytest.raises(InvalidValue):
        list(garmin_csv.read([in_file("Activities.csv", data)], {}, Watch()))


def test_a_lone_return_in_a_row_quoted_as_a_whole() -> None:
    data = file(row()) + b'"Running,2024-10-25 12:00:00\rfalse,x",\n"a,b\rc"\n'
    found = read("garmin", in_file("Activities.csv", data), answers=KM)
    assert [type(it).__name__ for it in found] == ["Activity", "Refused", "Refused"]
