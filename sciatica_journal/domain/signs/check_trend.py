"""The strength part of the safety checks over time, as counts and words side by side; no verdict."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.signs.due import STRENGTH

SHOWN: Final = 6
"""Checks that a trend shows at most, the latest: so many dates fit beside the names in 60 columns."""

_SIDES: Final = ("left", "right")


class TrendRow(NamedTuple):
    """One test on one side; `values` are in the order of the trend's dates, None where it was not done."""

    test: str
    side: str
    values: tuple[str | int | None, ...]


class Trend(NamedTuple):
    """The dates on which strength was looked at, oldest first, and a row for each test and side that has a value."""

    dates: tuple[date, ...] = ()
    rows: tuple[TrendRow, ...] = ()


def strength_trend(checks: Sequence[Check], most: int = SHOWN) -> Trend:
    """Return the trend of the latest checks with a strength part; of several on one day the last given counts."""
    by_day = {check.date: check for check in checks if check.has_strength}
    dates = tuple(sorted(by_day)[-most:])
    rows = (
        TrendRow(test, side, tuple(getattr(by_day[day], f"{test}_{side}") for day in dates))
        for test in STRENGTH
        for side in _SIDES
    )
    return Trend(dates, tuple(row for row in rows if any(value is not None for value in row.values)))
