"""Text that a person or a file gave, made safe to keep."""

import re

from sciatica_journal.domain.errors import InvalidValue

MAX_TEXT = 4_000_000
"""Longest text of one field, in characters: far more than a day's writing, less than memory."""

_REPLACEMENT = "�"
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
"""Control characters but tab and LF, and lone surrogates, as a regular expression."""


def clean(text: str) -> str:
    """Return `text` as the journal keeps it.

    Line ends become LF, control characters and lone surrogates become U+FFFD (visible, not lost
    silently), the rest is Unicode NFC. Raises InvalidValue beyond MAX_TEXT characters.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isprintable():
        text = re.sub(_CONTROL, _REPLACEMENT, text)
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFC", text)
    if len(text) > MAX_TEXT:
        raise InvalidValue(f"This text has {len(text):,} characters.", f"The most is {MAX_TEXT:,}.")
    return text


def as_markdown(text: str) -> str:
    """Return Markdown that shows a text as it is: nothing in it acts as markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)


def clean_or_none(text: str | None) -> str | None:
    """Return the cleaned text, or None for a text of white space only: nothing was written."""
    if text is None:
        return None
    cleaned = clean(text)
    return cleaned if cleaned.strip() else None


def one_line(text: str) -> str:
    """Return `text` cleaned and on one line, runs of white space folded to one space."""
    return " ".join(clean(text).split())
