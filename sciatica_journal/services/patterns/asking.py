"""Asking the journal for its patterns: all days and runs, through the engine. Reads only."""

from typing import TYPE_CHECKING

from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.patterns.diary import read_diary

if TYPE_CHECKING:
    from sciatica_journal.insight.page import Page
    from sciatica_journal.services.patterns.view import PatternsView


def ask_patterns(session: Session) -> "Page":
    """Return the page of patterns of all days up to today. Takes up to a second and loads numpy."""
    from sciatica_journal.insight.page import analyse

    diary = read_diary(session)
    return analyse(diary.days, diary.runs)


def ask_view(session: Session) -> "PatternsView":
    """Return the page in words, with its history."""
    from sciatica_journal.services.patterns.telling_page import told

    return told(read_diary(session)).view
