"""Numbers and texts of other programs' files, made such that the journal can hold them."""

import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from math import floor
from typing import Final
from unicodedata import category

from sciatica_journal.domain.text import clean, one_line

_NUMBER: Final = re.compile(r"(?a)[-+]?\d{1,15}(?:[.,]\d{1,20})?(?:[eE][-+]?\d{1,3})?")
_GROUPED: Final = re.compile(r"(?a)[-+]?\d{1,3}(?:,\d{3})+(?:\.\d{1,20})?")
_LONGEST_NAME: Final = 60
_LARGEST: Final = 1e12
_LONGEST_ROW_CELL: Final = 10_000


def number_of(text: str) -> float | None:
    """Return the number that a text says, with a point or a comma for decimals; None for none and for absurd ones."""
    said = text.strip()
    if _GROUPED.fullmatch(said):
        said = said.replace(",", "")
    elif not _NUMBER.fullmatch(said):
        return None
    number = float(said.replace(",", "."))
    return number if abs(number) <= _LARGEST else None


def rating_of(number: float, highest: float = 10) -> int | None:
    """Return a number of a scale from 0 to `highest` as a rating 0-10, halves up; None for one out of the scale."""
    return floor(number * 10 / highest + 0.5) if 0 <= number <= highest else None


@lru_cache(1000)
def factor_name(text: str) -> str:
    """Return the name of a factor, as it is typed behind `#`: `Bad sleep` is `bad_sleep`; empty for no word at all."""
    kept = ""
    for char in one_line(text[: 4 * _LONGEST_NAME]).lower():
        # Marks belong to the letter before them; the one behind an emoji belongs to nothing that is kept.
        is_mark = kept[-1:].strip() and category(char).startswith("M")
        kept += char if char.isalnum() or is_mark else " "
    return "_".join(kept.split())[:_LONGEST_NAME].strip("_")


def kept_row(cells: Mapping[str, str]) -> dict[str, str]:
    """Return the filled cells of a row as they can be kept; a cell that is a book is cut."""
    return {one_line(name): clean(cell[:_LONGEST_ROW_CELL]) for name, cell in cells.items() if cell.strip()}


def text_id(stamp: str, text: str) -> str:
    """Return the identity of a text that its program gives none: its time, and a mark of what it says."""
    return f"{stamp} {blake2b(text.encode('utf-8', 'replace'), digest_size=4).hexdigest()}"
