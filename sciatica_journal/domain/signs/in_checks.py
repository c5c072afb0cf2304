"""What the answers of a safety check raise (rules 5, 11, 12, 13 and 15)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.signs.known import quiet_signs
from sciatica_journal.domain.signs.records import State
from sciatica_journal.domain.signs.trigger import Raised

if TYPE_CHECKING:
    from sciatica_journal.domain.care.check import Check

EMERGENCY_ITEMS: Final = {
    "saddle": "saddle", "bladder": "bladder", "bowel": "bowel", "sexual": "genital", "both_legs": "both_legs",
}  # fmt: skip
"""The trigger of each item that is an emergency."""

_SAME_DAY: Final = {
    "weak": "weakness", "numb": "spreading_numbness", "tingling": "spreading_numbness", "fever": "infection",
    "weight": "cancer_signs",
}  # fmt: skip
ITEM_NAMES: Final = {
    "saddle": "between the legs", "bladder": "bladder", "bowel": "bowel", "sexual": "sexual feeling",
    "both_legs": "both legs", "weak": "weak", "numb": "numb", "tingling": "tingling", "fever": "fever",
    "weight": "weight loss",
}  # fmt: skip

_YES: Final = frozenset({"new", "more", "unsure"})
"""Unsure counts as yes (rule 11)."""


def check_signs(checks: "Sequence[Check]", state: State) -> Iterator[Raised]:
    """Yield what the checks of a day raise. "As usual" raises nothing for a sign that was examined; else it asks
    where the item is an emergency."""
    quiet = quiet_signs(state.known)
    earlier = state.earlier.checks if state.earlier is not None else ()
    for check in checks:
        for item, answer in check.answers.items():
            yield from _answer(check.id, item, answer, quiet)
        if check.has_strength:
            from sciatica_journal.domain.signs.strength import strength_signs

            yield from strength_signs(check, earlier, state.known)


def _answer(check: str, item: str, answer: str, quiet: frozenset[str]) -> Iterator[Raised]:
    # "New" and "more" are said against the check before: in another check they are another change, whatever came of
    # the last one. "As usual" is the same sign still.
    because = f"check, {ITEM_NAMES.get(item, item)}: {answer}"
    trigger = EMERGENCY_ITEMS.get(item)
    if trigger is not None:
        if answer in _YES:
            yield Raised(trigger, True, because, f"check {check} {item} {answer}")
        elif answer == "usual" and item not in quiet:
            yield Raised(trigger, False, f"{because}, not examined", f"check {item} usual", lasts=True)
    elif item in _SAME_DAY and answer in _YES:
        yield Raised(_SAME_DAY[item], True, because, f"check {check} {item} {answer}")
    elif item == "fever" and answer == "usual":
        yield Raised(_SAME_DAY[item], False, because, f"check {item} {answer}", lasts=True)
