"""Journals with red flags, for the tests of the screens that show them."""

from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import raise_signs


def certain(session: Session) -> None:
    """Raise two emergency signs that need no question."""
    raise_signs(session, ["saddle", "bladder"])


def uncertain(session: Session) -> None:
    """Write words that are asked about, with brackets that are no markup."""
    change_day(session, session.today(), {"note": "[L5-S1] wiping feels numb"})
