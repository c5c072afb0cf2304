"""Reading the values of plain objects: each field by its name, refusing what is of the wrong kind."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from sciatica_journal.domain.checks import is_number, quoted
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import clean_or_none, one_line

if TYPE_CHECKING:
    from sciatica_journal.domain.spot import Spot

_SPOT_KEYS = frozenset({"region", "side", "intensity", "qualities"})


def as_float(value: float) -> float:
    """Return the number as the file keeps it: SQLite's REAL has neither whole numbers nor a minus zero."""
    return float(value) + 0.0


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
        return as_float(round(float(value), decimals)) if is_number(value) else value

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


def _read_spots(name: str, value: Any) -> "tuple[Spot, ...]":
    if not isinstance(value, list):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is a list of spots.")
    return tuple(_read_spot(item) for item in value)


def _read_spot(value: Any) -> "Spot":
    from sciatica_journal.domain.spot import Spot

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


def _read_answers(name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is an object of items and answers.")
    return {one_line(key): _read_whole(key, answer) for key, answer in value.items() if answer is not None}


def _read_row(name: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(cell, str) for cell in value.values()):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is an object of names and texts.")
    return dict(value)


def _read_flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is true or false.")
    return value


_WHOLE = (
    "pain_morning", "pain_worst", "leg_left", "leg_right", "sleep_quality", "stress", "mood", "energy", "function",
    "painkillers", "effort", "pain_before", "pain_during", "pain_after", "heart_rate", "before", "after", "pain",
    "makes_sense", "calf_raises_left", "calf_raises_right", "expected", "response_furthest", "cadence", "planned",
    "number", "block",
)  # fmt: skip

_DATES = ("date", "until", "examined", "changed", "ended", "asked", "onset")
_FLAGS = (
    "uneventful", "kept", "neurological", "leg_worse", "cancer", "steroids", "osteoporosis", "immune", "infection",
    "accident",
)  # fmt: skip
_TEXTS = (
    "did", "note", "text", "told", "limits", "scan", "answer", "question", "why", "medicines", "scans", "work", "worry",
)  # fmt: skip
_LINES = ("title", "source", "source_id", "who", "place", "what", "area", "shoes", "option_a", "option_b")

READERS: Final[dict[str, Callable[[str, Any], Any]]] = {
    **dict.fromkeys(_WHOLE, _read_whole),
    **dict.fromkeys(_DATES, read_date),
    **dict.fromkeys(_FLAGS, _read_flag),
    **dict.fromkeys(_TEXTS, _read_text),
    **dict.fromkeys(_LINES, _read_line),
    **dict.fromkeys(("start", "opened", "acknowledged", "closed", "at"), _read_start),
    "sleep_hours": _read_decimals(2),
    "distance_km": _read_decimals(3),
    "duration_min": _read_decimals(2),
    "minutes": _read_decimals(2),
    "settle_hours": _read_decimals(1),
    "ascent_m": _read_number,
    "feelings": _read_names,
    "lines": _read_lines,
    "spots": _read_spots,
    "factors": _read_factors,
    "answers": _read_answers,
    "row": _read_row,
}
"""By field name; a field that is not here is taken as it is, for its record to check."""
