"""Recordings that lie beside a table which names them."""

from datetime import timezone, tzinfo

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.watch import Cancelled


def zone_of(file: InFile) -> tzinfo | None:
    """Return the zone in which a recording was made, None where it does not say or cannot be read.

    Only FIT files know it: by the difference of their local and their UTC time. Raises Cancelled.
    """
    if not file.base.casefold().endswith(".fit"):
        return None
    from sciatica_journal.exchange.readers.fit import local_offset

    try:
        offset = local_offset(file)
    except Cancelled:
        raise
    except JournalError:
        # The row of the table says all the rest; only its zone stays unknown.
        return None
    return None if offset is None else timezone(offset)
