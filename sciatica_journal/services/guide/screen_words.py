"""The sentences that stand on a screen of their own accord, as the content has them."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any


@cache
def screen_words(screen: str) -> Mapping[str, Any]:
    """Return the sentences of a screen or dialog, by name; `content/screens/` has a file for each."""
    from sciatica_journal.guide.content import read_toml

    return MappingProxyType(read_toml("screens", f"{screen}.toml"))
