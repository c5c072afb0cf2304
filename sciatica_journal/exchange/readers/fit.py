"""FIT files, as watches write them: each session is an outing. Parsed by fitdecode, of which little is used."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Found
from sciatica_journal.exchange.recordings.fit_messages import ACTIVITY, FILE_ID, RECORD, SESSION, is_fit, picked
from sciatica_journal.exchange.recordings.outings import read_outings
from sciatica_journal.exchange.recordings.tracks import Track, filled
from sciatica_journal.exchange.watch import READ_SIZE, Watch

if TYPE_CHECKING:
    from fitdecode import FitDataMessage

_EPOCH: Final = 631_065_600
"""FIT counts seconds from 1989-12-31 UTC."""

_TIMESTAMP: Final = 253
_START, _SPORT, _SUB_SPORT, _ELAPSED, _TIMER, _METRES = 2, 5, 6, 7, 8, 9
_HEART_RATE, _CADENCE, _ASCENT, _FRACTION, _PROFILE, _RPE = 16, 18, 22, 92, 110, 193
_RECORD_METRES: Final = 5
_LOCAL: Final = 5
_SURFACES: Final = {
    "treadmill": "treadmill",
    "indoor_running": "treadmill",
    "indoor_walking": "treadmill",
    "street": "road",
    "trail": "trail",
    "track": "track",
}
_KEPT: Final = (
    "start_time", "timestamp", "sport", "sub_sport", "sport_profile_name", "total_elapsed_time", "total_timer_time",
    "total_distance", "avg_heart_rate", "max_heart_rate", "avg_cadence", "avg_running_cadence", "total_ascent",
    "total_descent", "total_calories", "workout_feel", "workout_rpe",
)  # fmt: skip
_QUARTER: Final = 900
_FARTHEST_ZONE: Final = 14 * 3600

Cells = dict[int, Any]


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether the file begins as a FIT file does."""
    return is_fit(files[0].head(12))


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the outings of the files; a file that cannot be taken is refused among several, raised alone."""
    return read_outings("fit", files, answers, watch)


def local_offset(file: InFile) -> timedelta | None:
    """Return how far the clock of the place was ahead of UTC, None where the file does not say.

    Raises JournalError for a file that is no FIT file or is damaged.
    """
    with file.open() as stream:
        messages = _messages(_all_of(stream), (ACTIVITY,))
    offset = _offset_of([raw for number, raw, _ in messages if number == ACTIVITY])
    return None if offset is None else timedelta(seconds=offset)


def parse(stream: BinaryIO) -> list[Track]:
    """Return the sessions of a FIT file. Raises JournalError for one that holds no outing or is damaged."""
    messages = _messages(_all_of(stream), (FILE_ID, SESSION, RECORD, ACTIVITY))
    sessions = [(raw, named) for number, raw, named in messages if number == SESSION]
    records = [raw for number, raw, _ in messages if number == RECORD]
    if not sessions and not records:
        raise InvalidValue(f"It holds {_type_of(messages)} and no outing.", "")
    offset = _offset_of([raw for number, raw, _ in messages if number == ACTIVITY])
    if not sessions:
        return [_of_records(records, offset)]
    return [_of_session(raw, named, offset) for raw, named in sessions]


def _all_of(stream: BinaryIO) -> bytes:
    chunks = []
    while chunk := stream.read(READ_SIZE):
        chunks.append(chunk)
    return b"".join(chunks)


def _messages(data: bytes, wanted: Sequence[int]) -> list[tuple[int, Cells, dict[str, Any]]]:
    """Return the wanted messages as (global number, raw values by field number, values by field name)."""
    few = picked(data, wanted)
    from fitdecode import CrcCheck, ErrorHandling, FitDataMessage, FitReader

    try:
        with FitReader(
            BytesIO(few), processor=None, check_crc=CrcCheck.DISABLED, error_handling=ErrorHandling.IGNORE
        ) as reader:
            return [_cells(frame) for frame in reader if isinstance(frame, FitDataMessage)]
    except JournalError:
        raise
    except Exception as error:
        # Beside its own errors it raises AssertionError, TypeError, ValueError and struct.error over spoilt bytes.
        raise InvalidValue("It is damaged and cannot be read.", "Copy or export it again.") from error


def _cells(message: "FitDataMessage") -> tuple[int, Cells, dict[str, Any]]:
    raw: Cells = {}
    named: dict[str, Any] = {}
    for field in message.fields:
        if field.field_def is not None and field.raw_value is not None:
            raw.setdefault(field.field_def.def_num, field.raw_value)
            named.setdefault(field.name, field.value)
    if isinstance(named.get("sport"), str):
        raw[_SPORT] = named["sport"]
    if isinstance(named.get("sub_sport"), str):
        raw[_SUB_SPORT] = named["sub_sport"]
    return message.global_mesg_num, raw, named


def _of_session(raw: Cells, named: dict[str, Any], offset: int | None) -> Track:
    ended = _number(raw, _TIMESTAMP)
    elapsed = _number(raw, _ELAPSED, 1000)
    start = _number(raw, _START)
    if start is None and ended is not None and elapsed is not None:
        start = ended - elapsed
    sub_sport = _word(raw, _SUB_SPORT)
    effort = _number(raw, _RPE, 10)
    return Track(
        sport=_word(raw, _SPORT),
        sub_sport=sub_sport,
        start=None if start is None else start + _EPOCH,
        offset=offset,
        seconds=_number(raw, _TIMER, 1000) or elapsed,
        metres=_number(raw, _METRES, 100),
        surface=_SURFACES.get(sub_sport),
        effort=None if effort is None else round(effort),
        heart_rate=_rounded(_number(raw, _HEART_RATE)),
        ascent=_number(raw, _ASCENT),
        cadence=_cadence(raw),
        title=_word(raw, _PROFILE) or None,
        row=filled(named, _KEPT),
    )


def _cadence(raw: Cells) -> int | None:
    """Return steps of both feet a minute: FIT counts those of one foot, and the fraction apart."""
    strides = _number(raw, _CADENCE)
    return None if strides is None else round(2 * (strides + (_number(raw, _FRACTION, 128) or 0)))


def _of_records(records: Sequence[Cells], offset: int | None) -> Track:
    """Return what the first and the last record say, for a file without a session."""
    times = [time for raw in records if (time := _number(raw, _TIMESTAMP)) is not None]
    metres = [far for raw in records if (far := _number(raw, _RECORD_METRES, 100)) is not None]
    start = min(times) if times else None
    return Track(
        start=None if start is None else start + _EPOCH,
        offset=offset,
        seconds=max(times) - min(times) if times else None,
        metres=max(metres) - min(metres) if len(metres) > 1 else None,
        row={"note": "no session in the file: from its first and last record"},
    )


def _offset_of(activities: Sequence[Cells]) -> int | None:
    for raw in activities:
        utc, local = _number(raw, _TIMESTAMP), _number(raw, _LOCAL)
        if utc is not None and local is not None:
            offset = round((local - utc) / _QUARTER) * _QUARTER
            if abs(offset) <= _FARTHEST_ZONE:
                return offset
    return None


def _type_of(messages: Sequence[tuple[int, Cells, dict[str, Any]]]) -> str:
    kinds = [named.get("type") for number, _, named in messages if number == FILE_ID]
    kind = kinds[0] if kinds else None
    return f"{kind.replace('_', ' ')} data" if isinstance(kind, str) and kind != "activity" else "other data"


def _number(raw: Cells, field: int, scale: int = 1) -> float | None:
    value = raw.get(field)
    return value / scale if isinstance(value, int | float) and not isinstance(value, bool) else None


def _rounded(value: float | None) -> int | None:
    return None if value is None else round(value)


def _word(raw: Cells, field: int) -> str:
    value = raw.get(field)
    return value if isinstance(value, str) else ""
