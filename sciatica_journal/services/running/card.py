"""What the form of a run needs to know, read once when it opens."""

from datetime import date
from typing import NamedTuple

from sciatica_journal.domain.run import Run
from sciatica_journal.services.care.support import running_caution
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.running.guard import runs_before
from sciatica_journal.storage.runs import shoes_used


class Card(NamedTuple):
    """The line of caution while a red flag stops running, the runs to compare with, the shoes named before."""

    caution: str
    before: tuple[Run, ...]
    shoes: tuple[str, ...]


def card_of(session: Session, day: date, run: str = "") -> Card:
    """Return what the form of a run on `day` needs to know; `run` is its id where it is recorded already."""
    store = session.reader()
    shoes = () if store is None else tuple(shoes_used(store))
    return Card(running_caution(session), runs_before(session, day, run), shoes)
