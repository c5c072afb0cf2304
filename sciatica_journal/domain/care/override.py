"""An override: going on against the journal's caution, on purpose and with a reason."""

from dataclasses import dataclass
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.checks import check_choice, check_text

OVERRIDDEN: Final = ("not_examined", "no_green_light", "red_verdict")


@dataclass(frozen=True, slots=True)
class Override(CareRecord):
    """What was overridden on `date`, and `why` in the person's words; `run` is the id of the run meant, if any."""

    TYPE: ClassVar[str] = "override"

    what: str | None = None
    why: str | None = None
    run: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_choice("what", self.what, OVERRIDDEN)
        check_text("why", self.why)
        check_text("run", self.run)
