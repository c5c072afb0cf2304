"""What the line denies: `no pain`, `not numb`, `no tingling or weakness`, `no left calf pain`."""

from sciatica_journal.domain.line.leg_facts import LegFacts
from sciatica_journal.domain.line.legs import sensation_at
from sciatica_journal.domain.line.places import bare_side_at, place_at
from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.words import (
    AND,
    BACK_WORDS,
    DEGREE,
    HARDLY,
    LOW,
    NEGATION_FILLERS,
    NEGATORS,
    NO_PAIN_BUT,
    PAIN_WORDS,
    PAINKILLERS,
    PLACES,
    RUN_PAINS,
    SENSATION_WORDS,
    SIDE_WORDS,
    TO_PLACE,
)

_PAIN = "pain"
_MOST_LISTED = 6
_REACH = 3


def read_negations(reading: Reading, facts: LegFacts) -> None:
    """Read what is denied; a denied place, and a sign denied in words not understood, stay note."""
    for index, token in enumerate(reading.tokens):
        if token.word in NEGATORS and reading.is_open(index, index):
            _read_denied(reading, facts, index)
        elif token.word in ("free", "painfree") and reading.is_open(index, index):
            _read_pain_free(reading, index)


def _read_denied(reading: Reading, facts: LegFacts, negator: int) -> None:
    start = reading.skip(negator + 1, negator, NEGATION_FILLERS, 5)
    names, end = _listed(reading, start, negator)
    if not names:
        _deny_place(reading, start, negator)
        return
    after = reading.skip(end, negator, frozenset({"any", "anymore", "more", "longer", "now", "today"}))
    at = reading.skip(end, negator, TO_PLACE)
    place = place_at(reading, at, negator)
    if place is not None and at == end and sensation_at(reading, place.end, negator):
        place = None
    bare = bare_side_at(reading, at, negator)
    if place is not None:
        reading.bar(range(at, place.end))
    opening = negator - 1 if reading.word(negator - 1, negator) in DEGREE else negator
    signs = [name for name in names if name != _PAIN]
    if _PAIN in names and not signs:
        _deny_pain(reading, opening, end, scoped=place is not None or bare is not None)
        return
    facts.none(signs)
    reading.take(range(opening, bare[1] if bare else after))
    if _PAIN in names and place is None:
        reading.set_field("pain_worst", 0, range(opening, end))


def _listed(reading: Reading, start: int, negator: int) -> tuple[list[str], int]:
    """Return the denied signs from `start` on; commas join only if the last is joined with `or`."""
    names: list[str] = []
    sure, end = 0, start
    at, near = start, negator
    for _ in range(_MOST_LISTED):
        found = _sign_at(reading, at, near)
        if found is None:
            break
        names.append(found[0])
        joined = len(names) == 1 or (reading.tokens[at - 1].word in AND)
        if joined:
            sure, end = len(names), found[1]
        at = found[1]
        if (
            at < len(reading.tokens)
            and reading.tokens[at].by_comma
            and reading.tokens[at].clause != reading.tokens[near].clause
        ):
            near = at
        at = reading.skip(at, near, AND, 1)
        at = reading.skip(at, near, NEGATORS | frozenset({"any"}), 1) if at > found[1] else at
    return names[:sure], end


def _sign_at(reading: Reading, index: int, near: int) -> tuple[str, int] | None:
    if reading.word(index, near) in ("pain", "pains"):
        return _PAIN, index + 1
    return sensation_at(reading, index, near)


def _deny_pain(reading: Reading, start: int, end: int, scoped: bool) -> None:
    if reading.rating_end(end, start) is not None:
        return
    word = reading.word(end, start)
    if reading.word(start - 1, start) in HARDLY and reading.word(start - 1, start):
        reading.bar(range(start - 1, end))
        return
    morning = [reading.word(end + step, start) for step in range(2)] in (["this", "morning"], ["on", "waking"])
    if morning:
        reading.set_field("pain_morning", 0, range(start, end + 2))
        return
    at_all = word == "at" and reading.word(end + 1, start) == "all"
    if word in RUN_PAINS:
        return
    if scoped or (word in NO_PAIN_BUT and not at_all) or word in PAINKILLERS:
        if word not in ("killer", "killers"):
            reading.bar(range(start, end))
        return
    reading.set_field("pain_worst", 0, range(start, end + 2 if at_all else end))


def _deny_place(reading: Reading, index: int, negator: int) -> None:
    """Bar the place in `no left calf pain`, and a sign that a few words away is denied (`no hint of numbness`)."""
    at = reading.skip(index, negator, PAIN_WORDS | TO_PLACE)
    place = place_at(reading, at, negator)
    if place is not None:
        reading.bar(range(negator, place.end))
        return
    low = reading.skip(at, negator, LOW, 1)
    word = reading.word(low, negator)
    if word in BACK_WORDS or (word in PLACES and reading.word(low - 1, negator) not in SIDE_WORDS):
        reading.bar(range(negator, low + 1))
        _bar_pain_word(reading, low + 1)
        return
    for step in range(1, _REACH + 1):
        word = reading.word(negator + step, negator)
        if word in SENSATION_WORDS:
            reading.bar(range(negator, negator + step + 1))
        if not word or reading.is_known_start(negator + step, negator):
            return


def _bar_pain_word(reading: Reading, index: int) -> None:
    if reading.word(index, index - 1) in PAIN_WORDS or _same_clause_pain(reading, index):
        reading.bar((index,))


def _same_clause_pain(reading: Reading, index: int) -> bool:
    return (
        index < len(reading.tokens)
        and reading.tokens[index].word in PAIN_WORDS
        and (reading.tokens[index].clause == reading.tokens[index - 1].clause)
    )


def _read_pain_free(reading: Reading, index: int) -> None:
    one_word = reading.tokens[index].word == "painfree"
    start = index if one_word else index - 1
    if not one_word and reading.word(start, index) != "pain":
        return
    before = reading.word(start - 1, index)
    if before in HARDLY or before in NEGATORS:
        reading.bar(range(start - 1, index + 1))
        return
    reading.set_field("pain_worst", 0, range(start, index + 1))
