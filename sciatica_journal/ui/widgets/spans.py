"""Stretches of text in one style, of which lines and blocks are made."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text in one style. `kinds` name its styles; `link` is the number of the link it belongs to."""

    text: str
    kinds: tuple[str, ...] = ()
    link: int | None = None


Spans = tuple[Span, ...]
