"""Recordings that lie beside a table which names them."""

from datetime import timedelta, timezone, tzinfo
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.watch import Cancelled


@cache
def is_there(module: str) -> bool:
    """Return whether there is a reader of that name."""
    return find_spec(f"sciatica_journal.exchange.readers.{module}") is not None


def zone_of(file: InFile) -> tzinfo | None:
    """Return the zone in which a recording was made, None where it does not say or cannot be read.

    Only FIT files know it: by the difference of their local and their UTC time. Raises Cancelled.
    """
    if not file.base.casefold().endswith(".fit") or not is_there("fit"):
        return None
    try:
        offset: timedelta | None = import_module("sciatica_journal.exchange.readers.fit").local_offset(file)
    except Cancelled:
        raise
    except JournalError:
        # The row of the table says all the rest; only its zone stays unknown.
        return None
    return None if offset is None else timezone(offset)
