"""Text made safe for a terminal, for front ends that know nothing below services."""

import re

from sciatica_journal.domain.safe import UNSAFE, safe

__all__ = ["escaped", "safe"]


def escaped(json_text: str) -> str:
    """Return JSON text with every unsafe character written as an escape, the value unchanged."""
    return UNSAFE.sub(_escape, json_text)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[place] << 8 | units[place + 1]:04x}" for place in range(0, len(units), 2))
