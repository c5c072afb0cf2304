"""A red flag as a record of the interchange format."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.checks import check_choice, check_name, check_text
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.signs.trigger import TIERS


@dataclass(frozen=True, slots=True)
class Flag(CareRecord):
    """A red flag about the day `date`, raised by `trigger` (an id of the safety texts) with the urgency `tier`.

    It is open until `closed`, the time at which an `outcome` and what the person was `told` were noted. Its id is
    the trigger and the time at which it was `opened`, where a file names no other.
    """

    TYPE: ClassVar[str] = "flag"

    trigger: str = ""
    tier: str = ""
    opened: datetime | None = None
    acknowledged: datetime | None = None
    outcome: str | None = None
    told: str | None = None
    closed: datetime | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_name("The trigger of a flag", self.trigger, 100)
        check_choice("The tier of a flag", self.tier, TIERS)
        if not isinstance(self.opened, datetime):
            raise InvalidValue("The flag has no time at which it was opened.", "Give one.")
        for name in ("acknowledged", "closed"):
            if not isinstance(getattr(self, name), datetime | None):
                raise InvalidValue(f"{name} is no time.", "It is a time such as 2026-03-01T07:10:00+01:00.")
        if self.outcome is not None:
            check_name("The outcome of a flag", self.outcome, 100)
        check_text("told", self.told)

    @property
    def is_open(self) -> bool:
        """Whether no outcome was noted yet."""
        return self.closed is None


def flag_name(trigger: str, opened: str, number: int = 1) -> str:
    """Return the id of a flag; `number` counts those of one trigger that were opened in the same second."""
    return f"{trigger} {opened}" if number == 1 else f"{trigger} {opened} #{number}"


def with_defaults(plain: dict[str, object]) -> dict[str, object]:
    """Return the plain flag with its id, day and time of opening, where they follow from what it has."""
    flag = {name: value for name, value in plain.items() if value is not None}
    opened, day = flag.get("opened"), flag.get("date")
    if isinstance(opened, str):
        flag.setdefault("date", opened[:10])
    elif isinstance(day, str):
        opened = flag["opened"] = f"{day}T00:00:00+00:00"
    flag.setdefault("id", flag_name(str(flag.get("trigger")), str(opened)))
    return flag
