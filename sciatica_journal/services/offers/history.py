"""What was offered before, kept as a small value of the journal, so that nothing is offered again and again."""

from datetime import timedelta
from typing import Any, Final

from sciatica_journal.domain.offers import History
from sciatica_journal.services.guide.reading import reading_state
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.values import days_by_name, load_value, save_value

_NAME: Final = "offers"
_KEPT: Final = timedelta(days=400)
_LISTS: Final = ("shown", "opened", "put_away")


def shown(session: Session, offer: str) -> None:
    """Keep that an offer was shown today."""
    _note(session, "shown", offer)


def opened(session: Session, offer: str) -> None:
    """Keep that an offer was taken up today."""
    _note(session, "opened", offer)


def put_away(session: Session, offer: str) -> None:
    """Keep that an offer was put away today."""
    _note(session, "put_away", offer)


def never_again(session: Session, offer: str) -> None:
    """Keep that an offer is not wanted any more."""
    kept = _load(session)
    never = sorted({*_names(kept.get("never")), offer})
    save_value(session.writer(), _NAME, {**kept, "never": never})


def history(session: Session) -> History:
    """Return what was offered before."""
    kept = _load(session)
    shown, taken, away = (days_by_name(kept.get(name)) for name in _LISTS)
    return History(shown, taken, away, _names(kept.get("never")), reading_state(session).finished)


def _note(session: Session, name: str, offer: str) -> None:
    kept = _load(session)
    oldest = session.today() - _KEPT
    days = {ident: day.isoformat() for ident, day in days_by_name(kept.get(name)).items() if day >= oldest}
    save_value(session.writer(), _NAME, {**kept, name: {**days, offer: session.today().isoformat()}})


def _load(session: Session) -> dict[str, Any]:
    store = session.reader()
    kept: Any = load_value(store, _NAME) if store is not None else None
    return kept if isinstance(kept, dict) else {}


def _names(kept: Any) -> frozenset[str]:
    return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()
