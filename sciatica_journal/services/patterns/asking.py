"""Asking the journal for its patterns: all days and runs, through the engine. Reads only."""

from typing import TYPE_CHECKING

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.insight.page import Page


def ask_patterns(session: Session) -> "Page":
    """Return the page of patterns of all days up to today. Takes up to a second and loads numpy."""
    from sciatica_journal.insight.page import Page, analyse

    store = session.reader()
    if store is None:
        return Page()
    today = session.today()
    days = [one for one in store.between("day", EARLIEST, today) if isinstance(one, Day)]
    runs = [one for one in store.between("run", EARLIEST, today) if isinstance(one, Run)]
    return analyse(days, runs)
