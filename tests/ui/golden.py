"""Screens as text, as they were looked at and found right."""

import os
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "goldens"


def golden(name: str, seen: str) -> str:
    """Return the screen that is kept under a name; with UPDATE_GOLDENS set, keep what is seen now before."""
    kept = _FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDENS"):
        kept.write_text(seen, encoding="utf-8")
    return kept.read_text(encoding="utf-8")
