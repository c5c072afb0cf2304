"""Weakness and numbness in the fields of a day, against the fortnight before (rule 13).

Both sides are no matter of this file: that asks as an emergency (domain/safety/field_signs.py, second_side.py).
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import SENSATIONS
from sciatica_journal.domain.signs.known import SignState, covers, sides_of, uncovered
from sciatica_journal.domain.signs.records import RECENT_DAYS, Earlier, LoggedDay
from sciatica_journal.domain.signs.trigger import Raised
from sciatica_journal.domain.signs.windows import before, sides

if TYPE_CHECKING:
    from sciatica_journal.domain.spot import Spot

WEAKNESS: Final = "weakness"
SPREADING: Final = "spreading_numbness"


def sensation_signs(day: Day, earlier: Earlier, known: Sequence[SignState]) -> Iterator[Raised]:
    """Yield weakness that is new on a side, and numbness that is in more places than before.

    Numbness that is logged for the first time raises nothing: it is asked about as a known sign.
    """
    if day.weak in {"left", "right"}:
        lately = _lately(day, earlier, "weak")
        for side in sorted(uncovered(known, "weak", sides_of(day.weak) - lately, lately)):
            yield Raised(WEAKNESS, False, f"weak: {side}", f"weak {side}", lasts=True)
    yield from _more_places(day.spots, earlier)


def _lately(day: Day, earlier: Earlier, sensation: str) -> frozenset[str]:
    return sides(before(earlier.days, day.date, RECENT_DAYS), sensation)


def _more_places(spots: "Sequence[Spot]", earlier: Earlier) -> Iterator[Raised]:
    """Yield numbness in more places than on any day of the fortnight before, where there was some."""
    now = numb_places(spots)
    before_it = [numb_places(spots) for spots in earlier.spots]
    seen = frozenset[str]().union(*before_it)
    most = max(map(len, before_it), default=0)
    if most and len(now) > most and now - seen:
        where = ", ".join(sorted(now - seen)).replace("_", " ")
        yield Raised(SPREADING, False, f"numb in more places: {where}", f"numb {where}", lasts=True)


def numb_places(spots: "Sequence[Spot]") -> frozenset[str]:
    """Return the places with a numb spot, such as "left calf"; the saddle area is asked about apart."""
    return frozenset(
        f"{side} {spot.region}"
        for spot in spots
        if "numb" in spot.qualities and spot.region != "saddle"
        for side in (("left", "right") if spot.side == "both" else (spot.side or "one",))
    )


def with_places(numb: str | None, places: frozenset[str]) -> str | None:
    """Return a day's `numb` with the sides of its numb places; a place without a side adds none."""
    sides = sides_of(numb) | {place.partition(" ")[0] for place in places} & {"left", "right"}
    return "both" if len(sides) > 1 else next(iter(sides), numb)


def first_logged(day: Day | LoggedDay, known: Sequence[SignState]) -> tuple[tuple[str, str], ...]:
    """Return the sensations of a day, with their side, of which the person has told nothing yet.

    Of these it is asked since when they are there and whether they were examined since.
    """
    return tuple(
        (sign, side)
        for sign in SENSATIONS
        if (side := getattr(day, sign)) in {"left", "right", "both"} and not _told(known, sign, side)
    )


def _told(known: Sequence[SignState], sign: str, side: str) -> bool:
    live = [state for state in known if state.sign == sign and state.ended is None]
    told = frozenset[str]().union(*(sides_of(state.side) for state in live))
    return any(state.side is None for state in live) or sides_of(side) <= told or covers(known, {sign})
