"""The worlds that diaries are simulated in, as data: what acts on pain, what pain acts on, how days go missing.

They are the ones the insight methods name in section 2c, and a few more. All effects are points of latent pain on the
next morning.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

SURFACES: Final = ("road", "trail", "track")
FEELINGS: Final = ("proud", "angry", "discouraged")
BASE: Final = 4.0
CALM: Final = 4.0
USUAL_SLEEP: Final = 7.0
USUAL_KM: Final = 6.0
USUAL_SITTING: Final = 5.5


@dataclass(frozen=True, slots=True)
class World:
    """`run`, `surfaces` and `km` (a km beyond 6) act after a run; `stress` a point, `sleep` an hour, `factors` a unit.

    `reverse`: log odds of running lost for each point of pain; `reverse_inner`: points of stress and mood that pain
    costs; `stress_runs`: log odds of running lost for each point of stress. `drift`: points over the whole diary,
    with `more_runs` log odds gained; `season`: points more in midwinter than on average, with `season_runs` log
    odds lost. `flare`: chance of a flare each day. `skips`: log odds of not logging for each point of worst pain.
    `phi` is the persistence of pain, `carry` the share of an effect that stays in it, `within` the share of an
    effect that is felt on the same day already. `forgets` is the chance of each rating to be left out of a day that is
    written, `unlogged` names what happens and is never written: a feeling, a factor, walks.
    """

    name: str
    run: float = 0.0
    surfaces: Mapping[str, float] = field(default_factory=dict)
    km: float = 0.0
    stress: float = 0.0
    sleep: float = 0.0
    feelings: Mapping[str, float] = field(default_factory=dict)
    factors: Mapping[str, float] = field(default_factory=dict)
    reverse: float = 0.0
    reverse_inner: float = 0.0
    stress_runs: float = 0.0
    drift: float = 0.0
    more_runs: float = 0.0
    season: float = 0.0
    season_runs: float = 0.0
    flare: float = 0.01
    skips: float = 0.0
    phi: float = 0.5
    carry: float = 0.3
    within: float = 0.3
    spread: float = 1.5
    noise: float = 0.5
    forgets: float = 0.06
    unlogged: tuple[str, ...] = ()


WORLDS: Final = (
    World("null"),
    World("reverse_only", reverse=0.6, reverse_inner=0.4, phi=0.6),
    World("recovering", drift=-4.0, more_runs=2.8, reverse=0.3),
    World("chaotic", flare=0.05, phi=0.7, reverse=0.2),
    World("helped", run=-0.9, reverse=0.4),
    World("hurt", run=0.9, reverse=0.4, phi=0.4),
    World("road", surfaces={"road": 1.3}, reverse=0.2),
    World("stress", stress=0.25, reverse=0.2),
    World("sleep", sleep=-0.25, phi=0.4),
    World("confounded", stress=0.35, stress_runs=0.6, reverse=0.2),
    World("skips", run=0.9, reverse=0.3, skips=0.6),
    World("combination", run=0.9, stress=0.25, reverse=0.4, reverse_inner=0.2),
    World("custom", factors={"sitting": 0.3, "physio": -0.8}, phi=0.6),
    World("feelings", feelings={"angry": 0.8}, reverse_inner=0.2),
    World("dose", km=0.25, reverse=0.3),
    World("small", run=0.45, sleep=-0.2, reverse=0.3, phi=0.3),
)

LONG: Final = (
    World("null"),
    World("recovering", drift=-4.0, more_runs=2.8, reverse=0.3),
    World("seasons", season=1.5, season_runs=1.0, reverse=0.3),
    World("hurt", run=0.9, reverse=0.4, phi=0.4),
)
"""For diaries of ten years, in which the trend may not bend as often as it would need to."""
