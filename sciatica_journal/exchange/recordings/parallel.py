"""Many files parsed on all cores, each core with a process of its own; a few are parsed in place."""

import os
from collections.abc import Iterator, Sequence
from threading import Condition, Thread
from typing import Final

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.recordings.tracks import sane
from sciatica_journal.exchange.recordings.worker import parser_of
from sciatica_journal.exchange.recordings.worker_process import CannotStart, Result, Worker
from sciatica_journal.exchange.watch import Cancelled, Watch

_FEW: Final = 8
"""Files below which starting processes takes longer than parsing."""

_MOST_WORKERS: Final = 8
_AHEAD: Final = 64
"""Files parsed before those in front of them are taken: bounds what is held."""

_TICK: Final = 0.1
"""Seconds after which it is looked whether the person has stopped."""


def parsed(kind: str, files: Sequence[InFile], watch: Watch) -> Iterator[tuple[InFile, Result]]:
    """Yield each file with what it holds or what is wrong with it, in order. Raises Cancelled within half a second."""
    cores = _cores()
    if len(files) < _FEW or cores < 2:
        return _in_place(kind, files, watch)
    return _Pool(kind, files, watch, min(cores, _MOST_WORKERS)).results()


def _cores() -> int:
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


def _in_place(kind: str, files: Sequence[InFile], watch: Watch) -> Iterator[tuple[InFile, Result]]:
    for file in files:
        watch.check()
        yield file, parse_here(kind, file)


def parse_here(kind: str, file: InFile) -> Result:
    """Return what a file holds or what is wrong with it, parsed in this process. Raises Cancelled."""
    try:
        with file.open() as stream:
            return [sane(track) for track in parser_of(kind)(stream)]
    except Cancelled:
        raise
    except JournalError as error:
        return error


class _Pool:
    """Workers, each driven by a thread that unpacks its files; the results wait until it is their turn."""

    def __init__(self, kind: str, files: Sequence[InFile], watch: Watch, count: int) -> None:
        self._kind = kind
        self._files = files
        self._watch = watch
        self._workers = [Worker(kind) for _ in range(count)]
        self._changed = Condition()
        self._results: dict[int, Result] = {}
        self._next = 0
        self._taken = 0
        self._failure: BaseException | None = None
        self._stopping = False
        self._is_alone = False

    def results(self) -> Iterator[tuple[InFile, Result]]:
        threads = [Thread(target=self._work, args=(worker,), daemon=True) for worker in self._workers]
        for thread in threads:
            thread.start()
        try:
            for number, file in enumerate(self._files):
                yield file, self._wait_for(number)
        finally:
            self._stop()
            for thread in threads:
                thread.join()

    def _wait_for(self, number: int) -> Result:
        with self._changed:
            while number not in self._results:
                self._watch.check()
                if self._failure is not None:
                    raise self._failure
                for worker in self._workers:
                    worker.end_when_stuck()
                self._changed.wait(_TICK)
            self._watch.check()
            self._taken = number + 1
            self._changed.notify_all()
            return self._results.pop(number)

    def _stop(self) -> None:
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        for worker in self._workers:
            worker.end()

    def _work(self, worker: Worker) -> None:
        """Parse file after file; runs in a thread of its own."""
        try:
            while (number := self._take()) is not None:
                result = self._parse(worker, self._files[number])
                with self._changed:
                    self._results[number] = result
                    self._changed.notify_all()
        except Cancelled:
            pass
        except BaseException as error:
            # Whatever it was is raised where the results are waited for; a thread's end would never be noticed.
            with self._changed:
                self._failure = error
                self._changed.notify_all()
        finally:
            worker.close()

    def _take(self) -> int | None:
        with self._changed:
            while self._next - self._taken >= _AHEAD and not self._stopping:
                self._changed.wait()
            if self._stopping or self._next >= len(self._files):
                return None
            self._next += 1
            return self._next - 1

    def _parse(self, worker: Worker, file: InFile) -> Result:
        try:
            if not self._is_alone:
                return worker.parse(file)
        except CannotStart:
            self._is_alone = True
        return parse_here(self._kind, file)
