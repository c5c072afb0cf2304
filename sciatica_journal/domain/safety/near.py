"""Words that stand near each other in any order: "leaking ... bladder" and "bladder ... leaks".

A near phrase is elements joined by `&`, alternatives `a|b|c` as in domain/safety/phrases.py. Each has to occur, in one
sentence, with at most eight words from one to the next: `&3` for three, of which the largest counts, and `&` at the
end where there is one element. Besides,

- a plain word finds its plural too, a plural and `=leg` only themselves;
- `tingl~` finds what begins like that, from three letters on; a hyphen joins up to four words, two before a `~`;
- an element `!a|b` bars: none of its words may stand in the sentence, up to eight words around what was found;
- `&.` or `&3.` lets what was found go on past the end of a sentence.

A later element that is denied ("peeing, no trouble") does not count; the first one tells what it is about. A phrase of
one element finds nothing in a clause with a denial before it.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise, product
from typing import Final, NamedTuple

from sciatica_journal.domain.safety.first_elements import FirstElements
from sciatica_journal.domain.safety.words import SENTENCE_ENDS, Words, words_in

__all__ = ["NearIndex", "is_near", "stems"]

_APART: Final = 8
"""Words that lie between two elements of a phrase at most, where the phrase gives no other number."""
_SHORTEST_STEM, _LONGEST_STEM = 3, 10
_LONGEST_RUN, _LONGEST_STEM_RUN = 4, 2
"""Words that a hyphen may join: of alternatives, and of those that end with a stem."""

_MOST: Final = 6
"""Places of an element that are looked at: more in one text say the same."""

_DENIALS: Final = words_in("no not none nor neither never without dont isnt havent zero nil")
_OWN_DENIAL: Final = words_in("cant no not dont wont isnt havent never nothing zero less little hardly barely without")
_ANSWERS_NO: Final = words_in("no none nil nope negative")
_SMALL: Final = words_in(
    "a an the any of at all even really actual real sign feel feeling have had having been being get got getting i my "
    "notice noticing new more or further such unusual lost lose losing change changes"
)

Place = tuple[int, int]


class _Rule(NamedTuple):
    owner: str
    wanted: Sequence[str]
    barred: Sequence[str]
    apart: int
    onward: bool


def is_near(phrase: str) -> bool:
    """Return whether a phrase is a near phrase."""
    return "&" in phrase


@lru_cache(maxsize=1024)
def _rule(owner: str, phrase: str) -> _Rule:
    parts = phrase.split(" ")
    elements = [part for part in parts if part[0] not in "!&"]
    barred = [part[1:] for part in parts if part[0] == "!"]
    joints = [part for part in parts if part[0] == "&"]
    apart = max(int(joint.strip("&.") or _APART) for joint in joints)
    return _Rule(owner, elements, barred, apart, any(joint[-1] == "." for joint in joints))


class NearIndex:
    """Near phrases with their owners, by their first elements: best the ones with the fewest words."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for owner, phrase in phrases:
            self._by_first.setdefault(phrase.partition(" ")[0], []).append((owner, phrase))
        self._firsts = FirstElements(self._by_first, _choices)

    def find(self, words: Words) -> Iterator[tuple[tuple[str, int, int], bool]]:
        """Yield owner, first word and end of what was found, and whether it is a phrase of one element."""
        if not self._by_first:
            return
        text = _Text(words)
        for first in self._firsts.possible(text.spellings):
            for owner, phrase in self._by_first[first]:
                rule = _rule(owner, phrase)
                if all(map(text.places, rule.wanted)):
                    for start, end in _together(rule, text):
                        if not any(_bars(text, part, start, end) for part in rule.barred):
                            yield (owner, start, end), len(rule.wanted) == 1


class _Text:
    """A text whose words can be looked up by all that an element may write for them."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._spelled: dict[str, list[Place]] = {}
        self._places: dict[str, list[Place]] = {}
        for start in range(len(words.words)):
            self._spell(start)

    def _spell(self, start: int) -> None:
        """Learn the runs of words that begin at a word, as they are compared, as written and as stems."""
        plain = exact = ""
        for end in range(start + 1, min(start + _LONGEST_RUN, len(self.words.words)) + 1):
            if plain and self.words.marks[end - 1] in SENTENCE_ENDS:
                return
            word, written = self.words.words[end - 1], self.words.exact[end - 1]
            place = (start, end)
            if end == start + 1:
                self._spelled.setdefault(f"={written}", []).append(place)
            if end <= start + _LONGEST_STEM_RUN:
                for stem in stems(word):
                    self._spelled.setdefault(plain + stem, []).append(place)
            plain, exact = plain + word, exact + written
            self._spelled.setdefault(plain, []).append(place)
            if exact != plain:
                self._spelled.setdefault(exact, []).append(place)
            plain, exact = f"{plain}-", f"{exact}-"

    @property
    def spellings(self) -> AbstractSet[str]:
        """All that an element may write for words of the text."""
        return self._spelled.keys()

    def places(self, element: str) -> list[Place]:
        """Return where the element's words stand, the longest of those that begin at the same word."""
        found = self._places.get(element)
        if found is None:
            choices = _choices(element)
            found = self._places[element] = []
            if not self._spelled.keys().isdisjoint(choices):
                longest = dict(sorted(place for choice in choices for place in self._spelled.get(choice, ())))
                found.extend(sorted(longest.items())[:_MOST])
        return found


@lru_cache(maxsize=4096)
def stems(word: str) -> Sequence[str]:
    """Return the stems, as phrases write them, with which a word begins."""
    return [f"{word[:length]}~" for length in range(_SHORTEST_STEM, min(len(word), _LONGEST_STEM) + 1)]


@lru_cache(maxsize=2048)
def _choices(element: str) -> Sequence[str]:
    return element.split("|")


def _denied(words: Words, start: int, held: Sequence[Place]) -> bool:
    """Return whether a denial stands in front that is not among the places that are `held` for other elements."""
    if words.words[start] in _OWN_DENIAL:
        return False
    for place in range(start - 1, max(start - 5, -1), -1):
        if words.marks[place + 1]:
            return False
        if words.words[place] in _DENIALS:
            return not any(first <= place < last for first, last in held)
        if words.words[place] not in _SMALL:
            return False
    return False


def _refused(words: Words, start: int, held: Sequence[Place]) -> bool:
    """Return whether a denial stands right in front that is not held for another element: "no", "not"."""
    if start == 0 or words.marks[start] or words.words[start] in _OWN_DENIAL or words.words[start - 1] not in _DENIALS:
        return False
    return not any(first <= start - 1 < last for first, last in held)


def _clause_denies(words: Words, start: int) -> bool:
    """Return whether a denial stands in front in the clause, or "no", "fine" and their like right behind a colon."""
    for place in range(start + 1, min(start + 4, len(words.words))):
        if words.marks[place] in {":", "?"} and words.words[place] in _ANSWERS_NO:
            return True
    for place in range(start - 1, max(start - 1 - _APART, -1), -1):
        if words.marks[place + 1] and words.words[place + 1 : place + 2] not in (("or",), ("nor",)):
            return False
        if words.words[place] in _DENIALS:
            return True
    return False


def _together(rule: _Rule, text: _Text) -> set[Place]:
    """Return the bounds of what stands near enough, without the bounds that hold others within."""
    found = set()
    marks = text.words.marks
    for places in product(*map(text.places, rule.wanted)):
        ordered = sorted(places)
        if not all(0 <= after[0] - before[1] <= rule.apart for before, after in pairwise(ordered)):
            continue
        start, end = ordered[0][0], ordered[-1][1]
        if not rule.onward and any(mark in SENTENCE_ENDS for mark in marks[start + 1 : end] if mark):
            continue
        denied = _clause_denies(text.words, start) if len(places) == 1 else False
        denied = denied or _refused(text.words, places[0][0], ordered)
        if not denied and not any(_denied(text.words, place[0], ordered) for place in places[1:]):
            found.add((start, end))
    return {
        one for one in found if not any(one != other and one[0] <= other[0] and other[1] <= one[1] for other in found)
    }


def _bars(text: _Text, element: str, start: int, end: int) -> bool:
    """Return whether one of the element's words stands in the sentence, near what was found."""
    first, last = text.words.sentence(start, end)
    first, last = max(first, start - _APART), min(last, end + _APART)
    return any(first <= place[0] and place[1] <= last for place in text.places(element))
