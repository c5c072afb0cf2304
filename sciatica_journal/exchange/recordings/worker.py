"""A process of its own that parses files from elsewhere, within limits: what a spoilt file breaks is only this.

It is given a file in pieces on standard input, each behind its length, the end as a piece of length 0, and answers on
standard output, behind its length, with JSON: a list of tracks, or an object with `message` and `hint`.
"""

import io
import json
import signal
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO, Final

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.exchange.recordings.tracks import Track, to_json

LENGTH: Final = struct.Struct("<I")
READY: Final = b"[]"
_MOST_MEMORY: Final = 700 * 2**20
_MOST_SECONDS: Final = 60


class _Pieces(io.RawIOBase):
    """The file that comes in pieces."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self._left = 0
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview[int]", /) -> int:  # type: ignore[override]  # no shared buffers
        if not self._left and not self._ended:
            self._left = LENGTH.unpack(_exactly(self._source, LENGTH.size))[0]
            self._ended = not self._left
        if self._ended:
            return 0
        piece = _exactly(self._source, min(self._left, len(buffer)))
        self._left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)

    def skip(self) -> None:
        """Pass over what was not read."""
        waste = bytearray(1 << 16)
        while self.readinto(waste):
            pass


def _exactly(source: BinaryIO, count: int) -> bytes:
    piece = source.read(count)
    if len(piece) < count:
        raise SystemExit  # The program that asked is gone.
    return piece


def parser_of(kind: str) -> Callable[[BinaryIO], list[Track]]:
    """Return what parses a file of a kind: `fit`, `gpx` or `tcx`."""
    module: Any = import_module(f"sciatica_journal.exchange.readers.{kind}")
    parse: Callable[[BinaryIO], list[Track]] = module.parse
    return parse


def main(kind: str) -> None:
    """Answer for file after file of a kind until standard input ends."""
    parse = parser_of(kind)
    with suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit()
    source, out = io.BufferedReader(io.FileIO(0, closefd=False), 1 << 16), sys.stdout.buffer
    _say(out, READY)
    while source.peek(1):
        _more_time()
        pieces = _Pieces(source)
        answer = _answer(parse, pieces)
        pieces.skip()
        _say(out, answer)


def _answer(parse: Callable[[BinaryIO], list[Track]], pieces: _Pieces) -> bytes:
    try:
        return to_json(parse(io.BufferedReader(pieces, 1 << 16)))
    except JournalError as error:
        return json.dumps({"message": error.message, "hint": error.hint}).encode()
    except (MemoryError, RecursionError):
        return json.dumps({"message": "It takes far more memory than any such file.", "hint": ""}).encode()


def _say(out: BinaryIO, answer: bytes) -> None:
    out.write(LENGTH.pack(len(answer)) + answer)
    out.flush()


def _limit() -> None:
    """Bound memory, and forbid to write files; where the system cannot, the bounds of the parsers are all there is."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _more_time() -> None:
    """Allow the next file its seconds of computing; the system ends what takes longer."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + _MOST_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def refusal(answer: dict[str, str]) -> InvalidValue:
    """Return what a worker said instead of tracks."""
    return InvalidValue(str(answer.get("message", "It cannot be read.")), str(answer.get("hint", "")))
