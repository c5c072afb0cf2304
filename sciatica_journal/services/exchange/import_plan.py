"""What an import would do, record by record: the dry run before it and the report after it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeGuard

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.plain import Record
from sciatica_journal.storage.store import Store

if TYPE_CHECKING:
    from sciatica_journal.domain.safety.flag_record import Flag
    from sciatica_journal.services.safety.notice import Notice

Action = Literal["new", "merged", "skipped"]


@dataclass(frozen=True, slots=True)
class Item:
    """What an import does with one record: add it (new), fill a day's empty fields (merged), or nothing."""

    action: Action
    type: str
    date: date | None
    key: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A dry run: the files, the records they hold, and what importing them would do."""

    files: tuple[str, ...]
    records: tuple[Record, ...]
    items: tuple[Item, ...]

    @property
    def totals(self) -> dict[Action, int]:
        """How many records are new, merged and skipped."""
        return totals(self.items)


@dataclass(frozen=True, slots=True)
class Report:
    """An import that was done. `backup` is None and nothing was changed where all was skipped.

    `notices` are what the red-flag check says about the imported days.
    """

    items: tuple[Item, ...]
    backup: Path | None = None
    notices: tuple["Notice", ...] = ()

    @property
    def totals(self) -> dict[Action, int]:
        """How many records were new, merged and skipped."""
        return totals(self.items)


def totals(items: Iterable[Item]) -> dict[Action, int]:
    """Count items by action; all three are named."""
    counted = Counter(item.action for item in items)
    return {"new": counted["new"], "merged": counted["merged"], "skipped": counted["skipped"]}


@dataclass(slots=True)
class Writes:
    """What is to be written: new records by identity, and days whose empty fields are filled."""

    new: dict[tuple[str, str], Record] = field(default_factory=dict)
    filled: dict[tuple[str, str], Day] = field(default_factory=dict)


def weigh(store: Store | None, records: Sequence[Record]) -> tuple[tuple[Item, ...], Writes]:
    """Return what is to be done with each record, and what is to be written for it.

    What is there already wins: the journal before the files, an earlier file before a later one. So no import closes
    a red flag of this journal, and a sign is open once at most.
    """
    from sciatica_journal.exchange.filling import fill
    from sciatica_journal.storage.bulk import existing

    known = existing(store, records) if store is not None else {}
    open_already = _open_triggers(store)
    writes = Writes()
    items: list[Item] = []
    for record in records:
        identity = record.TYPE, record.key
        action: Action = "skipped"
        if _is_open_flag(record) and record.trigger in open_already:
            known.setdefault(identity, None)
        if identity not in known:
            action = "new"
            if _is_open_flag(record):
                open_already.add(record.trigger)
            known[identity] = writes.new[identity] = record
        elif isinstance(record, Day) and isinstance(day := known[identity], Day):
            filled = fill(day, record)
            if filled != day:
                action = "merged"
                known[identity] = filled
                (writes.new if identity in writes.new else writes.filled)[identity] = filled
        items.append(Item(action, record.TYPE, record.date, record.key))
    return tuple(items), writes


def _open_triggers(store: Store | None) -> set[str]:
    from sciatica_journal.storage.flags import open_triggers

    return set(open_triggers(store)) if store is not None else set()


def _is_open_flag(record: Record) -> "TypeGuard[Flag]":
    from sciatica_journal.domain.safety.flag_record import Flag

    return isinstance(record, Flag) and record.is_open
