"""A safety notice: what a raised red flag tells and asks the person."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sciatica_journal.domain.red_flags import TIERS, Raised, Trigger
from sciatica_journal.guide.safety import emergency_number, load_safety
from sciatica_journal.services.session import Session


class Notice(NamedTuple):
    """What to show for one trigger, ready to read.

    `question` is None where the sign is certain; else `first` (the emergency action) stands above it, and `unsure`
    below. `message` is what to do, `because` quotes what raised it. A crisis needs no typed acknowledgement.
    """

    trigger: str
    tier: str
    kind: str
    date: date
    title: str
    items: str
    message: str
    question: str | None
    first: str
    unsure: str
    acknowledge: str
    because: tuple[str, ...]

    @property
    def certain(self) -> bool:
        """Whether there is nothing to ask."""
        return self.question is None

    @property
    def is_crisis(self) -> bool:
        """Whether this is about thoughts of ending one's life."""
        return self.kind == "crisis"


def number_of(session: Session) -> str:
    """Return the number to call, by the settings."""
    return emergency_number(session.settings.region, session.settings.emergency_number)


def make_notice(
    session: Session, trigger: Trigger, day: date, reasons: Sequence[Raised], said_yes: bool = False
) -> Notice:
    """Return the notice of a trigger on a day, with the reasons that raised it."""
    safety, number = load_safety(), number_of(session)
    certain = said_yes or any(reason.certain for reason in reasons)
    crisis = trigger.kind == "crisis"
    return Notice(
        trigger.id,
        trigger.tier,
        trigger.kind,
        day,
        trigger.title,
        trigger.items,
        safety.message(trigger.kind, number, trigger.items),
        None if certain else trigger.question,
        safety.message("shell_crisis" if crisis else "question_first", number, trigger.items),
        safety.message("unsure", number),
        "" if crisis else safety.message("acknowledge", number),
        tuple(dict.fromkeys(reason.because for reason in reasons)),
    )


def most_urgent_first(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return the notices by tier, certain ones first within a tier, else in the order of the content."""
    return tuple(sorted(notices, key=lambda notice: (TIERS.index(notice.tier), not notice.certain)))
