"""Whether words in a text tell of the writer now: not of someone else, not of advice, not of an answer that was no.

As narrow as domain/safety/denial.py, and for the same reason: only plain wordings keep a question from being asked.
"""

from typing import Final

from sciatica_journal.domain.safety.words import Words, words_in

__all__ = ["brings_in_writer", "is_not_told"]

_PEOPLE: Final = words_in(
    "mum mom mam mother dad father friend mate buddy pal uncle aunt auntie nan nana gran granny grandma grandad "
    "granddad grandpa grandfather grandmother sister brother neighbour neighbor colleague coworker clubmate teammate "
    "wife husband girlfriend boyfriend son daughter kid child toddler baby cousin nephew niece boss dog cat puppy"
)
_PERSON: Final = frozenset((word,) for word in _PEOPLE)
_WHOSE: Final = words_in("my a an the our his her their one another some")
_OPENS: Final = words_in("and but because when so that today yesterday")
_LINKS: Final = words_in(
    "has had have got gets getting is are was were been being with from last yesterday night week month a an the his "
    "her their both also just nearly almost suddenly really very who whose leg foot diagnosed collapsed still now in "
    "law"
)
_WRITER: Final = words_in("im ive id ill me my mine myself we our too same")
_OF_OTHERS: Final = words_in("his her their")
_LONGEST_LINK: Final = 5
"""Words between a person and what is said of them."""

_CLINIC: Final = words_in(
    "gp doctor doc dr physio physiotherapist surgeon consultant nurse specialist neurologist osteopath chiropractor "
    "leaflet sheet website app nhs page"
)
_ADVICE: Final = (
    ("watch", "for"), ("watch", "out", "for"), ("look", "out", "for"), ("looking", "out", "for"), ("back", "if"),
    ("hospital", "if"), ("straight", "in", "if"), ("e", "if"), ("er", "if"), ("999", "if"), ("911", "if"),
    ("112", "if"), ("111", "if"), ("ambulance", "if"), ("ring", "if"), ("call", "if"), ("phone", "if"),
)  # fmt: skip
_LONGEST_ADVICE: Final = 10
"""Words between the advice and the sign that it names."""
_TELLS_MORE: Final = words_in(
    "and but so which because have had got then there now today tonight still again since yesterday this already "
    "started going went me exactly"
)

_ASKED: Final = words_in("asked ask asking question checked")
_ANSWERS: Final = words_in("no none nope nil not")
_BEFORE_ANSWER: Final = words_in("i said answered told him her them well of course luckily thankfully it is said")
_LONGEST_ANSWER: Final = 6
"""Words of the next clause among which the answer no is looked for."""
_LONGEST_REST: Final = 4
"""Words behind the sign up to the end of the question."""


def is_not_told(words: Words, start: int, end: int) -> bool:
    """Return whether the words from `start` up to `end` are of someone else, advice, or asked and answered with no."""
    return _of_someone_else(words, start, end) or _advice(words, start, end) or _asked_and_denied(words, start, end)


def brings_in_writer(words: Words, start: int, end: int) -> bool:
    """Return whether words that begin with someone else go on to the writer: "told mum I have ..."."""
    return words.words[start] in _PEOPLE and not (_WRITER | {"i"}).isdisjoint(words.words[start + 1 : end])


def _of_someone_else(words: Words, start: int, end: int) -> bool:
    """Return whether a clause that begins with someone ("my dad has had ...", "his ...") goes on with the words."""
    said = words.words
    if not _WRITER.isdisjoint(said[end : end + 3]):
        return False
    if start and not words.marks[start] and said[start - 1] in _OF_OTHERS and _WRITER.isdisjoint(said[start:end]):
        return True
    if any(said[at] in _WRITER and said[at + 1 : at + 2] not in _PERSON for at in range(start, end)):
        return False
    first = start + 1 if said[start] in _WHOSE and start + 1 < end else start
    for place in range(first, max(start - _LONGEST_LINK - 1, -1), -1):
        if said[place] in _PEOPLE:
            return _begins_clause(words, place)
        if words.marks[place] or (place < start and said[place] not in _LINKS):
            return False
    return False


def _begins_clause(words: Words, person: int) -> bool:
    """Return whether a clause begins with the person, and with whose or which one it is."""
    first = person
    if not words.marks[first] and words.words[first - 1] in _WHOSE:
        first -= 1
    return bool(words.marks[first]) or words.words[first - 1] in _OPENS


def _advice(words: Words, start: int, end: int) -> bool:
    """Return whether a sentence of a clinic or leaflet ("come back if ...") says no more than the words."""
    first, last = words.sentence(start, end)
    said = words.words
    if _CLINIC.isdisjoint(said[first:start]) or not _TELLS_MORE.isdisjoint(said[end:last]):
        return False
    for place in range(start, max(start - _LONGEST_ADVICE, first), -1):
        if any(said[place - len(run) : place] == run for run in _ADVICE):
            return _TELLS_MORE.isdisjoint(said[place:end])
    return False


def _asked_and_denied(words: Words, start: int, end: int) -> bool:
    """Return whether the sentence says that someone asked, and the next clause is a no."""
    first, last = words.sentence(start, end)
    end = next((place for place in range(end, min(end + _LONGEST_REST, last)) if words.marks[place]), end)
    if _ASKED.isdisjoint(words.words[first:start]) or end >= len(words.words) or not words.marks[end]:
        return False
    for place in range(end, min(end + _LONGEST_ANSWER, len(words.words))):
        if place > end and words.marks[place]:
            return False
        if words.words[place] in _ANSWERS or words.words[place : place + 2] == ("it", "isnt"):
            after = place + (2 if words.words[place] == "it" else 1)
            return after == len(words.words) or words.marks[after] in {".", ",", ";"}
        if words.words[place] not in _BEFORE_ANSWER:
            return False
    return False
