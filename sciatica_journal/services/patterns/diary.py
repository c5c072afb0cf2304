"""The diary that Patterns are asked of: all days and runs, read on the storage thread."""

from dataclasses import dataclass, field
from datetime import date

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.reminding import flags_open
from sciatica_journal.storage.store import Store

Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Diary:
    """What was recorded up to `today`. `flag_open` is whether an urgent red flag is; `changes` are what began or was
    done on a day (`examination`, `treatment:NAME`), the oldest first. With the same `stamp` two diaries are the same.
    """

    today: date
    days: tuple[Day, ...] = ()
    runs: tuple[Run, ...] = ()
    flag_open: bool = False
    changes: tuple[tuple[date, str], ...] = ()
    stamp: Stamp = field(default=(), compare=False)


def read_diary(session: Session, before: Diary | None = None) -> Diary:
    """Return the diary; `before` itself where nothing was written since it was read."""
    today, store = session.today(), session.reader()
    if store is None:
        return Diary(today)
    stamp = (id(store), store.data_version(), store.rows_changed(), today.toordinal())
    if before is not None and before.stamp == stamp:
        return before
    days = tuple(one for one in store.between("day", EARLIEST, today) if isinstance(one, Day))
    runs = tuple(one for one in store.between("run", EARLIEST, today) if isinstance(one, Run))
    return Diary(today, days, runs, flags_open(session).is_urgent, _changes(store, today), stamp)


def _changes(store: Store, today: date) -> tuple[tuple[date, str], ...]:
    found = []
    for kind in ("examination", "treatment"):
        for record in store.between(kind, EARLIEST, today):
            name = "" if kind == "examination" else f":{getattr(record, 'what', None) or ''}"
            if record.date is not None and name != ":":
                found.append((record.date, f"{kind}{name}"))
    return tuple(sorted(found))
