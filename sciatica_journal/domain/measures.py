"""Measures: short scales to compare one's own weeks with. What their answers come to, and what a change may mean.

All but Roland-Morris are the journal's own words and not validated; which change is more than noise is a rough marker
with its source in content/measures (clinical reference, section 3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from sciatica_journal.domain.care.reading import HIGHEST, Reading

WEEKLY: Final = ("activities", "impact", "bother")
"""The measures of the weekly screen, in its order."""

RMDQ: Final = "rmdq"
"""The Roland-Morris questionnaire with 24 statements."""

MOST_ACTIVITIES: Final = 3

GROWING: Final = ("numb", "weak")
"""Items of the leg-symptom bother that are nerve signs: more of them is a matter for the safety check (rule 13)."""

_BARS: Final = "▁▂▃▄▅▆▇█"


class Item(NamedTuple):
    """One question: the name under which its answer is kept, and its words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as the content has it. `items` are empty where the person names them.

    `change` is how many points are more than day-to-day noise, `change_words` that in words, `source` where it is
    from. `label` is at most 13 characters.
    """

    id: str
    title: str
    label: str
    ask: str
    anchors: str
    score: Literal["mean", "sum"]
    change: int
    change_words: str
    source: str
    items: tuple[Item, ...] = ()
    share: int | None = None
    credit: str = ""

    @property
    def highest_answer(self) -> int:
        """The highest answer to one item."""
        return HIGHEST[self.id]

    @property
    def highest_score(self) -> int:
        """The highest score."""
        return HIGHEST[self.id] * (len(self.items) if self.score == "sum" else 1)


class Scored(NamedTuple):
    """A reading's day and score."""

    date: date
    score: float


class Moved(NamedTuple):
    """From one reading to a later one: the earlier one's day, and the points between, positive for up."""

    since: date
    points: float


def score(measure: Measure, answers: Mapping[str, int]) -> float | None:
    """Return the mean or sum of the answers, None where an item of a fixed measure was left out.

    A mean is that of the activities answered. Roland-Morris counts ticks: what is not there was not ticked.
    """
    if measure.id != RMDQ and (not answers or any(item.id not in answers for item in measure.items)):
        return None
    total = sum(answers.values())
    return total / len(answers) if measure.score == "mean" else float(total)


def scores(measure: Measure, readings: Sequence[Reading]) -> tuple[Scored, ...]:
    """Return the readings that have a score, in their order."""
    found = ((reading.date, score(measure, reading.answers)) for reading in readings)
    return tuple(Scored(day, value) for day, value in found if value is not None)


def moved(measure: Measure, before: Reading, after: Reading) -> Moved | None:
    """Return how far the score moved between two readings, None where they cannot be compared.

    Of activities only those that both have count: with others, a mean says nothing of what changed.
    """
    if measure.items:
        both = (score(measure, before.answers), score(measure, after.answers))
    else:
        names = [name for name in before.answers if name in after.answers]
        both = (
            score(measure, {name: before.answers[name] for name in names}),
            score(measure, {name: after.answers[name] for name in names}),
        )
    if both[0] is None or both[1] is None:
        return None
    return Moved(before.date, both[1] - both[0])


def moves(measure: Measure, readings: Sequence[Reading]) -> tuple[Moved, ...]:
    """Return how far the newest of the readings (oldest first) moved: since the one before, and since the first."""
    if len(readings) < 2:
        return ()
    *earlier, last = readings
    others = [earlier[-1], earlier[0]] if len(earlier) > 1 else [earlier[0]]
    return tuple(found for before in others if (found := moved(measure, before, last)) is not None)


def grown(readings: Sequence[Reading]) -> tuple[tuple[str, ...], date | None]:
    """Return the nerve signs that bother more in the newest of the bother readings (oldest first) than in the one
    before, and the day of that one."""
    if len(readings) < 2:
        return (), None
    before, last = readings[-2:]
    more = (item for item in GROWING if last.answers.get(item, 0) > before.answers.get(item, last.answers.get(item, 0)))
    return tuple(more), before.date


def shown(points: float) -> str:
    """Return points as they are shown: at most one decimal."""
    return f"{points:.1f}".removesuffix(".0")


def spark(values: Sequence[float], highest: float) -> str:
    """Return values from 0 to `highest` as a row of bars, one character a value."""
    return "".join(_BARS[round(value / highest * (len(_BARS) - 1))] for value in values)


def bar(value: float, highest: float, width: int = 10) -> str:
    """Return a value from 0 to `highest` as a bar: what it fills, and dots for the rest."""
    filled = round(value / highest * width)
    return "█" * filled + "·" * (width - filled)
