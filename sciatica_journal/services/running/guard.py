"""The distance guard in words: a run much longer than those of the last 30 days. It tells and never blocks."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sciatica_journal.domain.run import WITH_RUNNING
from sciatica_journal.domain.running.distance_guard import WINDOW, Jump, jump
from sciatica_journal.domain.units import shown_distance
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.domain.ladder.ladder import Step
    from sciatica_journal.domain.run import Run


def runs_before(session: Session, day: date, but: str = "") -> "tuple[Run, ...]":
    """Return the runs that a run on `day` is compared with: of the last 30 days, else the last ones before them.

    `but` is the id of that run where it is recorded already.
    """
    from sciatica_journal.storage.runs import last_measured

    store = session.reader()
    if store is None:
        return ()
    first = day - WINDOW
    recent = [run for run in store.runs(first, day) if run.id != but]
    return tuple(
        recent if any(run.kind in WITH_RUNNING and run.distance_km for run in recent) else last_measured(store, first)
    )


def jump_line(km: float, day: date, runs: "Iterable[Run]", unit: str, *, but: str = "") -> str:
    """Return the line about a run of `km` on `day` among `runs`, empty where it is no jump; `but` is its own id."""
    found = jump(km, day, runs, but=but)
    return "" if found is None else _in_words(found, unit)


def step_line(session: Session, step: "Step", day: date) -> str:
    """Return the line about a step of a ladder done on `day`, at the pace of recent runs; empty where it is no jump."""
    from sciatica_journal.domain.ladder.step_distance import step_km
    from sciatica_journal.services.running.words import running_words

    runs = runs_before(session, day)
    km = step_km(step, day, runs)
    line = jump_line(km, day, runs, session.settings.units) if km else ""
    return running_words("guard")["step"].format(jump=line) if line else ""


def _in_words(found: Jump, unit: str) -> str:
    from sciatica_journal.services.running.words import running_words

    words, km = running_words("guard"), shown_distance(found.km, unit)
    if found.ratio is None or found.longest is None or found.on is None:
        return words["back"].format(km=km)
    return words["jump"].format(
        km=km,
        times=f"{found.km / found.longest:.2g}" if found.km / found.longest < 10 else "more than 10",
        longest=shown_distance(found.longest, unit),
        day=f"{found.on.day} {found.on:%b}",
        ratio=f"{found.ratio.value:.2f}",
        low=f"{found.ratio.low:.2f}",
        high=f"{found.ratio.high:.2f}",
    )


def jumps_of(session: Session, runs: "Sequence[Run]") -> tuple[str, ...]:
    """Return a line for each of the runs that is a jump, among what is recorded and each other."""
    measured = [run for run in runs if run.kind in WITH_RUNNING and run.distance_km]
    if not measured:
        return ()
    lines = []
    for number, run in enumerate(measured):
        others = [one for one in runs_before(session, run.date) if all(one.id != each.id for each in runs)]
        lines.append(jump_line(run.distance_km or 0.0, run.date, (*others, *measured[:number]), session.settings.units))
    return tuple(filter(None, lines))
