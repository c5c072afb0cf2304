"""An examination: what a health professional looked at, said and allowed."""

from dataclasses import dataclass
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.checks import check_choice, check_flag, check_rating, check_text

GREEN_LIGHTS: Final = ("yes", "not_yet", "limits")


@dataclass(frozen=True, slots=True)
class Examination(CareRecord):
    """One examination on `date`.

    `neurological` says whether strength, reflexes and feeling were tested; `told` is what one was told and
    `makes_sense` how far it makes sense to oneself, 0-10; `green_light` is the answer on running, with its `limits`.
    """

    TYPE: ClassVar[str] = "examination"

    who: str | None = None
    neurological: bool | None = None
    told: str | None = None
    makes_sense: int | None = None
    green_light: str | None = None
    limits: str | None = None
    scan: str | None = None
    note: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_flag("neurological", self.neurological)
        check_rating("makes_sense", self.makes_sense)
        check_choice("green_light", self.green_light, GREEN_LIGHTS)
        for name in ("who", "told", "limits", "scan", "note"):
            check_text(name, getattr(self, name))
