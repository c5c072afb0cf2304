"""Intervals of walking and running, and an outing that is timed by them.

The time comes from the clock on the wall, passed in: a laptop that slept or a terminal that stood still counts on.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import accumulate
from math import inf, isfinite
from typing import Final, NamedTuple

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.units import MOST_MINUTES

WALK: Final = "walk"
RUN: Final = "run"
MOST_INTERVALS: Final = 500
"""Intervals of one outing, repeats counted."""
BACK_WITHIN: Final = 3.0
"""Seconds after the start of an interval within which going back means the interval before (our own choice)."""
LONGEST: Final = MOST_MINUTES * 60
"""Seconds that are counted at most: what takes longer is no outing, but a clock that was forgotten."""
_SECONDS: Final = 1e-6
"""What rounding may take from a sum of seconds."""


class Interval(NamedTuple):
    """`kind` is walk or run; `minutes` above 0, or 0 for one without an end, which stands alone."""

    kind: str
    minutes: float


@dataclass(frozen=True, slots=True)
class Intervals:
    """`parts` in their order, the whole of them `repeats` times."""

    parts: tuple[Interval, ...]
    repeats: int = 1

    def __post_init__(self) -> None:
        if not self.parts or self.repeats < 1 or len(self.parts) * self.repeats > MOST_INTERVALS:
            raise InvalidValue("These are not intervals.", f"There are 1 to {MOST_INTERVALS} of them, repeats counted.")
        for kind, minutes in self.parts:
            if kind not in (WALK, RUN):
                raise InvalidValue(f"An interval is {kind!r}.", "It is a walk or a run.")
            if not isfinite(minutes) or minutes < 0 or (minutes == 0 and len(self.parts) * self.repeats > 1):
                raise InvalidValue(f"An interval takes {minutes} minutes.", "Only a single one can be without an end.")
        if sum(part.minutes for part in self.parts) * self.repeats > MOST_MINUTES:
            raise InvalidValue("The intervals take too long.", f"They take at most {MOST_MINUTES} minutes.")

    @property
    def is_open(self) -> bool:
        """Whether it goes on until one ends it."""
        return self.parts[0].minutes == 0

    @property
    def all(self) -> tuple[Interval, ...]:
        """Every interval, repeats one after the other."""
        return self.parts * self.repeats

    @property
    def total(self) -> float:
        """Seconds of all intervals, infinite where it is open."""
        return inf if self.is_open else self.ends[-1]

    @property
    def ends(self) -> tuple[float, ...]:
        """Seconds from the start at which each interval ends."""
        if self.is_open:
            return (inf,)
        return tuple(accumulate(interval.minutes * 60 for interval in self.all))

    @property
    def has_running(self) -> bool:
        """Whether any interval is a run."""
        return any(part.kind == RUN for part in self.parts)

    def as_walk(self) -> "Intervals":
        """Return a walk that takes as long."""
        minutes = 0.0 if self.is_open else self.total / 60
        return Intervals((Interval(WALK, minutes),))


def intervals_of(given: "Intervals | Iterable[tuple[str, float]]") -> Intervals:
    """Return intervals out of pairs of kind and minutes; Intervals stay as they are. Raises InvalidValue."""
    return given if isinstance(given, Intervals) else Intervals(tuple(Interval(*pair) for pair in given))


class Place(NamedTuple):
    """Where one is: the interval's number from 0, the interval, seconds in it and left, the one after (None: last)."""

    number: int
    interval: Interval
    gone: float
    left: float
    following: Interval | None


@dataclass(frozen=True, slots=True)
class Timing:
    """A timed outing: what was walked and run before `since` (seconds), and since when the clock runs (None: paused).

    `ahead` is by how many seconds the place in the intervals lies before the time moved: intervals that were skipped,
    negative where one went back. Instants have a zone; a clock that was set back counts nothing.
    """

    intervals: Intervals
    begun: datetime
    since: datetime | None = None
    walked: float = 0.0
    ran: float = 0.0
    ahead: float = 0.0

    def __post_init__(self) -> None:
        for instant in (self.begun, self.since):
            if instant is not None and instant.utcoffset() is None:
                raise InvalidValue("A time has no zone.", "It is an instant.")
        if not all(isfinite(seconds) for seconds in (self.walked, self.ran, self.ahead)):
            raise InvalidValue("A time is not a number.", "It is seconds.")
        if min(self.walked, self.ran) < 0:
            raise InvalidValue("A time is below 0.", "It is seconds.")

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands."""
        return self.since is None

    def elapsed(self, now: datetime) -> float:
        """Return the seconds moved so far, pauses left out; after the last interval and at LONGEST it stands still."""
        before = min(self.walked + self.ran, LONGEST)
        if self.since is None:
            return before
        going = max(0.0, (now.astimezone(UTC) - self.since.astimezone(UTC)).total_seconds())
        return max(before, min(before + going, self.intervals.total - self.ahead, LONGEST))

    def position(self, now: datetime) -> float:
        """Return the seconds from the start of the first interval at which one is in them."""
        return max(0.0, self.elapsed(now) + self.ahead)

    def is_over(self, now: datetime) -> bool:
        """Return whether the last interval is done."""
        return self.position(now) >= self.intervals.total - _SECONDS

    def place(self, now: datetime) -> Place:
        """Return where one is in the intervals; after the last one, at its end."""
        position, ends, every = self.position(now), self.intervals.ends, self.intervals.all
        number = min(bisect_right(ends, position + _SECONDS), len(ends) - 1)
        began = ends[number - 1] if number else 0.0
        following = every[number + 1] if number + 1 < len(every) else None
        gone = max(0.0, position - began)
        return Place(number, every[number], gone, max(0.0, ends[number] - position), following)

    def left(self, now: datetime) -> float:
        """Return the seconds left of all intervals, infinite where it is open."""
        return max(0.0, self.intervals.total - self.position(now))

    def seconds(self, now: datetime) -> tuple[float, float]:
        """Return the seconds walked and run so far."""
        first = max(0.0, self.walked + self.ran + self.ahead)
        last = max(first, self.position(now))
        walked, ran, began = self.walked, self.ran, 0.0
        for interval, end in zip(self.intervals.all, self.intervals.ends, strict=True):
            share = max(0.0, min(last, end) - max(first, began))
            walked, ran = (walked + share, ran) if interval.kind == WALK else (walked, ran + share)
            began = end
        return walked, ran

    def kind(self, now: datetime) -> str:
        """Return the kind of outing that it was: walk, run, or run_walk for both."""
        walked, ran = self.seconds(now)
        if walked >= 1 and ran >= 1:
            return "run_walk"
        if max(walked, ran) < 1:
            return self.intervals.parts[0].kind
        return RUN if ran > walked else WALK

    def marked(self, now: datetime) -> "Timing":
        """Return the same, with what was moved until now counted."""
        walked, ran = self.seconds(now)
        since = None if self.since is None else now
        return replace(self, walked=walked, ran=ran, since=since)

    def paused(self, now: datetime) -> "Timing":
        """Return it with the clock standing."""
        return replace(self.marked(now), since=None)

    def going_on(self, now: datetime) -> "Timing":
        """Return it with the clock running from now; one that runs already is as it was."""
        return self if self.since is not None else replace(self, since=now)

    def skipped(self, now: datetime) -> "Timing":
        """Return it at the start of the next interval; from the last one, at the end. An open one cannot be skipped."""
        if self.intervals.is_open:
            return self
        there = self.place(now)
        return self._moved_to(self.intervals.ends[there.number], now)

    def gone_back(self, now: datetime) -> "Timing":
        """Return it at the start of the interval, or of the one before where it has only just begun."""
        if self.intervals.is_open:
            return self
        there, starts = self.place(now), (0.0, *self.intervals.ends)
        number = there.number - 1 if there.gone < BACK_WITHIN and there.number else there.number
        return self._moved_to(starts[number], now)

    def _moved_to(self, position: float, now: datetime) -> "Timing":
        marked = self.marked(now)
        return replace(marked, ahead=position - (marked.walked + marked.ran))
