"""What a command gets: its arguments, the journal and where to write."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sciatica_journal.cli.output import Output, is_terminal
from sciatica_journal.cli.parsing import UsageError
from sciatica_journal.services.session import Session

if TYPE_CHECKING:
    from sciatica_journal.services.flags import Notice

DONE = 0
NOT_THERE = 1
BAD = 2
INTERRUPTED = 130
"""Exit codes: done; the thing asked for was not there; bad usage or input; Ctrl+C."""

LONGEST_INPUT = 4_000_001
"""Characters read from standard input: one more than any text may have, so that too much is noticed."""


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
            from sciatica_journal.services.flags import shell_lines

            self.notes(shell_lines(self.session, notices))


def typed_text(call: Call, *, piped: bool, prompt: str, whole: bool, instead: str) -> str:
    """Return text from standard input.

    With `piped` all of it is read; else the terminal is asked with `prompt`, for one line or, with
    `whole`, until Ctrl+D. Raises UsageError where there is no terminal to ask; `instead` says what to do.
    """
    stdin = sys.stdin
    if stdin is None or stdin.closed:
        raise UsageError("Standard input is closed.", instead)
    if not piped and not is_terminal(stdin):
        raise UsageError("There is no terminal to ask on.", instead)
    if not piped:
        call.out.note(prompt)
    try:
        return stdin.readline() if not piped and not whole else stdin.read(LONGEST_INPUT)
    except (UnicodeDecodeError, OSError, ValueError) as error:
        raise UsageError(f"Standard input cannot be read ({error}).", "Give UTF-8 text.") from error
