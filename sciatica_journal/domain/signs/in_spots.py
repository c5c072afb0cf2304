"""Places and qualities of pain that need checking: between the shoulder blades, a throbbing calf, deep bone pain."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.signs.trigger import Raised
from sciatica_journal.domain.spot import Spot

if TYPE_CHECKING:
    from sciatica_journal.domain.run import Run

NIGHT_PAIN: Final = "night_pain"
CALF_CLOT: Final = "calf_clot"
BONE: Final = "bone_stress"
BONE_URGENT: Final = "bone_stress_urgent"

RISE: Final = 3
"""Points by which pain during a run is well above the pain before it. Our threshold, not validated."""

_CLOT: Final = ("calf", "thigh_post", "knee_post")
_BONES: Final = frozenset(
    {"hip_lat", "sacrum", "shin_med", "shin_ant", "heel", "foot_top", "foot_lat", "forefoot", "ankle_med", "ankle_lat"}
)
_FEMORAL_NECK: Final = frozenset({"groin"})
"""Pain here on loading can come from the neck of the thigh bone: the same day (clinical reference 2.1)."""


def spot_signs(spots: Sequence[Spot]) -> Iterator[Raised]:
    """Yield what the spots alone raise; all of it is to be asked about."""
    for spot in spots:
        if spot.region == "upper_back" and (spot.qualities or spot.intensity):
            yield Raised(NIGHT_PAIN, False, "pain in the upper back", "upper back", lasts=True)
        if spot.region.startswith(_CLOT) and spot.side in {"left", "right"} and "throbbing" in spot.qualities:
            yield Raised(CALF_CLOT, False, f"throbbing, {_place(spot)}", f"throbbing {_place(spot)}", lasts=True)


def bone_signs(spots: Sequence[Spot], runs: "Sequence[Run]") -> Iterator[Raised]:
    """Yield deep pain over a bone on a day with a run in which pain rose well above that before it."""
    rises = [run for run in runs if rose(run)]
    if not rises:
        return
    worst = max((run.pain_before or 0, run.pain_during or 0) for run in rises)
    for spot in spots:
        if "deep" in spot.qualities and spot.region in _BONES | _FEMORAL_NECK:
            trigger = BONE_URGENT if spot.region in _FEMORAL_NECK else BONE
            because = f"deep pain, {_place(spot)}; pain in the run from {worst[0]} to {worst[1]}"
            yield Raised(trigger, False, because, f"deep {_place(spot)}", lasts=True)


def rose(run: "Run") -> bool:
    """Return whether pain in a run rose well above the pain before it."""
    if run.pain_before is None or run.pain_during is None:
        return False
    return run.pain_during - run.pain_before >= RISE


def _place(spot: Spot) -> str:
    return " ".join(filter(None, (spot.side, spot.region.replace("_", " "))))
