"""How a trial goes: how far it is, whether it is over, and whether something stops it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.flag_record import Flag
from sciatica_journal.domain.signs.trigger import URGENT
from sciatica_journal.domain.trial.draw import Draw
from sciatica_journal.domain.trial.trial import Trial

MORE_FLARED: Final = 3
"""So many flared responses more on one option than on the other stop a trial: ours, not validated."""
SETTLES_IN: Final = timedelta(days=2)
"""A response can be revised for 48 hours: so long the last draw waits for its outcome."""

Phase = Literal["open", "waiting", "stopped", "finished"]
Stop = Literal["person", "flared", "red_flag"]


class Counts(NamedTuple):
    """All draws so far, and how many were accepted, refused and not answered."""

    drawn: int = 0
    accepted: int = 0
    refused: int = 0

    @property
    def unanswered(self) -> int:
        """Draws that were neither accepted nor refused."""
        return self.drawn - self.accepted - self.refused


def counts(draws: Sequence[Draw]) -> Counts:
    """Return the counts of a trial's draws."""
    said = [draw.answered for draw in draws]
    return Counts(len(draws), said.count("accepted"), said.count("refused"))


def last_number(draws: Iterable[Draw]) -> int:
    """Return the number of the newest draw, 0 before the first."""
    return max((draw.number for draw in draws), default=0)


def safety_stop(trial: Trial, draws: Iterable[Draw], runs: Iterable[Run], flags: Iterable[Flag]) -> Stop | None:
    """Return what stops a trial for safety's sake, None where nothing does.

    An emergency or same-day flag raised since it began, unless it was by mistake; or three flared responses more on
    draws of one option than on those of the other, counted as drawn.
    """
    if any(_counts(flag) and _raised_since(flag, trial) for flag in flags):
        return "red_flag"
    flared = {run.date for run in runs if run.response == "flared"}
    on = [draw.option for draw in draws if draw.date in flared]
    return "flared" if abs(on.count("a") - on.count("b")) >= MORE_FLARED else None


def _counts(flag: Flag) -> bool:
    return flag.tier in URGENT and flag.outcome != "by_mistake"


def _raised_since(flag: Flag, trial: Trial) -> bool:
    opened, begun = flag.opened, trial.at
    if opened is None:
        return False
    if begun is None or begun.tzinfo is None or opened.tzinfo is None:
        return opened.date() > trial.date
    return opened > begun


def phase(trial: Trial, draws: Sequence[Draw], today: date, *, answered: bool = False) -> Phase:
    """Return where a trial is; `waiting` is for the outcome of the last draw, unless that is `answered`."""
    if trial.status == "stopped":
        return "stopped"
    if last_number(draws) < trial.planned:
        return "open"
    last = max(draw.date for draw in draws)
    return "finished" if answered or today - last >= SETTLES_IN else "waiting"
