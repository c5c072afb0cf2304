"""Standard output and standard error: safe on a terminal, never a traceback for what they cannot take."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO, TextIOWrapper
from typing import Any, Final, TextIO

from sciatica_journal.cli.parsing import PROGRAM, UsageError

_WIDTH: Final = 80
_WIDEST: Final = 100


class Output:
    """Where a command writes. Results go to standard output, all words about them to standard error.

    What a terminal would obey or hide is filtered out of text; in JSON it is escaped. Files and pipes
    get the text as it is.
    """

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = out
        self._err = err
        self._terminal = is_terminal(out)
        self._err_terminal = is_terminal(err)
        self._assured = ""
        self._remarks: list[str] = []
        self.is_empty = True
        for stream in (out, err):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")

    @property
    def width(self) -> int:
        """The columns to fold text to: the terminal's, at most 100, else 80."""
        columns = _WIDTH
        if self._terminal:
            with suppress(OSError, ValueError):
                columns = os.get_terminal_size(self._out.fileno()).columns or _WIDTH
        return max(20, min(columns, _WIDEST))

    def line(self, text: str = "") -> None:
        """Write a line, or several, to standard output."""
        self.chunk(f"{text}\n")

    def chunk(self, text: str) -> None:
        """Write text to standard output. Raises UsageError where it cannot be written."""
        self.is_empty = False
        with _explained():
            self._out.write(_safe(text) if self._terminal else text)

    def json(self, value: Any) -> None:
        """Write one JSON document on one line."""
        from json import dumps

        self.json_line(dumps(value, ensure_ascii=not _takes_unicode(self._out), allow_nan=False))

    def json_line(self, text: str) -> None:
        """Write a line of JSON; on a terminal with unsafe characters as escapes, so that the value stays."""
        if self._terminal:
            from sciatica_journal.services.safe import escaped

            text = escaped(text)
        self.is_empty = False
        with _explained():
            self._out.write(f"{text}\n")

    def as_file(self) -> None:
        """Make a standard output that is not a terminal UTF-8 with plain line ends, as an exported file is."""
        if not self._terminal and isinstance(self._out, TextIOWrapper):
            self._out.reconfigure(encoding="utf-8", newline="\n")

    def note(self, text: str) -> None:
        """Write one line to standard error; a line break within becomes a space."""
        line = " ".join(text.splitlines())
        with suppress(OSError, ValueError):
            self._err.write(f"{_safe(line) if self._err_terminal else line}\n")
            self._err.flush()

    @property
    def shows_progress(self) -> bool:
        """Whether standard error is a terminal, where a line may be written over."""
        return self._err_terminal and os.environ.get("TERM") != "dumb"

    def over(self, text: str) -> None:
        """Write over the current line of standard error, which is a terminal; empty text clears it."""
        with suppress(OSError, ValueError):
            self._err.write(f"\r\x1b[K{_safe(text)}")
            self._err.flush()

    def assure(self, sentence: str) -> None:
        """Let a failure from here on end with this sentence: what is safe all the same."""
        self._assured = sentence

    @property
    def is_assured(self) -> bool:
        """Whether a failure has something to say about what is safe."""
        return bool(self._assured)

    def remark(self, text: str) -> None:
        """Keep words that stop nothing, for the end: each a line of its own then, or part of a failure's line."""
        self._remarks.append(text)

    def tell_remarks(self) -> None:
        """Write the remarks that no failure has told."""
        for text in self._remarks:
            self.note(text)
        self._remarks.clear()

    def failed(self, text: str) -> None:
        """Write the one line of a failure to standard error, with what is safe and with all remarks."""
        self.note(" ".join(filter(None, (f"{PROGRAM}: {text}", self._assured, *self._remarks))))
        self._remarks.clear()

    def flush(self) -> None:
        """Hand everything to the system. Raises UsageError where it cannot be written."""
        with _explained():
            self._out.flush()

    def abandon(self) -> None:
        """Stop writing to standard output, so that the interpreter's own last flush finds nothing wrong."""
        with suppress(OSError, ValueError):
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, self._out.fileno())
            os.close(null)


@contextmanager
def _explained() -> Iterator[None]:
    """Turn the system's refusal of output into words; a reader that has gone is no fault."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"Standard output cannot be written: {error.strerror}.", "Send it elsewhere.") from error


def standard_output() -> Output:
    """Return the output on the process's own streams; closed ones are opened on nothing.

    A closed descriptor 0 to 2 would otherwise be given to the next file opened, which may be the journal.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        descriptor = os.open(os.devnull, os.O_RDWR)
        while descriptor < 2:
            descriptor = os.dup(descriptor)
        if descriptor > 2:
            os.close(descriptor)
    return Output(sys.stdout or StringIO(), sys.stderr or StringIO())


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether the stream is an open terminal."""
    with suppress(ValueError, OSError):
        return stream is not None and stream.isatty()
    return False


def _takes_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "utf-8").lower().replace("-", "").startswith("utf")


def _safe(text: str) -> str:
    from sciatica_journal.services.safe import safe

    return safe(text)
