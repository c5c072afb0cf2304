"""The storage thread: one thread owns the connection, calls are done in order, and none is dropped."""

import asyncio
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Session, open_session
from sciatica_journal.services.journal.storage_thread import StorageThread
from tests.given import TODAY, SetClock, window


@pytest.fixture
def thread(tmp_path: Path) -> Iterator[StorageThread]:
    thread = StorageThread(open_session(paths_in(tmp_path), SetClock()))
    yield thread
    thread.close()


def slowly(session: Session, stress: int) -> int:
    """Save after a while, and return the thread's number."""
    time.sleep(0.05)
    change_day(session, TODAY, {"stress": stress})
    return threading.get_ident()


async def test_calls_are_done_in_order_on_one_other_thread(thread: StorageThread) -> None:
    idents = await asyncio.gather(*(thread.call(slowly, stress) for stress in (1, 2, 3)))
    assert len(set(idents)) == 1
    assert threading.get_ident() not in idents
    assert (await thread.call(view_day, TODAY)).day.stress == 3


async def test_the_caller_waits_without_blocking_others(thread: StorageThread) -> None:
    saving = asyncio.ensure_future(thread.call(slowly, 1))
    ticks = 0
    while not saving.done():
        await asyncio.sleep(0.005)
        ticks += 1
    assert ticks >= 3


async def test_saves_are_finished_though_their_callers_were_cancelled(thread: StorageThread) -> None:
    """One is under way, the other still waits for its turn."""
    under_way = asyncio.ensure_future(thread.call(slowly, 7))
    queued = asyncio.ensure_future(thread.call(change_day, TODAY, {"mood": 8}))
    await asyncio.sleep(0.01)
    for saving in (under_way, queued):
        saving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await saving
    day = (await thread.call(view_day, TODAY)).day
    assert (day.stress, day.mood) == (7, 8)


async def test_an_error_reaches_the_caller_and_the_thread_goes_on(thread: StorageThread) -> None:
    with pytest.raises(InvalidValue):
        await thread.call(change_day, TODAY, {"stress": 11})
    assert (await thread.call(change_day, TODAY, {"stress": 5})).view.day.stress == 5


def test_closing_finishes_what_is_queued(tmp_path: Path) -> None:
    thread = StorageThread(open_session(paths_in(tmp_path), SetClock()))
    for stress in (1, 2, 3):
        thread.submit(slowly, stress)
    thread.close()
    with window(tmp_path) as session:
        assert view_day(session, TODAY).day.stress == 3
