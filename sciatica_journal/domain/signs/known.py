"""Known signs: which are quiet, because they were examined after they began and did not change since (rule 13)."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from sciatica_journal.domain.care.known_sign import KnownSign

_SIDES: Final = {
    "left": frozenset({"left"}),
    "right": frozenset({"right"}),
    "both": frozenset({"left", "right"}),
}
_NONE: Final[frozenset[str]] = frozenset()

SIGN_OF: Final = {"genital": "sexual", "weakness": "weak", "spreading_numbness": "numb", "foot_drop": "weak"}
"""The sign that a trigger is about, where it has another name."""


class SignState(NamedTuple):
    """A sign as the person told of it. `side` is None where it was not told; `since` None for long there.

    `examined` is the day of the examination of this sign, True for one without a date, False for none; `changed`
    the last day on which it was more, wider or new; `ended` the day it was gone.
    """

    sign: str
    side: str | None = None
    area: str | None = None
    since: date | None = None
    examined: date | bool = False
    changed: date | None = None
    ended: date | None = None

    @property
    def quiet(self) -> bool:
        """Whether the sign, as usual, needs no question: examined after its onset and its last change."""
        if self.ended is not None:
            return False
        if isinstance(self.examined, bool):
            return self.examined and self.since is None and self.changed is None
        return all(day is None or day <= self.examined for day in (self.since, self.changed))

    @property
    def last_change(self) -> date | None:
        """The day on which it began or last changed."""
        return max(filter(None, (self.since, self.changed)), default=None)


def state_of(record: "KnownSign") -> SignState:
    """Return the state that a known sign's record tells."""
    return SignState(
        record.sign or "", record.side, record.area, record.date, record.examined or False, record.changed, record.ended
    )


def sides_of(value: str | None) -> frozenset[str]:
    """Return the sides that a sensation's value names: none, one or both."""
    return _SIDES.get(value or "", _NONE)


def quiet_signs(states: Iterable[SignState]) -> frozenset[str]:
    """Return the names of the signs that have a quiet state, and no other state that is not."""
    live = [state for state in states if state.ended is None]
    loud = {state.sign for state in live if not state.quiet}
    return frozenset(state.sign for state in live if state.quiet) - loud


def covers(states: Sequence[SignState], signs: Collection[str]) -> bool:
    """Return whether what is known makes a sign in both legs quiet, named by `signs`, one of them `both_legs`.

    A sensation that was examined on either side covers itself; else each of `signs` has to be quiet, and a sensation
    known on one side only is not known on both.
    """
    if not signs:
        return False
    sensations = [sign for sign in signs if sign != "both_legs"]
    if sensations and all(_sides_quiet(states, sign) == _SIDES["both"] for sign in sensations):
        return True
    return all(_is_quiet(states, sign) for sign in signs)


def _is_quiet(states: Sequence[SignState], sign: str) -> bool:
    if sign not in quiet_signs(states):
        return False
    sides = _sides_quiet(states, sign)
    return not sides or sides == _SIDES["both"] or sign not in {"numb", "tingling", "weak"}


def _sides_quiet(states: Sequence[SignState], sign: str) -> frozenset[str]:
    return _NONE.union(*(sides_of(state.side) for state in states if state.sign == sign and state.quiet))


def uncovered(
    states: Sequence[SignState], sign: str, new: frozenset[str], lately: frozenset[str] = _NONE
) -> frozenset[str]:
    """Return the sides in `new` that no quiet state of the sign covers; `lately` are the sides logged before.

    A state without a side covers the one side that there is, and no second one.
    """
    left = new - _sides_quiet(states, sign)
    sideless = any(state.sign == sign and state.side is None and state.quiet for state in states)
    return _NONE if sideless and len(new | lately) == 1 else left
