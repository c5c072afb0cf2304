"""The sentences of Path, by name: where one stands, the ladder, the ledgers, overrides."""

from typing import Any


def path_words() -> dict[str, Any]:
    """Return the sentences of Path, by name."""
    from sciatica_journal.guide.content import read_toml

    return read_toml("path.toml")
