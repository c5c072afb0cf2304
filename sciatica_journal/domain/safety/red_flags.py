"""Red flags: signs that need checking, found in what was recorded. Rules: clinical reference, section 2."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.safety.field_signs import field_signs
from sciatica_journal.domain.safety.phrases import words_in
from sciatica_journal.domain.signs.in_texts import may_need_more, text_signs
from sciatica_journal.domain.signs.known import SignState, covers, quiet_signs
from sciatica_journal.domain.signs.records import DayRecords, Earlier, LoggedDay, Rules, Source, State
from sciatica_journal.domain.signs.trigger import TIERS, Raised, Tier, Trigger

__all__ = [
    "SIGNS", "TIERS", "DayRecords", "Earlier", "Known", "LoggedDay", "Raised", "Rules", "SignState", "Source", "State",
    "Tier", "Trigger", "find_signs",
]  # fmt: skip

SIGNS: Final = ("numb", "tingling", "weak", "saddle", "bladder", "both_legs")
"""The signs that the first launch asks about."""


class Known(NamedTuple):
    """What the person said about a sign: long there, and examined since it began."""

    since_long: bool
    examined: bool

    @property
    def quiet(self) -> bool:
        """Whether the sign, as usual, needs no question (rule 13)."""
        return self.since_long and self.examined


def find_signs(records: DayRecords, rules: Rules, state: State | None = None) -> tuple[Raised, ...]:
    """Return what a day's records raise, in the order of the triggers, each piece of evidence once.

    Signs in `state.known` that were examined and did not change stay quiet as values; words about them do only with
    "as usual" or its like beside them. Triggers that the content does not have are left out.
    """
    order = {trigger.id: place for place, trigger in enumerate(rules.triggers)}
    once: dict[tuple[str, str], Raised] = {}
    for raised in _found(records, rules, state or State()):
        if raised.trigger in order and not _said_already(
            raised, records.day, state is not None and bool(state.earlier)
        ):
            before = once.setdefault((raised.trigger, raised.evidence), raised)
            if raised.certain and not before.certain:
                once[raised.trigger, raised.evidence] = raised
    return tuple(sorted(once.values(), key=lambda raised: (order[raised.trigger], not raised.certain, raised.evidence)))


def _found(records: DayRecords, rules: Rules, state: State) -> Iterator[Raised]:
    for sign in field_signs(records.day, records.moments):
        if not covers(state.known, sign.signs):
            yield Raised(sign.trigger, sign.certain, sign.because, sign.because, lasts=True)
    if records.checks:
        from sciatica_journal.domain.signs.in_checks import check_signs

        yield from check_signs(records.checks, state)
    if records.day is not None and (records.day.spots or state.earlier is not None):
        from sciatica_journal.domain.signs.in_values import value_signs

        yield from value_signs(records.day, records, state)
    if state.earlier is not None and may_need_more(records):
        from sciatica_journal.domain.signs.second_side import said_second_side

        yield from said_second_side(records, rules, state)
    if any(known.area for known in state.known):
        from sciatica_journal.domain.signs.areas import elsewhere

        yield from elsewhere(records, rules, state.known)
    if state.background is not None:
        from sciatica_journal.domain.signs.background import fever_signs

        yield from fever_signs(records, rules, state.background)
    yield from text_signs(records, rules, quiet_signs(state.known))


_SENSATION_OF: Final = {"numb": "numb", "ting": "tingling", "pin": "tingling", "weak": "weak"}


_PLAIN: Final = words_in(
    "weak weakness powerless left right my is was feel felt leg foot calf ankle knee toe big one bad that this whole "
    "lower thigh hamstring quad glute hip side still a bit so very just really quite the in"
)
"""Words that say no more of a weakness than its field does."""


def _said_already(raised: Raised, day: Day | None, compared: bool) -> bool:
    """Return whether words say no more than the day's own field: a sensation without a place that has one there, or
    a plain weakness, where the field is `compared` with earlier days."""
    if day is None or raised.lasts:
        return False
    if raised.trigger == "weakness":
        return compared and day.weak in {"left", "right", "both"} and _PLAIN.issuperset(raised.evidence.split())
    if raised.trigger != "sensation":
        return False
    names = [name for start, name in _SENSATION_OF.items() if raised.evidence.startswith(start)]
    return bool(names) and all(getattr(day, name) in {"left", "right", "both"} for name in names)
