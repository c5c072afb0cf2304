"""Lists of phrases as a file has them: read only as far as the words of a text ask for.

In such a list `<name>` stands for the words of that name as alternatives. It is an alternative of its own or follows
one without a space between: `a|<name>`, `[<name>]`, `<name>-b`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, overload

from sciatica_journal.domain.safety.near import stems
from sciatica_journal.domain.safety.phrases import PhraseIndex, index_phrases, spellings
from sciatica_journal.domain.safety.words import Words

_FEW: Final = 6
"""So many times texts are looked up phrase by phrase: an index of all phrases costs about as much."""


_NOT_NEEDED: Final = frozenset("[!&*$")
"""How elements begin of which no word has to occur."""


class Names:
    """What each `<name>` stands for: words separated by `|`."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        self._apart: list[tuple[str, list[str]]] | None = None

    def holding(self, spelled: frozenset[str]) -> list[str]:
        """Return the names that stand for one of these spellings."""
        if self._apart is None:
            self._apart = [(name, words.replace("-", "|").split("|")) for name, words in self.words.items()]
        return [name for name, choices in self._apart if not spelled.isdisjoint(choices)]

    def spelled_out(self, phrase: str) -> str:
        """Return a phrase with the words in place of names. Raises KeyError for an unknown name."""
        first, *rest = phrase.split("<")
        pieces = [first]
        for piece in rest:
            name, _, after = piece.partition(">")
            pieces += self.words[name], after
        return "".join(pieces)


class PhraseList(Sequence[str]):
    """The phrases of a list, one a line, as a file has them."""

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names
        self._split: list[tuple[list[str], str]] | None = None

    def _lines(self) -> list[str]:
        return self._text.split("\n  ") if self._text else []

    def __len__(self) -> int:
        return len(self._lines())

    def __bool__(self) -> bool:
        return bool(self._text)

    def __iter__(self) -> Iterator[str]:
        return map(self._names.spelled_out, self._lines())

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        return list(self)[at]

    def possible(self, spelled: frozenset[str]) -> Iterator[str]:
        """Yield the phrases, and few others, whose elements each have one of the spellings of a text's words."""
        barren = _with_names(self._names, spelled).isdisjoint
        for at, (first, line) in enumerate(self._apart()):
            if not barren(first) and not any(
                barren(element.split("|")) for element in line.split(" ") if element[0] not in _NOT_NEEDED
            ):
                yield self._names.spelled_out(self._lines()[at])

    def _apart(self) -> list[tuple[list[str], str]]:
        """Return the lines with all words apart, each behind the words it can begin with; a day has several texts."""
        if self._split is None:
            lines = self._text.replace("-", "|").split("\n  ")
            self._split = [(line.partition(" ")[0].split("|"), line) for line in lines]
        return self._split


@lru_cache(maxsize=8)
def _with_names(names: Names, spelled: frozenset[str]) -> frozenset[str]:
    """Return the spellings with the names that stand for one of them."""
    held = names.holding(spelled)
    return spelled.union([f"<{name}>" for name in held], [f"=<{name}>" for name in held])


class Phrasebook:
    """All phrases that are looked for, by their owners."""

    def __init__(self, lists: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._lists = [(owner, phrases) for owner, phrases in lists if phrases]
        self._asked = 0
        self._whole: PhraseIndex | None = None

    def index(self, texts: Iterable[Words]) -> PhraseIndex:
        """Return an index of the phrases that the texts of a day may hold, of all of them once many days were asked
        about."""
        self._asked += 1
        if self._whole is None and self._asked > _FEW:
            self._whole = index_phrases((owner, phrase) for owner, phrases in self._lists for phrase in phrases)
        return self._whole or index_phrases(self._possible(texts))

    def _possible(self, texts: Iterable[Words]) -> Iterator[tuple[str, str]]:
        vocabulary, exact = set[str](), set[str]()
        for words in texts:
            vocabulary.update(words.words)
            exact.update(words.exact)
        spelled = spellings(vocabulary).union(exact, *map(stems, vocabulary))
        for owner, phrases in self._lists:
            found = phrases.possible(spelled) if isinstance(phrases, PhraseList) else phrases
            for phrase in found:
                yield owner, phrase
