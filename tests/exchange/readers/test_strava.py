from datetime import UTC, datetime, timedelta

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Activity, Question, Refused
from sciatica_journal.exchange.readers import strava
from sciatica_journal.exchange.readers.recordings import zone_of
from sciatica_journal.exchange.watch import Cancelled, Watch
from tests.exchange.readers.tables import OLD, OLD_FROM_2019, in_file, read, strava_header, strava_row, table
from tests.exchange.recordings import fit_outing, gpx_outing

RUN = {"en": "Run", "de": "Lauf", "cs": "Běh", "fr": "Course à pied", "es": "Carrera", "nl": "Hardloopsessie"}
DATES = {
    "en": "May 29, 2022, 3:53:35\u202fPM",
    "de": "29.05.2022, 15:53:35",
    "cs": "29. 5. 2022 15:53:35",
    "fr": "29 mai 2022 à 15:53:35",
    "es": "29 may 2022, 15:53:35",
    "nl": "29 mei 2022, 15:53:35",
}


def one(*found: object) -> Activity:
    assert len(found) == 1
    assert isinstance(found[0], Activity)
    return found[0]


@pytest.mark.parametrize("language", RUN)
@pytest.mark.parametrize("width", [86, 103])
def test_every_known_language(language: str, width: int) -> None:
    row = strava_row({1: DATES[language], 3: RUN[language], 6: "10,00"}, width)
    activity = one(*read("strava", in_file("activities.csv", table(strava_header(language, width), row))))
    assert activity.kind == "run"
    assert activity.start == datetime(2022, 5, 29, 15, 53, 35, tzinfo=UTC)
    assert (activity.zone_known, activity.distance_km, activity.duration_min) == (False, 10.001, 60.0)


def test_all_that_a_row_says() -> None:
    row = strava_row({
        2: "A [b]title[/b]", 4: 'Felt "fine",\r\nthen not', 10: "calf", 11: "Blue shoes", 20: "61.87", 29: "83.5",
        31: "148.4", 43: "6.0", 81: "9000",
    })  # fmt: skip
    activity = one(*read("strava", in_file("x/activities.csv", b"\xef\xbb\xbf" + table(strava_header(), row))))
    assert (activity.title, activity.shoes) == ("A [b]title[/b]", "Blue shoes")
    assert activity.note == 'Felt "fine",\nthen not\n\ncalf'
    assert (activity.ascent_m, activity.cadence, activity.heart_rate, activity.effort) == (61.9, 167, 148, 6)
    assert activity.surface == "trail"
    assert activity.row["Distance"] == "10.00"
    assert activity.row["Distance (18)"] == "10000.5"
    assert "Max Heart Rate" not in activity.row


def test_no_surface_is_guessed() -> None:
    rows = [strava_row({0: "1", 81: "4000"}), strava_row({0: "2", 3: "Virtual Run"}), strava_row({0: "3", 3: "Hike"})]
    found = read("strava", in_file("activities.csv", table(strava_header(), *rows)))
    assert [(it.kind, it.surface) for it in found if isinstance(it, Activity)] == [
        ("run", None), ("run", None), ("walk", None),
    ]  # fmt: skip


def test_other_sports_are_told_and_not_on_foot() -> None:
    row = strava_row({3: "E-Bike Ride", 81: "9500"})
    ride = one(*read("strava", in_file("activities.csv", table(strava_header(), row))))
    assert (ride.kind, ride.surface) == (None, None)


@pytest.mark.parametrize(("header", "distance"), [(OLD, "5810.0"), (OLD_FROM_2019, "5.81")])
def test_the_old_layouts(header: list[str], distance: str) -> None:
    row = ["77", "2018-09-12 15:02:23", "Lunch", "Run", "", "1800", distance, "false", "Shoes", ""]
    activity = one(*read("strava", in_file("activities.csv", table(header, row))))
    assert (activity.distance_km, activity.duration_min, activity.shoes) == (5.81, 30.0, "Shoes")
    assert activity.start == datetime(2018, 9, 12, 15, 2, 23, tzinfo=UTC)


def test_shown_numbers_where_those_for_machines_are_missing() -> None:
    row = strava_row({1: DATES["de"], 3: "Lauf", 5: "1800", 6: "1.033,22", 15: "", 16: "", 17: ""})
    short = strava_row({0: "2", 1: DATES["de"], 3: "Lauf", 6: "5.81", 17: ""})
    found = read("strava", in_file("activities.csv", table(strava_header("de"), short, row)))
    assert [it.distance_km for it in found if isinstance(it, Activity)] == [5.81, None]


def test_a_name_that_stands_elsewhere_decides() -> None:
    header, row = strava_header(), strava_row({31: "60", 40: "150"})
    header[31], header[40] = header[40], header[31]
    assert one(*read("strava", in_file("activities.csv", table(header, row)))).heart_rate == 150


def test_an_unknown_language_is_asked_once() -> None:
    header = ["ID attività", *(f"colonna {place}" for place in range(1, 103))]
    file = in_file("activities.csv", table(header, strava_row({1: "3/4/2022 10:00:00", 3: "Corsa"})))
    (question,) = read("strava", file, in_file("activities/1.gpx", b"<gpx/>"))
    assert isinstance(question, Question)
    assert question.key == "strava.language"
    days = {answer: one(*read("strava", file, answers={question.key: answer})).start for answer in ("day", "month")}
    assert days == {"day": datetime(2022, 4, 3, 10, tzinfo=UTC), "month": datetime(2022, 3, 4, 10, tzinfo=UTC)}


def test_an_unknown_sport_is_asked_once() -> None:
    rows = [strava_row({0: str(number), 3: "ランニング"}) for number in range(3)]
    file = in_file("activities.csv", table(strava_header(), *rows))
    (question,) = read("strava", file)
    assert isinstance(question, Question)
    assert question.key == "sport.ランニング"
    found = read("strava", file, answers={question.key: "run_walk"})
    assert [it.kind for it in found if isinstance(it, Activity)] == ["run_walk"] * 3


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({1: "yesterday"}, "cannot be read"),
        ({1: "Feb 30, 2022, 3:53:35 PM"}, "cannot be read"),
        ({1: "May 29, 2022, 13:53:35 PM"}, "cannot be read"),
        ({1: "Jan 1, 1970, 12:00:00 AM"}, "clock"),
        ({1: "Feb 7, 2106, 6:28:15 AM"}, "clock"),
        ({0: ""}, "no id"),
    ],
)
def test_a_bad_row_is_refused_and_the_rest_goes_on(cells: dict[int, str], why: str) -> None:
    file = in_file("activities.csv", table(strava_header(), strava_row(cells), strava_row({0: "2"})))
    refused, activity = read("strava", file)
    assert isinstance(refused, Refused)
    assert refused.place == "line 2"
    assert why in refused.why
    assert isinstance(activity, Activity)


def test_ragged_rows_and_double_ids_are_refused() -> None:
    long, short = [*strava_row({0: "2"}), "more"], strava_row({0: "3"})[:80]
    rows = [strava_row({}), strava_row({}), long, short, [*strava_row({0: "4"}), ""]]
    found = read("strava", in_file("activities.csv", table(strava_header(), *rows)))
    assert [type(it).__name__ for it in found] == ["Activity", "Refused", "Refused", "Refused", "Activity"]


@pytest.mark.parametrize("number", ["nan", "inf", "-5", "1e300", "ten", "99999999999", "0"])
def test_numbers_that_cannot_be_are_not_there(number: str) -> None:
    cells = dict.fromkeys((5, 6, 15, 16, 17, 20, 29, 31, 43, 81), number)
    activity = one(*read("strava", in_file("activities.csv", table(strava_header(), strava_row(cells)))))
    assert (activity.distance_km, activity.duration_min, activity.heart_rate) == (None, None, None)
    assert activity.effort is None


def test_controls_and_encodings() -> None:
    data = table(strava_header(), strava_row({2: "a\x07b\x00c"})).decode()
    for encoding in ("utf-8", "utf-16", "utf-16-le"):
        activity = one(*read("strava", in_file("activities.csv", data.encode(encoding))))
        assert activity.title == "a\ufffdb\ufffdc"


def test_recordings_that_a_row_names_are_taken_and_others_read() -> None:
    rows = [strava_row({12: "activities/9.gpx.gz"}), strava_row({0: "2", 3: "Skydive", 12: "activities/8.gpx"})]
    gpx = [in_file(f"export/activities/{number}.gpx", b"") for number in (9, 8)]
    found = read("strava", in_file("export/activities.csv", table(strava_header(), *rows)), *gpx)
    assert [type(it).__name__ for it in found] == ["Activity", "Question"]


def test_every_table_of_a_folder_is_read_and_what_one_has_already_is_not_told_again() -> None:
    def export(name: str, *ids: str) -> InFile:
        return in_file(
            name, table(strava_header(), *(strava_row({0: one, 12: f"activities/{one}.gpx"}) for one in ids))
        )

    tables = [
        export("old/activities.csv", "1", "2"), export("new/activities.csv", "2", "3"),
        export("activities (1).csv", "3", "4", "4"), export("old/2019/again/activities (2).csv", "1", "5"),
    ]  # fmt: skip
    empty = [in_file(f"{folder}/activities/{number}.gpx", b"") for folder, number in (("old", 1), ("new", 2))]
    found = read("strava", *tables, *empty, in_file("new/routes.csv", b"Route ID,Name\n1,Home\n"))
    assert [it.source_id for it in found if isinstance(it, Activity)] == ["1", "2", "3", "4", "5"]
    assert [it.place for it in found if isinstance(it, Refused)] == ["activities (1).csv, line 4"]


def test_a_planned_route_is_no_outing() -> None:
    route = gpx_outing().replace(b"<time>", b"<cmt>").replace(b"</time>", b"</cmt>")
    files = [in_file("routes/1.gpx", route), in_file("activities/2.gpx", route)]
    found = read("strava", in_file("activities.csv", table(strava_header(), strava_row({}))), *files)
    assert [it.place for it in found if isinstance(it, Refused)] == ["activities/2.gpx"]


def test_the_zone_is_that_of_the_recording() -> None:
    rows = [strava_row({12: "activities/9.fit.gz"}), strava_row({0: "2", 12: "activities/8.fit.gz"})]
    files = [
        in_file("activities/9.fit", fit_outing(offset=timedelta(hours=-7))),
        in_file("activities/8.fit", b"damaged"),
    ]
    known, unknown = read("strava", in_file("activities.csv", table(strava_header(), *rows)), *files)
    assert isinstance(known, Activity)
    assert isinstance(unknown, Activity)
    assert known.start is not None
    assert (known.start.isoformat(), known.zone_known) == ("2022-05-29T08:53:35-07:00", True)
    assert not unknown.zone_known


def test_a_recording_that_is_no_fit_file_has_no_zone() -> None:
    assert zone_of(in_file("a.gpx", b"")) is None
    assert zone_of(in_file("a.fit", b"no fit")) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("activities.csv", b""),
        ("activities.csv", b"\x00\x01\x02\x03" * 9),
        ("activities.csv", b"Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,TE\n"),
        ("activities.csv", b"Tipo de actividad,Fecha,a,b,c,d,e,f,g,h\n"),
        ("notes.csv", b"id,a,b,c,d,e,f,g,h,i\n"),
        ("activities.gpx", table(strava_header())),
    ],
)
def test_other_files_are_not_its(name: str, data: bytes) -> None:
    assert not strava.is_mine([in_file(name, data)])
    with pytest.raises(InvalidValue):
        list(strava.read([in_file(name, data)], {}, Watch()))


def test_stopping() -> None:
    watch = Watch()
    rows = strava.read([in_file("activities.csv", table(strava_header(), strava_row({})))], {}, watch)
    watch.stop()
    with pytest.raises(Cancelled):
        next(rows)
