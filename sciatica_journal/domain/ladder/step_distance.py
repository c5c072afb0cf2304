"""How far a step goes, which is told by time alone, so that the distance guard can say a word about it."""

from collections.abc import Iterable
from datetime import date, timedelta

from sciatica_journal.domain.ladder.ladder import Step
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.running.distance_guard import WINDOW


def step_km(step: Step, day: date, runs: Iterable[Run]) -> float | None:
    """Return about how many km a step with running takes by the middle pace of the last 30 days, None without one.

    Outings of its own kind tell of all of it, plain runs of its running alone: rather too little than a false alarm.
    """
    if not step.has_running:
        return None
    recent = [run for run in runs if timedelta(0) <= day - run.date <= WINDOW and run.distance_km and run.duration_min]
    for kind, minutes in ((step.kind, step.minutes), ("run", step.running_minutes)):
        paces = sorted((run.distance_km or 0.0) / (run.duration_min or 1.0) for run in recent if run.kind == kind)
        if paces:
            return round(paces[len(paces) // 2] * minutes, 3)
    return None
