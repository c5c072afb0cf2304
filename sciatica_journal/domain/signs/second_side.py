"""One-sided sciatica that has become two-sided: an emergency (clinical reference 2.1, and 0.3 on the other leg).

What one day holds in both legs alike is no matter of this file (domain/safety/field_signs.py). Here a side is new that
had nothing for a fortnight, while the other has something today or had it then; or a sensation that had one side.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import SENSATIONS, THIGH
from sciatica_journal.domain.safety.field_signs import BOTH_LEGS, NERVE_QUALITIES, field_signs, in_leg
from sciatica_journal.domain.safety.words import read_words, words_in
from sciatica_journal.domain.signs.in_texts import texts_of
from sciatica_journal.domain.signs.known import SignState, covers, quiet_signs, sides_of, uncovered
from sciatica_journal.domain.signs.records import RECENT_DAYS, DayRecords, Earlier, Rules, State
from sciatica_journal.domain.signs.trigger import Raised
from sciatica_journal.domain.signs.windows import Logged, before

if TYPE_CHECKING:
    from sciatica_journal.domain.spot import Spot

Felt = Mapping[str, frozenset[str]]
"""By sensation, or pain from the thigh on, the sides on which it is."""

_PAIN: Final = "pain"
_OF_QUALITY: Final = {"numb": "numb", "pins_and_needles": "tingling"}
"""The sensation that a quality of a spot is; the other ones that a nerve makes are pain."""
_PASSING: Final = words_in(
    "cold ice icy snow frozen freezing lace shoe sock boot crossed sat sitting kneeling hand finger"
)
"""Words of what makes a healthy foot numb for a while."""
_SIDES: Final = frozenset({"left", "right"})
_NONE: Final[frozenset[str]] = frozenset()


def second_side(day: Day, earlier: Earlier, known: Sequence[SignState]) -> Iterator[Raised]:
    """Yield what came into a leg that had nothing for a fortnight, where the other leg has or had something, and a
    sensation that was in the other leg alone.

    It asks once: the day after, the side is not new any more. What was examined on its side is not new.
    """
    if any(sign.trigger == BOTH_LEGS and not covers(known, sign.signs) for sign in field_signs(day, ())):
        return
    felt = _felt([day], [day.spots])
    was = _felt(before(earlier.days, day.date, RECENT_DAYS), earlier.spots)
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


def said_second_side(records: DayRecords, rules: Rules, state: State) -> Iterator[Raised]:
    """Yield numbness and tingling that a text of the day puts into a leg that had nothing for a fortnight, where the
    other leg has or had something."""
    day, earlier = records.day, state.earlier
    if day is None or earlier is None or BOTH_LEGS in quiet_signs(state.known):
        return
    was = _felt([day, *before(earlier.days, day.date, RECENT_DAYS)], [day.spots, *earlier.spots])
    lately = _NONE.union(*was.values())
    for side in _SIDES - lately if lately else ():
        texts = [text for _, text in (*texts_of(records), *records.texts) if side in text.lower()]
        for sign in _said_in(texts, side, rules):
            if _uncovered(state.known, sign, frozenset({side}), lately):
                because = f"{side}: {sign}, the other leg in the two weeks before"
                yield Raised(BOTH_LEGS, False, because, f"second side {side}: {sign}", lasts=True)


def _said_in(texts: Sequence[str], side: str, rules: Rules) -> Iterator[str]:
    """Yield the sensations that texts put on a side; feet that are cold, laced or sat on are left out."""
    if not texts:
        return
    from sciatica_journal.domain.signs.areas import SAID, said_of

    for text in texts:
        for sign in SAID:
            said = [one for one in said_of(sign, read_words(text), rules) if side in one.sides]
            if any(_PASSING.isdisjoint(one.words) for one in said):
                yield sign


def _felt(days: Sequence[Logged], spots: "Sequence[Sequence[Spot]]") -> Felt:
    """Return what days and their spots hold."""
    pain = {side for side in _SIDES for day in days if (getattr(day, f"leg_{side}") or 0) >= THIGH}
    found = {_PAIN: frozenset(pain)}
    for name in SENSATIONS:
        found[name] = _NONE.union(*(sides_of(getattr(day, name)) for day in days))
    for spot in (spot for each in spots for spot in each if in_leg(spot.region)):
        for quality in NERVE_QUALITIES.intersection(spot.qualities):
            found[_OF_QUALITY.get(quality, _PAIN)] |= sides_of(spot.side)
    return found


def _uncovered(known: Sequence[SignState], name: str, new: frozenset[str], lately: frozenset[str]) -> frozenset[str]:
    return new if name == _PAIN else uncovered(known, name, new, lately)
