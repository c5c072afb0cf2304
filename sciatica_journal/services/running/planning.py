"""What is to be known before an outing is timed."""

from datetime import date
from typing import NamedTuple

from sciatica_journal.domain.run import Run
from sciatica_journal.services.care.records import running_standing
from sciatica_journal.services.care.support import running_caution
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.running.guard import runs_before


class Planned(NamedTuple):
    """The line of caution while a red flag stops running; else, where running is not open, why; the runs before."""

    caution: str
    standing: str
    before: tuple[Run, ...]


def plan_of(session: Session, day: date) -> Planned:
    """Return what is to be known before an outing on `day`."""
    state = running_standing(session)
    said = ""
    if state.allowed in ("nothing", "walking"):
        from sciatica_journal.services.care.words import path_words

        words = path_words()["standing"]
        said = str(words[state.reason]["head"]) if state.reason in words else ""
    return Planned(running_caution(session), said, runs_before(session, day))
