"""The distance guard: a run much longer than the longest of the last 30 days.

Source: cohort of 5,205 runners, 588,071 sessions (clinical reference 0.8 and 4.3, S14): hazard-rate ratio of an injury
by how far a single run went beyond the longest of the last 30 days. Observational, injuries self-reported and of all
kinds, nothing about sciatica. There is no acute-to-chronic ratio on purpose: it pointed the wrong way (S114-S116).
"""

from collections.abc import Iterable
from datetime import date as Date
from datetime import timedelta
from typing import Final, NamedTuple

from sciatica_journal.domain.run import WITH_RUNNING, Run
from sciatica_journal.domain.units import KM_PER_MILE

WINDOW: Final = timedelta(days=30)
LIMIT: Final = 1.10
"""Times the longest run from which on a run is a jump."""


class Ratio(NamedTuple):
    """A hazard-rate ratio with its 95 % interval."""

    value: float
    low: float
    high: float


_BANDS: Final = ((2.0, Ratio(2.28, 1.50, 3.48)), (1.30, Ratio(1.52, 1.16, 2.00)), (LIMIT, Ratio(1.64, 1.31, 2.05)))
"""Above so many times the longest run, by how much injuries were more frequent; the farthest first."""


class Jump(NamedTuple):
    """A run of `km` against the `longest` (km) of the 30 days before it, which was on `on`.

    After a break there is nothing to compare with: `longest`, `on` and `ratio` are None.
    """

    km: float
    longest: float | None = None
    on: Date | None = None
    ratio: Ratio | None = None

    @property
    def times(self) -> float | None:
        """How many times the longest run it is."""
        return self.km / self.longest if self.longest else None


def jump(km: float, day: Date, runs: Iterable[Run], *, but: str = "") -> Jump | None:
    """Return the jump that a run of `km` on `day` is among the recorded `runs`; None for none.

    Walks count neither way. `but` is the id of the run itself. Runs of the same day count as before it. A first run
    ever is no jump; a run after 30 days without one is told of, without a figure.
    """
    others = [run for run in runs if run.id != but and run.kind in WITH_RUNNING and run.distance_km and run.date <= day]
    recent = [run for run in others if day - run.date <= WINDOW]
    if not recent:
        return Jump(km) if others else None
    longest = max(recent, key=lambda run: (run.distance_km or 0.0, run.date))
    times = _times(km, longest.distance_km or km)
    ratio = next((ratio for above, ratio in _BANDS if times > above), None)
    return Jump(km, longest.distance_km, longest.date, ratio) if ratio else None


def _times(km: float, longest: float) -> float:
    """Return how many times the longest run it is, by the unit in which it is less.

    Kept are whole metres: 3.3 miles would else be a jump from 3, by a metre of rounding.
    """
    miles, most = round(km / KM_PER_MILE, 3), round(longest / KM_PER_MILE, 3)
    return round(min(km / longest, miles / most), 6)
