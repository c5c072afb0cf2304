"""What was asked about red flags and answered, so that the same is not asked about twice.

Kept as one value of the journal: by trigger and day the answer, and hashes of the evidence; no word of the
person's is repeated there, so that a text which is cleared is gone.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sciatica_journal.domain.signs.trigger import Raised
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.values import load_value, save_value

_NAME: Final = "flag_answers"

OPEN: Final = "open"
YES: Final = "yes"
NO: Final = "no"
SEEN: Final = "seen"
_SETTLED: Final = frozenset({NO, SEEN})

HELD_DAYS: Final = 14
"""Days for which an answer holds for evidence that lasts; it holds on where that is recorded again within them."""
HELD_APPOINTMENT: Final = 90
"""Days for which it holds where the tier is only an appointment (rule 18)."""
_RENEWED_AFTER: Final = 7
"""Days after which an answer for what lasts is kept anew, so that it goes on holding."""
_KEPT_FOR: Final = timedelta(days=120)
_COMMON: Final = frozenset({"cough"})
"""Signs that call for a doctor today only when they are new: in stable sciatica they are common (table 2.1)."""


class FlagAnswers:
    """The answers by "trigger date": {"answer": ..., "evidence": [...]}. `save` writes only what changed.

    An entry about a day that was long ago when it was asked about has the day of asking as "asked".
    """

    def __init__(self, entries: dict[str, dict[str, Any]]) -> None:
        self.entries = entries
        self.changed = False

    def is_settled(self, trigger: str, tier: str, day: date, reasons: Sequence[Raised]) -> bool:
        """Return whether all of this was answered with no, or dealt with, before.

        Words hold for their day. What lasts from day to day holds for HELD_DAYS: in an emergency only once it was
        examined, which "no" is not. An appointment holds for HELD_APPOINTMENT.
        """
        held = [self._holds(trigger, tier, day, reason) for reason in reasons]
        if not held or not all(held):
            return False
        last = max(found for found in held if found)
        if tier != "G" and (day - last).days >= _RENEWED_AFTER and all(reason.lasts for reason in reasons):
            answer = self.answer_of(trigger, last) or NO
            self.note(trigger, day, answer, [reason.evidence for reason in reasons])
        return True

    def _holds(self, trigger: str, tier: str, day: date, reason: Raised) -> date | None:
        """Return the latest day whose answer settles the reason on `day`, or None."""
        evidence = hashes([reason.evidence])[0]
        found = [
            asked
            for asked, entry in self._of(trigger)
            if entry.get("answer") in _SETTLED
            and (evidence in entry.get("evidence", ()) or (trigger in _COMMON and asked != day))
            and abs((day - asked).days) <= _days_held(trigger, tier, reason, entry["answer"])
        ]
        return max(found, default=None)

    def _of(self, trigger: str) -> Iterator[tuple[date, dict[str, Any]]]:
        for key, entry in self.entries.items():
            name, _, day = key.partition(" ")
            if name == trigger:
                try:
                    yield date.fromisoformat(day), entry
                except ValueError:
                    continue

    def answer_of(self, trigger: str, day: date) -> str | None:
        """Return the answer about a trigger on a day, None where nothing was asked."""
        answer = self.entries.get(_key(trigger, day), {}).get("answer")
        return answer if isinstance(answer, str) else None

    def last_asked(self, trigger: str) -> date | None:
        """Return the last day on which a trigger was raised, whatever the answer."""
        return max((day for day, _ in self._of(trigger)), default=None)

    def unsettled(self) -> Iterator[tuple[str, date]]:
        """Yield trigger and day of what something raised and nobody settled: a flag of that trigger is open."""
        for key, entry in self.entries.items():
            trigger, _, day = key.partition(" ")
            if entry.get("answer") in {OPEN, YES} and entry.get("evidence"):
                try:
                    yield trigger, date.fromisoformat(day)
                except ValueError:
                    continue

    def is_old(self, trigger: str, day: date) -> bool:
        """Return whether that day was long ago when it was asked about: then the question is "still so?"."""
        return "asked" in self.entries.get(_key(trigger, day), {})

    def was_asked(self, trigger: str, day: date, reasons: Sequence[Raised]) -> bool:
        """Return whether all of this was asked about that day before, answered or not."""
        known = set(self.entries.get(_key(trigger, day), {}).get("evidence", ()))
        return set(hashes([reason.evidence for reason in reasons])) <= known

    def note(
        self, trigger: str, day: date, answer: str, evidence: Collection[str] = (), asked: date | None = None
    ) -> None:
        """Keep an answer; evidence adds up within a day. `asked` is today, where the day was long ago."""
        before = self.entries.get(_key(trigger, day), {})
        after = {**before, "answer": answer, "evidence": sorted({*before.get("evidence", ()), *hashes(evidence)})}
        if asked is not None:
            after["asked"] = asked.isoformat()
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
            if entry.get("answer") in {OPEN, YES} or "asked" in entry or key.partition(" ")[2] >= oldest
        }
        save_value(store, _NAME, kept)
        self.changed = False


def _days_held(trigger: str, tier: str, reason: Raised, answer: str) -> int:
    if tier == "G" or trigger in _COMMON:
        return HELD_APPOINTMENT
    if tier == "E":
        return HELD_DAYS if reason.lasts and answer == SEEN else 0
    return HELD_DAYS if reason.lasts or answer == SEEN else 0


def load_answers(store: Store) -> FlagAnswers:
    """Return the answers kept in the journal."""
    found = load_value(store, _NAME)
    return FlagAnswers({key: entry for key, entry in found.items() if _reads(entry)} if isinstance(found, dict) else {})


def _reads(entry: Any) -> bool:
    """Return whether an entry is one of ours: it may come with a restored backup, which others can write."""
    if not isinstance(entry, dict) or not isinstance(entry.get("answer"), str):
        return False
    evidence = entry.get("evidence", [])
    return isinstance(evidence, list) and all(isinstance(one, str) for one in evidence)


def hashes(evidence: Collection[str]) -> list[str]:
    """Return short hashes of the evidence."""
    from hashlib import blake2b

    return [blake2b(item.encode("utf-8", "replace"), digest_size=6).hexdigest() for item in evidence]


def _key(trigger: str, day: date) -> str:
    return f"{trigger} {day.isoformat()}"
