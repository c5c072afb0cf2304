"""The sentences of the safety screens, as the content has them."""

from collections.abc import Mapping

from sciatica_journal.guide.content import read_toml
from sciatica_journal.guide.safety import load_safety
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.notice import number_of


def safety_words(session: Session, name: str, items: str = "") -> str:
    """Return a safety sentence by its name, with the number to call and the signs in their places."""
    return load_safety().message(name, number_of(session), items)


def country_codes() -> frozenset[str]:
    """Return the ISO codes of all countries."""
    return frozenset(read_toml("safety", "emergency.toml")["countries"].split())


def asking_words(section: str) -> Mapping[str, str]:
    """Return the sentences of the safety check and what belongs to it, by name."""
    words: Mapping[str, str] = read_toml("safety", "asking.toml")[section]
    return words
