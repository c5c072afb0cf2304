"""What the evidence grades of the practices mean, in a few words."""

from typing import Final

EVIDENCE_WORDS: Final = {
    "A": "tried in people with long-lasting pain",
    "B": "tried in other people, with small effects",
    "C": "part of programmes or of clinical use",
    "D": "an idea, not tried on its own",
}
"""By grade, the strongest first (clinical reference section 6)."""
