"""A text as words that can be compared: one spelling, no apostrophes, no plural s, slips put right."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from sciatica_journal.domain.safety.spelling import MISSPELT, put_right

_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’‘‛ʼʹ`´′＇"))
_TOKEN: Final = re.compile(r"\d+(?:[.,:/]\d+)+|[^\W_]+|\n\s*\n|[.!?;:,\n()=…–—]|-(?=\s)")
SENTENCE_ENDS: Final = frozenset(".!?;…")

_SAME: Final[Mapping[str, str]] = {
    **MISSPELT,
    **dict.fromkeys(("carnt", "cannt", "cnat", "cudnt", "couldent", "coudnt", "cannae"), "cant"),
    **dict.fromkeys(("dosent", "doesent", "didint", "dident", "dint", "dosnt", "dnt"), "dont"),
    **dict.fromkeys(("wount", "woudnt", "wnt"), "wont"),
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
    **{
        ("no", kind, sense): f"no {sense}"
        for kind in ("more", "proper", "normal", "real", "right")
        for sense in ("feeling", "sensation", "urge", "control", "power")
    },
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
        while start > earliest and self.marks[start] not in SENTENCE_ENDS:
            start -= 1
        while end < latest and self.marks[end] not in SENTENCE_ENDS:
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


def read_words(text: str) -> Words:
    """Return the words of a text. Apostrophes vanish, `can not`, `unable to` and their kin become one word."""
    words: list[str] = []
    marks: list[str] = []
    spans: list[tuple[int, int]] = []
    mark = "."
    # An apostrophe becomes a mark that is not the end of a word, so that places in the text stay right.
    for token in _TOKEN.finditer(_without_apostrophes(text)):
        word = token[0].replace(_GLUE, "").lower()
        if not word[:1].isalnum():
            mark = _stronger(mark, _mark(token[0]))
            continue
        words.append(_SAME.get(word) or put_right(word))
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
    if token in SENTENCE_ENDS or (token[0] == "\n" and token != "\n"):
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
            parts = joined.split()
            words[-length:] = [_SAME.get(part, part) for part in parts]
            spans[-length : 1 - len(parts) or None] = [(spans[-length][0], spans[-len(parts)][1])]
            del marks[1 - length : 1 - len(parts) or None]
            _join(words, marks, spans)
            return
