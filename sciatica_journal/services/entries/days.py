"""A day: see it whole, change any of its fields, say that it was uneventful."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.labels import FIELD_LABELS
from sciatica_journal.domain.merge import merge_fields
from sciatica_journal.domain.text import clean_or_none
from sciatica_journal.services.history.naming_days import check_not_future
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.domain.moment import Moment
    from sciatica_journal.domain.reflection import Reflection
    from sciatica_journal.domain.run import Run
    from sciatica_journal.services.safety.notice import Notice

TEXTS = ("did", "note")
ASKED_FOR = timedelta(days=7)
"""After so many days a missing answer of the morning after a run is not asked for any more."""


class DayView(NamedTuple):
    """A day with all that belongs to it; `before` is the day before, `asked` its runs and then its walks, `waiting` the
    earlier ones of the last week that have no answer yet, the latest first; only today has them."""

    day: Day
    runs: "tuple[Run, ...]" = ()
    reflections: "tuple[Reflection, ...]" = ()
    moments: "tuple[Moment, ...]" = ()
    before: Day | None = None
    asked: "tuple[Run, ...]" = ()
    waiting: "tuple[Run, ...]" = ()
    revision: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is recorded on the day."""
        return self.day.is_empty and not (self.runs or self.reflections or self.moments)


class Saved(NamedTuple):
    """A change that is on disk: when, the day as it is now, clashes with another window, safety notices."""

    at: datetime
    view: DayView
    clashes: tuple[str, ...] = ()
    notices: "tuple[Notice, ...]" = ()


def view_day(session: Session, day: date) -> DayView:
    """Return the day with everything on it; empty where there is no journal yet."""
    store = session.reader()
    if store is None:
        return DayView(Day(day))
    before = day - timedelta(days=1)
    is_today = day == session.today()
    week = store.runs(day - ASKED_FOR if is_today else before, before) if before >= EARLIEST else []
    return DayView(
        day=store.day(day),
        runs=tuple(store.runs(day, day)),
        reflections=tuple(store.reflections(day, day)),
        moments=tuple(store.moments(day, day)),
        before=store.day(before) if before >= EARLIEST else None,
        asked=_asked(week, before),
        waiting=tuple(run for run in reversed(week) if run.date < before and run.response is None),
        revision=store.data_version(),
    )


def _asked(week: "list[Run]", before: date) -> "tuple[Run, ...]":
    if not week:
        return ()
    from sciatica_journal.domain.run import runs_first

    return tuple(runs_first(run for run in week if run.date == before))


def change_day(session: Session, day: date, changes: Mapping[str, Any], seen: Mapping[str, Any] | None = None) -> Saved:
    """Set fields of a day and return it as saved.

    `seen` holds the values that the caller last saw: a field that another window changed since keeps
    the words of both. Raises InvalidValue for a value out of range or a future day.
    """
    from sciatica_journal.storage.history import changing

    check_not_future(session, day)
    store = session.writer()
    cleaned = {name: clean_or_none(value) if name in TEXTS else value for name, value in changes.items()}
    label = ", ".join(FIELD_LABELS.get(name, name) for name in cleaned)
    with changing(store, label, session.now(), session.window) as change:
        current = store.day(day)
        values, clashes = merge_fields(cleaned, seen or {}, {name: getattr(current, name) for name in cleaned})
        change.put(replace(current, **values))
    return saved(session, day, clashes)


def saved(session: Session, day: date, clashes: tuple[str, ...] = ()) -> Saved:
    """Return the saved state of a day after a change, with the safety notices it raised."""
    view = view_day(session, day)
    return Saved(session.now(), view, clashes, _notices(session, view))


def _notices(session: Session, view: DayView) -> "tuple[Notice, ...]":
    """Return what the red-flag check says. A day that says no more than that it was quiet needs none, and the
    check's word lists, which cost more than all else in one command, are then not read."""
    quiet = Day(view.day.date, uneventful=view.day.uneventful)
    if view.day == quiet and not (view.runs or view.reflections or view.moments):
        return ()
    from sciatica_journal.services.safety.flags import evaluate

    return evaluate(session, view.day.date)


def mark_uneventful(session: Session, day: date) -> Saved:
    """Say that there is nothing to report: sets `uneventful` and nothing else."""
    return change_day(session, day, {"uneventful": True})


def clear_day(session: Session, day: date) -> Saved:
    """Remove everything on a day, runs, reflections and moments too, as one change that undo takes back."""
    from sciatica_journal.storage.history import changing

    store = session.writer()
    with changing(store, "cleared day", session.now(), session.window) as change:
        for kind in ("day", "run", "reflection", "moment"):
            for record in reversed(store.between(kind, day, day)):  # undo puts the last removed back first
                change.remove(kind, record.key)
    return saved(session, day)


def other_window_wrote(session: Session, revision: int) -> bool:
    """Return whether another connection changed the file since the view of that revision."""
    store = session.reader()
    return store is not None and store.data_version() != revision
