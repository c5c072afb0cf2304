"""Records as the files of an export, for the tests."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from sciatica_journal.domain.plain import Record
from sciatica_journal.exchange.journal.csv_cells import DAILY
from sciatica_journal.exchange.journal.csv_files import FILES, csv_lines
from sciatica_journal.exchange.journal.jsonl import in_order
from sciatica_journal.exchange.journal.markdown import Wording, months

_PLAIN_WORDS = Wording()


def csv_files(records: Iterable[Record]) -> dict[str, list[str]]:
    """Return the CSV files by name, each as its lines."""
    by_kind: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_kind[record.TYPE].append(record)
    kinds = [kind for kind in FILES if kind in DAILY or kind in by_kind]
    return {FILES[kind]: list(csv_lines(kind, [by_kind[kind]])) for kind in kinds}


def month_files(records: Iterable[Record], wording: Wording = _PLAIN_WORDS) -> dict[str, list[str]]:
    """Return the Markdown files by name, each as its lines."""
    by_day = groupby(in_order(records), key=lambda record: record.date)
    return {name: list(lines) for name, lines in months((list(group) for _, group in by_day), wording)}
