"""The quiet line of Today where a coin can be tossed or was tossed: what it says, and what its two keys do."""

from datetime import date
from typing import Any, Final

from sciatica_journal.domain.text import one_line
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.offers.line import QuietLine
from sciatica_journal.services.trial.facts import newest_trial
from sciatica_journal.services.trial.words import trial_words
from sciatica_journal.storage.values import load_value, save_value

TOSS: Final = "trial_toss"
DRAWN: Final = "trial_drawn"
IDS: Final = (TOSS, DRAWN)
"""What the line is for: to toss or not today; to accept or refuse what the coin said."""

_NAME: Final = "trial"


def trial_line(session: Session) -> QuietLine | None:
    """Return the line for today, None where no trial is open or today needs nothing. Keeps that a trial is over."""
    trial = newest_trial(session)
    if trial is None or trial.status != "open":
        return None
    from sciatica_journal.services.trial.actions import settle
    from sciatica_journal.services.trial.wording import option_words

    view, words = settle(session), trial_words()["today"]
    if view is None or view.is_over:
        return None
    if view.draw is not None and view.draw.answered is None:
        said = words["drawn"].format(option=option_words(view))
        return QuietLine(said, DRAWN, open=words["accept"], away=words["refuse"])
    if view.closed is not None or _put_away(session) == session.today():
        return None
    said = words["toss"].format(a=one_line(trial.option_a), b=one_line(trial.option_b))
    return QuietLine(said, TOSS, open=words["toss_open"], away=words["toss_away"])


def take(session: Session, line: str) -> None:
    """Toss the coin, or accept what it said. Raises JournalError where that is not allowed any more."""
    from sciatica_journal.services.trial import actions

    if line == TOSS:
        actions.toss(session)
    else:
        actions.answer(session, "accepted")


def put_away(session: Session, line: str) -> None:
    """Leave the coin alone today, before it fell; or refuse what it said."""
    from sciatica_journal.services.trial import actions

    if line == TOSS:
        save_value(session.writer(), _NAME, {"not_today": session.today().isoformat()})
    else:
        actions.answer(session, "refused")


def _put_away(session: Session) -> date | None:
    store = session.reader()
    kept: Any = load_value(store, _NAME) if store is not None else None
    try:
        return date.fromisoformat(kept["not_today"])
    except (TypeError, KeyError, ValueError):
        return None
