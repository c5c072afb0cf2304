"""A trial on oneself: two options that are both safe, and a coin that chooses between them."""

import re
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord, check_day
from sciatica_journal.domain.checks import check_choice, check_name, check_start, check_text, check_whole, quoted
from sciatica_journal.domain.errors import InvalidValue

BLOCK: Final = 4
"""Draws a block; two of them are of each option (insight methods, section 9)."""
FEWEST_DRAWS: Final = 20
MOST_DRAWS: Final = 200
USUAL_DRAWS: Final = 40
"""Offered first: 20 draws find a difference of a point in a quarter of trials, 40 in over half (insight/trial.py)."""
LONGEST_OPTION: Final = 40

OUTCOMES: Final = ("pain", "response")
RUNNING: Final = ("both", "one", "neither")
STATUSES: Final = ("open", "stopped", "finished")
STOPS: Final = ("person", "flared", "red_flag")

_SEED: Final = re.compile(r"[0-9a-f]{16,64}")


@dataclass(frozen=True, slots=True)
class Trial(CareRecord):
    """Begun on `date`, at the moment `at`: `option_a` against `option_b`, in the person's words.

    `outcome` is what is compared: `pain` of the next morning, or the `response` to the run. `running` says how many of
    the options are runs. `planned` draws come from `seed`, 16 to 64 hexadecimal digits, so that the schedule can be
    replayed. `stop` says what stopped it on `ended`, `why` the person's reason.
    """

    TYPE: ClassVar[str] = "trial"

    at: datetime | None = None
    outcome: str = "pain"
    option_a: str = ""
    option_b: str = ""
    running: str = "both"
    planned: int = FEWEST_DRAWS
    seed: str = ""
    status: str = "open"
    ended: Date | None = None
    stop: str | None = None
    why: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_start(self.at)
        check_choice("outcome", self.outcome, OUTCOMES)
        check_choice("running", self.running, RUNNING)
        check_choice("status", self.status, STATUSES)
        check_choice("stop", self.stop, STOPS)
        for option in (self.option_a, self.option_b):
            check_name("An option", option, LONGEST_OPTION)
        if self.option_a.casefold() == self.option_b.casefold():
            raise InvalidValue(f"Both options are {quoted(self.option_a)}.", "A trial compares two.")
        check_whole("planned", self.planned, FEWEST_DRAWS, MOST_DRAWS)
        if self.planned % BLOCK:
            raise InvalidValue(f"{self.planned} draws are planned.", f"It is a multiple of {BLOCK}.")
        if not isinstance(self.seed, str) or not _SEED.fullmatch(self.seed):
            raise InvalidValue(f"The seed is {quoted(self.seed)}.", "It is 16 to 64 hexadecimal digits.")
        if self.outcome == "response" and self.running != "both":
            raise InvalidValue("Only runs have a response.", "Compare pain where an option is not a run.")
        check_day("ended", self.ended)
        check_text("why", self.why)

    def option(self, drawn: str) -> str:
        """Return the words of an option, `a` or `b`."""
        return self.option_a if drawn == "a" else self.option_b
