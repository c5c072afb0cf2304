"""What happens once after the first paint: the full check, the backup, what must be answered first."""

from dataclasses import dataclass

from sciatica_journal.guide.safety import load_safety
from sciatica_journal.services.entries.unsaved_words import words_left
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import open_notices
from sciatica_journal.services.safety.notice import Notice
from sciatica_journal.services.safety.profile import is_first_launch


@dataclass(frozen=True, slots=True)
class Beginning:
    """Whether the first-launch steps are due, what went wrong on opening, and the red flags that are still open."""

    first_launch: bool
    problems: tuple[str, ...]
    notices: tuple[Notice, ...]


def begin(session: Session) -> Beginning:
    """Check an existing journal before the first write and tell what comes before Today.

    A new journal is created only when something is to be written. Raises JournalUnusable for a damaged one.
    """
    told = len(session.problems)
    if session.reader() is not None:
        session.writer()
    load_safety()  # the first save needs it at once
    problems = (*session.problems[told:], *words_left(session.paths))
    return Beginning(is_first_launch(session), problems, open_notices(session))
