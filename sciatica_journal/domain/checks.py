"""Range checks shared by the records. Nothing is corrected: a value is right or refused."""

import math
from collections.abc import Collection
from datetime import date, datetime
from typing import TypeGuard

from sciatica_journal.domain.errors import InvalidValue

EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)


def is_number(value: object) -> TypeGuard[int | float]:
    """Return whether `value` is a finite int or float; True and False are not numbers."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def check_rating(name: str, value: int | None, highest: int = 10) -> None:
    """Refuse anything but None or a whole number from 0 to `highest` (NPRS and its kin: 10)."""
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= highest:
        raise InvalidValue(f"{name} is {value!r}.", f"It is a whole number from 0 to {highest}.")


def check_whole(name: str, value: int | None, lowest: int, highest: int) -> None:
    """Refuse anything but None or a whole number in the range."""
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
        raise InvalidValue(f"{name} is {value!r}.", f"It is a whole number from {lowest} to {highest}.")


def check_amount(name: str, value: float | None, above: float, highest: float, unit: str) -> None:
    """Refuse anything but None or a finite number above `above` and up to `highest`."""
    if value is None:
        return
    if not is_number(value) or not above < value <= highest:
        raise InvalidValue(f"{name} is {value!r}.", f"It is more than {above:g} and at most {highest:g} {unit}.")


def check_between(name: str, value: float | None, lowest: float, highest: float, unit: str) -> None:
    """Refuse anything but None or a finite number from `lowest` to `highest`."""
    if value is None:
        return
    if not is_number(value) or not lowest <= value <= highest:
        raise InvalidValue(f"{name} is {value!r}.", f"It is from {lowest:g} to {highest:g} {unit}.")


def check_choice(name: str, value: str | None, choices: Collection[str]) -> None:
    """Refuse anything but None or one of `choices`."""
    if value is not None and value not in choices:
        raise InvalidValue(f"{name} is {value!r}.", f"It is one of: {', '.join(choices)}.")


def check_date(value: date) -> None:
    """Refuse a day outside 1900 to 2199, and a datetime in a day's place."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise InvalidValue(f"The date is {value!r}.", "It is a calendar day such as 2026-03-01.")
    if not EARLIEST <= value <= LATEST:
        raise InvalidValue(f"The date {value} is out of range.", "Days from 1900 on can be kept.")


def check_name(name: str, value: str, longest: int = 200) -> None:
    """Refuse an empty, overlong, multi-line or unprintable name or identifier."""
    if not isinstance(value, str) or not value.strip() or len(value) > longest or not value.isprintable():
        raise InvalidValue(f"{name} is {value!r}.", f"It is one line of 1 to {longest} characters.")
