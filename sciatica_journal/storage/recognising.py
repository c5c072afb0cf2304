"""How a journal is recognised: the marks in its file's header, and why a file cannot be used as one."""

from typing import Final

from sciatica_journal.domain.errors import JournalUnusable

APPLICATION_ID: Final = 0x534A4F55
"""SQLite application_id of a journal ("SJOU")."""

SCHEMA_VERSION: Final = 5
"""SQLite user_version that this program writes; a higher one is a newer program's file."""


class JournalDamaged(JournalUnusable):
    """The file is there and can be read, and what is in it is not right."""


class NotThisJournal(JournalUnusable):
    """The file is another program's, or a newer version's: nothing is wrong with it."""
