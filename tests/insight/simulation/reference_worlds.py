"""Worlds like those that the insight methods tell of: nothing forgotten, fewer questions, quieter pain.

Their sizes are those of section 2c. What is not told is set so that the running effect of 0.9 points is found at 120
and 365 days as often as section 7 says, by the method's own rules: mornings with a spread of 1.2, and an effect that
stays in the pain as pain itself does.
"""

from dataclasses import replace
from typing import Final

from tests.insight.simulation.worlds import World

_ALIKE: Final = World(
    "null", reverse=0.4, flare=0.0, spread=1.2, carry=1.0, forgets=0.0, unlogged=("walk", "proud", "physio")
)

REFERENCE_WORLDS: Final = (
    replace(_ALIKE, reverse=0.0),
    replace(_ALIKE, name="gaps", skips=0.6),
    replace(_ALIKE, name="reverse_only", reverse=0.6, reverse_inner=0.4),
    replace(_ALIKE, name="recovering", drift=-4.0, more_runs=2.8, reverse=0.3),
    replace(_ALIKE, name="chaotic", flare=0.05, phi=0.6, reverse=0.0),
    replace(_ALIKE, name="helped", run=-0.9),
    replace(_ALIKE, name="hurt", run=0.9),
    replace(_ALIKE, name="hurt more", run=1.5),
    replace(_ALIKE, name="small", run=0.45),
    replace(_ALIKE, name="road", surfaces={"road": 1.3}),
    replace(_ALIKE, name="dose", km=0.25),
    replace(_ALIKE, name="stress", stress=0.25),
    replace(_ALIKE, name="sleep", sleep=-0.25),
    replace(_ALIKE, name="confounded", stress=0.35, stress_runs=0.6, reverse=0.0),
    replace(_ALIKE, name="skips", run=0.9, skips=0.6),
    replace(_ALIKE, name="combination", run=0.9, stress=0.25),
)
