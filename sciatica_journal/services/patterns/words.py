"""The words of Patterns, by name."""

from collections.abc import Mapping
from typing import Any

Words = Mapping[str, Any]


def pattern_words() -> Words:
    """Return the sentences of Patterns, by name."""
    from sciatica_journal.guide.content import read_toml

    return read_toml("patterns.toml")
