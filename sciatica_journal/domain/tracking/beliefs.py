"""The two monthly sliders on what pain means to oneself, beside the pain of each month."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from sciatica_journal.domain.care.reading import Reading
    from sciatica_journal.domain.signs.windows import Logged

BELIEFS: Final = "beliefs"
ITEMS: Final = ("harm", "fear")
"""The items of the measure, each 0-10: own words, not validated."""

EVERY: Final = timedelta(days=28)


class Month(NamedTuple):
    """A month by its first day: the mean of the worst pain with its days, and the last answer to each slider."""

    first: date
    pain: float | None = None
    rated: int = 0
    harm: int | None = None
    fear: int | None = None


def months(days: Iterable["Logged"], readings: Iterable["Reading"]) -> tuple[Month, ...]:
    """Return the months that hold a rated day or an answer, oldest first; those between them are left out."""
    pain: dict[date, list[int]] = {}
    for day in days:
        if day.pain_worst is not None:
            pain.setdefault(day.date.replace(day=1), []).append(day.pain_worst)
    said: dict[date, dict[str, int]] = {}
    for reading in sorted((one for one in readings if one.measure == BELIEFS), key=lambda one: one.date):
        said.setdefault(reading.date.replace(day=1), {}).update(reading.answers)
    return tuple(
        Month(first, _mean(pain.get(first, ())), len(pain.get(first, ())), *_answers(said.get(first, {})))
        for first in sorted({*pain, *said})
    )


def _mean(values: Sequence[int]) -> float | None:
    return sum(values) / len(values) if values else None


def _answers(said: dict[str, int]) -> tuple[int | None, int | None]:
    return said.get("harm"), said.get("fear")
