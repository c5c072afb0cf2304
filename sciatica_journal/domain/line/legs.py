"""Legs in the line: how far the pain reaches, and what the leg feels."""

from collections.abc import Iterable
from typing import Final

from sciatica_journal.domain.line.leg_facts import LegFacts
from sciatica_journal.domain.line.places import Place, bare_side_at, place_at
from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.words import (
    AND,
    DEGREE,
    GONE,
    LOWER_BODY,
    OTHER_BODY,
    PAIN_WORDS,
    SENSATION_WORDS,
    TO_PLACE,
    UPPER_BODY,
    WEAK_THINGS,
)

_MOST_LISTED: Final = 6


def sensation_at(reading: Reading, index: int, near: int) -> tuple[str, int] | None:
    """Return the sensation said at `index` and the index behind it."""
    word = reading.word(index, near)
    if word == "pins":
        needles = reading.skip(index + 1, near, AND, 1)
        return ("tingling", needles + 1) if reading.word(needles, near) == "needles" else None
    sensation = SENSATION_WORDS.get(word)
    return (sensation, index + 1) if sensation else None


def listed_sensations(reading: Reading, index: int, near: int) -> tuple[list[str], int]:
    """Return the sensations listed from `index` on (`numb and tingling`) and the index behind them."""
    names: list[str] = []
    end = index
    for _ in range(_MOST_LISTED):
        start = reading.skip(end, near, AND | DEGREE) if names else end
        found = sensation_at(reading, start, near)
        if found is None:
            break
        names.append(found[0])
        end = found[1]
    return names, end


def read_legs(reading: Reading, facts: LegFacts) -> None:
    """Read places with a side and sensations; what needs the whole line is left pending in `facts`."""
    index = 0
    while index < len(reading.tokens):
        if not reading.is_open(index, index):
            index += 1
            continue
        end = _sensation_first(reading, facts, index) or _side_first(reading, facts, index)
        index = max(index + 1, end or 0)


def _sensation_first(reading: Reading, facts: LegFacts, index: int) -> int | None:
    names, end = listed_sensations(reading, index, index)
    if not names:
        return None
    at = reading.skip(end, index, TO_PLACE)
    if reading.word(end, index) in GONE:
        facts.none(names)
        take_for_legs(reading, range(_opening(reading, index), end + 1))
        return end + 1
    place = place_at(reading, at, index)
    bare = bare_side_at(reading, at, index) if place is None else None
    if place is None and bare is None:
        facts.pending.append((index, end, tuple(names)))
        return end
    side, stop = (place.side, place.end) if place else bare or ("", end)
    more, behind = _trailing(reading, stop, index, sided_follows_is_own=True)
    _record(reading, facts, range(_opening(reading, index), max(stop, behind)), side, place, [*names, *more])
    return max(stop, behind)


def _side_first(reading: Reading, facts: LegFacts, index: int) -> int | None:
    place = place_at(reading, index, index)
    if place is not None:
        names, behind = _trailing(reading, place.end, index, sided_follows_is_own=False)
        facts.named.append(place.side)
        if place.furthest is None and not names:
            reading.leg_tokens.update(range(index, place.end))
            return place.end
        opening = _opening(reading, index)
        end = behind if names else pain_end(reading, place.end, index)
        _record(reading, facts, range(opening, end), place.side, place, names)
        return end
    bare = bare_side_at(reading, index, index)
    if bare is None:
        return None
    names, end = listed_sensations(reading, reading.skip(bare[1], index, DEGREE), index)
    if not names:
        return None
    _record(reading, facts, range(_opening(reading, index), end), bare[0], None, names)
    return end


def _trailing(reading: Reading, index: int, near: int, sided_follows_is_own: bool) -> tuple[list[str], int]:
    """Return the sensations said behind a place, unless they have a side of their own."""
    start = reading.skip(index, near, DEGREE | PAIN_WORDS)
    names, end = listed_sensations(reading, start, near)
    if not names:
        return [], index
    at = reading.skip(end, near, TO_PLACE)
    if bare_side_at(reading, at, near) or reading.word(end, near) in GONE:
        return [], index
    if place_at(reading, at, near) is None:
        return names, end
    if sided_follows_is_own or at > end:
        return [], index
    first = sensation_at(reading, start, near)
    return (names[:1], first[1]) if first else ([], index)


def _opening(reading: Reading, index: int) -> int:
    """Return the start of the small words before `index` that say no more than it does (`pain in my left calf`)."""
    start = index
    while index - start < 5 and reading.word(start - 1, index) in TO_PLACE | DEGREE | PAIN_WORDS:
        start -= 1
    return start


def pain_end(reading: Reading, index: int, near: int) -> int:
    """Return the index behind a pain word that follows a place, unless the word has a number of its own."""
    end = reading.skip(index, near, DEGREE)
    if reading.word(end, near) not in PAIN_WORDS:
        return index
    return index if reading.rating_end(end + 1, near) else end + 1


def _record(
    reading: Reading, facts: LegFacts, indexes: Iterable[int], side: str, place: Place | None, names: Iterable[str]
) -> None:
    facts.named.append(side)
    if place is not None and place.furthest is not None:
        facts.reach(side, place.furthest)
    for name in names:
        facts.feel(name, side)
    take_for_legs(reading, indexes)


def take_for_legs(reading: Reading, indexes: Iterable[int]) -> None:
    """Mark the tokens as understood, and as being about the legs."""
    places = list(indexes)
    reading.take(places)
    reading.leg_tokens.update(places)


def resolve_sensations(reading: Reading, facts: LegFacts) -> list[str]:
    """Give the sensations said without a side to the one leg that the line names; return those left to ask about.

    Not asked about is what is plainly not of the legs (`numb fingers`, `weak coffee`) in a line that names nothing
    below the waist: the question speaks of emergencies, and seldom asked it is heard.
    """
    if not facts.pending:
        return []
    questions: list[str] = []
    legs = set(facts.named)
    side = legs.pop() if len(legs) == 1 else None
    is_lower = any(token.word in LOWER_BODY for token in reading.tokens)
    for start, end, names in facts.pending:
        if side is None or _is_elsewhere(reading, start, end, names):
            harmless = UPPER_BODY | WEAK_THINGS if names == ("weak",) else UPPER_BODY
            if is_lower or _words_beside(reading, start, end, DEGREE - AND | TO_PLACE).isdisjoint(harmless):
                questions.extend(names)
            continue
        for name in names:
            facts.feel(name, side)
        take_for_legs(reading, range(_opening(reading, start), end))
    return list(dict.fromkeys(questions))


def _words_beside(reading: Reading, start: int, end: int, small: frozenset[str]) -> set[str]:
    """Return the words before and behind a sensation; before it, up to three `small` ones are passed over."""
    before = start
    while start - before < 3 and reading.word(before - 1, start) in small:
        before -= 1
    behind = reading.skip(end, start, TO_PLACE | frozenset({"left", "right", "both"}))
    return {reading.word(before - 1, start), reading.word(behind, start)}


def _is_elsewhere(reading: Reading, start: int, end: int, names: tuple[str, ...]) -> bool:
    """Return whether the words around say that the leg is not meant (`tingling in my fingers`, `weak coffee`)."""
    if not _words_beside(reading, start, end, DEGREE | TO_PLACE).isdisjoint(OTHER_BODY):
        return True
    follows = reading.word(end, start)
    strange = bool(follows) and not reading.is_known_start(end, start)
    return (
        names[-1] == "weak"
        and strange
        and follows not in DEGREE | AND | TO_PLACE | frozenset({"after", "today", "all"})
    )
