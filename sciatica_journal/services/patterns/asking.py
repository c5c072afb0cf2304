"""Asking the journal for its patterns: all days and runs, through the engine. Reads only."""

from typing import TYPE_CHECKING

from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.patterns.diary import read_diary
from sciatica_journal.services.patterns.words import pattern_words

if TYPE_CHECKING:
    from sciatica_journal.insight.page import Page
    from sciatica_journal.insight.trends import Trend
    from sciatica_journal.services.patterns.view import MapView, PatternsView


def ask_patterns(session: Session) -> "Page":
    """Return the page of patterns of all days up to today. Takes up to a second and loads numpy."""
    from sciatica_journal.insight.page import analyse

    diary = read_diary(session)
    return analyse(diary.days, diary.runs)


def ask_trends(session: Session) -> "tuple[dict[str, Trend], str]":
    """Return the trends of `ask_patterns` and the outcome they are of, without its other answers."""
    from sciatica_journal.insight.questions import main_outcome
    from sciatica_journal.insight.table import day_table
    from sciatica_journal.insight.trends import trends

    diary = read_diary(session)
    table = day_table(diary.days, diary.runs)
    return (trends(table), main_outcome(table)) if table is not None else ({}, "")


def ask_view(session: Session) -> "PatternsView":
    """Return the page in words, with its history."""
    from sciatica_journal.services.patterns.page import told

    return told(read_diary(session)).view


def ask_map(session: Session) -> "tuple[MapView | None, str]":
    """Return the map of load and stress alone, and why there is none: a red flag, or too few days."""
    from sciatica_journal.insight.controls import Controls
    from sciatica_journal.insight.load_map import load_map
    from sciatica_journal.insight.table import day_table
    from sciatica_journal.services.patterns.mapping import map_view

    diary, words = read_diary(session), pattern_words()
    if diary.flag_open:
        return None, words["title"]["flag"]
    table = day_table(diary.days, diary.runs)
    found = load_map(table, Controls(table)) if table is not None else None
    return map_view(found, words), words["map"]["none"]
