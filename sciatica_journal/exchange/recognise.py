"""What a file is, by its content and not by its name."""

from pathlib import Path
from typing import Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.bounds import check_size, first_bytes, shown

_BOM: Final = b"\xef\xbb\xbf"
_FOREIGN: Final = (
    (b"SQLite format 3\x00", "is a database", "A backup is put back with `sciatica-journal restore PATH`."),
    (b"PK\x03\x04", "is a ZIP file", "Only JSON lines, as `export` writes them, can be imported."),
    (b"\xff\xfe", "is not UTF-8 text", "Save it as UTF-8."),
    (b"\xfe\xff", "is not UTF-8 text", "Save it as UTF-8."),
)


def recognise(path: Path) -> str:
    """Return the kind of a file: `jsonl`. Raises InvalidValue, in words, for every other kind."""
    check_size(path)
    start = first_bytes(path)
    for magic, what, hint in _FOREIGN:
        if start.startswith(magic):
            raise InvalidValue(f"{shown(path)} {what}.", hint)
    if start.removeprefix(_BOM).lstrip().startswith(b"{"):
        return "jsonl"
    raise InvalidValue(
        f"{shown(path)} is of no kind that can be imported.", "JSON lines, as `export` writes them, can."
    )
