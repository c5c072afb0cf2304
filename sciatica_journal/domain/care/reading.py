"""A reading of a measure: the answers of one sitting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.checks import check_choice, check_name, check_text, check_whole, quoted
from sciatica_journal.domain.errors import InvalidValue

HIGHEST: Final[Mapping[str, int]] = {"activities": 10, "impact": 10, "bother": 6, "rmdq": 1, "beliefs": 10}
"""The highest answer of each measure; the lowest is 0 (clinical reference, section 3.1)."""

MOST_ANSWERS: Final = 24


@dataclass(frozen=True, slots=True)
class Reading(CareRecord):
    """The answers to `measure` on `date` by item; an item of the activities is the person's own name for one."""

    TYPE: ClassVar[str] = "reading"

    measure: str | None = None
    answers: Mapping[str, int] = field(default_factory=dict)
    note: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        if self.measure is None:
            raise InvalidValue("The reading has no measure.", f"It is one of: {', '.join(HIGHEST)}.")
        check_choice("measure", self.measure, HIGHEST)
        if not isinstance(self.answers, Mapping) or len(self.answers) > MOST_ANSWERS:
            raise InvalidValue(
                f"answers is {quoted(self.answers)}.", f"It is an object of at most {MOST_ANSWERS} items and numbers."
            )
        for item, answer in self.answers.items():
            check_name("An item of a reading", item)
            if answer is None:
                raise InvalidValue(f"{quoted(item)} has no answer.", "Leave out what was not answered.")
            check_whole(item, answer, 0, HIGHEST[self.measure])
        object.__setattr__(self, "answers", MappingProxyType(dict(self.answers)))
        check_text("note", self.note)
