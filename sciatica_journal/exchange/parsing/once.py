"""Texts that a file holds twice."""

from collections.abc import Iterator
from dataclasses import replace

from sciatica_journal.exchange.found import Entry, Found


def once(found: Iterator[Found]) -> Iterator[Found]:
    """Yield what was found, an entry that is there twice only once; another one of the same id gets a number."""
    seen: dict[str, list[int]] = {}
    for one in found:
        if not isinstance(one, Entry):
            yield one
            continue
        same = seen.setdefault(one.source_id, [])
        content = hash((one.text, one.start, one.date))
        if content not in same:
            same.append(content)
            yield one if len(same) == 1 else replace(one, source_id=f"{one.source_id} {len(same)}")
