"""Phrases found in free text: words and gaps, forgiving of case, apostrophes, plurals and spacing.

A phrase is a line of elements separated by spaces, in lower case and without apostrophes:

- a word, or alternatives `a|b|c`; a hyphen inside one joins words (`pins-and-needles`);
- `=legs` the word just so, where the plural is meant;
- `[a|b]` the same, but it may be missing;
- `*` up to three words, `**` up to eight, within one sentence and without a denial among them;
- `$` the end of the clause.

No regular expression is compiled per phrase: phrases are looked up by their first word, and their elements are
parsed as a match gets to them, so that most never are.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

_GAPS: Final = {"*": 3, "**": 8}
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’‘‛ʼʹ`´′＇"))
_TOKEN: Final = re.compile(r"\d+(?:[.,:/]\d+)+|[^\W_]+|\n\s*\n|[.!?;:,\n()=…–—]|-(?=\s)")
_SENTENCE_ENDS: Final = frozenset(".!?;…")

_SAME: Final[Mapping[str, str]] = {
    **dict.fromkeys(("cannot", "couldnt"), "cant"),
    **dict.fromkeys(("doesnt", "didnt"), "dont"),
    **dict.fromkeys(("wasnt", "arent", "werent", "aint"), "isnt"),
    "wouldnt": "wont",
    **dict.fromkeys(("hasnt", "hadnt"), "havent"),
}
_JOINED: Final[Mapping[tuple[str, ...], str]] = {
    **{(verb, "t"): f"{verb}t" for verb in ("can", "couldn", "don", "didn", "doesn", "isn", "wasn", "won", "haven")},
    **dict.fromkeys([(verb, "not") for verb in ("can", "could")], "cant"),
    **dict.fromkeys([(verb, "not") for verb in ("do", "does", "did")], "dont"),
    **dict.fromkeys([(verb, "not") for verb in ("is", "was", "are", "were")], "isnt"),
    **dict.fromkeys([(verb, "not") for verb in ("will", "would")], "wont"),
    **dict.fromkeys([(verb, "not") for verb in ("have", "has", "had")], "havent"),
    **dict.fromkeys([(verb, word) for verb in ("can", "could") for word in ("barely", "hardly", "scarcely")], "cant"),
    **dict.fromkeys([(word, "able", "to") for word in ("not", "isnt", "barely", "hardly", "dont")], "cant"),
    **dict.fromkeys([(word, "been", "able", "to") for word in ("not", "havent")], "cant"),
    **dict.fromkeys([("unable", "to"), ("inability", "to"), ("no", "longer", "able", "to")], "cant"),
    **dict.fromkeys([("can", "no", "longer"), ("could", "no", "longer")], "cant"),
}
_JOIN_FIRST: Final = frozenset(words[0] for words in _JOINED)


class Words(NamedTuple):
    """A text as plain words, and as `exact` ones with their plural s.

    `marks[i]` is the punctuation before word i: "", ":", ",", "." (a sentence's end) or "?" (a question's);
    `spans[i]` is where the word stands in `text`.
    """

    text: str
    words: tuple[str, ...]
    exact: tuple[str, ...]
    marks: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def quote(self, start: int, end: int) -> str:
        """Return the words from `start` up to `end` as they were written, on one line."""
        return " ".join(self.text[self.spans[start][0] : self.spans[end - 1][1]].split())

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds of the sentence around the words from `start` up to `end`, 40 words each way at most."""
        earliest, latest = max(start - 40, 0), min(end + 40, len(self.words))
        while start > earliest and self.marks[start] not in _SENTENCE_ENDS:
            start -= 1
        while end < latest and self.marks[end] not in _SENTENCE_ENDS:
            end += 1
        return start, end

    def clauses(self) -> Iterator[tuple[int, int]]:
        """Yield the bounds of each stretch of words without punctuation."""
        start = 0
        for place in range(1, len(self.words) + 1):
            if place == len(self.words) or self.marks[place]:
                yield start, place
                start = place


def plain_word(word: str) -> str:
    """Return a lower-case word without apostrophes as it is compared: one spelling, no plural s."""
    word = _SAME.get(word, word)
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word


def words_in(listed: str) -> frozenset[str]:
    """Return a list of words, separated by spaces, as they are compared."""
    return frozenset(map(plain_word, listed.split()))


_STOPPERS: Final = words_in("no not nothing none nor neither never without isnt dont fine ok okay normal")


def read_words(text: str) -> Words:
    """Return the words of a text. Apostrophes vanish, `can not`, `unable to` and their kin become one word."""
    words: list[str] = []
    marks: list[str] = []
    spans: list[tuple[int, int]] = []
    mark = "."
    # An apostrophe becomes a mark that is no word end, so that places in the text stay right.
    for token in _TOKEN.finditer(_without_apostrophes(text)):
        word = token[0].replace(_GLUE, "").lower()
        if not word[:1].isalnum():
            mark = _stronger(mark, _mark(token[0]))
            continue
        words.append(_SAME.get(word, word))
        marks.append(mark)
        spans.append(token.span())
        mark = ""
        _join(words, marks, spans)
    return Words(text, tuple(map(plain_word, words)), tuple(words), tuple(marks), tuple(spans))


_GLUE: Final = "ـ"
"""A letter by Unicode's rules that no one types in this program's languages: stands for an apostrophe."""


def _without_apostrophes(text: str) -> str:
    return text.translate(dict.fromkeys(_APOSTROPHES, _GLUE))


def _mark(token: str) -> str:
    if token == "?":
        return "?"
    if token in _SENTENCE_ENDS or (token[0] == "\n" and token != "\n"):
        return "."
    return ":" if token in ":=-–—" else ","


def _stronger(one: str, other: str) -> str:
    order = ("", ",", ":", ".", "?")
    return max(one, other, key=order.index)


def _join(words: list[str], marks: list[str], spans: list[tuple[int, int]]) -> None:
    for length in (4, 3, 2):
        if len(words) < length or words[-length] not in _JOIN_FIRST or any(marks[1 - length :]):
            continue
        joined = _JOINED.get(tuple(words[-length:]))
        if joined is not None:
            words[-length:] = [_SAME.get(joined, joined)]
            spans[-length:] = [(spans[-length][0], spans[-1][1])]
            del marks[1 - length :]
            _join(words, marks, spans)
            return


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
        alternatives.setdefault(plain_word(choice.partition("-")[0].lstrip("=")), []).append(choice)
    return Element(alternatives, optional)


@lru_cache(maxsize=4096)
def _run_of(choice: str) -> tuple[str, ...]:
    """Return the words that an alternative joins with hyphens, as they are compared."""
    return tuple(word if word.startswith("=") else plain_word(word) for word in choice.split("-"))


@lru_cache(maxsize=4096)
def parse_phrase(phrase: str) -> tuple[str, ...]:
    """Return the elements of a phrase as written."""
    return tuple(phrase.split())


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
    return None if any(mark in _SENTENCE_ENDS for mark in inner if mark) else end


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


PhraseIndex = Mapping[str, Sequence[tuple[str, str]]]
"""Pairs of owner and phrase by each word that the phrase can start with."""


def index_phrases(phrases: Iterable[tuple[str, str]]) -> PhraseIndex:
    """Return the index of (owner, phrase) pairs; the first element of a phrase is a word or alternatives."""
    index: dict[str, list[tuple[str, str]]] = {}
    for owner, phrase in phrases:
        for word in parse_element(phrase.partition(" ")[0]).alternatives:
            index.setdefault(word, []).append((owner, phrase))
    return index


def find_phrases(index: PhraseIndex, words: Words) -> Iterator[tuple[str, int, int]]:
    """Yield owner, first word and end of every match in the text."""
    vocabulary = frozenset(words.words)
    candidates = {word: list(_candidates(index.get(word, ()), vocabulary)) for word in vocabulary}
    for place, word in enumerate(words.words):
        for owner, elements in candidates[word]:
            end = match_at(elements, words, place)
            if end is not None:
                yield owner, place, end


def _candidates(pairs: Iterable[tuple[str, str]], vocabulary: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield owner and elements of the phrases whose words all occur in the text: in a long text few of many do."""
    for owner, phrase in pairs:
        elements = parse_phrase(phrase)
        wanted = (_must_start_with(elements, at) for at in range(len(elements)))
        if not any(one is not None and vocabulary.isdisjoint(one) for one in wanted):
            yield owner, elements
