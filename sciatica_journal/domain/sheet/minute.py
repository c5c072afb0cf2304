"""What a doctor has time for: the sections above the line that divides the sheet, and the rest below."""

from collections.abc import Sequence
from typing import Final

from sciatica_journal.domain.sheet.fit import words_of
from sciatica_journal.domain.sheet.model import Section

MINUTE_WORDS: Final = 250
"""Words of the sections above the line, figures among them: a minute of reading, at the usual 240 or so a minute."""

MATTERS: Final = (
    "flags", "signs", "checks", "strength", "course", "questions", "worry", "function", "onset", "tolerance",
)  # fmt: skip
"""What stands above the line, as long as there is room: the first of these first. The first three always do."""
_ALWAYS: Final = frozenset(MATTERS[:3])


def divided(sections: Sequence[Section], most: int = MINUTE_WORDS) -> tuple[tuple[Section, ...], int]:
    """Return the sections with those first that a minute is enough for, and how many those are; else in their order."""
    found = {section.item: section for section in sections}
    above, used = set[str](), 0
    for item in MATTERS:
        if item in found and (item in _ALWAYS or used + words_of(found[item]) <= most):
            above.add(item)
            used += words_of(found[item])
    first = [section for section in sections if section.item in above]
    return (*first, *(section for section in sections if section.item not in above)), len(first)
