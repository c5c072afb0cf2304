"""An import: what a plan says, as one durable, undoable change, after a backup."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.plain import Record
from sciatica_journal.exchange.watch import Watch
from sciatica_journal.services.exchange.answers import possible, save_answers
from sciatica_journal.services.exchange.plan import Item, Plan, Report
from sciatica_journal.services.exchange.weighing import weigh
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.bulk import add_new
from sciatica_journal.storage.history import changing, is_kept
from sciatica_journal.storage.imports import import_label
from sciatica_journal.storage.store import Store

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice


def run_import(
    session: Session, plan: Plan, watch: Watch | None = None, saved: Callable[[], None] = lambda: None
) -> Report:
    """Do what a plan says and remember the answers given for it. `saved` is called once the import is in the journal:
    stopping it is too late from then on.

    What the journal has meanwhile is looked at again: the person's own always wins. Where nothing is to be written no
    backup is made and no change recorded. Raises InvalidValue while a question is open, Cancelled when the watch was
    stopped; nothing was changed then.
    """
    if plan.questions:
        first = plan.questions[0]
        raise InvalidValue(first.text, f"Answer it: --answer {first.key}=VALUE, {possible(first)}.")
    watch = watch or Watch()
    weighed = partial(
        weigh, reading=plan.reading, unit=session.settings.units, keep_others=plan.keep_others, watch=watch
    )
    if not plan.changes_something:
        items, writes = weighed(session.reader())
        if not writes:
            return Report(items)
    store = session.writer()
    backup = _backup_before(session, store)
    change = None
    try:
        with changing(store, import_label(_named(plan.files)), session.now(), session.window) as change:
            items, writes = weighed(store)
            new = [*writes.new.values()]
            add_new(change, new, watch.check)
            for record in writes.filled.values():
                watch.check()
                change.put(record)
    except BaseException:
        if is_kept(store, change):
            saved()
        raise
    saved()
    if plan.reading.answers:
        save_answers(session, plan.reading.answers)
    return Report(items, backup, _notices(session, items, new))


def notices_of_plan(session: Session, plan: Plan) -> tuple["Notice", ...]:
    """Return what importing by a plan would ask about the last 14 days, and of signs, background and red flags that
    the files themselves carry. Nothing is stored."""
    from sciatica_journal.services.safety.flags import RECENT
    from sciatica_journal.services.safety.import_ahead import ASKING, notices_ahead

    since = session.today() - RECENT
    comes = [item for item in plan.items if item.action in ("new", "merged")]
    if not any(item.type in ASKING or (item.date and item.date >= since) for item in comes):
        return ()
    unit = session.settings.units
    _, writes = weigh(session.reader(), plan.reading, unit, keep_others=plan.keep_others, watch=Watch())
    return notices_ahead(session, [*writes.new.values(), *writes.filled.values()])


def _named(files: Sequence[str]) -> str:
    more = f" and {len(files) - 3} more" if len(files) > 3 else ""
    return ", ".join(files[:3]) + more


def _backup_before(session: Session, store: Store) -> Path:
    from sciatica_journal.storage.backup import free_name, write_backup

    target = free_name(session.paths.backups, "import-before", session.now())
    write_backup(store, target)
    return target


def _notices(session: Session, items: Iterable[Item], new: Sequence[Record]) -> tuple["Notice", ...]:
    from sciatica_journal.services.safety.imported_flags import notices_of_import

    days = [item.date for item in items if item.action in ("new", "merged") and item.date]
    return notices_of_import(session, days, new)
