"""FIT, GPX and TCX files as watches and programs lay them out, written by hand for the tests."""

import math
import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 1, 6, 10, tzinfo=UTC)
FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_TYPES = {0x00: "B", 0x02: "B", 0x84: "H", 0x85: "i", 0x86: "I"}
Field = tuple[int, int, float]
"""Number, base type, raw value."""


def fit_time(moment: datetime) -> int:
    return round((moment - FIT_EPOCH).total_seconds())


def fit_definition(local: int, number: int, fields: Sequence[Field], developer: int = 0) -> bytes:
    head = struct.pack("<BBBHB", (0x60 if developer else 0x40) | local, 0, 0, number, len(fields))
    native = b"".join(bytes([each, struct.calcsize(_TYPES[kind]), kind]) for each, kind, _ in fields)
    return head + native + (bytes([1, 0, developer, 0]) if developer else b"")


def fit_message(local: int, fields: Sequence[Field], developer: int = 0) -> bytes:
    values = "".join(_TYPES[kind] for _, kind, _ in fields)
    return bytes([local]) + struct.pack(f"<{values}", *(value for _, _, value in fields)) + bytes(developer)


def fit_file(body: bytes) -> bytes:
    return struct.pack("<BBHI4sH", 14, 0x20, 2132, len(body), b".FIT", 0) + body + b"\0\0"


def session(**values: float) -> list[Field]:
    """The fields of a session; `None` leaves one out."""
    known: Mapping[str, tuple[int, int, float]] = {
        "timestamp": (253, 0x86, fit_time(START + timedelta(hours=1))),
        "start_time": (2, 0x86, fit_time(START)),
        "sport": (5, 0x00, 1),
        "sub_sport": (6, 0x00, 4),
        "elapsed": (7, 0x86, 3_700_000),
        "timer": (8, 0x86, 3_600_000),
        "metres": (9, 0x86, 1_012_300),
        "heart_rate": (16, 0x02, 151),
        "cadence": (18, 0x02, 84),
        "ascent": (22, 0x84, 93),
        "rpe": (193, 0x02, 40),
    }
    changed = {**{name: field[2] for name, field in known.items()}, **values}
    return [(*known[name][:2], value) for name, value in changed.items() if value >= 0]


def fit_outing(
    records: int = 20,
    sessions: Sequence[Sequence[Field]] | None = None,
    offset: timedelta | None = timedelta(hours=1),
    file_type: int = 4,
    developer: int = 0,
) -> bytes:
    kind: list[Field] = [(0, 0x00, file_type), (4, 0x86, fit_time(START))]
    body = fit_definition(0, 0, kind) + fit_message(0, kind)
    for number in range(records):
        record: list[Field] = [
            (253, 0x86, fit_time(START) + number), (0, 0x85, 560_000_000 + 300 * number), (1, 0x85, 100_000_000),
            (5, 0x86, 280 * number), (2, 0x84, 4500 + number % 90), (3, 0x02, 140 + number % 20), (4, 0x02, 84),
        ]  # fmt: skip
        if not number:
            body += fit_definition(1, 20, record, developer)
        body += fit_message(1, record, developer)
    for fields in [session()] if sessions is None else sessions:
        body += fit_definition(2, 18, fields) + fit_message(2, fields)
    if offset is not None:
        ended = fit_time(START + timedelta(hours=1))
        activity: list[Field] = [(253, 0x86, ended), (5, 0x86, ended + round(offset.total_seconds()))]
        body += fit_definition(3, 34, activity) + fit_message(3, activity)
    return fit_file(body)


GPX_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="test" '
    'xmlns="http://www.topografix.com/GPX/1/1" '
    'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">\n'
)


def gpx_point(number: int, seconds: float | None = None, pulse: int | None = 140, north: float = 2.5e-5) -> str:
    time = "" if seconds is None else f"<time>{START + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%SZ}</time>\n"
    heart = "" if pulse is None else (
        f"    <extensions>\n     <gpxtpx:TrackPointExtension>\n      <gpxtpx:hr>{pulse}</gpxtpx:hr>\n"
        "      <gpxtpx:cad>84</gpxtpx:cad>\n     </gpxtpx:TrackPointExtension>\n    </extensions>\n"
    )  # fmt: skip
    return (
        f'   <trkpt lat="{47 + north * number:.7f}" lon="8.5000000">\n    <ele>{400 + 8 * math.sin(number / 200):.1f}'
        f"</ele>\n    {time}{heart}   </trkpt>\n"
    )


def gpx_outing(points: int = 60, kind: str = "running", name: str = "Morning run") -> bytes:
    inner = "".join(gpx_point(number, number, 140 + number % 20) for number in range(points))
    head = f"<metadata><time>{START:%Y-%m-%dT%H:%M:%SZ}</time></metadata>\n <trk>\n  <name>{name}</name>\n"
    return f"{GPX_HEAD} {head}  <type>{kind}</type>\n  <trkseg>\n{inner}  </trkseg>\n </trk>\n</gpx>\n".encode()


def gpx_of(inner: str) -> bytes:
    return f"{GPX_HEAD}{inner}</gpx>".encode()


def tcx_lap(seconds: float, metres: float, beats: int = 150, points: str = "") -> str:
    return (
        f'<Lap StartTime="{START:%Y-%m-%dT%H:%M:%SZ}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{metres}</DistanceMeters><AverageHeartRateBpm><Value>{beats}</Value></AverageHeartRateBpm>"
        f"<Cadence>84</Cadence><Track>{points}</Track></Lap>"
    )


def tcx_outing(laps: str, sport: str = "Running", rest: str = "", start: datetime = START) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
        f'<Activity Sport="{sport}"><Id>{start:%Y-%m-%dT%H:%M:%S.000Z}</Id>{laps}{rest}</Activity>'
        "</Activities></TrainingCenterDatabase>"
    ).encode()
