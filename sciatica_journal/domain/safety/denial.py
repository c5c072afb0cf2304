"""Whether words in a text are denied ("no numbness between my legs") or long past ("years ago").

Narrow on purpose: a sign that is asked about needlessly costs one question, a missed one may cost far more.
After the NegEx idea (Chapman 2001): a denial reaches forward over small words and over a list with "or".
"""

from collections.abc import Collection, Iterable
from typing import Final

from sciatica_journal.domain.safety.about_writer import is_not_told
from sciatica_journal.domain.safety.words import Words, plain_word, words_in

Denials = Collection[tuple[str, ...]]

_REACH: Final = 12
"""Words before a sign among which a denial of it is looked for: a list of signs can lie between."""
_OWN_DENIAL: Final = words_in("cant no not dont wont isnt havent zero nothing never little less hardly barely")
"""First words of signs that are themselves a lack ("no feeling", "can't pee"): nothing in front denies them."""

_SMALL: Final = words_in(
    "a an the any of at all ever even really actual real obvious sign signs symptom symptoms trace hint kind sort "
    "feel feeling felt have had has having been being got get getting i ive my me notice noticed noticing yet to be "
    "experience experienced experiencing shooting sharp burning electric electrical nerve odd strange "
    "weird funny thought thoughts thinking about considered contemplated "
    "problem problems issue issues in want wanted wanting wish intention intending plan planning desire"
)
_TURNS: Final = words_in(
    "but now then except though although however still only just because so such until idea doubt wonder matter "
    "longer more less better worse change improvement relief if whether sure know think clue is it"
)
"""Words after which a denial speaks of something else: "no idea if ...", "no better, ..."."""

_NOUNS: Final = words_in(
    "numbness tingling weakness pins pain pains burning shooting leaking trouble pressure tightness fever "
    "breathlessness chest bladder bowel"
)
_LONGEST_DENIAL: Final = 5
"""Words of a denial."""
_LIST_WORDS: Final = frozenset({"or", "nor"})
_ANSWERS_NO: Final = frozenset({"no", "none", "nope", "nil", "negative"})
_DISOWNED: Final = frozenset(
    f"{verb}{what}"
    for verb in ("dont have ", "havent got ", "havent had ", "havent ", "have none of ", "have never had ", "not ")
    for what in ("it", "that", "those", "them", "these", "this", "any", "any of it", "any of that", "any of them", "me")
)
_HELPERS: Final = words_in("is was has have had been now finally already thankfully luckily got")
_FIRST_TIME: Final = (("like", "this"), ("like", "that"), ("this", "bad"), ("that", "bad"), ("until",), ("till",))
_PRESENT: Final = words_in(
    "now today tonight again still currently lately recently since worse new newly started began begun "
    "returned returning yesterday week ongoing"
)
_LASTING: Final = words_in(
    "cancer tumour tumor melanoma lymphoma myeloma leukaemia leukemia osteoporosis osteoporotic osteopenia steroids"
)
"""Things that count however long ago they were."""

_RESOLVED: Final = frozenset(
    (word, present)
    for present in ("now", "since", "again")
    for word in words_in(
        "never not none nothing gone fine ok okay good better place sorted fixed healed cured normal over"
    )
)
"""Pairs in which a word of the present says that it is over: "never again", "not since", "all sorted now"."""

_RETURNED: Final = frozenset((word, "back") for word in ("is", "came", "come", "coming", "creeping", "all"))
"""Pairs in which "back" is no part of the body."""

_COMPARED: Final = frozenset({"where", "than", "like", "as", "what", "how"})


def read_denials(lines: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return lines of a word list as runs of plain words. They are written as phrases are: `dont`, not `did not`."""
    return frozenset(tuple(map(plain_word, line.split())) for line in lines)


def is_denied(words: Words, start: int, end: int, denials: Denials) -> bool:
    """Return whether the words from `start` up to `end` are denied in front ("no ...") or after ("...: no").

    What tells of someone else, or is advice only, counts as denied.
    """
    if any(rule(words, end) for rule in (_answered_no, _ruled_out, _disowned)) or is_not_told(words, start, end):
        return True
    if words.words[start] in _OWN_DENIAL or _first_time(words, end):
        return False
    listed = any(word in _LIST_WORDS for word in words.words[start:end])
    for place in range(start, max(start - _REACH, 0), -1):
        if place < start:
            listed = listed or words.words[place] in _LIST_WORDS
        if not words.marks[place] and _ends_denial(words, place, denials):
            return _reaches(words.words[place:start], listed and words.words[start] in _NOUNS)
        if words.marks[place] and not (words.marks[place] == "," and listed):
            return False
    return False


def _ends_denial(words: Words, end: int, denials: Denials) -> bool:
    """Return whether a denial ends right before word `end`, in the same clause."""
    for length in range(1, min(_LONGEST_DENIAL, end) + 1):
        start = end - length
        if words.words[start:end] in denials:
            return True
        if words.marks[start]:
            return False
    return False


def _reaches(between: tuple[str, ...], in_list: bool) -> bool:
    """Return whether a denial reaches over these words: small ones, or a list of things with "or"."""
    if any(word in _TURNS for word in between):
        return False
    for place in range(len(between) - 1, -1, -1):
        if between[place] in _LIST_WORDS:
            between = between[place + 1 :]
            break
    return in_list or all(word in _SMALL for word in between)


def _answered_no(words: Words, end: int) -> bool:
    if end >= len(words.words) or words.marks[end] not in {":", "?"} or words.words[end] not in _ANSWERS_NO:
        return False
    return end + 1 == len(words.words) or bool(words.marks[end + 1])


def _ruled_out(words: Words, end: int) -> bool:
    """Return whether what follows in the clause rules the sign out: "was ruled out", "excluded"."""
    for place in range(end, min(end + 4, len(words.words))):
        if words.marks[place]:
            return False
        if words.words[place] == "excluded" or words.words[place : place + 2] == ("ruled", "out"):
            return True
        if words.words[place] not in _HELPERS:
            return False
    return False


def _disowned(words: Words, end: int) -> bool:
    """Return whether the next clause is no more than "I don't have it", "haven't got that", "not me"."""
    start = next((place for place in range(end, min(end + 4, len(words.words))) if words.marks[place]), None)
    if start is None:
        return False
    after = next((place for place in range(start + 1, len(words.words)) if words.marks[place]), len(words.words))
    return " ".join(words.words[start:after]).removeprefix("but ").removeprefix("i ") in _DISOWNED


def _first_time(words: Words, end: int) -> bool:
    """Return whether what follows turns "never had ..." into news: "like this", "before today"."""
    after = words.words[end : end + 4]
    if any(after[place : place + len(run)] == tuple(map(plain_word, run)) and after[place - 1 : place] != ("anything",)
           for run in _FIRST_TIME for place in range(len(after))):  # fmt: skip
        return True
    if after[:1] != ("before",):
        return False
    rest = end + 1
    return rest == len(words.words) or bool(words.marks[rest]) or words.words[rest] in {"now", "today", "but", "and"}


def is_past(words: Words, start: int, end: int, past: Denials) -> bool:
    """Return whether the sentence puts the words long ago, and nothing in it speaks of now."""
    first, last = words.sentence(start, end)
    if _speaks_of_now(words, first, last) or not _LASTING.isdisjoint(words.words[start:end]):
        return False
    for place in range(first, last):
        for length in range(1, 8):
            if place + length <= last and words.words[place : place + length] in past:
                if place > first and words.words[place - 1] in _COMPARED:
                    continue
                if _tells_of(words, (place, place + length), (start, end)):
                    return True
    return False


def _speaks_of_now(words: Words, first: int, last: int) -> bool:
    said = words.words
    return any(
        (said[place] in _PRESENT and (place == first or said[place - 1 : place + 1] not in _RESOLVED))
        or said[place : place + 2] in _RETURNED
        for place in range(first, last)
    )


def _tells_of(words: Words, marker: tuple[int, int], hit: tuple[int, int]) -> bool:
    """Return whether the mark of the past speaks of the hit: in its clause, or as a clause of its own."""
    low, high = sorted((marker, hit))
    if not any(words.marks[low[1] : high[0] + 1]) and not any(
        word in {"but", "and", "so"} for word in words.words[low[1] : high[0]]
    ):
        return True
    start, end = marker
    while start > 0 and not words.marks[start]:
        start -= 1
    while end < len(words.words) and not words.marks[end]:
        end += 1
    return (end - start) - (marker[1] - marker[0]) <= 2
