"""What the prose that users read is held against."""

from typing import Final

AVOIDED: Final = (
    r"slipp(?:ed|ing)\b", r"crush", r"worn\b", r"bone[- ]on[- ]bone", r"unstable", r"damag", r"wear(?:s|ing)?\b",
    r"(?:it'?s|it is|is|are|all) in your (?:head|mind)", r"(?<!did )you caused?\b", r"done the work",
    r"you(?:'re| are) (?:now |quite |perfectly )?safe\b", r"your pain suggests", r"your (?:pain|leg) is because",
)  # fmt: skip
"""Words that make pain worse, blame, diagnose or promise safety (clinical reference, 5.8 and 2.3)."""

HARDEST_GRADE: Final = 9.0
"""School years. Both measures count letters, not syllables: counting those would need a word list from the network."""
