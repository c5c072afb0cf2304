"""What files hold, turned into records of the journal: made without the journal, weighed against it later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta, tzinfo
from typing import Final, NamedTuple

from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.source_row import SourceRow
from sciatica_journal.exchange.found import Question, Refused

AHEAD: Final = timedelta(days=2)
"""How far ahead of today a day may lie that was written elsewhere: as far as one can fly west."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What files are read by: `zone` is the home zone (None: the machine's), `day_ends` the hour at which a day ends,
    `latest` the last day that may be told of as past, `answers` what is known of the questions of files."""

    today: date
    latest: date
    zone: tzinfo | None
    day_ends: time
    answers: Mapping[str, str]


class Candidate(NamedTuple):
    """A record that a file brings. `row` is what the file says of it, None for files of this program.

    `sport` is the file's own word for an outing that is not on foot: `record` then is its day, with the minutes as a
    factor where they are known.
    """

    record: Record
    row: SourceRow | None = None
    sport: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What files hold, in their order. `answers` are those by which they were read and which are to be remembered."""

    files: tuple[str, ...]
    found: tuple[Candidate | Refused, ...]
    questions: tuple[Question, ...] = ()
    answers: Mapping[str, str] | None = None
