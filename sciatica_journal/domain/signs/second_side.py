"""One-sided sciatica that has become two-sided: an emergency (clinical reference 2.1, and 0.3 on the other leg).

What one day holds in both legs alike is no matter of this file (domain/safety/field_signs.py). Here a side is new that
had nothing for a fortnight, while the other has something today or had it then.
"""

from collections.abc import Iterator, Sequence

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import FURTHEST_POINTS, SENSATIONS, THIGH
from sciatica_journal.domain.safety.field_signs import BOTH_LEGS, in_leg
from sciatica_journal.domain.signs.known import SignState, quiet_signs, sides_of, uncovered
from sciatica_journal.domain.signs.records import RECENT_DAYS, Earlier
from sciatica_journal.domain.signs.sensations import numb_places
from sciatica_journal.domain.signs.trigger import Raised
from sciatica_journal.domain.signs.windows import Logged, before

_SIDES = frozenset({"left", "right"})


def second_side(day: Day, earlier: Earlier, known: Sequence[SignState]) -> Iterator[Raised]:
    """Yield what came into a leg that had nothing for a fortnight, where the other leg has or had something.

    Pain counts from the thigh on. It asks once: the day after, the side is not new any more. A sensation that was
    examined on its side is not new, and nothing is where both legs were.
    """
    if _is_alike(day):
        return
    lately = _lately(day, earlier)
    new = {side: said for side, said in _said(day, known, lately).items() if said and side not in lately}
    with_it = lately | _of(day) | {place.partition(" ")[0] for place in _numb_in_legs(numb_places(day.spots))}
    if not new or not with_it >= _SIDES or BOTH_LEGS in quiet_signs(known):
        return
    because = "; ".join(f"{side}: {', '.join(said)}" for side, said in sorted(new.items()))
    other = ", the other leg in the two weeks before" if len(new) == 1 and lately else ""
    yield Raised(BOTH_LEGS, False, because + other, f"second side {' '.join(sorted(new))}", lasts=True)


def _is_alike(day: Day) -> bool:
    """Return whether a day has the same in both legs."""
    return any(getattr(day, name) == "both" for name in SENSATIONS) or _hurting(day) == _SIDES


def _lately(day: Day, earlier: Earlier) -> frozenset[str]:
    """Return the sides on which the fortnight before had anything."""
    numb = {place.partition(" ")[0] for places in earlier.numb_spots for place in _numb_in_legs(places)}
    return frozenset(numb).union(*map(_of, before(earlier.days, day.date, RECENT_DAYS))) & _SIDES


def _of(day: Logged) -> frozenset[str]:
    return _hurting(day).union(*(sides_of(getattr(day, name)) for name in SENSATIONS))


def _hurting(day: Logged) -> frozenset[str]:
    return frozenset(side for side in _SIDES if (getattr(day, f"leg_{side}") or 0) >= THIGH)


def _numb_in_legs(places: frozenset[str]) -> frozenset[str]:
    return frozenset(place for place in places if in_leg(place.partition(" ")[2]))


def _said(day: Day, known: Sequence[SignState], lately: frozenset[str]) -> dict[str, list[str]]:
    """Return by side in words what a day has there, without what is examined on that side."""
    said: dict[str, list[str]] = {"left": [], "right": []}
    for side in said:
        if side in _hurting(day):
            said[side].append(f"pain to the {FURTHEST_POINTS[getattr(day, f'leg_{side}')]}")
        for name in SENSATIONS:
            if uncovered(known, name, sides_of(getattr(day, name)) & {side}, lately):
                said[side].append(name)
    for place in sorted(_numb_in_legs(numb_places(day.spots))):
        side, _, region = place.partition(" ")
        if side in said and uncovered(known, "numb", frozenset({side}), lately):
            said[side].append(f"numb {region.replace('_', ' ')}")
    return said
