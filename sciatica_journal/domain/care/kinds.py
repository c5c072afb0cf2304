"""The kinds of care records. Their classes are loaded only where such a record is met: daily notes need none."""

from collections.abc import Mapping
from importlib import import_module
from typing import Final, NamedTuple, cast

from sciatica_journal.domain.care.record import CareRecord


class CareKind(NamedTuple):
    """Where a kind's class stands, its columns in order, and which of them hold a person's writing."""

    module: str
    name: str
    columns: tuple[str, ...]
    texts: tuple[str, ...] = ()

    def load(self) -> type[CareRecord]:
        """Return the class."""
        module = import_module(f"sciatica_journal.domain.care.{self.module}")
        return cast("type[CareRecord]", getattr(module, self.name))


def _kind(module: str, name: str, columns: str, texts: str = "") -> CareKind:
    return CareKind(module, name, ("id", "date", *columns.split(), "extra"), tuple(texts.split()))


CARE_KINDS: Final[Mapping[str, CareKind]] = {
    "examination": _kind(
        "examination", "Examination", "who neurological told makes_sense green_light limits scan note",
        "who told limits scan note",
    ),
    "appointment": _kind("appointment", "Appointment", "start who place note", "who place note"),
    "question": _kind("question", "Question", "text asked answer", "text answer"),
    "treatment": _kind("treatment", "Treatment", "until what helped note", "what note"),
    "override": _kind("override", "Override", "what why", "why"),
    "sign": _kind("known_sign", "KnownSign", "sign side area examined changed ended note", "area note"),
    "check": _kind(
        "check", "Check",
        "answers heel_walk_left heel_walk_right toe_walk_left toe_walk_right calf_raises_left calf_raises_right note",
        "note",
    ),
    "reading": _kind("reading", "Reading", "measure answers note", "note"),
    "season": _kind("season", "Season", "until question answer ended next_step", "question answer"),
    "holiday": _kind("holiday", "Holiday", "until"),
    "background": _kind(
        "background", "Background",
        "onset leg_worse cancer steroids osteoporosis immune infection accident medicines scans work worry",
        "medicines scans work worry",
    ),
}  # fmt: skip
"""By record type, in the order of an export."""
