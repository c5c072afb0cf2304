"""The errors that services raise, for front ends that know nothing below services."""

from sciatica_journal.domain.errors import Conflict, InvalidValue, JournalError, JournalUnusable, NotThere

__all__ = ["Conflict", "InvalidValue", "JournalError", "JournalUnusable", "NotThere"]
