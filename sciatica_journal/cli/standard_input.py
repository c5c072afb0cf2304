"""Text from standard input: typed at a terminal line by line, or piped in whatever encoding it can be told to have."""

import codecs
import sys
from collections.abc import Callable
from typing import Final, TextIO

from sciatica_journal.cli.output import is_terminal
from sciatica_journal.cli.parsing import UsageError

_MOST_BYTES: Final = 4 * 4_000_001
"""Bytes read from standard input: more than any text may have, so that too much is noticed."""

_PIECE: Final = 65536
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LOOKED_AT: Final = 4096


def read_text(
    *, piped: bool, whole: bool, ask: Callable[[], None], instead: str, gathered: list[str] | None = None
) -> str:
    """Return text from standard input.

    With `piped` all of it is read; else the terminal is asked, for one line or, with `whole`, until Ctrl+D. What was
    read when a signal stops it is in `gathered`. Raises UsageError where there is no terminal to ask, and for bytes
    that are not text; `instead` says what to do.
    """
    stdin = checked_input(piped=piped, instead=instead)
    gathered = [] if gathered is None else gathered
    try:
        if is_terminal(stdin):
            _read_lines(stdin, ask, gathered, whole=whole or piped)
        else:
            _read_bytes(stdin, gathered)
    except (OSError, ValueError) as error:
        raise UsageError(f"Standard input cannot be read ({error}).", instead) from error
    return "".join(gathered)


def checked_input(*, piped: bool, instead: str) -> TextIO:
    """Return standard input. Raises UsageError where it cannot be read, or is to be asked and is no terminal."""
    stdin = sys.stdin
    if stdin is None or stdin.closed:
        raise UsageError("Standard input is closed.", instead)
    if not piped and not is_terminal(stdin):
        raise UsageError("There is no terminal to ask on.", instead)
    return stdin


def _read_lines(stdin: TextIO, ask: Callable[[], None], gathered: list[str], *, whole: bool) -> None:
    """Read what is typed. What a terminal sends that is not text becomes U+FFFD: no other word is lost for it."""
    ask()
    reconfigure = getattr(stdin, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
    line = stdin.readline()
    while line:
        gathered.append(line)
        # A last line without its end is what Ctrl+D gives; a terminal would be asked once more for the same end.
        line = stdin.readline() if whole and line.endswith("\n") else ""


def _read_bytes(stdin: TextIO, gathered: list[str]) -> None:
    buffer = getattr(stdin, "buffer", None)
    if buffer is None:
        gathered.append(stdin.read().removeprefix("\ufeff"))
        return
    content = bytearray()
    try:
        while len(content) < _MOST_BYTES and (piece := buffer.read1(_PIECE)):
            content += piece
    except KeyboardInterrupt:
        gathered.append(content.decode("utf-8", "replace"))
        raise
    if len(content) >= _MOST_BYTES:
        raise UsageError("Standard input has more than 4,000,000 characters.", "Give a shorter text.")
    gathered.append(decoded(bytes(content), stdin.encoding))


def decoded(content: bytes, locale_encoding: str) -> str:
    """Return piped bytes as text: UTF-8, UTF-16 where its mark says so, else the encoding of the locale.

    Raises UsageError for what is neither, with the line and the byte.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    if content[:_LOOKED_AT].count(0) * 3 > len(content[:_LOOKED_AT]):
        raise UsageError("Standard input is not UTF-8 text: it looks like UTF-16.", "Convert it to UTF-8 first.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        narrow = codecs.lookup(locale_encoding or "utf-8").name
        return _strictly(content, "utf-8" if narrow == "ascii" else narrow)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UsageError(
            f"Standard input is not {encoding.upper()} text: line {line} has the byte 0x{content[error.start]:02X}.",
            "Convert it to UTF-8 first.",
        ) from None
