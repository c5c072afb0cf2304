"""A ladder: steps from walking to running, and how one goes up them.

Source: the default ladder of the clinical reference 4.3, made after published walk-run plans (S111-S113). It is our own
cautious adaptation, not validated.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Final, Literal, NamedTuple

from sciatica_journal.domain.checks import check_name, check_text, check_whole
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.units import MOST_MINUTES

PART_KINDS: Final = ("walk", "run")
MOST_STEPS: Final = 60
MOST_PARTS: Final = 20
MOST_TIMES: Final = 100


class Part(NamedTuple):
    """A stretch of an outing: `kind` is walk or run, `minutes` above 0."""

    kind: str
    minutes: float


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its `parts` in order, the whole of them `times` times."""

    id: str
    title: str
    parts: tuple[Part, ...]
    times: int = 1

    def __post_init__(self) -> None:
        check_name("The id of a step", self.id)
        check_name("The title of a step", self.title)
        check_whole("times", self.times, 1, MOST_TIMES)
        if not 0 < len(self.parts) <= MOST_PARTS:
            raise InvalidValue(f"Step {self.id} has {len(self.parts)} parts.", f"It has 1 to {MOST_PARTS}.")
        for kind, minutes in self.parts:
            if kind not in PART_KINDS or not isfinite(minutes) or minutes <= 0:
                raise InvalidValue(f"Step {self.id} has a part that cannot be.", 'A part is such as ["walk", 4.5].')
        if self.minutes > MOST_MINUTES:
            raise InvalidValue(f"Step {self.id} takes too long.", f"It takes at most {MOST_MINUTES:g} minutes.")

    @property
    def minutes(self) -> float:
        """Minutes of the whole outing."""
        return round(sum(part.minutes for part in self.parts) * self.times, 2)

    @property
    def running_minutes(self) -> float:
        """Minutes of the outing that are run."""
        return round(sum(part.minutes for part in self.parts if part.kind == "run") * self.times, 2)

    @property
    def has_running(self) -> bool:
        """Whether any part of it is run."""
        return any(part.kind == "run" for part in self.parts)

    @property
    def kind(self) -> Literal["walk", "run_walk", "run"]:
        """What kind of outing it is."""
        kinds = {part.kind for part in self.parts}
        return "run_walk" if len(kinds) > 1 else "run" if kinds == {"run"} else "walk"


@dataclass(frozen=True, slots=True)
class Ladder:
    """`greens` are needed on a step before the next, `rest_days` lie between two outings, at most `per_week` in seven
    days."""

    id: str
    title: str
    steps: tuple[Step, ...]
    about: str = ""
    greens: int = 2
    rest_days: int = 1
    per_week: int = 3

    def __post_init__(self) -> None:
        check_name("The id of a ladder", self.id)
        check_name("The title of a ladder", self.title)
        check_text("about", self.about)
        check_whole("greens", self.greens, 1, 20)
        check_whole("rest_days", self.rest_days, 0, 14)
        check_whole("per_week", self.per_week, 1, 7)
        if not 0 < len(self.steps) <= MOST_STEPS:
            raise InvalidValue(f"The ladder has {len(self.steps)} steps.", f"It has 1 to {MOST_STEPS}.")
        if len({step.id for step in self.steps}) < len(self.steps):
            raise InvalidValue("Two steps have the same id.", "Each step has its own.")

    def index(self, ident: str) -> int | None:
        """Return the number of a step from 0, None for an id that the ladder has not."""
        return next((number for number, step in enumerate(self.steps) if step.id == ident), None)

    def walk_up_to(self, number: int) -> Step | None:
        """Return the last step without running up to that number, None where all of them run."""
        return next((step for step in self.steps[number::-1] if not step.has_running), None)
