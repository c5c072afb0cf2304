"""The first elements of many phrases, by their words: which of them a text can hold is looked up, not tried."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet


class FirstElements:
    """First elements as written; `words_of` gives the words of one, of which a text has to have one."""

    def __init__(self, elements: Iterable[str], words_of: Callable[[str], Sequence[str]]) -> None:
        self._elements = tuple(elements)
        self._by_word: dict[str, list[int]] = {}
        for place, element in enumerate(self._elements):
            for word in words_of(element):
                self._by_word.setdefault(word, []).append(place)

    def possible(self, spelled: AbstractSet[str]) -> list[str]:
        """Return the elements of which a word is among the spellings of a text's words, in their order."""
        places = {place for word in spelled & self._by_word.keys() for place in self._by_word[word]}
        return [self._elements[place] for place in sorted(places)]
