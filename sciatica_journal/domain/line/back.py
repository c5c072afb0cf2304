"""The low back in the line, told from `back to work` and `came back`."""

from typing import Final

from sciatica_journal.domain.legs import BACK
from sciatica_journal.domain.line.leg_facts import LegFacts
from sciatica_journal.domain.line.legs import pain_end, sensation_at, take_for_legs
from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.words import AND, BACK_WORDS, BACKACHE, LOW, PAIN_WORDS, RESPONSES, TO_PLACE

_BEFORE_BACK: Final = frozenset({"in", "my", "the", "a", "some", "bit", "of", "still", "slightly", "stiff"})


def read_back(reading: Reading, facts: LegFacts) -> None:
    """Read the low back where the word means the body: `back`, `lower back`, `back pain`, `pain 4 back`."""
    for index, token in enumerate(reading.tokens):
        if not (token.word in BACK_WORDS or token.word in BACKACHE) or not reading.is_open(index, index):
            continue
        start = _opening_of_back(reading, index)
        low = reading.word(index - 1, index) in LOW
        ache = token.word in BACKACHE or reading.word(index + 1, index) in PAIN_WORDS
        if low or ache or (_fits_before(reading, start, index) and _fits_behind(reading, index)):
            facts.reach("both", BACK)
            take_for_legs(reading, range(start, pain_end(reading, index + 1, index)))


def _opening_of_back(reading: Reading, index: int) -> int:
    start = index - 1 if reading.word(index - 1, index) in LOW else index
    before = start
    while start - before < 4 and reading.word(before - 1, index) in _BEFORE_BACK:
        before -= 1
    return before - 1 if reading.word(before - 1, index) in PAIN_WORDS else start


def _fits_before(reading: Reading, start: int, near: int) -> bool:
    if start < near or reading.clear_at(start - 1, near):
        return True
    if reading.word(start - 1, near) in AND and reading.clear_at(start - 2, near):
        return True
    return _is_number(reading, start - 1, near) and reading.clear_at(start - 2, near)


def _fits_behind(reading: Reading, index: int) -> bool:
    behind = index + 1
    if reading.clear_at(behind, index) or reading.rating_end(behind, index) is not None:
        return True
    if reading.word(behind, index) in RESPONSES:
        return True
    start = reading.skip(behind, index, AND | TO_PLACE)
    if (start in reading.leg_tokens and reading.clear_at(start, index)) or sensation_at(
        reading, behind, index
    ) is not None:
        return reading.tokens[start].clause == reading.tokens[index].clause
    return False


def _is_number(reading: Reading, index: int, near: int) -> bool:
    return reading.is_open(index, near) and reading.tokens[index].number is not None
