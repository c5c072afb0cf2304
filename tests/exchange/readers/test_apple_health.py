"""Apple Health: old and new layout, its broken DOCTYPE, units, steps, and what is refused."""

from datetime import timedelta

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.found import Activity, Found
from sciatica_journal.exchange.readers import apple_health
from sciatica_journal.exchange.watch import Cancelled, Watch
from tests.exchange.readers.given import activities, days, found_in, in_file, questions, refused

BROKEN = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 ]> -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST Workout
  duration CDATA #IMPLIED
<!ATTLIST WorkoutStatistics
  type CDATA #REQUIRED
]>
"""
OLD = (
    '<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" totalDistance="5" '
    'totalDistanceUnit="km" sourceName="Watch" startDate="2024-01-15 18:00:00 +0800" '
    'endDate="2024-01-15 18:30:00 +0800"/>'
)
NEW = """<Workout workoutActivityType="HKWorkoutActivityTypeWalking" duration="45.5" durationUnit="min"
  sourceName="Watch" startDate="2024-02-01 07:00:00 +0100" endDate="2024-02-01 07:46:00 +0100">
  <MetadataEntry key="HKIndoorWorkout" value="1"/>
  <MetadataEntry key="HKElevationAscended" value="1234 cm"/>
  <WorkoutActivity><WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="9" unit="km"/>
  </WorkoutActivity>
  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="2" unit="mi"/>
  <WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="112.6" minimum="80" maximum="130"/>
  <WorkoutStatistics type="HKQuantityTypeIdentifierStepCount" sum="4550"/>
  <WorkoutRoute><FileReference path="/workout-routes/route.gpx"/></WorkoutRoute>
</Workout>"""


def export(body: str, head: str = BROKEN) -> str:
    return f'{head}<HealthData locale="de_AT">\n{body}\n</HealthData>\n'


def read(body: str, head: str = BROKEN, **answers: str) -> list[Found]:
    given = {f"apple-health.{key}": value for key, value in answers.items()}
    return found_in("apple-health", in_file(export(body, head), "Exportación.xml"), answers=given)


def one(body: str, **answers: str) -> Activity:
    (found,) = read(body, **answers)
    assert isinstance(found, Activity)
    return found


def workout(more: str = "", kind: str = "Running", start: str = "2024-01-15 18:00:00 +0100", end: str = "18:30") -> str:
    finish = f"{start[:11]}{end}:00{start[19:]}"
    return (
        f'<Workout workoutActivityType="HKWorkoutActivityType{kind}" sourceName="W" startDate="{start}" '
        f'endDate="{finish}" {more}/>'
    )


def steps(day: str, source: str, value: object) -> str:
    return (
        f'<Record type="HKQuantityTypeIdentifierStepCount" sourceName="{source}" unit="count" '
        f'startDate="{day} 08:00:00 +0100" endDate="{day} 08:10:00 +0100" value="{value}"/>'
    )


def test_the_old_layout_has_totals_on_the_workout() -> None:
    found = one(OLD)
    assert (found.kind, found.sport, found.distance_km, found.duration_min) == ("run", "Running", 5.0, 30.0)
    assert found.start is not None
    assert found.start.isoformat() == "2024-01-15T18:00:00+08:00"
    assert found.zone_known
    assert found.row["totalDistance"] == "5"


def test_the_new_layout_has_them_as_statistics_of_the_workout_itself() -> None:
    found = one(NEW)
    assert (found.kind, found.distance_km, found.duration_min) == ("walk", 3.219, 45.5)
    assert (found.heart_rate, found.ascent_m, found.cadence, found.surface) == (113, 12.3, 100, "treadmill")
    assert found.row["DistanceWalkingRunning sum"] == "2 mi"


@pytest.mark.parametrize(
    ("unit", "amount", "km"), [("km", "5", 5), ("mi", "1", 1.609), ("m", "800", 0.8), ("yd", "1000", 0.914)]
)
def test_units_of_distance(unit: str, amount: str, km: float) -> None:
    assert one(workout(f'totalDistance="{amount}" totalDistanceUnit="{unit}"')).distance_km == km


@pytest.mark.parametrize(
    "duration",
    [
        'duration="1800" durationUnit="s"',
        'duration="0.5" durationUnit="hr"',
        'duration="30"',
        'duration="1800"',
        'duration="1800" durationUnit="min"',
        "",
        'duration="x" durationUnit="min"',
    ],
)
def test_a_duration_is_in_the_unit_that_fits_start_and_end(duration: str) -> None:
    assert one(workout(duration)).duration_min == 30


def test_a_distance_without_a_unit_is_asked_about_once() -> None:
    body = workout('totalDistance="5"') + workout('totalDistance="3" totalDistanceUnit="league"', "Hiking")
    asked = read(body + workout('totalDistance="20"', "Cycling"))
    assert list(questions(asked)) == ["apple-health.distance_unit"]
    assert [found.sport for found in activities(asked)] == ["Cycling"]
    assert [found.distance_km for found in activities(read(body, distance_unit="mi"))] == [8.047, 4.828]


def test_what_is_not_on_foot_has_no_kind() -> None:
    found = one(workout('duration="30" durationUnit="min"', "Swimming"))
    assert (found.kind, found.sport, found.duration_min) == (None, "Swimming", 30)


def test_the_zone_of_the_place_counts_where_it_is_told() -> None:
    note = '<MetadataEntry key="HKTimeZone" value="{}"/>'
    body = workout().replace("/>", ">{}</Workout>")
    found = one(body.format(note.format("America/New_York")))
    assert found.start is not None
    assert found.start.isoformat() == "2024-01-15T12:00:00-05:00"
    for unknown in ("Nowhere/Atall", "../../etc/passwd", ""):
        found = one(body.format(note.format(unknown)))
        assert found.start is not None
        assert found.start.utcoffset() == timedelta(hours=1)


def test_one_run_of_two_apps_stays_two_and_exact_duplicates_are_dropped() -> None:
    longer = OLD.replace('"30"', '"29"')
    found = activities(read(OLD + OLD + OLD.replace("Watch", "Other app") + longer))
    assert len({one.source_id for one in found}) == len(found) == 3


def test_steps_are_those_of_the_device_that_counted_most() -> None:
    body = (
        steps("2024-03-01", "Phone", 3000) + steps("2024-03-01", "Watch", 2500) + steps("2024-03-01", "Watch", 2600)
        + steps("2024-03-02", "Phone", 0) + '<Record type="HKQuantityTypeIdentifierHeartRate" value="60"/><Record/>'
    )  # fmt: skip
    found = days(read(body))
    assert {day: values.day.factors for day, values in found.items()} == {"2024-03-01": {"steps": 5100}}
    assert found["2024-03-01"].row == {"Phone": "3000", "Watch": "5100"}


@pytest.mark.parametrize("value", ["nan", "inf", "-5", "1e400", "", "zwölf"])
def test_steps_that_are_no_number_are_told(value: str) -> None:
    (found,) = read(steps("2024-03-01", "P", value))
    assert found == refused([found])[0]
    assert "1 could not be read" in refused([found])[0].why


@pytest.mark.parametrize("day", ["1970-01-01", "2106-02-07", "0001-01-01", "2024-13-01", "yesterday!"])
def test_days_of_a_clock_that_was_not_set_are_refused(day: str) -> None:
    found = read(steps(day, "P", 5) + workout(start=f"{day} 18:00:00 +0100") + OLD)
    assert len(refused(found)) == 2
    assert len(activities(found)) == 1


@pytest.mark.parametrize("more", ['totalDistance="5000" totalDistanceUnit="km"', 'duration="1e11" durationUnit="hr"'])
def test_an_outing_that_cannot_be_is_refused(more: str) -> None:
    found = read(f'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" startDate="2024-01-15 18:00" {more}/>')
    assert found == refused(found)
    assert len(found) == 1


def test_control_characters_and_broken_bytes_are_filtered() -> None:
    body = export(OLD.replace("Watch", "W\x0ba\x00t\ufffech")).encode().replace(b"ch", b"c\xff\xed\xa0\x80h")
    (found,) = found_in("apple-health", in_file(body, "export.xml"))
    assert isinstance(found, Activity)
    assert "Wat" in found.row["sourceName"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_encodings_are_understood(encoding: str) -> None:
    assert len(found_in("apple-health", in_file(export(OLD).encode(encoding), "export.xml"))) == 1


@pytest.mark.parametrize("head", ["", '<?xml version="1.0"?>\n', BROKEN + "<!-- a comment -->\n"])
def test_an_export_needs_no_doctype(head: str) -> None:
    assert len(read(OLD, head)) == 1


def test_entities_of_the_doctype_do_not_exist() -> None:
    bomb = '<!DOCTYPE HealthData [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>\n'
    with pytest.raises(InvalidValue, match="damaged"):
        read(OLD.replace("Watch", "&a;"), bomb)
    with pytest.raises(InvalidValue, match="damaged"):
        read("&x;", bomb)


def test_a_second_doctype_is_refused() -> None:
    with pytest.raises(InvalidValue):
        read('<!DOCTYPE x [<!ENTITY a "b">]>' + OLD)


def test_a_doctype_without_end_is_refused() -> None:
    file = in_file("<!DOCTYPE HealthData [" + "<!ELEMENT x ANY>" * 70_000, "export.xml")
    with pytest.raises(InvalidValue, match="no health data"):
        found_in("apple-health", file)


@pytest.mark.parametrize("end", [30, 200, -15, -5])
def test_a_file_that_is_cut_off_is_refused(end: int) -> None:
    with pytest.raises(InvalidValue):
        found_in("apple-health", in_file(export(OLD)[: len(BROKEN) + end if end > 0 else end], "export.xml"))


def test_depth_and_length_are_bounded() -> None:
    with pytest.raises(InvalidValue, match="deep"):
        read("<a>" * 30_000)
    with pytest.raises(InvalidValue, match="too long"):
        read('<a b="' + "x" * 1_300_000)


def test_the_export_is_found_among_other_files() -> None:
    others = [
        in_file("<gpx/>", "workout-routes/r.gpx"),
        in_file("<ClinicalDocument/>", "export_cda.xml"),
        in_file('<!DOCTYPE html><html lang="en">', "page.xml"),
    ]
    assert not apple_health.is_mine(others)
    assert not apple_health.is_mine([])
    assert len(found_in("apple-health", *others, in_file(export(OLD), "Exportieren.xml"))) == 1
    with pytest.raises(InvalidValue):
        list(apple_health.read(others, {}, Watch()))


def test_of_two_exports_in_a_folder_each_workout_comes_once() -> None:
    older = in_file(export(OLD + steps("2024-03-01", "Phone", 10)), "2024/export.xml")
    newer = in_file(
        export(OLD.replace("/>", "></Workout>") + NEW + steps("2024-03-01", "Phone", 90)), "2025/export.xml"
    )
    found = found_in("apple-health", older, newer)
    assert [one.kind for one in activities(found)] == ["run", "walk"]
    assert days(found)["2024-03-01"].day.factors == {"steps": 90}


def test_a_stop_is_felt() -> None:
    watch = Watch()
    found = apple_health.read([in_file(export(OLD + NEW), "export.xml")], {}, watch)
    next(found)
    watch.stop()
    with pytest.raises(Cancelled):
        list(found)
