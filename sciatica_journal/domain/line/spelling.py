"""Small misspellings, forgiven: one slip of the fingers in a word that is no English word itself."""

from functools import cache
from typing import Final

from sciatica_journal.domain.line.neighbours import ENGLISH
from sciatica_journal.domain.line.words import KNOWN, TARGETS

_SHORTEST: Final = 5
_LONGEST: Final = max(map(len, TARGETS)) + 1


@cache
def _by_one_letter_less() -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for word in sorted(TARGETS):
        for shorter in _shortened(word):
            index[shorter] = (*index.get(shorter, ()), word)
    return index


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def corrected(word: str) -> str:
    """Return the vocabulary word that `word` (lower case) misspells by one slip, else `word` itself.

    One slip is a letter too many, too few or wrong, or two neighbours swapped; words of four letters are
    forgiven a swap only. English words are never changed, nor is what could mean two different words.
    """
    if not _SHORTEST - 1 <= len(word) <= _LONGEST or word in KNOWN or word in ENGLISH or not word.isalpha():
        return word
    index = _by_one_letter_less()
    found = {target for shorter in _shortened(word) for target in index.get(shorter, ()) if one_slip(word, target)}
    return found.pop() if len(found) == 1 else word


def one_slip(typed: str, meant: str) -> bool:
    """Return whether one slip of the fingers turns `meant` into `typed`."""
    if typed == meant:
        return False
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    swapped = typed[start : start + 2] == meant[start : start + 2][::-1] and typed[start + 2 :] == meant[start + 2 :]
    if len(typed) == len(meant) and swapped:
        return True
    if len(typed) < _SHORTEST or len(meant) < _SHORTEST:
        return False
    return (
        typed[start + 1 :] == meant[start + 1 :]
        or typed[start + 1 :] == meant[start:]
        or typed[start:] == meant[start + 1 :]
    )
