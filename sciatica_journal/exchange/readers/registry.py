"""The kinds of files that can be imported. A kind's module is loaded only where a file of it is met.

A module has `is_mine(files)` and `read(files, answers, watch)`, see `Reader`.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, Final, NamedTuple, Protocol

from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Found
from sciatica_journal.exchange.watch import Watch


class Reader(Protocol):
    """What the module of a kind has."""

    def is_mine(self, files: Sequence[InFile]) -> bool:
        """Return whether the files are of this kind, by their content.

        For a kind that is made of several files (`whole` in KINDS) all files of a folder or ZIP are given, else one.
        """

    def read(self, files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
        """Yield what the files hold, streaming. Raises JournalError for a file that cannot be taken at all."""


class Kind(NamedTuple):
    """`module` within this package, `label` for people; `whole` for kinds made of several files."""

    module: str
    label: str
    whole: bool = False

    def load(self) -> Reader:
        """Return the module."""
        found: Any = import_module(f"sciatica_journal.exchange.readers.{self.module}")
        reader: Reader = found
        return reader


KINDS: Final[Mapping[str, Kind]] = {
    "strava": Kind("strava", "Strava export", True),
    "garmin-account": Kind("garmin_account", "Garmin account export", True),
    "apple-health": Kind("apple_health", "Apple Health export", True),
    "dayone": Kind("dayone", "Day One journal", True),
    "journal-csv": Kind("journal_csv", "this program's CSV files", True),
    "fit": Kind("fit", "FIT file"),
    "gpx": Kind("gpx", "GPX file"),
    "tcx": Kind("tcx", "TCX file"),
    "garmin": Kind("garmin_csv", "Garmin Connect Activities.csv"),
    "daylio": Kind("daylio", "Daylio CSV"),
    "bearable": Kind("bearable", "Bearable CSV"),
    "track-and-graph": Kind("track_and_graph", "Track & Graph CSV"),
    "jrnl": Kind("jrnl", "jrnl journal"),
    "jsonl": Kind("jsonl", "JSON lines of this program"),
}
"""By the name that `--from` takes, in the order in which files are tried."""
