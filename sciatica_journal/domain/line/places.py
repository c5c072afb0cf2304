"""Sides and places of the legs, as they are said: `left foot`, `calf right`, `both thighs and calves`."""

from typing import Final, NamedTuple

from sciatica_journal.domain.legs import BACK
from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.words import (
    AND,
    BACK_WORDS,
    DEGREE,
    LEFT_AS_VERB,
    LEG_WORDS,
    LOW,
    ONWARD,
    OTHER_BODY,
    PLACE_ADJECTIVES,
    PLACES,
    RIGHT_AS_ADVERB,
    SENSATION_WORDS,
    SIDE_WORDS,
)

_MOST_PLACES: Final = 6
_OWN: Final = frozenset({"my", "the", "of", "lateral", "medial"})


class Place(NamedTuple):
    """A side with the furthest point said for it (None: only the leg is named), up to token `end`."""

    side: str
    furthest: int | None
    end: int


def side_at(reading: Reading, index: int, near: int) -> tuple[str, int] | None:
    """Return the side said at `index` (`left`, `both`, `left and right`) and the index behind it."""
    side = SIDE_WORDS.get(reading.word(index, near))
    if side is None:
        return None
    end = index + 1
    follows = reading.skip(end, near, AND, 1)
    second = SIDE_WORDS.get(reading.word(follows, near))
    if second and (follows > end or side == "both"):
        return ("both" if second != side else side), follows + 1
    return side, end


def bare_side_at(reading: Reading, index: int, near: int) -> tuple[str, int] | None:
    """Return a side that stands without a place and is no `right away` and no `left the office`."""
    found = side_at(reading, index, near)
    if found is None or place_at(reading, index, near) is not None:
        return None
    side, end = found
    follows = reading.word(end, near)
    if follows in OTHER_BODY or (side == "right" and follows in RIGHT_AS_ADVERB):
        return None
    return None if side == "left" and follows in LEFT_AS_VERB else found


def place_at(reading: Reading, index: int, near: int) -> Place | None:
    """Return the place with its side that starts at `index`: `left calf`, `both my feet`, `calf left`, `left leg`."""
    found = side_at(reading, index, near)
    if found is None:
        return _side_behind(reading, index, near)
    side, end = found
    end = reading.skip(end, near, _OWN, 2)
    if reading.word(end, near) in LEG_WORDS:
        follows = reading.skip(end + 1, near, ONWARD | DEGREE)
        furthest, stop = _furthest(reading, follows, near)
        return Place(side, furthest, stop) if furthest else Place(side, None, end + 1)
    furthest, stop = _furthest(reading, end, near)
    return Place(side, furthest, stop) if furthest else None


def _furthest(reading: Reading, index: int, near: int) -> tuple[int | None, int]:
    """Return the furthest of the places listed from `index` on (`buttock and thigh down to the calf`)."""
    furthest: int | None = None
    end = follows = index
    for _ in range(_MOST_PLACES):
        place, stop = _point(reading, follows, near, first=furthest is None)
        if place is None or (furthest is not None and _own_side(reading, stop, near)):
            break
        furthest, end = max(furthest or 0, place), stop
        follows = reading.skip(end, near, ONWARD)
    return furthest, end


def _point(reading: Reading, index: int, near: int, first: bool) -> tuple[int | None, int]:
    low = index
    at = reading.skip(index, near, PLACE_ADJECTIVES | LOW, 2)
    word = reading.word(at, near)
    if word in BACK_WORDS and first and at > low and reading.word(at - 1, near) in LOW:
        return BACK, at + 1
    return PLACES.get(word), at + 1


def _own_side(reading: Reading, index: int, near: int) -> bool:
    """Return whether the place before `index` has a side of its own behind it (`left thigh, calf right`)."""
    found = side_at(reading, index, near)
    return found is not None and PLACES.get(reading.word(found[1], near)) is None


def _side_behind(reading: Reading, index: int, near: int) -> Place | None:
    furthest = PLACES.get(reading.word(index, near))
    if furthest is None:
        return None
    found = side_at(reading, index + 1, near)
    if found is None:
        return None
    side, end = found
    after = reading.skip(end, near, DEGREE)
    if PLACES.get(reading.word(end, near)) or reading.word(end, near) in LEG_WORDS:
        return None
    ends = reading.is_known_start(end, near) or reading.word(after, near) in SENSATION_WORDS
    return Place(side, furthest, end) if ends else None
