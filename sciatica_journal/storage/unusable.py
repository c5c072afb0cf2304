"""Why a journal cannot be used, where that makes a difference to what is done next."""

from sciatica_journal.domain.errors import JournalUnusable


class JournalDamaged(JournalUnusable):
    """The file is there and can be read, and what is in it is not right."""


class NotThisJournal(JournalUnusable):
    """The file is another program's, or a newer version's: nothing is wrong with it."""
