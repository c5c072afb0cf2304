"""Outings as FIT, GPX and TCX files hold them, before it is known whether their sport is on foot."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime, timedelta, timezone
from math import isfinite
from typing import Any, Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.run import SURFACES
from sciatica_journal.domain.text import clean_or_none, one_line
from sciatica_journal.exchange.parsing import in_range
from sciatica_journal.exchange.parsing.in_range import clock_fault

_FARTHEST_ZONE: Final = 14 * 3600
_MOST_STEPS: Final = 300
_LONGEST_TITLE: Final = 300
_LONGEST_NOTE: Final = 20_000


@dataclass(frozen=True, slots=True)
class Track:
    """One outing: `start` in seconds since 1970 UTC, `offset` of the place's clock from UTC in seconds where known.

    `seconds` is the time of moving where it is known, distance and ascent in metres, heart rate in beats and cadence
    in steps of both feet a minute, effort 0-10. `sport` and `sub_sport` are the file's words. `row` keeps the filled
    cells as they are in the file.
    """

    sport: str = ""
    sub_sport: str = ""
    start: float | None = None
    offset: int | None = None
    seconds: float | None = None
    metres: float | None = None
    surface: str | None = None
    effort: int | None = None
    heart_rate: int | None = None
    ascent: float | None = None
    cadence: int | None = None
    title: str | None = None
    note: str | None = None
    ident: str = ""
    row: Mapping[str, str] = field(default_factory=dict)


def started(track: Track) -> datetime | None:
    """Return the start, by the place's clock where that is known. Raises InvalidValue for a clock that was not set."""
    if track.start is None:
        return None
    try:
        moment = datetime.fromtimestamp(track.start, UTC).replace(microsecond=0)
    except (OverflowError, ValueError, OSError):
        raise InvalidValue("Its time is one that no calendar has: the clock was not set.", "Type it in.") from None
    fault = clock_fault(moment)
    if fault is not None:
        raise InvalidValue(fault, "")
    return moment if track.offset is None else moment.astimezone(timezone(timedelta(seconds=track.offset)))


def sane(track: Track) -> Track:
    """Return the track with nothing but what can be kept: what is not finite or out of range is as if not there."""
    return Track(
        sport=one_line(track.sport)[:60],
        sub_sport=one_line(track.sub_sport)[:60],
        start=_finite(track.start),
        offset=track.offset if track.offset is not None and abs(track.offset) <= _FARTHEST_ZONE else None,
        seconds=_finite(track.seconds),
        metres=_finite(track.metres),
        surface=track.surface if track.surface in SURFACES else None,
        effort=in_range.rating(track.effort),
        heart_rate=in_range.heart_rate(track.heart_rate),
        ascent=in_range.ascent(track.ascent),
        cadence=round(track.cadence) if track.cadence is not None and 1 <= track.cadence <= _MOST_STEPS else None,
        title=one_line(track.title or "")[:_LONGEST_TITLE] or None,
        note=clean_or_none((track.note or "")[:_LONGEST_NOTE]),
        ident=one_line(track.ident)[:150],
        row={one_line(name): one_line(cell) for name, cell in track.row.items()},
    )


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def filled(cells: Mapping[str, object], names: Iterable[str] | None = None) -> dict[str, str]:
    """Return the cells that hold something, as texts."""
    wanted = cells if names is None else {name: cells.get(name) for name in names}
    return {name: str(cell)[:_LONGEST_TITLE] for name, cell in wanted.items() if cell is not None and cell != ""}


def to_json(tracks: list[Track]) -> bytes:
    """Return tracks as another process can be given them."""
    return json.dumps([asdict(track) for track in tracks]).encode()


def from_json(text: bytes) -> list[Track]:
    """Return the tracks of `to_json`. Raises ValueError or TypeError for anything else."""
    names = {one.name for one in fields(Track)}
    found: list[dict[str, Any]] = json.loads(text)
    return [Track(**{name: value for name, value in one.items() if name in names}) for one in found]
