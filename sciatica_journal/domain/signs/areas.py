"""A known sign in another place than it was known in: that is a new one (rule 13: same side, same area).

Areas are compared by the parts of the leg, as the furthest point names them: "outer toes" is the foot. A place within
the same part is not told apart, so that the usual numb toes, called a numb foot once, alarm nobody.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sciatica_journal.domain.legs import FURTHEST_POINTS, THIGH
from sciatica_journal.domain.safety.denial import is_denied, is_past
from sciatica_journal.domain.safety.words import Words, plain_word, read_words, words_in
from sciatica_journal.domain.signs.in_texts import texts_of
from sciatica_journal.domain.signs.known import SignState, sides_of
from sciatica_journal.domain.signs.records import DayRecords, Rules
from sciatica_journal.domain.signs.sensations import SPREADING
from sciatica_journal.domain.signs.trigger import Raised

if TYPE_CHECKING:
    from sciatica_journal.domain.spot import Spot

_NO_PARTS: Final[frozenset[int]] = frozenset()


class Said(NamedTuple):
    """A clause on a sensation: the parts of the leg that it names, its sides, and the words of its sentence."""

    legs: frozenset[int]
    sides: frozenset[str]
    words: frozenset[str]


_PART_OF_REGION: Final = {
    "buttock": 2, "sit": 2, "hip": 2, "thigh": 3, "knee": 4, "shin": 5, "calf": 5,
    **dict.fromkeys(("achilles", "ankle", "heel", "foot", "sole", "forefoot", "toe1", "toe2", "toe5"), 6),
}  # fmt: skip
_SPOT_QUALITIES: Final = {"numb": "numb", "tingling": "pins_and_needles"}
SAID: Final = {
    "numb": words_in("numb numbness"),
    "tingling": words_in("tingling tingle tingly tingled needle"),
}
"""The words that say a sensation."""


def elsewhere(records: DayRecords, rules: Rules, known: Sequence[SignState]) -> Iterator[Raised]:
    """Yield numbness and tingling in a part of the leg in which the sign, known on that side, was not known so far.

    Only a sign that is quiet there can be elsewhere; one that tells of no part of the leg is not compared.
    """
    for sign, quality in _SPOT_QUALITIES.items():
        parts = {side: _known_parts(known, sign, side) for side in ("left", "right")}
        if not any(parts.values()):
            continue
        for spot in records.day.spots if records.day is not None else ():
            part = _PART_OF_REGION.get(spot.region.partition("_")[0])
            if quality in spot.qualities and part is not None:
                yield from _raise_on(sign, spot.region.replace("_", " "), {part}, _sides(spot), parts)
        for _, text in dict.fromkeys((*texts_of(records), *records.texts)):
            yield from _in_text(sign, read_words(text), rules, parts)


def _sides(spot: "Spot") -> frozenset[str]:
    return sides_of(spot.side) if spot.side in {"left", "right", "both"} else frozenset()


def _known_parts(known: Sequence[SignState], sign: str, side: str) -> frozenset[int]:
    """Return the parts of the leg in which a sign is known on a side, none where it is not quiet or not compared."""
    live = [
        state
        for state in known
        if state.sign == sign and state.ended is None and (state.side is None or side in sides_of(state.side))
    ]
    told = [_parts_in(read_words(state.area or "").words) for state in live]
    return _NO_PARTS.union(*told) if all(told) and any(state.quiet for state in live) else _NO_PARTS


def _parts_in(words: Sequence[str]) -> frozenset[int]:
    return frozenset(part for word in words if (part := _parts_of_words().get(word)) is not None)


@cache
def _parts_of_words() -> dict[str, int]:
    from sciatica_journal.domain.line.words import PLACES

    more = {"sole": 6, "achilles": 6, "forefoot": 6, "instep": 6, "arch": 6}
    return {plain_word(word): part for word, part in (PLACES | more).items()}


def _raise_on(
    sign: str, place: str, said: set[int] | frozenset[int], sides: frozenset[str], parts: dict[str, frozenset[int]]
) -> Iterator[Raised]:
    for side in sorted(sides):
        if parts[side] and parts[side].isdisjoint(said):
            where = " and ".join(FURTHEST_POINTS[part] for part in sorted(parts[side]))
            because = f"{sign}: {side} {place}, known so far: {where}"
            yield Raised(SPREADING, False, because, f"{sign} {side} {place}", lasts=True)


def _in_text(sign: str, words: Words, rules: Rules, parts: dict[str, frozenset[int]]) -> Iterator[Raised]:
    for legs, sides, _ in said_of(sign, words, rules):
        yield from _raise_on(sign, " and ".join(FURTHEST_POINTS[part] for part in sorted(legs)), legs, sides, parts)


def said_of(sign: str, words: Words, rules: Rules) -> Iterator[Said]:
    """Yield what clauses say of a sensation, where a side and a part of the leg from the thigh on stand with it."""
    for start, end in words.clauses():
        said = words.words[start:end]
        places = [at for at in range(start, end) if words.words[at] in SAID[sign]]
        legs = frozenset(part for part in _parts_in(said) if part >= THIGH)
        sides = frozenset(side for side in ("left", "right") if side in said)
        if not places or not legs or not sides or is_denied(words, places[0], places[0] + 1, rules.negations):
            continue
        if not is_past(words, places[0], places[0] + 1, rules.past):
            first, last = words.sentence(start, end)
            yield Said(legs, sides, frozenset(words.words[first:last]))
