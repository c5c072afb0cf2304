"""A draw of a trial: what the coin said on a day, and what the person made of it."""

from dataclasses import dataclass
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.checks import check_choice, check_name, check_whole
from sciatica_journal.domain.trial.trial import BLOCK, MOST_DRAWS

OPTIONS: Final = ("a", "b")
ANSWERED: Final = ("accepted", "refused")


@dataclass(frozen=True, slots=True)
class Draw(CareRecord):
    """On `date` the draw `number` (from 1) of the trial with the id `trial`, in `block` (from 1), said `option`.

    `answered` is None until the person accepts or refuses; it is analysed as drawn either way.
    """

    TYPE: ClassVar[str] = "draw"

    trial: str = ""
    number: int = 1
    block: int = 1
    option: str = "a"
    answered: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_name("The trial of a draw", self.trial)
        check_whole("number", self.number, 1, MOST_DRAWS)
        check_whole("block", self.block, 1, MOST_DRAWS // BLOCK)
        check_choice("option", self.option, OPTIONS)
        check_choice("answered", self.answered, ANSWERED)


def draw_id(trial: str, number: int) -> str:
    """Return the identity of a draw: two windows that draw at once make one draw."""
    return f"{trial}:{number}"
