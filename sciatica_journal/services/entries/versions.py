"""The earlier versions of a day's texts, as the log of changes keeps them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.tables import readable
from sciatica_journal.storage.version_rows import Version, versions_of_day

_LABELS: Final = {
    ("day", "note"): "note",
    ("day", "did"): "what the day held",
    ("run", "title"): "title of a run",
    ("run", "note"): "note of a run",
    ("reflection", "text"): "reflection",
    ("moment", "text"): "moment",
}
"""The texts by record type and field, with what they are called."""


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A text as it was before the change at `at`; where `undone`, as that change left it before it was undone.

    `kind`, `key` and `field` name it as the interchange format does, `label` in words; `at` is in the home zone.
    """

    at: datetime
    kind: str
    key: str
    field: str
    label: str
    text: str
    undone: bool


def earlier_texts(session: Session, day: date) -> list[EarlierText]:
    """Return the earlier versions of the day's texts, newest first. What was let go is not among them.

    Raises JournalUnusable where a version was altered from outside.
    """
    store = session.reader()
    if store is None:
        return []
    found: list[EarlierText] = []
    for at, in_force, version in versions_of_day(store, day):
        with readable("The time of a change"):
            when = datetime.fromisoformat(at).astimezone(session.settings.zone())
        found += _texts(version, day, when, undone=not in_force)
    return found


def _texts(version: Version, day: date, at: datetime, *, undone: bool) -> Iterator[EarlierText]:
    """Yield the texts that the change replaced or, if it was undone, those that it had brought."""
    gone, other = (version.after, version.before) if undone else (version.before, version.after)
    if gone is None or gone.get("date") != day.isoformat():
        return
    for (kind, field), label in _LABELS.items():
        text = gone.get(field) if kind == version.kind else None
        if text and text != (other or {}).get(field):
            yield EarlierText(
                at=at,
                kind=kind,
                key=version.key,
                field=field,
                label=label,
                text=text,
                undone=undone,
            )
