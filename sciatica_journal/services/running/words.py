"""The sentences about single runs."""

from functools import cache

from sciatica_journal.guide.content import read_toml


@cache
def running_words(section: str) -> dict[str, str]:
    """Return the sentences of a section, by name."""
    words: dict[str, str] = read_toml("running.toml")[section]
    return words
