"""The words of the Patterns screen that are there before any answer is."""

from typing import Any


def screen_words() -> dict[str, Any]:
    """Return the words of the Patterns screen, by name."""
    from sciatica_journal.guide.content import read_toml

    return read_toml("patterns_screen.toml")
