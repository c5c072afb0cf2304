"""The sentences of trials, by name."""

from typing import Any


def trial_words() -> dict[str, Any]:
    """Return the sentences."""
    from sciatica_journal.guide.content import read_toml

    return read_toml("trial.toml")
