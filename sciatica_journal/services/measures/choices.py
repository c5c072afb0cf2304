"""What the person chose about the measures, kept beside the records: whether to be asked, and for what."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.measure_times import MOST_SKIPS, may_offer
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.values import load_value, save_value

_NAME: Final = "measures"


@dataclass(frozen=True, slots=True)
class Choices:
    """`never`: do not offer the measures. `skipped` is the day of the last skip, `skips` how many came in a row.
    `rmdq`: the Roland-Morris questionnaire was chosen. `names` are the activities, None before they were asked for."""

    never: bool = False
    skipped: date | None = None
    skips: int = 0
    rmdq: bool = False
    names: tuple[str, ...] | None = None

    @property
    def is_offered(self) -> bool:
        """Whether the measures are offered at all."""
        return not self.never and self.skips < MOST_SKIPS

    def may_offer(self, today: date) -> bool:
        """Return whether the measures may be offered on this day."""
        return self.is_offered and may_offer(today, self.skipped, self.skips)


def load_choices(session: Session) -> Choices:
    """Return what the person chose. What another hand wrote differently is taken as not chosen."""
    store = session.reader()
    try:
        found = load_value(store, _NAME) if store is not None else None
    except JournalError:
        return Choices()
    return _read(found) if isinstance(found, dict) else Choices()


def skip_week(session: Session) -> None:
    """Do not offer the measures for a week; after three skips in a row, not at all until they are answered."""
    choices = load_choices(session)
    keep(session, replace(choices, skipped=session.today(), skips=choices.skips + 1))


def offer(session: Session, wanted: bool) -> None:
    """Offer the measures once a week, or never: then they are there only when opened."""
    keep(session, replace(load_choices(session), never=not wanted, skipped=None, skips=0))


def take_rmdq(session: Session, wanted: bool) -> None:
    """Choose the Roland-Morris questionnaire, or leave it."""
    keep(session, replace(load_choices(session), rmdq=wanted))


def keep(session: Session, choices: Choices) -> None:
    """Keep what the person chose."""
    if choices != load_choices(session):
        save_value(session.writer(), _NAME, _body(choices))


def _body(choices: Choices) -> dict[str, Any]:
    return {
        "never": choices.never,
        "skipped": choices.skipped.isoformat() if choices.skipped is not None else None,
        "skips": choices.skips,
        "rmdq": choices.rmdq,
        "names": None if choices.names is None else list(choices.names),
    }


def _read(body: dict[str, Any]) -> Choices:
    names, skips, skipped = body.get("names"), body.get("skips"), body.get("skipped")
    try:
        day = date.fromisoformat(skipped) if isinstance(skipped, str) else None
    except ValueError:
        day = None
    return Choices(
        body.get("never") is True,
        day,
        skips if type(skips) is int and skips >= 0 else 0,
        body.get("rmdq") is True,
        tuple(map(str, names)) if isinstance(names, list) else None,
    )
