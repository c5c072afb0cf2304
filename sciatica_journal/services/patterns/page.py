"""The page told from a diary, with what can be kept from the page before."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sciatica_journal.services.patterns.diary import Diary
from sciatica_journal.services.patterns.page_view import patterns_view
from sciatica_journal.services.patterns.view import PatternsView
from sciatica_journal.services.patterns.words import Words, pattern_words

if TYPE_CHECKING:
    from sciatica_journal.insight.describing import Description
    from sciatica_journal.insight.history import Checkpoint
    from sciatica_journal.insight.page import Page
    from sciatica_journal.insight.table import DayTable

SOON: Final = 12
"""Checkpoints that are replayed before anything is told; with more of them today's words come first."""


@dataclass(frozen=True, slots=True)
class Told:
    """A page, the diary it was told from and what can be used again: by `digest` two diaries hold the same numbers.

    Without `is_whole` the history of the words is still missing.
    """

    view: PatternsView
    diary: Diary
    digest: str
    page: "Page"
    description: "Description"
    checkpoints: "tuple[Checkpoint, ...]"
    is_whole: bool = True


def told(diary: Diary, before: Told | None = None, *, soon: bool = False) -> Told:
    """Return the page of a diary, its history included. Pure; takes up to seconds for a diary of ten years.

    With `soon` the first page of a long diary comes without the history, in a sixth of the time; told again after
    itself it is whole.

    The same diary gives `before`. Where only words changed, such as a note, its numbers are kept; where a day
    changed, the checkpoints before it.
    """
    from sciatica_journal.insight.describing import with_changes
    from sciatica_journal.insight.history import data_digest
    from sciatica_journal.insight.table import day_table

    if before is not None and before.is_whole and before.diary == diary:
        return before if before.diary is diary else replace(before, diary=diary)
    table = day_table(diary.days, diary.runs)
    digest = data_digest(table, diary.runs)
    is_first = soon and before is None and _is_long(table)
    page, description, checkpoints = _numbers(table, diary, digest, before, is_first=is_first)
    description = with_changes(description, table, diary.runs, diary.changes)
    words: Words = pattern_words()
    view = patterns_view(page, description, words, flag_open=diary.flag_open)
    return Told(
        view=view,
        diary=diary,
        digest=digest,
        page=page,
        description=description,
        checkpoints=checkpoints,
        is_whole=not is_first,
    )


def _is_long(table: "DayTable | None") -> bool:
    from sciatica_journal.insight.history import checkpoint_rows

    return table is not None and len(checkpoint_rows(table)[0]) > SOON


def _numbers(
    table: "DayTable | None", diary: Diary, digest: str, before: Told | None, *, is_first: bool
) -> "tuple[Page, Description, tuple[Checkpoint, ...]]":
    """Return what the page is told from, as far as it cannot be kept from the page before."""
    from sciatica_journal.insight.describing import Description, described
    from sciatica_journal.insight.page import analyse, page_of, replay

    same = before if before is not None and before.digest == digest else None
    if same is not None and same.is_whole:
        return same.page, same.description, same.checkpoints
    if table is None:
        return analyse((), diary.runs), Description(), ()
    checkpoints = replay(table, before.checkpoints if before is not None else (), last_only=is_first)
    if same is not None:
        return replace(same.page, checkpoints=checkpoints), same.description, checkpoints
    return page_of(table, diary.runs, checkpoints), described(table), checkpoints
