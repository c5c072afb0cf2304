"""Range checks shared by the records. Nothing is corrected: a value is right or refused."""

import math
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Final, TypeGuard

from sciatica_journal.domain.errors import InvalidValue

EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)

_LONGEST_QUOTE: Final = 80
_LARGEST_QUOTE: Final = 10**30
_JOINERS: Final = dict.fromkeys(map(ord, "\u00ad\u200c\u200d"))
"""Soft hyphen and joiners: invisible parts of words and emoji that `str.isprintable` refuses."""


def quoted(value: object) -> str:
    """Return a value as an error quotes it: on one line, without control characters, not long."""
    if isinstance(value, int) and abs(value) > _LARGEST_QUOTE:
        return "far too large"
    try:
        text = repr(value)
    except (ValueError, RecursionError):
        text = "too large to show"
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"


def is_number(value: object) -> TypeGuard[int | float]:
    """Return whether `value` is a finite int or float; True and False are not numbers."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def check_rating(name: str, value: int | None, highest: int = 10) -> None:
    """Refuse anything but None or a whole number from 0 to `highest` (NPRS and its kin: 10)."""
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= highest:
        raise InvalidValue(f"{name} is {quoted(value)}.", f"It is a whole number from 0 to {highest}.")


def check_whole(name: str, value: int | None, lowest: int, highest: int) -> None:
    """Refuse anything but None or a whole number in the range."""
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
        raise InvalidValue(f"{name} is {quoted(value)}.", f"It is a whole number from {lowest} to {highest}.")


def check_amount(name: str, value: float | None, decimals: int, highest: float, unit: str) -> None:
    """Refuse anything but None or a finite number above 0, also as it is kept with so many decimals, to `highest`."""
    if value is None:
        return
    if not is_number(value) or not 0 < value <= highest or not round(value, decimals):
        raise InvalidValue(f"{name} is {quoted(value)}.", f"It is more than 0 and at most {highest:g} {unit}.")


def check_between(name: str, value: float | None, lowest: float, highest: float, unit: str) -> None:
    """Refuse anything but None or a finite number from `lowest` to `highest`."""
    if value is None:
        return
    if not is_number(value) or not lowest <= value <= highest:
        raise InvalidValue(f"{name} is {quoted(value)}.", f"It is from {lowest:g} to {highest:g} {unit}.")


def check_choice(name: str, value: str | None, choices: Collection[str]) -> None:
    """Refuse anything but None or one of `choices`."""
    if value is not None and (not isinstance(value, str) or value not in choices):
        raise InvalidValue(f"{name} is {quoted(value)}.", f"It is one of: {', '.join(choices)}.")


def check_date(value: date) -> None:
    """Refuse a day outside 1900 to 2199, and a datetime in a day's place."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise InvalidValue(f"The date is {quoted(value)}.", "It is a calendar day such as 2026-03-01.")
    if not EARLIEST <= value <= LATEST:
        raise InvalidValue(f"The date {value} is out of range.", "Days from 1900 on can be kept.")


def check_name(name: str, value: str, longest: int = 200) -> None:
    """Refuse an empty, overlong, multi-line or unprintable name or identifier."""
    if not isinstance(value, str) or not value.strip() or len(value) > longest or not _is_printable(value):
        raise InvalidValue(f"{name} is {quoted(value)}.", f"It is one line of 1 to {longest} characters.")


def _is_printable(text: str) -> bool:
    return text.isprintable() or text.translate(_JOINERS).isprintable()


def check_text(name: str, value: str | None) -> None:
    """Refuse anything but None or a text; what a text may hold is for `domain.text` to say."""
    if value is not None and not isinstance(value, str):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is text.")


def check_flag(name: str, value: bool | None) -> None:
    """Refuse anything but None, True and False."""
    if value is not None and not isinstance(value, bool):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is true or false.")


def check_tuple(name: str, value: tuple[object, ...], kind: type) -> None:
    """Refuse anything but a tuple of values of one kind."""
    if not isinstance(value, tuple) or not all(isinstance(item, kind) for item in value):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is a list.")


def check_start(value: datetime | None) -> None:
    """Refuse anything but None or a date with a time."""
    if value is not None and not isinstance(value, datetime):
        raise InvalidValue(f"start is {quoted(value)}.", "It is a time such as 2026-03-01T07:10:00+01:00.")


def check_extra(extra: Mapping[str, object], known: Collection[str]) -> None:
    """Refuse what is not a mapping, and names that the record has itself: they would hide its values."""
    if not isinstance(extra, Mapping):
        raise InvalidValue(f"extra is {quoted(extra)}.", "It is an object of names and values.")
    for name in extra:
        if not isinstance(name, str) or name == "type" or (name in known and name != "extra"):
            raise InvalidValue(f"extra has the name {quoted(name)}.", "Names of the record itself do not go there.")
