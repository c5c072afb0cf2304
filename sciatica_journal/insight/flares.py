"""Flares: when pain stood clearly above its usual level, and what the days before held next to usual days.

A flare starts when at least 2 of the last 3 rated days are at or above a threshold: the median of the 42 days that end
3 days ago plus the larger of 2 points and 2 spreads (1.4826 times the median absolute deviation, at least 0.5), flare
days left out. It ends after 3 rated days more than half a point below. A threshold needs 10 days (insight methods,
section 5). A description, not a test: nothing here is caused by what went before.

Two rules are ours, for long diaries: a flare ends where nothing was rated for 14 days, since nobody knows how it went
on; and after 42 days without an end the higher level is the usual one, and its days count as usual from then on.

Simulated: quiet diaries of AR(1) pain (spread 0.8 to 1.2 points, phi 0 to .8, 25 % missing) have 0.5 to 2.8 a year;
with a spread of 1.6 points 2.5 to 5.0. Of injected rises over 5 to 11 days (spread 0.8 to 1.2, 20 % missing) 56-65 %
of those by 2 points, 87-97 % by 3 and 98-100 % by 4 are found.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from sciatica_journal.insight.questions import main_outcome
from sciatica_journal.insight.table import DayTable, Floats

WINDOW: Final = 42
DELAY: Final = 3
"""Days that tell what is usual, and how many days before a rating they end."""
FEWEST: Final = 10
"""Rated days among them that a threshold needs."""
POINTS: Final = 2.0
SPREADS: Final = 2.0
"""Points, or spreads if those are more, by which the threshold lies above the usual level."""
LEAST_SPREAD: Final = 0.5
"""Points that a spread has at least, so that even ratings of one number leave room."""
SLACK: Final = 0.5
"""Points: a day that is lower than the threshold by more counts towards the end of a flare."""
SILENCE: Final = 14
"""Days without a rating after which a flare counts as over."""
LONGEST: Final = 42
"""Days after which the higher level is the usual one: as long as the days that tell what is usual."""
BESIDES: Final = ("stress", "sleep_hours", "run_km", "mood")
"""Columns that are told of the days before a flare."""
YEAR: Final = 365
"""Days before a flare among which the usual three-day means are looked for."""
_IN_A_ROW: Final = 3
"""Rated days that begin and end a flare, and days before it that are told of."""
_MAD: Final = 1.4826
"""Times the median absolute deviation it is the standard deviation, for normal values."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the three logged days before a flare held of `name` (mean a day), next to what is usual: the median of such
    three-day means over the year before, away from flares."""

    name: str
    mean: float
    usual: float


@dataclass(frozen=True, slots=True)
class Flare:
    """Days from `start`, the first high one, to `end`, the last not well below; `end` is None while it goes on.

    `last` is the last rated day of it, `days` how many calendar days that makes, `threshold` and `peak` points of
    `outcome`: pain 0-10, in light mode the furthest point 0-6.
    `outlasted` says that it became the usual level.
    """

    start: date
    end: date | None
    last: date
    days: int
    peak: float
    threshold: float
    outlasted: bool = False
    before: tuple[Before, ...] = ()
    outcome: str = "pain_morning"


@dataclass(slots=True)
class _Span:
    """A flare being read: places among the rated days."""

    first: int
    last: int
    threshold: float
    ended: bool = False
    outlasted: bool = False


def flares(table: DayTable) -> tuple[Flare, ...]:
    """Return the flares of the main outcome, the earliest first. Linear in the days."""
    outcome = main_outcome(table)
    column = table[outcome]
    rows = np.flatnonzero(~np.isnan(column))
    days, ratings = rows.tolist(), column[rows].tolist()
    spans = _spans(days, ratings)
    if not spans:
        return ()
    three_days = _ThreeDayMeans(table, [(days[span.first], days[span.last]) for span in spans])
    return tuple(
        replace(_flare(table.first, span, days, ratings), before=three_days.before(days[span.first]), outcome=outcome)
        for span in spans
    )


def _flare(first: date, span: _Span, days: list[int], ratings: list[float]) -> Flare:
    start, last = days[span.first], days[span.last]
    ended = first + timedelta(days=last)
    return Flare(
        first + timedelta(days=start),
        ended if span.ended else None,
        ended,
        last - start + 1,
        max(ratings[span.first : span.last + 1]),
        span.threshold,
        span.outlasted,
    )


def _spans(days: list[int], ratings: list[float]) -> list[_Span]:
    """Return the flares as places among the rated days, in one pass."""
    spans: list[_Span] = []
    usual = [True] * len(days)
    now: _Span | None = None
    low = high = 0
    for place, day in enumerate(days):
        if now is not None:
            _go_on(now, place, days, ratings)
            for one in range(now.first, place + 1):
                usual[one] = now.outlasted or (now.ended and one > now.last)
            now = None if now.ended else now
            continue
        while low < place and days[low] <= day - DELAY - WINDOW:
            low += 1
        while high < place and days[high] <= day - DELAY:
            high += 1
        now = _starting(place, days, ratings, [ratings[one] for one in range(low, high) if usual[one]])
        if now is not None:
            spans.append(now)
    return spans


def _starting(place: int, days: list[int], ratings: list[float], calm: list[float]) -> _Span | None:
    """Return the flare that shows on this day, None if there is none."""
    first = max(place - _IN_A_ROW + 1, 0)
    second = sorted(ratings[first : place + 1])[-2:][0]
    if len(calm) < FEWEST or place == first or second < POINTS:
        return None
    calm.sort()
    usual = _middle(calm)
    if second < usual + POINTS:
        return None
    spread = max(_MAD * _middle(sorted(abs(one - usual) for one in calm)), LEAST_SPREAD)
    threshold = usual + max(POINTS, SPREADS * spread)
    if second < threshold:
        return None
    start = next(one for one in range(first, place + 1) if ratings[one] >= threshold)
    return _Span(start, place, threshold) if days[place] - days[start] <= SILENCE else None


def _middle(values: list[float]) -> float:
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def _go_on(now: _Span, place: int, days: list[int], ratings: list[float]) -> None:
    """Take one more rated day into a flare, or end it on the last day that was not well below."""
    if days[place] - days[place - 1] > SILENCE:
        now.ended = True
        return
    if ratings[place] >= now.threshold - SLACK:
        now.last = place
    now.ended = place - now.last >= _IN_A_ROW
    if not now.ended and days[place] - days[now.first] >= LONGEST:
        now.ended = now.outlasted = True


class _ThreeDayMeans:
    """Means over each three logged days in a row, to set those before a flare next to the usual ones."""

    def __init__(self, table: DayTable, spans: list[tuple[int, int]]) -> None:
        self._rows = np.flatnonzero(table.logged)
        calm = np.ones(len(table) + 1, dtype=np.bool_)
        for first, last in spans:
            calm[first : last + 1] = False
        rows = np.concatenate((np.full(_IN_A_ROW - 1, len(table)), self._rows))
        self._calm = calm[rows[2:]] & calm[rows[1:-1]] & calm[rows[:-2]]
        self._means = {name: self._three(table[name]) for name in BESIDES}

    def _three(self, column: Floats) -> Floats:
        """Return for each logged day the mean of what is known of it and the two before; NaN where nothing is."""
        values = column[self._rows]
        known = ~np.isnan(values)
        sums = np.convolve(np.where(known, values, 0.0), np.ones(_IN_A_ROW))[: len(values)]
        counts = np.rint(np.convolve(known, np.ones(_IN_A_ROW)))[: len(values)]
        return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)

    def before(self, start: int) -> tuple[Before, ...]:
        """Return the three logged days before a flare that starts on that row; only what is known of both."""
        place = int(np.searchsorted(self._rows, start))
        if place < _IN_A_ROW or start - self._rows[place - _IN_A_ROW] > SILENCE:
            return ()
        oldest = int(np.searchsorted(self._rows, start - YEAR))
        calm = self._calm[oldest : place - 1]
        found = []
        for name, means in self._means.items():
            usual = means[oldest : place - 1][calm]
            usual = usual[~np.isnan(usual)]
            if len(usual) >= FEWEST and not np.isnan(means[place - 1]):
                found.append(Before(name, float(means[place - 1]), float(np.median(usual))))
        return tuple(found)
