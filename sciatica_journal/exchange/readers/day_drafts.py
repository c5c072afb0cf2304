"""Values of days, gathered from readings that stand in any order in a file."""

from collections.abc import Iterator
from datetime import date
from math import floor
from typing import Any, Final

from sciatica_journal.domain.day import MOST_SLEEP_HOURS, Day
from sciatica_journal.domain.spot import Spot
from sciatica_journal.exchange.found import DayValues
from sciatica_journal.exchange.parsing.sane import kept_row

_WORST: Final = ("pain_worst", "pain_morning")
"""Of several readings of these the highest counts, of other ratings the mean."""


class DayDraft:
    """What a file says of one day. `waits` when an answer is missing without which the day would be half told."""

    def __init__(self) -> None:
        self.waits = False
        self.sleep_hours = 0.0
        self.feelings: dict[str, None] = {}
        self.factors: dict[str, float] = {}
        self._ratings: dict[str, list[int]] = {}
        self._spots: dict[tuple[str, str | None], int] = {}
        self._means: dict[str, list[float]] = {}
        self._cells: dict[str, list[str]] = {}

    def rate(self, name: str, rating: int) -> None:
        """Add a reading of a rating 0-10 of the day."""
        self._ratings.setdefault(name, []).append(rating)

    def hurt(self, region: str, side: str | None, intensity: int) -> None:
        """Add a painful place; of several readings the worst counts."""
        self._spots[region, side] = max(intensity, self._spots.get((region, side), 0))

    def count(self, name: str, amount: float) -> None:
        """Add to a factor."""
        self.factors[name] = self.factors.get(name, 0) + amount

    def average(self, name: str, amount: float) -> None:
        """Add a reading of a factor of which the mean counts."""
        self._means.setdefault(name, []).append(amount)

    def highest(self, name: str, amount: float) -> None:
        """Add a reading of a factor of which the highest counts."""
        self.factors[name] = max(amount, self.factors.get(name, amount))

    def keep(self, name: str, cell: str) -> None:
        """Keep what the file says, under the name that it gives it."""
        if cell:
            self._cells.setdefault(name, []).append(cell)

    def values(self, source: str, day: date) -> DayValues:
        """Return the values that were gathered."""
        fields: dict[str, Any] = {name: self._rating(name, found) for name, found in self._ratings.items()}
        if self.sleep_hours:
            fields["sleep_hours"] = round(min(self.sleep_hours, MOST_SLEEP_HOURS), 2)
        means = {name: sum(found) / len(found) for name, found in self._means.items()}
        factors = {name: _neat(amount) for name, amount in {**self.factors, **means}.items() if abs(amount) <= 1e9}
        spots = tuple(Spot(region, side, worst) for (region, side), worst in self._spots.items())
        row = kept_row({name: "; ".join(cells) for name, cells in self._cells.items()})
        found = Day(day, **fields, factors=factors, feelings=tuple(self.feelings), spots=spots)
        return DayValues(source, day.isoformat(), found, row)

    def _rating(self, name: str, found: list[int]) -> int:
        return max(found) if name in _WORST else floor(sum(found) / len(found) + 0.5)


def _neat(amount: float) -> float:
    rounded = round(amount, 3)
    return int(rounded) if rounded == int(rounded) else rounded


class DayDrafts:
    """The days of a file."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._drafts: dict[date, DayDraft] = {}

    def of(self, day: date) -> DayDraft:
        """Return the draft of a day."""
        return self._drafts.setdefault(day, DayDraft())

    def values(self) -> Iterator[DayValues]:
        """Yield the values of the days that wait for nothing and hold something, in their order."""
        for day in sorted(self._drafts):
            draft = self._drafts[day]
            if not draft.waits and not (found := draft.values(self._source, day)).day.is_empty:
                yield found
