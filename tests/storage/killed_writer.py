"""A process that forks writers to be killed: each saves day after day and says so once a day is saved.

Reads a number a line, forks a writer that begins there, prints its process id, waits for its end and prints "over".
The writers print the number of each saved day.
"""

import os
import sys
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from itertools import count
from pathlib import Path

from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session

LOADED_AHEAD = (
    "storage.schema",
    "storage.backup",
    "storage.history",
    "services.journal.opening",
    "services.safety.flags",
)
"""What a writer needs, loaded before it is forked: the time before it is killed is spent on writing."""

FIRST_DAY = date(2020, 1, 1)


def text_of(number: int) -> str:
    """The note of a day; some are longer than a page of the file."""
    return f"day {number} " + "word " * (number * 331 % 1700)


def day_of(number: int) -> date:
    """The day that is written as that number."""
    return FIRST_DAY + timedelta(days=number)


def say(line: str) -> None:
    """Print at once, whole."""
    os.write(1, f"{line}\n".encode())


def write_on(home: Path, start: int) -> None:
    """Save day after day until killed."""
    session = open_session(paths_in(home), lambda: datetime(2050, 1, 1, 12, tzinfo=UTC))
    for number in count(start):
        change_day(session, day_of(number), {"note": text_of(number), "stress": number % 11})
        say(str(number))


def main(home: Path) -> None:
    """Fork a writer for each line of standard input."""
    for name in LOADED_AHEAD:
        import_module(f"sciatica_journal.{name}")
    for line in sys.stdin:
        writer = os.fork()
        if writer == 0:
            write_on(home, int(line))
        say(f"pid {writer}")
        os.waitpid(writer, 0)
        say("over")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
