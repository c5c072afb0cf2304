"""What readers of other programs' files find: outings, dated texts, values of days, refusals and questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.plain import Record


@dataclass(frozen=True, slots=True)
class Activity:
    """An outing or another sport, as a file has it; `sport` is the file's own word.

    `kind` is walk, run_walk or run, None for what is not on foot. `start` without a zone is wall time where it took
    place; with one, `zone_known` says whether it is the zone of the place or only marks the moment (then the home
    zone gives the day). Distance in km, duration in minutes (moving time where there is one), ascent in metres,
    cadence in steps a minute of both feet, effort 0-10. `row` keeps the filled cells as the file has them.
    """

    source: str
    source_id: str
    sport: str
    kind: str | None
    start: datetime | None = None
    date: Date | None = None
    zone_known: bool = False
    distance_km: float | None = None
    duration_min: float | None = None
    surface: str | None = None
    effort: int | None = None
    heart_rate: int | None = None
    ascent_m: float | None = None
    cadence: int | None = None
    shoes: str | None = None
    title: str | None = None
    note: str | None = None
    row: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated text of another journal: it becomes a moment. `start` as in `Activity`."""

    source: str
    source_id: str
    text: str
    start: datetime | None = None
    date: Date | None = None
    zone_known: bool = False
    row: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DayValues:
    """Values of a day; they fill what is empty there. `day` holds only what the file says."""

    source: str
    source_id: str
    day: Day
    row: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A row or a file that cannot be taken: where it stands (`line 12`, a file's name), and why, in words."""

    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a file does not say and the person must: asked once, and remembered under `key`.

    `options` are the possible answers and their labels; without any, the answer is a whole number 0-10.
    Rows that wait for the answer are not yielded.
    """

    key: str
    text: str
    options: tuple[tuple[str, str], ...] = ()


Found = Activity | Entry | DayValues | Refused | Question | Record
"""What a reader yields, one at a time, in the file's order."""

Answers = Mapping[str, str]
"""Answers to questions by their keys."""
