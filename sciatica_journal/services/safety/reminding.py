"""Open red flags, looked up without reading the safety content: the reminder, and what they turn off."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.flags import open_triggers
from sciatica_journal.storage.store import Store

if TYPE_CHECKING:
    from sciatica_journal.storage.flags import OpenFlag

_STOP_RUNNING: Final = frozenset({"bone_stress"})
"""Triggers that only need an appointment, and yet stop running (clinical reference 2.1)."""


class FlagState(NamedTuple):
    """Whether red flags of each tier are open: emergency now, doctor the same day, appointment.

    `no_running` is whether any of them stops running until it was seen.
    """

    emergency: bool = False
    same_day: bool = False
    appointment: bool = False
    no_running: bool = False

    @property
    def is_urgent(self) -> bool:
        """Whether suggestions to run, pacing and pages that explain symptoms by stress are off (rule 3)."""
        return self.emergency or self.same_day


def flags_open(session: Session) -> FlagState:
    """Return which tiers of red flags are open. One small query; reads only."""
    store = session.reader()
    found = open_triggers(store) if store is not None else {}
    tiers = frozenset(found.values())
    return FlagState(
        "E" in tiers, "S" in tiers, "G" in tiers, not tiers <= {"G"} or not _STOP_RUNNING.isdisjoint(found)
    )


def open_flag_reminder(session: Session) -> str | None:
    """Return the one line that every command repeats while an urgent red flag is open, None where none is."""
    store = session.reader()
    if store is None or not any(tier != "G" for tier in open_triggers(store).values()):
        return None
    return reminder(session)


def reminder(session: Session) -> str | None:
    """Return the line about the urgent flags that are open, None where none is. Reads the safety content."""
    from sciatica_journal.guide.safety import load_safety
    from sciatica_journal.services.safety.notice import message_for
    from sciatica_journal.storage.flags import open_flags

    store = session.reader()
    flags = [flag for flag in open_flags(store) if flag.tier != "G"] if store is not None else []
    if store is None or not flags:
        return None
    crisis = {trigger.id for trigger in load_safety().triggers if trigger.kind == "crisis"}
    bodily = [flag for flag in flags if flag.trigger not in crisis]
    if not bodily:
        return message_for(session, "reminder_crisis")
    highest = min(flag.tier for flag in bodily)  # E comes before S in the alphabet too
    return _reminder_of(session, store, [flag for flag in bodily if flag.tier == highest])


def _reminder_of(session: Session, store: Store, flags: "Sequence[OpenFlag]") -> str:
    from sciatica_journal.guide.safety import load_safety
    from sciatica_journal.services.safety.flag_answers import YES, load_answers
    from sciatica_journal.services.safety.notice import message_for

    safety, answers, tier = load_safety(), load_answers(store), flags[0].tier
    known = [safety.trigger(flag.trigger) for flag in flags]
    items = ", ".join(dict.fromkeys(what.items if what else "a red flag" for what in known))
    certain = any(answers.answer_of(flag.trigger, flag.date) == YES for flag in flags)
    return message_for(session, "reminder" if certain else "reminder_question", tier, items)
