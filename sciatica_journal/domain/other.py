"""A record of a type this version does not know, carried along unread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from typing import ClassVar

from sciatica_journal.domain.checks import check_date, check_name


@dataclass(frozen=True, slots=True)
class Other:
    """`body` is the whole object as it was read, its `type` and `id` included."""

    TYPE: ClassVar[str] = "other"

    id: str
    date: Date | None
    body: Mapping[str, object]

    def __post_init__(self) -> None:
        check_name("The id of a record", self.id)
        if self.date is not None:
            check_date(self.date)

    @property
    def key(self) -> str:
        """The record's identity."""
        return self.id
