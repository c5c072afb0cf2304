"""Emergency signs in the fields of a day and its moments: both legs, and the saddle area."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import SENSATIONS, THIGH

if TYPE_CHECKING:
    from sciatica_journal.domain.moment import Moment
    from sciatica_journal.domain.spot import Spot

SADDLE: Final = "saddle"
BOTH_LEGS: Final = "both_legs"

NERVE_QUALITIES: Final = frozenset({"burning", "electric", "shooting", "pins_and_needles", "numb"})
"""Qualities of a spot that experts agree a nerve makes (BMC Musculoskelet Disord 2020, s12891-020-03600-y, table 6)."""
_ALTERED: Final = frozenset({"numb", "pins_and_needles", "crawling"})
_LEG: Final = ("thigh", "knee", "shin", "calf", "achilles", "ankle", "heel", "foot", "sole", "forefoot", "toe")
"""Beginnings of the region codes below the buttock; groin and outer hip are not among them."""


class FieldSign(NamedTuple):
    """A value that raises a trigger. `signs` are the known signs that all have to be examined for it to be quiet."""

    trigger: str
    certain: bool
    because: str
    signs: frozenset[str]


def field_signs(day: Day | None, moments: "Sequence[Moment]") -> Iterator[FieldSign]:
    """Yield the emergency signs in the values of a day.

    Both legs is ambiguous (tired muscles after exercise are no sign), so it asks. The saddle area with an
    altered feeling is not; pain there asks. The low back (furthest point 1) and buttocks are no both-legs sign.
    """
    if day is not None:
        for name in SENSATIONS:
            if getattr(day, name) == "both":
                yield FieldSign(BOTH_LEGS, False, f"{name}: both", frozenset({BOTH_LEGS, name}))
        if (day.leg_left or 0) >= THIGH and (day.leg_right or 0) >= THIGH:
            yield FieldSign(BOTH_LEGS, False, "pain in the left and the right leg", frozenset({BOTH_LEGS}))
        yield from _spot_signs(day.spots)
    for moment in moments:
        if moment.region == SADDLE:
            yield FieldSign(SADDLE, False, "moment: saddle area", frozenset({SADDLE}))
        elif moment.side == "both" and moment.region is not None and in_leg(moment.region):
            yield FieldSign(BOTH_LEGS, False, "moment: both legs", frozenset({BOTH_LEGS}))


def _spot_signs(spots: "Sequence[Spot]") -> Iterator[FieldSign]:
    for spot in spots:
        if spot.region == SADDLE and (spot.qualities or spot.intensity):
            altered = sorted(_ALTERED.intersection(spot.qualities))
            felt = ", ".join(altered or spot.qualities).replace("_", " ") or f"{spot.intensity}/10"
            yield FieldSign(SADDLE, bool(altered), f"saddle area: {felt}", frozenset({SADDLE}))
    nervy = [spot for spot in spots if in_leg(spot.region) and NERVE_QUALITIES.intersection(spot.qualities)]
    sides = {spot.side for spot in nervy}
    if "both" in sides or {"left", "right"} <= sides:
        felt = ", ".join(sorted(NERVE_QUALITIES & {quality for spot in nervy for quality in spot.qualities})).replace(
            "_", " "
        )
        yield FieldSign(BOTH_LEGS, False, f"spots in both legs: {felt}", frozenset({BOTH_LEGS}))


def in_leg(region: str) -> bool:
    """Return whether a region code lies below the buttock."""
    return region.startswith(_LEG)
