"""What is to be done with each thing that files hold: identity first, then what it belongs to, then what is empty.

What is there already wins: the journal before the files, records of our own before other programs' outings, an
earlier file before a later one. So no import closes a red flag of this journal, and a sign is open once at most.
"""

from collections.abc import Iterator, Sequence
from typing import Final, TypeGuard

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.safety.flag_record import Flag
from sciatica_journal.exchange.found import Refused
from sciatica_journal.exchange.watch import Watch
from sciatica_journal.services.exchange.candidates import Reading
from sciatica_journal.services.exchange.plan import Item
from sciatica_journal.services.exchange.weighed import THERE, Numbered, Weighed, Writes
from sciatica_journal.services.exchange.weighing_days import weigh_days, weigh_texts
from sciatica_journal.services.exchange.weighing_runs import weigh_outings
from sciatica_journal.storage.bulk import existing
from sciatica_journal.storage.flags import open_triggers
from sciatica_journal.storage.imports import KnownRow, keys_of, known_rows
from sciatica_journal.storage.store import Store

TWICE: Final = "twice in these files"
BEFORE: Final = "imported before"
REMOVED: Final = "imported before, and removed since"
OPEN_FLAG: Final = "a red flag of that kind is open"


def weigh(
    store: Store | None, reading: Reading, unit: str, *, keep_others: bool, watch: Watch
) -> tuple[tuple[Item, ...], Writes]:
    """Return what is to be done with each thing, in the order of the files, and what is to be written for it.

    With `keep_others` the minutes of sports that are not on foot become factors of their days. Raises Cancelled.
    """
    own: list[Numbered] = []
    others: list[Numbered] = []
    weighed = Weighed(store, unit, watch, {})
    for number, one in enumerate(reading.found):
        if isinstance(one, Refused):
            weighed.items[number] = Item("refused", "row", None, one.place, one.why, one.place)
        else:
            (own if one.row is None else others).append((number, one))
    if others and store is not None:
        weighed.rows.update(known_rows(store))
    _weigh_own(weighed, own)
    unknown = list(_unknown(weighed, others))
    weigh_outings(weighed, unknown)
    weigh_texts(weighed, unknown)
    weigh_days(weighed, unknown, keep_others)
    return tuple(weighed.items[number] for number in range(len(reading.found))), weighed.writes


def _weigh_own(weighed: Weighed, own: Sequence[Numbered]) -> None:
    store = weighed.store
    records = [candidate.record for _, candidate in own]
    known = existing(store, records) if store is not None else {}
    open_already = set(open_triggers(store)) if store is not None and records else set()
    for number, (record, *_) in own:
        identity = record.TYPE, record.key
        day = known.get(identity)
        if identity not in known and _is_open_flag(record) and record.trigger in open_already:
            known[identity] = None
            weighed.note(number, "skipped", record, OPEN_FLAG)
        elif identity not in known:
            if _is_open_flag(record):
                open_already.add(record.trigger)
            known[identity] = record
            weighed.add(number, record)
        elif isinstance(record, Day) and isinstance(day, Day):
            known[identity] = weighed.fill(number, day, record)
        else:
            weighed.note(number, "skipped", record, THERE)


def _is_open_flag(record: Record) -> TypeGuard[Flag]:
    return isinstance(record, Flag) and record.is_open


def _unknown(weighed: Weighed, others: Sequence[Numbered]) -> Iterator[Numbered]:
    """Yield what no import has brought before."""
    keys: dict[str, set[str]] = {}
    seen: set[str] = set()
    for number, candidate in others:
        name = candidate.row.id if candidate.row is not None else ""
        if (known := weighed.rows.get(name)) is not None:
            weighed.leave(number, "skipped", candidate, BEFORE if _is_there(weighed, known, keys) else REMOVED)
        elif name in seen:
            weighed.leave(number, "skipped", candidate, TWICE)
        else:
            seen.add(name)
            yield number, candidate


def _is_there(weighed: Weighed, known: KnownRow, keys: dict[str, set[str]]) -> bool:
    """Return whether what came of a row is in the journal still."""
    kind, _, key = (known.record or "").partition(":")
    if kind not in ("run", "moment") or (kind, key) in weighed.writes.new or weighed.store is None:
        return True
    if kind not in keys:
        keys[kind] = keys_of(weighed.store, kind)
    return key in keys[kind]
