"""What a red flag is made of: the trigger, and what raised it."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

Tier = Literal["E", "S", "G"]
TIERS: Final[tuple[Tier, ...]] = ("E", "S", "G")
"""Emergency now, doctor the same day, book an appointment; most urgent first."""
URGENT: Final[tuple[Tier, ...]] = ("E", "S")
"""The tiers that close what an appointment leaves open (rule 3)."""


class Trigger(NamedTuple):
    """A sign to act on. `kind` chooses the message, `items` fills it, `question` is the one plain question.

    `phrases` find it in free text (domain/safety/phrases.py), `mild` ones only where no other phrase was found around
    them, `excepted` are idioms that are not signs, `wholes` are words that count only where a clause has nothing else
    in it, `small` words apart.
    """

    id: str
    tier: Tier
    kind: str
    items: str
    question: str
    title: str
    phrases: Sequence[str] = ()
    mild: Sequence[str] = ()
    excepted: Sequence[str] = ()
    wholes: tuple[str, ...] = ()
    small: tuple[str, ...] = ()


class Raised(NamedTuple):
    """A trigger that something recorded raised. `because` quotes it for the person to see; not `certain` means
    that one plain question has to be asked; `evidence` is the same for the same words wherever they stand. It `lasts`
    where it is a state that can stay as it is from day to day, such as a field's value, and not an event."""

    trigger: str
    certain: bool
    because: str
    evidence: str
    lasts: bool = False
