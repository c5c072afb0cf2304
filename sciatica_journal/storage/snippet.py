"""A snippet of a long text. FTS5's own takes time with the square of the hits: seconds for a long, repetitive note."""

import re
from collections.abc import Sequence
from typing import Final

OPEN: Final = "\x02"
CLOSE: Final = "\x03"
"""Marks around a hit in a snippet: control characters, which no kept text holds."""

TOKENS: Final = 12
"""Words in a snippet."""

_BEFORE: Final = 3
_TOKEN: Final = re.compile(r"[^\W_]+")
"""A word as the index's tokenizer, unicode61, cuts it."""


def first_snippet(texts: Sequence[str | None], words: str) -> str:
    """Return the words around the first hit in the texts, each hit marked; the beginning where none is found.

    A hit begins with one of `words`, whatever the case and accents.
    """
    wanted = tuple(_folded(word) for word in _TOKEN.findall(words))
    written = [text for text in texts if text]
    for text in written:
        before: list[re.Match[str]] = []
        for token in _TOKEN.finditer(text):
            before = [*before[-_BEFORE:], token]
            if _folded(token[0]).startswith(wanted):
                return _marked(text, before[0].start(), wanted)
    return _marked(written[0], 0, wanted) if written else ""


def holds_all(texts: Sequence[str | None], words: str) -> bool:
    """Return whether each of `words` begins a word of the texts, whatever the case and accents."""
    wanted = {_folded(word) for word in _TOKEN.findall(words)}
    said = [_folded(token) for text in texts if text for token in _TOKEN.findall(text)]
    return bool(wanted) and all(any(word.startswith(begin) for word in said) for begin in wanted)


def _marked(text: str, start: int, wanted: tuple[str, ...]) -> str:
    pieces = ["…"] if start else []
    end = start
    for _, token in zip(range(TOKENS), _TOKEN.finditer(text, start), strict=False):
        hit = _folded(token[0]).startswith(wanted)
        pieces += [text[end : token.start()], f"{OPEN}{token[0]}{CLOSE}" if hit else token[0]]
        end = token.end()
    return "".join([*pieces, "…" if end < len(text) else ""])


def _folded(word: str) -> str:
    """Return a word in lower case without accents, as unicode61 compares it."""
    if word.isascii():
        return word.lower()
    from unicodedata import combining, normalize

    return "".join(letter for letter in normalize("NFD", word.lower()) if not combining(letter))
