"""What a command gets: its arguments, the journal and where to write."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sciatica_journal.cli.output import Output
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice

DONE = 0
NOT_THERE = 1
BAD = 2
INTERRUPTED = 130
"""Exit codes: done; the thing asked for was not there; bad usage or input; Ctrl+C."""


class Call(NamedTuple):
    """One run of one command."""

    args: Namespace
    session: Session
    out: Output

    def notes(self, lines: Iterable[str]) -> None:
        """Write lines to standard error."""
        for line in lines:
            self.out.note(line)

    def tell(self, notices: "Sequence[Notice]") -> None:
        """Write the safety words of red flags to standard error."""
        if notices:
            from sciatica_journal.services.safety.notice import shell_lines

            self.notes(shell_lines(self.session, notices))
