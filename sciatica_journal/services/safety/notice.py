"""A safety notice: what a raised red flag tells and asks the person."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sciatica_journal.domain.signs.trigger import TIERS, URGENT, Raised, Trigger
from sciatica_journal.guide.safety import emergency_number, load_safety, urgent_number
from sciatica_journal.services.country import country_of
from sciatica_journal.services.journal.session import Session


class Notice(NamedTuple):
    """What to show for one trigger, ready to read.

    `question` is None where the sign is certain; else `first` (what to do if so) stands above it, and `unsure`
    below. `message` is what to do, `because` quotes what raised it. `acknowledge` says how to put it away.
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
        """Whether this is about thoughts of ending one's life: its own screen, nothing to type (rule 19)."""
        return self.kind == "crisis"

    @property
    def is_quiet(self) -> bool:
        """Whether it is a quiet line and no screen of its own: an appointment to book."""
        return self.tier == "G"

    @property
    def stops_running(self) -> bool:
        """Whether there is no running until it was seen."""
        return self.tier in URGENT or self.kind.startswith("stop_running")


def number_of(session: Session) -> str:
    """Return the number to call, by the settings, else by the system's locale."""
    known = bool(session.settings.region)
    return emergency_number(country_of(session), session.settings.emergency_number, guessed=not known)


def urgent_of(session: Session) -> str:
    """Return whom to ask the same day, by the settings, else by the system's locale."""
    return urgent_number(country_of(session), session.settings.urgent_number)


def message_for(session: Session, name: str, tier: str = "E", items: str = "") -> str:
    """Return a message of the safety content in the wording of a tier, with its places filled."""
    safety = load_safety()
    return safety.message(safety.message_of_tier(name, tier), number_of(session), items, urgent_of(session))


def make_notice(
    session: Session,
    trigger: Trigger,
    day: date,
    reasons: Sequence[Raised],
    *,
    said_yes: bool = False,
    is_old: bool = False,
) -> Notice:
    """Return the notice of a trigger on a day, with the reasons that raised it. `is_old` asks if it is still so."""
    certain = not is_old and any(reason.certain for reason in reasons)
    crisis, tier = trigger.kind == "crisis", trigger.tier
    question = _still_so(session, day, trigger.question) if is_old else trigger.question
    return Notice(
        trigger=trigger.id,
        tier=tier,
        kind=trigger.kind,
        date=day,
        title=trigger.title,
        items=trigger.items,
        message=message_for(session, trigger.kind, tier, trigger.items),
        question=None if certain or said_yes else question,
        first=message_for(session, "shell_crisis" if crisis else "question_first", tier, trigger.items),
        unsure=message_for(session, "unsure", tier),
        acknowledge="" if crisis else message_for(session, "acknowledge", tier),
        because=tuple(dict.fromkeys(reason.because for reason in reasons)),
    )


def _still_so(session: Session, day: date, question: str) -> str:
    return message_for(session, "still_so").replace("{date}", str(day)).replace("{question}", question)


def most_urgent_first(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return the notices by tier, certain ones first within a tier, else in the order of the content."""
    return tuple(sorted(notices, key=lambda notice: (TIERS.index(notice.tier), not notice.certain)))


def shell_lines(session: Session, notices: Sequence[Notice]) -> list[str]:
    """Return the lines for standard error: what to do first, then the questions that are still open."""
    lines = []
    for tier in TIERS:
        alike = [notice for notice in notices if notice.tier == tier and not notice.is_crisis]
        if alike:
            lines.append(message_for(session, "shell", tier, _items(alike)))
        if tier == "E" and any(notice.is_crisis for notice in notices):
            lines.append(message_for(session, "shell_crisis"))
    lines += [notice.question for notice in notices if notice.question and not notice.is_quiet]
    return lines


def _items(notices: Sequence[Notice]) -> str:
    return ", ".join(dict.fromkeys(notice.items for notice in notices))
