"""A worker as the program that asks it sees it: started anew for each import, ended when it is no longer needed."""

import json
import subprocess
import sys
from pathlib import Path
from threading import Event
from time import monotonic
from typing import IO, Final

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.recordings.tracks import Track, from_json, sane
from sciatica_journal.exchange.recordings.worker import LENGTH, READY, refusal
from sciatica_journal.exchange.watch import READ_SIZE, Cancelled

_CODE: Final = (
    "import sys, json; sys.path[:0] = json.loads(sys.argv[1]);"
    "from sciatica_journal.exchange.recordings.worker import main; main(sys.argv[2])"
)
_LONGEST_ANSWER: Final = 1 << 26
_MOST_SECONDS: Final = 120.0

Result = list[Track] | JournalError


class CannotStart(Exception):
    """Processes cannot be started here; what one would have done is to be done without."""


class _Died(Exception):
    """The process ended in the midst of a file."""


class Worker:
    """A process that parses files of a kind, one after the other; it is started at the first."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._process: subprocess.Popen[bytes] | None = None
        self._began: float | None = None
        self._ended = Event()

    def parse(self, file: InFile) -> Result:
        """Return what a file holds or what is wrong with it. Raises Cancelled and CannotStart."""
        if self._ended.is_set():
            raise Cancelled
        try:
            process = self._process or self._start()
            self._began = monotonic()
            error = self._give(process, file)
            answer = _answer(process)
        except (_Died, OSError) as problem:
            self._stop_process()
            if self._ended.is_set():
                raise Cancelled from problem
            return InvalidValue("It made its parser fail.", "Export it again.")
        finally:
            self._began = None
        return error or _result(answer)

    def _start(self) -> "subprocess.Popen[bytes]":
        """Start the process. It takes the paths of this one, and nothing of the environment that bends Python."""
        paths = [str(Path(__file__).parents[2]), *(path for path in sys.path if path)]
        try:
            process = self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", _CODE, json.dumps(paths), self._kind],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            ready = _answer(process)
        except (_Died, OSError, ValueError) as error:
            self._stop_process()
            if self._ended.is_set():
                raise Cancelled from error
            raise CannotStart from error
        if ready != READY:
            raise CannotStart
        return process

    def _give(self, process: "subprocess.Popen[bytes]", file: InFile) -> JournalError | None:
        """Give a file to the process; return what was wrong with reading it. Raises Cancelled."""
        to = _pipe(process.stdin)
        problem = None
        try:
            with file.open() as stream:
                while chunk := stream.read(READ_SIZE):
                    to.write(LENGTH.pack(len(chunk)))
                    to.write(chunk)
        except Cancelled:
            raise
        except JournalError as error:
            problem = error
        to.write(LENGTH.pack(0))
        to.flush()
        return problem

    def end_when_stuck(self) -> None:
        """End the process when it has been at one file for too long; a new one takes the next."""
        began = self._began
        if began is not None and monotonic() - began > _MOST_SECONDS and self._process is not None:
            self._process.kill()

    def end(self) -> None:
        """End the process for good; from any thread."""
        self._ended.set()
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """Wait for the end of the process and let its pipes go."""
        self._ended.set()
        self._stop_process()

    def _stop_process(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            try:
                _pipe(pipe).close()
            except OSError:
                continue  # What was not sent to a dead process cannot be sent now.


def _pipe(pipe: "IO[bytes] | None") -> IO[bytes]:
    if pipe is None:
        raise _Died
    return pipe


def _answer(process: "subprocess.Popen[bytes]") -> bytes:
    source = _pipe(process.stdout)
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise _Died
    length = LENGTH.unpack(head)[0]
    if length > _LONGEST_ANSWER:
        raise _Died
    answer = source.read(length)
    if len(answer) < length:
        raise _Died
    return answer


def _result(answer: bytes) -> Result:
    try:
        if answer.startswith(b"{"):
            return refusal(json.loads(answer))
        return [sane(track) for track in from_json(answer)]
    except (ValueError, TypeError, AttributeError):
        # What comes from a process that met a spoilt file is not trusted either.
        return InvalidValue("It made its parser fail.", "Export it again.")
