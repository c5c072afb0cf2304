"""What the first launch was told, as a record of the interchange format."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from typing import ClassVar, Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.kinds import PROFILE
from sciatica_journal.domain.other import Other

CHOICES: Final = ("measures", "deep_writing")
"""What was chosen later and belongs to the person as well: the activities that are rated and whether the measures are
offered; the day on which the cautions of the deep practices were agreed to."""


@dataclass(frozen=True, slots=True)
class FirstTold(Other):
    """The one profile of a journal: `body` is what was answered, as it is kept, with its `type`."""

    TYPE: ClassVar[str] = PROFILE

    @property
    def answers(self) -> dict[str, object]:
        """What was answered, by name."""
        return {name: value for name, value in self.body.items() if name not in ("type", *CHOICES)}

    @property
    def choices(self) -> dict[str, object]:
        """What was chosen later, by the names in CHOICES."""
        return {name: self.body[name] for name in CHOICES if name in self.body}


def first_told(plain: Mapping[str, object]) -> FirstTold:
    """Return the profile that a plain object describes. Raises InvalidValue for another program's profile."""
    body = {name: value for name, value in plain.items() if value is not None}
    if "id" in body or "date" in body or not isinstance(body.get("signs"), Mapping):
        raise InvalidValue("This is not a profile of the first launch.", "It has signs, and no id and no date.")
    for name in ("since", "examined", "leg_worse", *CHOICES):
        _check(name, body.get(name))
    return FirstTold(PROFILE, None, {"type": PROFILE, **body})


def _check(name: str, value: object) -> None:
    right = {name: isinstance(value, Mapping) for name in ("since", *CHOICES)} | {"leg_worse": isinstance(value, bool)}
    if value is None or right.get(name, False) or (name == "examined" and isinstance(value, bool)):
        return
    if name == "examined" and isinstance(value, str):
        try:
            Date.fromisoformat(value)
        except ValueError:
            pass
        else:
            return
    raise InvalidValue(f"{name} is not as the first launch keeps it.", "Leave it out.")
