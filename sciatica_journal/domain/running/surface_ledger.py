"""The surface ledger: minutes, kilometres and next mornings by surface, counted and not weighed."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from sciatica_journal.domain.run import RESPONSES, Run


class SurfaceRow(NamedTuple):
    """What was done on a surface (None: not said): outings, minutes and km of those that have them, and how the
    mornings after them were. `answered` is the number of outings with an answer."""

    surface: str | None
    outings: int
    minutes: float
    km: float
    settled: int
    lingering: int
    flared: int

    @property
    def answered(self) -> int:
        """How many outings have an answer of the next morning."""
        return self.settled + self.lingering + self.flared


def surface_ledger(runs: Iterable[Run]) -> list[SurfaceRow]:
    """Return a row for each surface that was used, most minutes first; what has no surface stands last."""
    by_surface: dict[str | None, list[Run]] = {}
    for run in runs:
        by_surface.setdefault(run.surface, []).append(run)
    rows = [_row(surface, found) for surface, found in by_surface.items()]
    return sorted(rows, key=lambda row: (row.surface is None, -row.minutes, -row.km, -row.outings, row.surface or ""))


def _row(surface: str | None, runs: list[Run]) -> SurfaceRow:
    answers = Counter(run.response for run in runs)
    settled, lingering, flared = (answers[response] for response in RESPONSES)
    return SurfaceRow(
        surface=surface,
        outings=len(runs),
        minutes=round(sum(run.duration_min or 0.0 for run in runs), 2),
        km=round(sum(run.distance_km or 0.0 for run in runs), 3),
        settled=settled,
        lingering=lingering,
        flared=flared,
    )
