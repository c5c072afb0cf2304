"""The kinds of records by type. A class is loaded only where a record of it is met: a quiet day needs no runs."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from sciatica_journal.domain.care.record import CareRecord
    from sciatica_journal.domain.day import Day
    from sciatica_journal.domain.moment import Moment
    from sciatica_journal.domain.reflection import Reflection
    from sciatica_journal.domain.run import Run

    RecordClass = type[Day] | type[Run] | type[Reflection] | type[Moment] | type[CareRecord]


class RecordKind(NamedTuple):
    """Where a kind's class stands, its columns in order, and which of them hold a person's writing."""

    module: str
    name: str
    columns: tuple[str, ...]
    texts: tuple[str, ...] = ()

    def load(self) -> "RecordClass":
        """Return the class."""
        found: Any = getattr(import_module(f"sciatica_journal.domain.{self.module}"), self.name)
        cls: RecordClass = found
        return cls


def _kind(module: str, name: str, columns: str, texts: str = "") -> RecordKind:
    return RecordKind(module, name, (*columns.split(), "extra"), tuple(texts.split()))


def _care(module: str, name: str, columns: str, texts: str = "") -> RecordKind:
    return _kind(f"care.{module}", name, f"id date {columns}", texts)


FIRST_KINDS: Final[Mapping[str, RecordKind]] = {
    "day": _kind(
        "day", "Day",
        "date pain_morning pain_worst leg_left leg_right numb tingling weak sleep_hours sleep_quality stress mood "
        "energy feelings spots factors function painkillers did note uneventful lines",
        "did note lines feelings",
    ),
    "run": _kind(
        "run", "Run",
        "id date start kind distance_km duration_min surface effort pain_before pain_during pain_after response "
        "heart_rate ascent_m title note source source_id expected response_furthest settle_hours slope shoes company "
        "cadence ladder step stride",
        "title note",
    ),
    "reflection": _kind("reflection", "Reflection", "id date start practice minutes before after kept text", "text"),
    "moment": _kind("moment", "Moment", "id date start pain region side text", "text"),
}  # fmt: skip
"""The daily records, in the order of an export."""

CARE_KINDS: Final[Mapping[str, RecordKind]] = {
    "examination": _care(
        "examination", "Examination", "who neurological told makes_sense green_light limits scan note",
        "who told limits scan note",
    ),
    "appointment": _care("appointment", "Appointment", "start who place note", "who place note"),
    "question": _care("question", "Question", "text asked answer", "text answer"),
    "treatment": _care("treatment", "Treatment", "until what helped note", "what note"),
    "override": _care("override", "Override", "what why run", "why"),
    "sign": _care("known_sign", "KnownSign", "sign side area examined changed ended note", "area note"),
    "check": _care(
        "check", "Check",
        "answers heel_walk_left heel_walk_right toe_walk_left toe_walk_right calf_raises_left calf_raises_right note",
        "note",
    ),
    "reading": _care("reading", "Reading", "measure answers note", "note"),
    "season": _care("season", "Season", "until question answer ended next_step", "question answer"),
    "holiday": _care("holiday", "Holiday", "until"),
    "background": _care(
        "background", "Background",
        "onset leg_worse cancer steroids osteoporosis immune infection accident medicines scans work worry",
        "medicines scans work worry",
    ),
}  # fmt: skip
"""The care records, in the order of an export."""

RUNNING_KINDS: Final[Mapping[str, RecordKind]] = {
    "ladder_move": _kind("ladder.move", "LadderMove", "id date at ladder step move why", "why"),
    "source_row": _kind("source_row", "SourceRow", "id date source source_id record row"),
}  # fmt: skip
"""What stands behind runs: moves on a ladder, and the rows of other programs' files that runs came from."""

TRIAL_KINDS: Final[Mapping[str, RecordKind]] = {
    "trial": _kind(
        "trial.trial", "Trial",
        "id date at outcome option_a option_b running planned seed status ended stop why",
        "option_a option_b why",
    ),
    "draw": _kind("trial.draw", "Draw", "id date trial number block option answered"),
}  # fmt: skip
"""Coin-flip trials, and what the coin said."""

BACKGROUND_ID: Final = "background"
"""The id of the background: there is one."""

PROFILE: Final = "profile"
"""The name under which a journal keeps what its first launch was told, and the type of that in an export."""

FLAG: Final = RecordKind("safety.flag_record", "Flag", ())
"""Red flags: they have a table of their own (storage/flags.py)."""

KINDS: Final[Mapping[str, RecordKind]] = {
    **FIRST_KINDS, **CARE_KINDS, **RUNNING_KINDS, **TRIAL_KINDS, "flag": FLAG,
}  # fmt: skip
