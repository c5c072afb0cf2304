"""Where the pain reaches and what the leg feels: furthest point, sides and sensations."""

from typing import Final, Literal

Side = Literal["left", "right", "both", "centre"]
Sensation = Literal["none", "left", "right", "both"]

SIDES: Final[tuple[Side, ...]] = ("left", "right", "both", "centre")
SENSATION_SIDES: Final[tuple[Sensation, ...]] = ("none", "left", "right", "both")
SENSATIONS: Final = ("numb", "tingling", "weak")

FURTHEST_POINTS: Final = ("none", "back", "buttock", "thigh", "knee", "calf", "foot")
"""Names of the furthest point per leg, 0 to 6. Falling is centralising, rising peripheralising."""

BACK: Final = 1
THIGH: Final = 3
CALF: Final = 5
FOOT: Final = 6
"""Places among the furthest points; FOOT is the highest value of a leg."""
