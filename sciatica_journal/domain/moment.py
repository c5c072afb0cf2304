"""A moment: a time-stamped line within a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from typing import ClassVar

from sciatica_journal.domain.checks import (
    check_choice,
    check_date,
    check_extra,
    check_name,
    check_rating,
    check_start,
    check_text,
)
from sciatica_journal.domain.legs import SIDES
from sciatica_journal.domain.spot import check_region


@dataclass(frozen=True, slots=True)
class Moment:
    """A line with its time and, if wanted, pain 0-10 and a place. Any number a day."""

    TYPE: ClassVar[str] = "moment"

    id: str
    date: Date
    start: datetime | None = None
    pain: int | None = None
    region: str | None = None
    side: str | None = None
    text: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_name("The id of a moment", self.id)
        check_date(self.date)
        check_start(self.start)
        check_rating("pain", self.pain)
        if self.region is not None:
            check_region(self.region)
        check_choice("side", self.side, SIDES)
        check_text("text", self.text)
        check_extra(self.extra, self.__dataclass_fields__)

    @property
    def key(self) -> str:
        """The moment's identity."""
        return self.id
