"""Which typed or imported run an outing of a file belongs to: several sources of one outing are one run."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from sciatica_journal.domain.run import Run

START_WITHIN: Final = timedelta(minutes=15)
ALIKE_WITHIN: Final = 0.10
"""Part of the longer distance (or time, where a distance is not known) by which two records of one outing differ."""

ABOUT_WITHIN: Final = timedelta(hours=3)
"""How far apart two known starts may be where nothing but the time taken is alike: our own choice. Half an hour in the
morning and half an hour in the evening are two outings."""

_NEVER_ONE: Final = frozenset({"walk", "run"})
"""Kinds that are two outings; a mix of both may have been called either."""

_LONGEST_AGO: Final = timedelta(days=1)
"""Wall clocks of one time are never further apart: zones differ by 26 hours, those of one person's day by less."""

Taken = Mapping[str, Mapping[str, str]]
"""By run, the source and the id at that source of what has joined it already."""


class Closeness(NamedTuple):
    """How well an outing fits a run, the smaller the better: by identity 0, start 1, distance 2, time 3; then by how
    far they are apart in that."""

    by: int
    apart: float


def join(outings: Sequence[Run], runs: Iterable[Run], taken: Taken) -> dict[str, str]:
    """Return which run each outing of one source belongs to, by their ids. The best matches are made first; each run
    is taken once by a source, and an outing that fits none is left out."""
    by_day: defaultdict[date, list[Run]] = defaultdict(list)
    for run in runs:
        by_day[run.date].append(run)
    pairs = [
        (how, str(outing.start or ""), outing.id, run.id)
        for outing in outings
        for run in _around(by_day, outing.date)
        if _is_free(run, outing, taken.get(run.id, {})) and (how := closeness(outing, run)) is not None
    ]
    joined: dict[str, str] = {}
    used: set[str] = set()
    for _, _, outing_id, run_id in sorted(pairs):
        if outing_id not in joined and run_id not in used:
            joined[outing_id] = run_id
            used.add(run_id)
    return joined


def twins(outings: Iterable[Run]) -> dict[str, str]:
    """Return which outings of one source are another one of it, recorded by two apps or watches at the same time."""
    found: dict[str, str] = {}
    firsts: list[Run] = []
    timed = (outing for outing in outings if outing.start is not None)
    for outing in sorted(timed, key=lambda one: (_wall(one.start), one.id)):
        firsts = [one for one in firsts if _wall(outing.start) - _wall(one.start) <= _LONGEST_AGO]
        first = next((one for one in firsts if at_the_same_time(one, outing)), None)
        if first is None:
            firsts.append(outing)
        else:
            found[outing.id] = first.id
    return found


def at_the_same_time(first: Run, second: Run) -> bool:
    """Return whether two outings began within 15 minutes and cover each other by half of the shorter one: nobody is
    on two at once."""
    if {first.kind, second.kind} == _NEVER_ONE or not (first.duration_min and second.duration_min):
        return False
    apart = _apart(first.start, second.start)
    if apart is None or apart > START_WITHIN or _has_zone(first) != _has_zone(second):
        return False
    earlier, later = (first, second) if _before(first, second) else (second, first)
    shared = min((earlier.duration_min or 0) - apart.total_seconds() / 60, later.duration_min or 0)
    return shared * 2 >= min(first.duration_min, second.duration_min)


def _before(first: Run, second: Run) -> bool:
    return first.start is not None and second.start is not None and first.start <= second.start


def _has_zone(run: Run) -> bool:
    return run.start is not None and run.start.tzinfo is not None


def _wall(start: datetime | None) -> datetime:
    return start.replace(tzinfo=None) if start is not None else datetime.min


def _around(by_day: Mapping[date, list[Run]], day: date) -> list[Run]:
    """Return the runs of the day and its neighbours: where a day ends is a setting that may have been another."""
    found: list[Run] = []
    for days in (-1, 0, 1):
        found += by_day.get(date.fromordinal(max(1, day.toordinal() + days)), ())
    return found


def _is_free(run: Run, outing: Run, sources: Mapping[str, str]) -> bool:
    """Return whether no other outing of the same source has joined the run, but one of the same time."""
    source = outing.source or ""
    known = sources.get(source) or (run.source_id if run.source == source else None)
    return known is None or known == outing.source_id or at_the_same_time(run, outing)


def closeness(outing: Run, run: Run) -> Closeness | None:
    """Return how well an outing fits a run, None where it does not.

    It fits by its identity at the source, by a start within 15 minutes, or on the same day by a distance within 10 %.
    Where either distance is not known, the time taken counts in its place, of outings at about the same time.
    """
    if run.id == outing.id or (run.source == outing.source and run.source_id == outing.source_id):
        return Closeness(0, 0)
    if run.kind != outing.kind and {run.kind, outing.kind} == _NEVER_ONE:
        return None
    apart = _apart(outing.start, run.start)
    if apart is not None and apart <= START_WITHIN:
        return Closeness(1, apart.total_seconds())
    if run.date != outing.date or (apart is not None and _is_certain(outing, run)):
        return None
    by_distance = run.distance_km is not None and outing.distance_km is not None
    if not by_distance and apart is not None and apart > ABOUT_WITHIN:
        return None
    unlike = (
        _unlike(outing.distance_km, run.distance_km) if by_distance else _unlike(outing.duration_min, run.duration_min)
    )
    return Closeness(2 if by_distance else 3, unlike) if unlike is not None and unlike <= ALIKE_WITHIN else None


def _is_certain(outing: Run, run: Run) -> bool:
    """Return whether two starts that are far apart make two outings: both are of programs, and of one sort. What a
    person typed may be about; wall time abroad beside time by the home zone is hours off."""
    return run.source is not None and _has_zone(outing) == _has_zone(run)


def _apart(first: datetime | None, second: datetime | None) -> timedelta | None:
    """Return the time between two starts; one without a zone is compared by the wall clock."""
    if first is None or second is None:
        return None
    if first.tzinfo is None or second.tzinfo is None:
        return abs(first.replace(tzinfo=None) - second.replace(tzinfo=None))
    return timedelta(seconds=abs(first.timestamp() - second.timestamp()))


def _unlike(first: float | None, second: float | None) -> float | None:
    """Return by which part of the larger two amounts differ."""
    larger = max(first or 0, second or 0)
    return None if first is None or second is None or not larger else round(abs(first - second) / larger, 9)
