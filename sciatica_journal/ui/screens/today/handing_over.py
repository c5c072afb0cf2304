"""After a crash: what is typed on Today goes to the storage thread, which ends what is queued before it closes."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.entries import days
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.screen import TodayScreen


def hand_over_words(screen: "TodayScreen") -> None:
    """Queue the writing of all that is typed and not on disk; words that are let go stay where they are.

    Nothing of the screen is changed, and nothing is awaited: it may be broken.
    """
    if screen.view is None:
        return
    journal = screen.journal_app.journal
    day, typed, seen = screen.day, _typed(screen), screen.saving.seen_of
    if typed:
        before = {name: seen(name) for name in typed}
        journal.submit(_write, typed, lambda session: days.change_day(session, day, typed, before))
    sitting, words = screen.reflecting.sitting, screen.reflection_pane.unsaved
    if sitting is None or not sitting.reflection.kept or words is None:
        return
    from sciatica_journal.services.entries.reflections import keep_reflection

    sitting.write(words)
    reflection, known = sitting.as_written(), screen.reflecting.seen_text(sitting.reflection.id)
    journal.submit(_write, {"reflection": words}, lambda session: keep_reflection(session, reflection, known))


def _typed(screen: "TodayScreen") -> dict[str, str]:
    told = {field.field: field.unsaved for field in screen.journal_pane.texts()}
    return {**screen.typed, **{name: text for name, text in told.items() if text is not None}}


def _write(session: Session, words: Mapping[str, str], service: Callable[[Session], object]) -> None:
    """Write words by a service; what the journal does not take goes into files of its own."""
    try:
        service(session)
    except JournalError:
        from sciatica_journal.services.entries.unsaved_words import keep_words

        for what, text in words.items():
            keep_words(session.paths, what, text, session.now())
