"""A timed run: kept as a draft at every change, so that a kill loses nothing, and made a run at the end."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sciatica_journal.domain.dates import journal_day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.running.intervals import Interval, Intervals, Timing
from sciatica_journal.services.entries.days import Saved
from sciatica_journal.services.entries.drafting import TIMED_DRAFT, discard_draft, find_draft, keep_draft
from sciatica_journal.services.journal.session import Session


@dataclass(frozen=True, slots=True)
class TimedRun:
    """A timing and the run that it will be: its id and day, and the step of a ladder, if it is one.

    `window` is the program run that times it, `seen` when it was last kept.
    """

    timing: Timing
    id: str
    day: date
    window: str
    ladder: str | None = None
    step: str | None = None
    seen: datetime | None = None

    def at_last(self) -> "TimedRun":
        """Return it with the clock standing since it was last kept."""
        return replace(self, timing=self.timing.paused(self.seen)) if self.seen is not None else self


def begin_timed(session: Session, intervals: Intervals, ladder: str | None, step: str | None) -> TimedRun:
    """Return a timed run that begins now."""
    now = session.clock()
    day = journal_day(now, session.settings.day_ends, session.settings.zone())
    return TimedRun(Timing(intervals, now, now), session.new_id(), day, session.window, ladder, step)


def keep_timed(session: Session, timed: TimedRun) -> None:
    """Keep a timed run as it is now; one that another window has ended and saved meanwhile needs no keeping."""
    if _saved(session, timed.id) is not None:
        return
    timing = timed.timing
    body: dict[str, Any] = {
        "parts": [list(part) for part in timing.intervals.parts],
        "repeats": timing.intervals.repeats,
        "begun": timing.begun.isoformat(),
        "since": timing.since and timing.since.isoformat(),
        "walked": timing.walked,
        "ran": timing.ran,
        "ahead": timing.ahead,
        "id": timed.id,
        "window": timed.window,
        "ladder": timed.ladder,
        "step": timed.step,
    }
    keep_draft(session, TIMED_DRAFT, timed.day, body)


def find_timed(session: Session) -> TimedRun | None:
    """Return the timed run that was not ended, None where there is none, or none that can be read."""
    draft = find_draft(session, TIMED_DRAFT)
    if draft is None:
        return None
    body = draft.body
    try:
        intervals = Intervals(
            tuple(Interval(str(kind), float(minutes)) for kind, minutes in body["parts"]), body["repeats"]
        )
        since = body["since"] and datetime.fromisoformat(body["since"])
        amounts = [float(body[name]) for name in ("walked", "ran", "ahead")]
        timing = Timing(intervals, datetime.fromisoformat(body["begun"]), since, *amounts)
        named = {name: None if body[name] is None else str(body[name]) for name in ("ladder", "step")}
        return TimedRun(timing, str(body["id"]), draft.day, str(body["window"]), **named, seen=draft.at)
    except (KeyError, TypeError, ValueError, InvalidValue):
        return None


def drop_timed(session: Session, form_draft: str) -> None:
    """Throw a timed run away, with what was typed into its form."""
    discard_draft(session, TIMED_DRAFT)
    discard_draft(session, form_draft)


def save_timed(session: Session, run: Run, form_draft: str) -> Saved:
    """Add the run that was timed, and be done with its drafts.

    Two windows may have taken up the same time: what the form leaves empty stays as the other one saved it.
    """
    from sciatica_journal.exchange.filling import fill
    from sciatica_journal.services.entries.runs import save_run

    other = _saved(session, run.id)
    return save_run(session, fill(run, other) if other is not None else run, run.date, (TIMED_DRAFT, form_draft))


def _saved(session: Session, ident: str) -> Run | None:
    store = session.reader()
    found = store.get(Run.TYPE, ident) if store is not None else None
    return found if isinstance(found, Run) else None


def run_of(session: Session, timed: TimedRun, now: datetime) -> Run:
    """Return the run that was timed until now: kind, time, start, the step."""
    timing = timed.timing
    return Run(
        timed.id,
        timed.day,
        start=timing.begun.astimezone(session.settings.zone()).replace(microsecond=0),
        kind=timing.kind(now),
        duration_min=round(timing.elapsed(now) / 60, 2) or None,
        ladder=timed.ladder,
        step=timed.step,
    )
