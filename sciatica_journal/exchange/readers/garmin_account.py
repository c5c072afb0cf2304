"""Garmin's account export: the summaries of activities, as JSON.

Units by arpanghosh8453/garmin-grafana, issue 278: centimetres, milliseconds, steps of one foot; moments in milliseconds
since 1970, `startTimeLocal` being shifted to the clock of the place. The recordings that lie beside hold the same
activities and are not read.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from json import dumps
from math import isfinite
from typing import Any, Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import clean, clean_or_none, one_line
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Activity, Answers, Found, Refused
from sciatica_journal.exchange.parsing.in_range import ascent, clock_fault, heart_rate, km, minutes, rating, steps
from sciatica_journal.exchange.parsing.json_items import items_of
from sciatica_journal.exchange.parsing.sport_words import SportWords
from sciatica_journal.exchange.parsing.sports import Sport
from sciatica_journal.exchange.parsing.text_rows import opened_text
from sciatica_journal.exchange.watch import Watch

SOURCE: Final = "garmin-account"
_KEY: Final = "summarizedActivitiesExport"
_NAME: Final = "summarizedactivities"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_QUARTER: Final = 900_000
_FARTHEST_ZONE: Final = 14 * 3_600_000
_LARGEST: Final = 1 << 29
"""Bytes of one file: some hundred thousand activities."""

_LONGEST_CELL: Final = 2000
_LONGEST_ID: Final = 100


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether there are summaries of activities."""
    return bool(_summaries(files))


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the activities of all summaries. Raises InvalidValue for a damaged one, as nothing says what is missing."""
    sports = SportWords(answers)
    seen: set[str] = set()
    for file in _summaries(files):
        if file.size > _LARGEST:
            raise InvalidValue(f"{file.name} has {file.size:,} bytes.", "It is not a list of activities.")
        with opened_text(file) as text:
            items = (item for item in items_of(text, _KEY, file.name) if isinstance(item, dict))
            for number, item in enumerate(items, 1):
                watch.count_item()
                if (found := _found(f"{file.base}, activity {number}", item, sports, seen)) is not None:
                    yield found


def _summaries(files: Sequence[InFile]) -> list[InFile]:
    named = [file for file in files if _NAME in file.base.casefold() and file.base.casefold().endswith(".json")]
    if len(files) == 1 and not named:
        named = [file for file in files if file.base.casefold().endswith(".json")]
    return [file for file in named if _KEY.encode() in file.head()]


def _found(place: str, item: Mapping[str, Any], sports: SportWords, seen: set[str]) -> Found | None:
    said = item.get("activityId")
    ident = str(said) if isinstance(said, int) else one_line(said) if isinstance(said, str) else ""
    if not 0 < len(ident) <= _LONGEST_ID:
        return Refused(place, "It has no id.")
    if ident in seen:
        return Refused(place, f"The activity {ident} is there twice.")
    seen.add(ident)
    start = _start(item)
    if start is None:
        return Refused(place, "It has no start that can be read.")
    if fault := clock_fault(start):
        return Refused(place, fault)
    word = _word(item)
    sport = sports.sport(word)
    return sports.question(word) if sport is None else _activity(ident, item, word, sport, start)


def _activity(ident: str, item: Mapping[str, Any], word: str, sport: Sport, start: datetime) -> Activity:
    offset = _offset(item)
    metres, feet, effort = (_number(item, name) for name in ("distance", "avgRunCadence", "workoutRpe"))
    climbed = _number(item, "elevationGain")
    return Activity(
        SOURCE,
        ident,
        word,
        sport.kind,
        start,
        zone_known=offset is not None,
        distance_km=None if metres is None else km(metres / 100_000),
        duration_min=_minutes(item),
        surface=sport.surface,
        effort=None if effort is None else rating(effort / 10),
        heart_rate=heart_rate(_number(item, "avgHr")),
        ascent_m=None if climbed is None else ascent(climbed / 100),
        cadence=None if feet is None else steps(2 * feet),
        title=one_line(_text(item, "name")) or None,
        note=clean_or_none(_text(item, "description")),
        row={one_line(name)[:_LONGEST_ID]: _cell(value) for name, value in item.items() if value not in (None, "")},
    )


def _start(item: Mapping[str, Any]) -> datetime | None:
    """Return the start: with the zone of the place where both clocks are told, else as the one that is tells it."""
    utc, local = _utc(item), _number(item, "startTimeLocal")
    if utc is None:
        moment = _moment(local)
        return None if moment is None else moment.replace(tzinfo=None)
    moment, offset = _moment(utc), _offset(item)
    return moment if moment is None or offset is None else moment.astimezone(timezone(offset))


def _offset(item: Mapping[str, Any]) -> timedelta | None:
    """Return how far the clock of the place was ahead of UTC, in quarters of an hour."""
    utc, local = _utc(item), _number(item, "startTimeLocal")
    if utc is None or local is None or abs(local - utc) > _FARTHEST_ZONE:
        return None
    return timedelta(milliseconds=round((local - utc) / _QUARTER) * _QUARTER)


def _utc(item: Mapping[str, Any]) -> float | None:
    begun = _number(item, "startTimeGmt")
    return _number(item, "beginTimestamp") if begun is None else begun


def _moment(milliseconds: float | None) -> datetime | None:
    if milliseconds is None:
        return None
    try:
        return _EPOCH + timedelta(seconds=milliseconds // 1000)
    except OverflowError:
        return None


def _minutes(item: Mapping[str, Any]) -> float | None:
    """Return the time of moving, unless it is no part of the whole time; else that."""
    whole, moving = _number(item, "duration"), _number(item, "movingDuration")
    if moving is not None and (whole is None or whole / 100 < moving <= 1.01 * whole):
        return minutes(moving / 1000)
    return None if whole is None else minutes(whole / 1000)


def _word(item: Mapping[str, Any]) -> str:
    kind = item.get("activityType")
    if isinstance(kind, dict):
        kind = kind.get("typeKey")
    word = kind if isinstance(kind, str) and kind.strip() else item.get("sportType")
    return one_line(word) if isinstance(word, str) else ""


def _number(item: Mapping[str, Any], name: str) -> float | None:
    value = item.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return float(value)


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _cell(value: object) -> str:
    text = value if isinstance(value, str) else dumps(value, ensure_ascii=False)
    return clean(text[:_LONGEST_CELL])
