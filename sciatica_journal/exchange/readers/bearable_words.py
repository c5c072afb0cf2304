"""What Bearable's categories, levels and symptoms mean in the journal."""

import re
from collections.abc import Mapping
from typing import Final

SYMPTOM_HIGHEST: Final = 4
"""None, mild, moderate, severe, unbearable."""

RATED: Final[Mapping[str, str]] = {
    "mood": "mood",
    "energy": "energy",
    "sleep quality": "sleep_quality",
    "stress": "stress",
}
"""Categories that are a rating of the day, by the day's own names."""

WORDS: Final[Mapping[str, int]] = {
    "v. low": 2, "very low": 2, "low": 4, "ok": 6, "high": 8, "v. high": 10, "very high": 10,
    "poor": 3, "good": 8, "great": 10,
}  # fmt: skip
"""Words for ratings, as tenths of a scale of five (energy) and of four (sleep)."""

LEVELS: Final[Mapping[str, int]] = {
    "none": 0, "no": 0, "little": 1, "a little": 1, "yes": 1, "some": 2, "moderate": 2, "a lot": 3, "lot": 3,
}  # fmt: skip
"""How much of a factor there was."""

_DOWN_THE_LEG: Final = re.compile(
    r"\b(?:sciatic\w*|(?:leg|thigh|calf|hamstring|shin|buttock|glute|knee|foot|feet) pain)\b"
)
_SIDES: Final = re.compile(r"\b(left|right|both)\b")
_PLACES: Final = (
    (re.compile(r"\bupper back ?(?:pain|ache)\b"), "upper_back", "centre"),
    (re.compile(r"\bback ?(?:pain|ache)\b|\blumbago\b"), "lowback_c", "centre"),
    (re.compile(r"\b(?:buttock|glute)s? pain\b"), "buttock_mid", None),
    (re.compile(r"\bhamstring pain\b"), "thigh_post", None),
    (re.compile(r"\bcalf pain\b"), "calf", None),
)
"""Symptoms that name one place of the body map, with the side it has without another."""


def place_of(symptom: str) -> tuple[str, str | None] | None:
    """Return the region and side of a symptom in the back or leg that is at one place, None for any other."""
    for pattern, region, side in _PLACES:
        if pattern.search(symptom):
            said = _SIDES.search(symptom)
            if said is None:
                return region, side
            return ("lowback" if region == "lowback_c" else region), said[1]
    return None


def is_down_the_leg(symptom: str) -> bool:
    """Return whether a symptom is pain of the leg, wherever in it."""
    return _DOWN_THE_LEG.search(symptom) is not None
