"""The page told from a diary, with what can be kept from the page before."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sciatica_journal.services.patterns.diary import Diary
from sciatica_journal.services.patterns.sentences import Words, pattern_words
from sciatica_journal.services.patterns.view import PatternsView
from sciatica_journal.services.patterns.viewing import patterns_view

if TYPE_CHECKING:
    from sciatica_journal.insight.describing import Description
    from sciatica_journal.insight.history import Checkpoint
    from sciatica_journal.insight.page import Page


@dataclass(frozen=True, slots=True)
class Told:
    """A page, the diary it was told from and what can be used again: by `digest` two diaries hold the same numbers."""

    view: PatternsView
    diary: Diary
    digest: str
    page: "Page"
    description: "Description"
    checkpoints: "tuple[Checkpoint, ...]"


def told(diary: Diary, before: Told | None = None) -> Told:
    """Return the page of a diary, its history included. Pure; takes up to seconds for a diary of ten years.

    The same diary gives `before`. Where only words changed, such as a note, its numbers are kept; where a day
    changed, the checkpoints before it.
    """
    from sciatica_journal.insight.describing import described, with_changes
    from sciatica_journal.insight.history import data_digest
    from sciatica_journal.insight.page import Page, page_of, replay
    from sciatica_journal.insight.table import day_table

    if before is not None and before.diary == diary:
        return before if before.diary is diary else replace(before, diary=diary)
    table = day_table(diary.days, diary.runs)
    digest = data_digest(table, diary.runs)
    if before is not None and before.digest == digest:
        page, description, checkpoints = before.page, before.description, before.checkpoints
    else:
        checkpoints = replay(table, before.checkpoints if before is not None else ()) if table is not None else ()
        page = page_of(table, diary.runs, checkpoints) if table is not None else Page()
        description = described(table)
    description = with_changes(description, table, diary.runs, diary.changes)
    words: Words = pattern_words()
    view = patterns_view(page, description, words, flag_open=diary.flag_open)
    return Told(view, diary, digest, page, description, checkpoints)
