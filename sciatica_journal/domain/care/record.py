"""The base of the care records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from typing import ClassVar

from sciatica_journal.domain.checks import check_date, check_extra, check_name, quoted
from sciatica_journal.domain.errors import InvalidValue


@dataclass(frozen=True, slots=True, repr=False, eq=False)  # each kind of record has its own
class CareRecord:
    """A dated record with an identity. Keys that this version does not know are kept in `extra`."""

    TYPE: ClassVar[str]

    id: str
    date: Date
    extra: Mapping[str, object] = field(default_factory=dict, kw_only=True)

    def __post_init__(self) -> None:
        check_name(f"The id of a {self.TYPE}", self.id)
        check_date(self.date)
        self.check_fields()
        check_extra(self.extra, self.__dataclass_fields__)

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""

    @property
    def key(self) -> str:
        """The record's identity."""
        return self.id


def check_day(name: str, value: Date | None) -> None:
    """Refuse anything but None or a day from 1900 to 2199."""
    if value is None:
        return
    try:
        check_date(value)
    except InvalidValue:
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is a calendar day such as 2026-03-01.") from None
