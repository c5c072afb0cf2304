"""One-sided sciatica that has become two-sided: an emergency (clinical reference 2.1, and 0.3 on the other leg).

What one day holds in both legs alike is no matter of this file (domain/safety/field_signs.py). Here a side is new that
had nothing for a fortnight, while the other has something today or had it then; or a sensation that had one side.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import SENSATIONS, THIGH
from sciatica_journal.domain.safety.field_signs import BOTH_LEGS, in_leg
from sciatica_journal.domain.signs.known import SignState, covers, quiet_signs, sides_of, uncovered
from sciatica_journal.domain.signs.records import RECENT_DAYS, Earlier
from sciatica_journal.domain.signs.sensations import numb_places
from sciatica_journal.domain.signs.trigger import Raised
from sciatica_journal.domain.signs.windows import Logged, before

Felt = Mapping[str, frozenset[str]]
"""By sensation, or pain from the thigh on, the sides on which it is."""

_PAIN: Final = "pain"
_SIDES: Final = frozenset({"left", "right"})
_NONE: Final[frozenset[str]] = frozenset()


def second_side(day: Day, earlier: Earlier, known: Sequence[SignState]) -> Iterator[Raised]:
    """Yield what came into a leg that had nothing for a fortnight, where the other leg has or had something, and a
    sensation that was in the other leg alone.

    It asks once: the day after, the side is not new any more. What was examined on its side is not new.
    """
    felt, was = _felt([day], [numb_places(day.spots)]), _was(day, earlier)
    if any(felt[name] == _SIDES and not _is_known(known, name) for name in felt):
        return
    lately = _NONE.union(*was.values())
    if lately.union(*felt.values()) < _SIDES:
        return
    quiet = BOTH_LEGS in quiet_signs(known)
    for side in sorted(_SIDES):
        is_new_side = side not in lately and not quiet
        new = [
            name
            for name in felt
            if side in _uncovered(known, name, felt[name] - was[name], was[name])
            and (is_new_side or (name != _PAIN and was[name]))
        ]
        if new:
            said = f"{side}: {', '.join(new)}"
            because = said + (", the other leg in the two weeks before" if lately else ", the other leg as well")
            yield Raised(BOTH_LEGS, False, because, f"second side {said}", lasts=True)


def _felt(days: Sequence[Logged], numb: Sequence[frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return what days hold, with the numb places of spots such as "left calf"."""
    pain = {side for side in _SIDES for day in days if (getattr(day, f"leg_{side}") or 0) >= THIGH}
    found = {_PAIN: frozenset(pain)}
    for name in SENSATIONS:
        found[name] = _NONE.union(*(sides_of(getattr(day, name)) for day in days))
    places = (place.partition(" ") for each in numb for place in each)
    found["numb"] |= {side for side, _, region in places if in_leg(region)} & _SIDES
    return found


def _was(day: Day, earlier: Earlier) -> Felt:
    return _felt(before(earlier.days, day.date, RECENT_DAYS), earlier.numb_spots)


def _is_known(known: Sequence[SignState], name: str) -> bool:
    return covers(known, {BOTH_LEGS} if name == _PAIN else {BOTH_LEGS, name})


def _uncovered(known: Sequence[SignState], name: str, new: frozenset[str], lately: frozenset[str]) -> frozenset[str]:
    return new if name == _PAIN else uncovered(known, name, new, lately)
