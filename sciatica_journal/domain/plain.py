"""Records as plain JSON-ready objects and back: the shape of the interchange format.

One mapping serves the interchange file, the command line's `--json` and the stored history. Keys are
the fields in their declared order; what is not recorded is left out; keys nobody knows are kept in `extra`.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from json import dumps
from typing import Any

from sciatica_journal.domain.checks import is_number, quoted
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.other import Other
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.domain.text import clean_or_none, one_line

Record = Day | Run | Reflection | Moment | Other
Plain = dict[str, Any]

_SPOT_KEYS = frozenset({"region", "side", "intensity", "qualities"})

_CLASSES: dict[str, type[Day] | type[Run] | type[Reflection] | type[Moment]] = {
    "day": Day,
    "run": Run,
    "reflection": Reflection,
    "moment": Moment,
}

_DECIMALS = frozenset({"sleep_hours", "distance_km", "duration_min", "minutes", "ascent_m"})
_LONGEST_KEY = 200


def to_plain(record: Record) -> Plain:
    """Return the record as JSON-ready values, `type` first, unset fields left out."""
    if isinstance(record, Other):
        return dict(record.body)
    plain: Plain = {"type": record.TYPE}
    for item in fields(record):
        value = getattr(record, item.name)
        if item.name == "extra" or value is None or value == () or value == {}:
            continue
        plain[item.name] = _as_float(value) if item.name in _DECIMALS else _plain_value(value)
    plain.update(record.extra)
    return plain


def _as_float(value: float) -> float:
    """Return the number as the file keeps it: SQLite's REAL has neither whole numbers nor a minus zero."""
    return float(value) + 0.0


def _plain_value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain_spot(item) if isinstance(item, Spot) else item for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value


def _plain_spot(spot: Spot) -> Plain:
    plain: Plain = {"region": spot.region}
    if spot.side is not None:
        plain["side"] = spot.side
    if spot.intensity is not None:
        plain["intensity"] = spot.intensity
    if spot.qualities:
        plain["qualities"] = list(spot.qualities)
    return {**plain, **spot.extra}


def from_plain(plain: Mapping[str, Any]) -> Record:
    """Return the record that `plain` describes.

    A missing `id` is derived from the content, so that reading twice gives the same record. Raises
    InvalidValue for a value of the wrong kind or out of range; unknown types and keys survive.
    """
    kind = plain.get("type")
    if not isinstance(kind, str) or not kind:
        raise InvalidValue("The object has no type.", 'It starts with {"type":"day"} or another type.')
    if kind not in _CLASSES:
        return _other(plain)
    cls = _CLASSES[kind]
    known = {item.name for item in fields(cls)} - {"extra"}
    values: Plain = {}
    extra: Plain = {}
    for name, value in plain.items():
        if name == "type" or value is None:
            continue
        if name in known:
            values[name] = _READERS.get(name, _unchanged)(name, value)
        else:
            extra[name] = value
    if "date" not in values:
        raise InvalidValue(f"The {kind} has no date.", "Give one such as 2026-03-01.")
    if kind != "day" and "id" not in values:
        values["id"] = content_id(plain)
    if kind == "reflection" and "kept" not in values:
        values["kept"] = True
    return cls(**values, extra=extra)


def content_id(plain: Mapping[str, Any]) -> str:
    """Return an identifier derived from the content alone: 16 hexadecimal digits."""
    from hashlib import blake2b

    text = dumps({k: v for k, v in plain.items() if v is not None}, sort_keys=True, ensure_ascii=False)
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _other(plain: Mapping[str, Any]) -> Other:
    body = dict(plain)
    day = body.get("date")
    return Other(id=_other_key(body), date=None if day is None else read_date("date", day), body=body)


def _other_key(body: Plain) -> str:
    """Return the key of an unknown record: type and id, since two types may use the same ids."""
    kind, ident = body["type"], body.get("id")
    if not isinstance(ident, str):
        return content_id(body)
    key = f"{kind}:{ident}"
    readable = ":" not in kind and len(key) <= _LONGEST_KEY and key.isprintable()
    return key if readable else content_id({"type": kind, "id": ident})


def _unchanged(_name: str, value: Any) -> Any:
    return value


def read_date(name: str, value: Any) -> date:
    """Return the ISO date, refusing everything else."""
    if not isinstance(value, str):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is a date such as 2026-03-01.")
    try:
        if len(value) != 10:
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is a date that exists, such as 2026-03-01.") from None


def _read_start(name: str, value: Any) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is a time such as 2026-03-01T07:10:00+01:00.") from None


def _read_text(name: str, value: Any) -> str | None:
    if not isinstance(value, str):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is text.")
    return clean_or_none(value)


def _read_line(name: str, value: Any) -> str | None:
    if not isinstance(value, str):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is text.")
    return one_line(value) or None


def _read_whole(_name: str, value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _read_decimals(decimals: int) -> Callable[[str, Any], Any]:
    def read(_name: str, value: Any) -> Any:
        return _as_float(round(float(value), decimals)) if is_number(value) else value

    return read


def _read_number(_name: str, value: Any) -> Any:
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 2**53
    return int(value) if whole else value


def _read_names(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is a list of texts.")
    return tuple(dict.fromkeys(one_line(item) for item in value if item.strip()))


def _read_lines(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is a list of texts.")
    return tuple(filter(None, (clean_or_none(item) for item in value)))


def _read_spots(name: str, value: Any) -> tuple[Spot, ...]:
    if not isinstance(value, list):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is a list of spots.")
    return tuple(_read_spot(item) for item in value)


def _read_spot(value: Any) -> Spot:
    if not isinstance(value, dict) or "region" not in value:
        raise InvalidValue(f"A spot is {quoted(value)}.", "It has at least a region.")
    qualities = value.get("qualities") or []
    return Spot(
        region=value["region"],
        side=value.get("side"),
        intensity=_read_whole("intensity", value.get("intensity")),
        qualities=_read_names("qualities", qualities),
        extra={name: item for name, item in value.items() if name not in _SPOT_KEYS and item is not None},
    )


def _read_factors(name: str, value: Any) -> dict[str, float]:
    if not isinstance(value, dict):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is an object of names and numbers.")
    return {one_line(key): _read_number(key, number) for key, number in value.items() if number is not None}


def _read_flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is true or false.")
    return value


_WHOLE = (
    "pain_morning", "pain_worst", "leg_left", "leg_right", "sleep_quality", "stress", "mood", "energy", "function",
    "painkillers", "effort", "pain_before", "pain_during", "pain_after", "heart_rate", "before", "after", "pain",
)  # fmt: skip

_READERS: dict[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys(_WHOLE, _read_whole),
    "date": read_date,
    "start": _read_start,
    "sleep_hours": _read_decimals(2),
    "distance_km": _read_decimals(3),
    "duration_min": _read_decimals(2),
    "minutes": _read_decimals(2),
    "ascent_m": _read_number,
    "feelings": _read_names,
    "lines": _read_lines,
    "spots": _read_spots,
    "factors": _read_factors,
    "uneventful": _read_flag,
    "kept": _read_flag,
    "did": _read_text,
    "note": _read_text,
    "text": _read_text,
    "title": _read_line,
    "source": _read_line,
    "source_id": _read_line,
}
