"""What was decided about the things that files hold, and what is to be written for it."""

from dataclasses import dataclass, field
from typing import Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.labels import KIND_LABELS
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.source_row import SourceRow
from sciatica_journal.exchange.filling import Fillable, fill
from sciatica_journal.exchange.watch import Watch
from sciatica_journal.services.exchange.candidates import Candidate
from sciatica_journal.services.exchange.labelling import label_of, label_of_filled
from sciatica_journal.services.exchange.plan import Action, Item
from sciatica_journal.storage.imports import KnownRow
from sciatica_journal.storage.store import Store

NEW: Final = "not in the journal yet"
FILLS: Final = "fills what is empty"
THERE: Final = "in the journal already"
NOT_ON_FOOT: Final = "not on foot"
"""Reasons that several kinds of records share."""

Numbered = tuple[int, Candidate]
"""A candidate and its place among all that was found."""


@dataclass(slots=True)
class Writes:
    """What is to be written: new records by identity, and days and runs whose empty fields are filled."""

    new: dict[tuple[str, str], Record] = field(default_factory=dict)
    filled: dict[tuple[str, str], Day | Run] = field(default_factory=dict)

    def put(self, record: Day | Run) -> None:
        """Write a record of which some fields were filled."""
        identity = record.TYPE, record.key
        if identity in self.new:
            self.new[identity] = record
        else:
            self.filled[identity] = record

    def __bool__(self) -> bool:
        return bool(self.new or self.filled)


@dataclass(slots=True)
class Weighed:
    """One weighing: the journal (None: there is none yet), the decisions by the number of what was found, the writes.

    `rows` are the rows that imports brought, this one's included; `unit` is what distances are shown in.
    """

    store: Store | None
    unit: str
    watch: Watch
    rows: dict[str, KnownRow]
    writes: Writes = field(default_factory=Writes)
    items: dict[int, Item] = field(default_factory=dict)

    def note(self, number: int, action: Action, record: Record, why: str, label: str = "") -> None:
        """Note what is done with a record, and why. Raises Cancelled."""
        self.watch.check()
        kind = KIND_LABELS.get(record.kind or "", "") if isinstance(record, Run) else ""
        self.items[number] = Item(
            action, record.TYPE, record.date, record.key, why, label or label_of(record, self.unit), kind
        )

    def leave(self, number: int, action: Action, candidate: Candidate, why: str) -> None:
        """Note what is done with something of which nothing is written."""
        record, _, sport = candidate
        if sport:
            self.watch.check()
            self.items[number] = Item(action, "activity", record.date, record.key, why, sport)
        else:
            self.note(number, action, record, why)

    def add(self, number: int, record: Record, row: SourceRow | None = None) -> None:
        """Add a new record, and the row that it came from."""
        self.writes.new[record.TYPE, record.key] = record
        self.note(number, "new", record, NEW)
        if isinstance(record, SourceRow):
            self._know(record)
        self.keep_row(row)

    def keep_row(self, row: SourceRow | None) -> None:
        """Keep the row that something came from."""
        if row is not None:
            self.writes.new[row.TYPE, row.key] = row
            self._know(row)

    def _know(self, row: SourceRow) -> None:
        self.rows[row.id] = KnownRow(row.source, row.source_id, row.record)

    def fill(
        self, number: int, record: Fillable, given: Fillable, why: str = FILLS, *, each_factor: bool = False
    ) -> Fillable:
        """Fill what is empty in a record of the journal and return it."""
        filled = fill(record, given, each_factor=each_factor)
        if filled != record:
            self.writes.put(filled)
            self.note(number, "merged", given, why, label_of_filled(record, filled, self.unit))
        else:
            self.note(number, "skipped", given, THERE)
        return filled
