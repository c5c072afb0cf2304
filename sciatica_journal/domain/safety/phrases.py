"""Phrases found in free text: words and gaps, forgiving of case, apostrophes, plurals and spacing.

A phrase is a line of elements separated by spaces, in lower case and without apostrophes:

- a word, or alternatives `a|b|c`; a hyphen inside one joins words (`pins-and-needles`);
- `=legs` the word just so, where the plural is meant;
- `[a|b]` the same, but it may be missing;
- `*` up to three words, `**` up to eight, without a denial among them; what follows the gap begins no sentence;
- `$` the end of the clause.

A line with `&` is a near phrase instead: domain/safety/near.py.

No regular expression is compiled per phrase: phrases are looked up by the words of a text, and their elements are
parsed as a match gets to them, so that most never are.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from sciatica_journal.domain.safety.first_elements import FirstElements
from sciatica_journal.domain.safety.near import NearIndex, is_near
from sciatica_journal.domain.safety.words import SENTENCE_ENDS, Words, plain_word, read_words, words_in

__all__ = [
    "Element", "PhraseIndex", "Words", "find_phrases", "index_phrases", "match_at", "parse_element", "plain_word",
    "read_words", "spellings", "words_in",
]  # fmt: skip

_GAPS: Final = {"*": 3, "**": 8}
_STOPPERS: Final = words_in("no not nothing none nor neither never without isnt dont fine ok okay normal")


class Element(NamedTuple):
    """One element of a phrase: alternatives as written, by the first word of each, a gap of up to `gap` words, or a
    clause end."""

    alternatives: Mapping[str, Sequence[str]] = MappingProxyType({})
    optional: bool = False
    gap: int = 0
    ends: bool = False


@lru_cache(maxsize=4096)
def parse_element(written: str) -> Element:
    """Return what an element of a phrase says."""
    if written in _GAPS:
        return Element(gap=_GAPS[written])
    if written == "$":
        return Element(ends=True)
    optional = written.startswith("[") and written.endswith("]")
    alternatives: dict[str, list[str]] = {}
    for choice in written.strip("[]").split("|"):
        first = choice.partition("-")[0] if "-" in choice else choice
        alternatives.setdefault(plain_word(first.lstrip("=")), []).append(choice)
    return Element(alternatives, optional)


@lru_cache(maxsize=4096)
def _run_of(choice: str) -> tuple[str, ...]:
    """Return the words that an alternative joins with hyphens, as they are compared."""
    return tuple(word if word.startswith("=") else plain_word(word) for word in choice.split("-"))


def match_at(elements: Sequence[str], words: Words, place: int, at: int = 0, begun: bool = False) -> int | None:
    """Return where a match of the elements from number `at` on that starts at word `place` ends, or None.

    The shortest is returned.
    """
    if at == len(elements):
        return place
    element = parse_element(elements[at])
    if element.ends:
        return place if place == len(words.words) or words.marks[place] else None
    if element.gap:
        return _match_gap(element.gap, elements, words, place, at + 1)
    choices = element.alternatives.get(words.words[place], ()) if place < len(words.words) else ()
    for choice in choices:
        end = _match_words(_run_of(choice), words, place, begun)
        if end is not None:
            found = match_at(elements, words, end, at + 1, True)
            if found is not None:
                return found
    return match_at(elements, words, place, at + 1, begun) if element.optional else None


def _match_words(choice: tuple[str, ...], words: Words, place: int, begun: bool) -> int | None:
    end = place + len(choice)
    if words.words[place:end] != choice and not _match_exactly(choice, words, place):
        return None
    inner = words.marks[place if begun else place + 1 : end]
    return None if any(mark in SENTENCE_ENDS for mark in inner if mark) else end


def _match_exactly(choice: tuple[str, ...], words: Words, place: int) -> bool:
    return len(choice) == 1 and choice[0][0] == "=" and words.exact[place : place + 1] == (choice[0][1:],)


def _match_gap(longest: int, elements: Sequence[str], words: Words, place: int, at: int) -> int | None:
    """Return where a match of the elements from number `at` on ends that starts at most `longest` words further on."""
    wanted = _must_start_with(elements, at)
    for here in range(place, min(place + longest, len(words.words)) + 1):
        word = words.words[here] if here < len(words.words) else ""
        if wanted is None or word in wanted:
            found = match_at(elements, words, here, at, True)
            if found is not None:
                return found
        if word in _STOPPERS:
            return None
    return None


def _must_start_with(elements: Sequence[str], at: int) -> Collection[str] | None:
    """Return the words one of which must stand where the elements from number `at` on match, None for any."""
    if at == len(elements):
        return None
    element = parse_element(elements[at])
    return None if element.optional or element.gap or element.ends else element.alternatives


class PhraseIndex:
    """Phrases by their first elements, as written: which of them a text can hold is found by the words it has.

    Nothing is parsed before a text has all words of a phrase, so that many phrases cost little at a start.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        near: list[tuple[str, str]] = []
        for owner, phrase in phrases:
            if is_near(phrase):
                near.append((owner, phrase))
                continue
            self._by_first.setdefault(phrase.partition(" ")[0], []).append((owner, phrase))
        self.near = NearIndex(near)
        self._firsts = FirstElements(self._by_first, _first_words)

    def candidates(self, vocabulary: Collection[str]) -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
        """Return owner and elements of the phrases whose words all occur, by each word they can start with."""
        spelled = spellings(vocabulary)
        occurs = dict.fromkeys((*_GAPS, "$"), True)
        found: dict[str, list[tuple[str, Sequence[str]]]] = {}
        for first in self._firsts.possible(spelled):
            occurs[first] = True
            split = ((owner, phrase.split(" ")) for owner, phrase in self._by_first[first])
            possible = [(owner, elements) for owner, elements in split if _all_occur(elements, spelled, occurs)]
            if possible:
                for word in {plain_word(one.lstrip("=")) for one in _first_words(first) if one in spelled}:
                    found.setdefault(word, []).extend(possible)
        return found


@lru_cache(maxsize=4096)
def _first_words(element: str) -> list[str]:
    """Return the first word of each alternative, as written."""
    if "-" in element:
        return [choice.partition("-")[0] for choice in element.split("|")]
    return element.split("|")


def _all_occur(elements: Iterable[str], spelled: frozenset[str], occurs: dict[str, bool]) -> bool:
    for element in elements:
        if element not in occurs:
            occurs[element] = element[0] == "[" or not spelled.isdisjoint(_first_words(element))
        if not occurs[element]:
            return False
    return True


def spellings(vocabulary: Collection[str]) -> frozenset[str]:
    """Return all ways in which phrases may write these words: with a plural s, and marked as just so."""
    plurals = {f"{word}s" for word in vocabulary}
    return frozenset({*vocabulary, *plurals, *(f"={word}" for word in (*vocabulary, *plurals))})


def index_phrases(phrases: Iterable[tuple[str, str]]) -> PhraseIndex:
    """Return the index of (owner, phrase) pairs; the first element of a phrase is a word or alternatives."""
    return PhraseIndex(phrases)


def find_phrases(index: PhraseIndex, words: Words) -> Iterator[tuple[str, int, int]]:
    """Yield owner, first word and end of every match in the text; of a topic's bare name only where no more is said."""
    candidates = index.candidates(frozenset(words.words))
    plain: list[tuple[str, int, int]] = []
    for place, word in enumerate(words.words):
        for owner, elements in candidates.get(word, ()):
            end = match_at(elements, words, place)
            if end is not None:
                plain.append((owner, place, end))
    near = list(index.near.find(words))
    plain += [hit for hit, topic in near if not topic]
    told = {owner for owner, _, _ in plain}
    yield from plain
    yield from (hit for hit, topic in near if topic and hit[0] not in told)
