"""What was asked about red flags and answered, so that the same words are not asked about twice.

Kept as one value of the journal: by trigger and day the answer, and hashes of the evidence; no word of the
person's is repeated there, so that a text which is cleared is gone.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, Final

from sciatica_journal.storage.store import Store
from sciatica_journal.storage.values import load_value, save_value

_NAME: Final = "flag_answers"
_KEPT_FOR: Final = timedelta(days=30)

OPEN: Final = "open"
YES: Final = "yes"
NO: Final = "no"
SEEN: Final = "seen"


class FlagAnswers:
    """The answers by "trigger date": {"answer": ..., "evidence": [...]}. `save` writes only what changed."""

    def __init__(self, entries: dict[str, dict[str, Any]]) -> None:
        self.entries = entries
        self.changed = False

    def is_settled(self, trigger: str, day: date, evidence: Collection[str]) -> bool:
        """Return whether all this evidence of that day was answered with no, or dealt with, before."""
        entry = self.entries.get(_key(trigger, day), {})
        return entry.get("answer") in {NO, SEEN} and set(hashes(evidence)) <= set(entry.get("evidence", ()))

    def answer_of(self, trigger: str, day: date) -> str | None:
        """Return the answer about a trigger on a day, None where nothing was asked."""
        answer = self.entries.get(_key(trigger, day), {}).get("answer")
        return answer if isinstance(answer, str) else None

    def note(self, trigger: str, day: date, answer: str, evidence: Collection[str] = ()) -> None:
        """Keep an answer; evidence adds up within a day."""
        before = self.entries.get(_key(trigger, day), {})
        after = {"answer": answer, "evidence": sorted({*before.get("evidence", ()), *hashes(evidence)})}
        if after != before:
            self.entries[_key(trigger, day)] = after
            self.changed = True

    def settle(self, triggers: Collection[str], answer: str) -> None:
        """Keep one answer for every day on which these triggers were asked about and still open."""
        for key, entry in self.entries.items():
            if key.partition(" ")[0] in triggers and entry.get("answer") in {OPEN, YES}:
                self.entries[key] = {**entry, "answer": answer}
                self.changed = True

    def save(self, store: Store, today: date) -> None:
        """Write the answers if they changed, without settled ones of long ago."""
        if not self.changed:
            return
        oldest = (today - _KEPT_FOR).isoformat()
        kept = {
            key: entry
            for key, entry in self.entries.items()
            if entry.get("answer") in {OPEN, YES} or key.partition(" ")[2] >= oldest
        }
        save_value(store, _NAME, kept)
        self.changed = False


def load_answers(store: Store) -> FlagAnswers:
    """Return the answers kept in the journal."""
    found = load_value(store, _NAME)
    if not isinstance(found, dict):
        return FlagAnswers({})
    return FlagAnswers({key: entry for key, entry in found.items() if isinstance(entry, dict)})


def hashes(evidence: Collection[str]) -> list[str]:
    """Return short hashes of the evidence."""
    from hashlib import blake2b

    return [blake2b(item.encode("utf-8", "replace"), digest_size=6).hexdigest() for item in evidence]


def _key(trigger: str, day: date) -> str:
    return f"{trigger} {day.isoformat()}"
