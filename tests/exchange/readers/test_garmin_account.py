import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.found import Activity, Question, Refused
from sciatica_journal.exchange.readers import garmin_account
from tests.exchange.readers.tables import in_file, read

NAME = "DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json"
UTC_MS = 1_718_000_000_000
RUN: dict[str, Any] = {
    "activityId": 1, "name": "Evening", "activityType": "trail_running", "startTimeGmt": UTC_MS,
    "startTimeLocal": UTC_MS + 7_200_000, "duration": 1_900_000, "movingDuration": 1_800_000, "distance": 523_456,
    "avgHr": 148.0, "elevationGain": 6180.0, "avgRunCadence": 81.5,
}  # fmt: skip


def data(*items: object) -> bytes:
    return json.dumps([{"summarizedActivitiesExport": items}]).encode()


def found_in(*items: object) -> list[object]:
    return list(read("garmin-account", in_file(NAME, data(*items)), in_file("x/1.fit", b"")))


def one(**changes: object) -> Activity:
    (found,) = found_in(RUN | changes)
    assert isinstance(found, Activity)
    return found


def test_units_and_the_zone() -> None:
    run = one()
    assert (run.kind, run.surface, run.distance_km, run.duration_min) == ("run", "trail", 5.235, 30.0)
    assert (run.heart_rate, run.ascent_m, run.cadence, run.title) == (148, 61.8, 163, "Evening")
    assert run.start == datetime(2024, 6, 10, 6, 13, 20, tzinfo=UTC)
    assert run.start is not None
    assert (run.start.utcoffset(), run.zone_known) == (timedelta(hours=2), True)
    assert run.row["distance"] == "523456"


def test_one_clock_alone() -> None:
    assert one(startTimeGmt=None).start == datetime(2024, 6, 10, 8, 13, 20)
    assert one(startTimeLocal=None, startTimeGmt=None, beginTimestamp=UTC_MS).start == datetime(
        2024, 6, 10, 6, 13, 20, tzinfo=UTC
    )
    assert not one(startTimeLocal=None).zone_known


def test_a_type_as_a_mapping_and_a_moving_time_in_other_units() -> None:
    run = one(activityType={"typeKey": "running", "typeId": 1}, movingDuration=1800)
    assert (run.kind, run.duration_min) == ("run", 31.67)


@pytest.mark.parametrize("value", [True, "5", [], {"a": 1}, -1, 1e300, 10**400, None])
def test_values_that_cannot_be_are_not_there(value: object) -> None:
    run = one(**dict.fromkeys(("distance", "duration", "movingDuration", "avgHr", "elevationGain"), value))
    assert (run.distance_km, run.duration_min, run.heart_rate, run.ascent_m) == (None, None, None, None)


@pytest.mark.parametrize(
    "changes",
    [
        {"activityId": None},
        {"startTimeGmt": None, "startTimeLocal": None},
        {"startTimeGmt": 0},
        {"startTimeGmt": 1e17},
        {"startTimeGmt": 4_294_967_295_000},
    ],
)
def test_bad_ones_are_refused_and_the_rest_goes_on(changes: dict[str, object]) -> None:
    refused, run = found_in(RUN | changes, RUN | {"activityId": 2})
    assert isinstance(refused, Refused)
    assert isinstance(run, Activity)


def test_twice_and_unknown() -> None:
    unknown = RUN | {"activityId": 3, "activityType": "moon_walk"}
    found = found_in(RUN, RUN, unknown, unknown | {"activityId": 4}, 7)
    assert [type(it) for it in found] == [Activity, Refused, Question]


def test_long_files_come_in_pieces() -> None:
    items = [RUN | {"activityId": number, "description": "é\U0001f3c3" * number} for number in range(1, 300)]
    assert len(found_in(*items)) == 299


@pytest.mark.parametrize("spoilt", [data(RUN)[:-40], data(RUN).replace(b'"duration"', b'"dur'),
                                    data(RUN).replace(b"148.0", b"[" * 100_000)])  # fmt: skip
def test_damaged_files_are_told(spoilt: bytes) -> None:
    with pytest.raises(InvalidValue, match="not valid JSON"):
        read("garmin-account", in_file(NAME, spoilt))


def test_nan_is_not_there() -> None:
    spoilt = data(RUN).replace(b" 523456", b"NaN").replace(b" 1800000", b"Infinity").replace(b"148.0", b"9" * 5000)
    (run,) = read("garmin-account", in_file(NAME, spoilt))
    assert isinstance(run, Activity)
    assert (run.distance_km, run.duration_min, run.heart_rate) == (None, 31.67, None)


def test_other_files_are_not_its() -> None:
    for name, other in ((NAME, b"[]"), (NAME, b""), ("a.csv", data(RUN)), ("a.json", b'{"entries":[]}')):
        assert not garmin_account.is_mine([in_file(name, other)])
