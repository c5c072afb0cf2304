"""A reflection: one sitting with one practice, kept or let go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from typing import ClassVar

from sciatica_journal.domain.checks import (
    check_between,
    check_date,
    check_extra,
    check_name,
    check_rating,
    check_start,
    check_text,
    quoted,
)
from sciatica_journal.domain.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Reflection:
    """A sitting: the practice's id, minutes spent, one 0-10 rating before and after, and the words.

    A reflection that was let go (`kept` is False) has no words: only date, minutes, practice and the
    two ratings stay.
    """

    TYPE: ClassVar[str] = "reflection"

    id: str
    date: Date
    start: datetime | None = None
    practice: str | None = None
    minutes: float | None = None
    before: int | None = None
    after: int | None = None
    kept: bool = True
    text: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_name("The id of a reflection", self.id)
        check_date(self.date)
        check_start(self.start)
        if self.practice is not None:
            check_name("The practice", self.practice, 60)
        check_between("minutes", self.minutes, 0, 1440, "minutes")
        check_rating("before", self.before)
        check_rating("after", self.after)
        check_text("text", self.text)
        check_extra(self.extra, self.__dataclass_fields__)
        if not isinstance(self.kept, bool):
            raise InvalidValue(f"kept is {quoted(self.kept)}.", "It is true or false.")
        if not self.kept and self.text is not None:
            raise InvalidValue("A reflection that was let go has no text.", "Leave the text out, or keep it.")

    @property
    def key(self) -> str:
        """The reflection's identity."""
        return self.id

    @property
    def ratings(self) -> tuple[tuple[str, int | None], ...]:
        """The two ratings with their names."""
        return (("before", self.before), ("after", self.after))
