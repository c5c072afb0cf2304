"""The reminder of open red flags, looked up without reading the safety content where none is open."""

from sciatica_journal.services.session import Session
from sciatica_journal.storage.flags import open_flags


def open_flag_reminder(session: Session) -> str | None:
    """Return the one line that every command repeats while a red flag is open, None where none is."""
    store = session.reader()
    if store is None or not open_flags(store):
        return None
    from sciatica_journal.services.flags import reminder

    return reminder(session)
