"""A move on a ladder that a person made: begun, up, down, to any step, or left."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.checks import check_choice, check_name, check_start, check_text

MOVES: Final = ("start", "forward", "back", "to", "leave")


@dataclass(frozen=True, slots=True)
class LadderMove(CareRecord):
    """On `date` one went to `step` of `ladder` (their ids); `why` in the person's words.

    `at` is the moment of it, by which several moves of one day are put in order. `leave` names the step left.
    """

    TYPE: ClassVar[str] = "ladder_move"

    at: datetime | None = None
    ladder: str = ""
    step: str = ""
    move: str | None = None
    why: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_start(self.at)
        check_name("The ladder", self.ladder)
        check_name("The step", self.step)
        check_choice("move", self.move, MOVES)
        check_text("why", self.why)
