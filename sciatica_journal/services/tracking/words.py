"""The sentences of safe tracking, by name."""

from typing import cast


def tracking_words(part: str) -> dict[str, str]:
    """Return the sentences of a part of safe tracking, by name."""
    from sciatica_journal.guide.content import read_toml

    return cast("dict[str, str]", read_toml("tracking.toml")[part])
