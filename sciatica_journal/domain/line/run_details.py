"""What belongs to a run already read: `effort 4`, `before 2 during 3 after 2`."""

from collections.abc import Sequence

from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.run_draft import RunDraft
from sciatica_journal.domain.line.words import EFFORT_WORDS, RUN_PAINS

_FILLERS = frozenset(
    {"=", ":", "the", "my", "run", "walk", "it", "is", "was", "of", "pain", "level", "at", "about", "only"}
)
_NONE = ("no", "zero")


def attach_details(reading: Reading, runs: Sequence[RunDraft]) -> None:
    """Give efforts and pains to the run said before them, or to the first run of the line."""
    if not runs:
        return
    current = 0
    index = 0
    while index < len(reading.tokens):
        while current + 1 < len(runs) and runs[current + 1].start <= index:
            current += 1
        word = reading.word(index, index)
        if word in EFFORT_WORDS:
            index = _read_effort(reading, runs[current], index)
        elif word in RUN_PAINS:
            index = _read_pains(reading, runs[current], index)
        else:
            index += 1


def _read_effort(reading: Reading, run: RunDraft, key: int) -> int:
    at = reading.skip(key + 1, key, _FILLERS)
    end = reading.rating_end(at, key)
    if end is None or run.effort is not None:
        return key + 1
    value = reading.whole(at)
    if value is None:
        reading.warn_range(key, end, "effort")
    else:
        run.effort = value
        reading.take(range(_opening(reading, key, ("at", "with")), end))
    return end


def _opening(reading: Reading, key: int, words: Sequence[str]) -> int:
    """Return the index of the small word before `key` that belongs to it, or `key`."""
    return key - 1 if reading.word(key - 1, key) in words else key


def _read_pains(reading: Reading, run: RunDraft, first: int) -> int:
    """Read a chain of pains from its first key word on; return the index behind what was looked at."""
    pairs = _numbers_first(reading, first) or _words_first(reading, first)
    end = first + 1
    for start, key, number, stop in pairs:
        name = RUN_PAINS[reading.tokens[key].word]
        value = 0 if number is None else reading.whole(number)
        if value is None:
            reading.warn_range(start, stop, name.replace("_", " "))
        elif name not in run.pains:
            run.pains[name] = value
            reading.take(range(start, stop))
        end = max(end, stop)
    return end


_Pair = tuple[int, int, int | None, int]


def _words_first(reading: Reading, first: int) -> list[_Pair]:
    pairs: list[_Pair] = []
    key = first
    while reading.word(key, first) in RUN_PAINS and len(pairs) < len(RUN_PAINS):
        start = _opening(reading, key, ("pain", "and"))
        at = reading.skip(key + 1, key, _FILLERS)
        end = reading.rating_end(at, key)
        if end is None:
            denied = reading.word(key - 1, key) == "pain" and reading.word(key - 2, key) in _NONE
            if denied and reading.clear_at(key + 1, key):
                pairs.append((key - 2, key, None, key + 1))
            break
        follows = reading.skip(end, first, ("and", "&", "pain"))
        if not pairs and reading.word(end, first).isalpha() and not _goes_on(reading, follows, key):
            break
        pairs.append((start, key, at, end))
        key = follows
    return pairs


def _goes_on(reading: Reading, index: int, key: int) -> bool:
    """Return whether what follows a first pain leaves it a pain (`after 2 coffees` does not)."""
    return reading.tokens[key].word == "during" or reading.is_known_start(index, key)


def _numbers_first(reading: Reading, first: int) -> list[_Pair]:
    """Read `2 before 3 during 2 after`; an empty list if the words stand first instead."""
    pairs: list[_Pair] = []
    start, key = first - 1, first
    if not reading.is_open(start, first) or not _open_before(reading, start):
        return []
    while len(pairs) < len(RUN_PAINS) and reading.word(key, first) in RUN_PAINS:
        if reading.rating_end(start, first) != key:
            break
        pairs.append((start, key, start, key + 1))
        start = reading.skip(key + 1, first, ("and", "&"), 1)
        key = start + 1
    if not pairs or reading.rating_end(pairs[-1][3], first) is not None:
        return []
    opening = pairs[0][0]
    if reading.word(opening - 1, first) == "pain":
        pairs[0] = (opening - 1, *pairs[0][1:])
    return pairs


def _open_before(reading: Reading, index: int) -> bool:
    return reading.clear_at(index - 1, index) or reading.word(index - 1, index) in ("pain", "and")
