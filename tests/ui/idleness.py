"""When a screen is idle: told from the event loop instead of by sleeping until the process uses no more time.

Textual's own wait sleeps at least 20 ms, twice a key, which was half of the time of the screen tests.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import process_time, thread_time
from typing import Any, Final
from weakref import WeakKeyDictionary

from textual._context import active_app
from textual.screen import Screen

SOON: Final = 0.02
"""Seconds. A timer due within these belongs to what is under way: a screen paints 1/60 s after it changed."""

HELD_UP: Final = 0.06
"""Seconds without using the processor after which another thread is taken for held up, by a lock for instance."""

_LEFT: WeakKeyDictionary[Screen[Any], Callable[[Screen[Any]], None]] = WeakKeyDictionary()


def before_idle(screen: Screen[Any], work: Callable[[Screen[Any]], None]) -> None:
    """Do the work in the screen's turn, once, when nothing else is under way."""
    _LEFT[screen] = work


async def wait_for_idle(min_sleep: float = SOON, max_sleep: float = 1) -> None:
    """Wait until no callback is ready, no timer is due soon and no thread is at work, at most `max_sleep` seconds."""
    loop: Any = asyncio.get_running_loop()
    until = loop.time() + max_sleep
    threads = _Threads(loop)
    await asyncio.sleep(min_sleep)
    while loop.time() < until:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if threads.are_at_work():
            await asyncio.sleep(0.002)
            continue
        ahead = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=None)
        if ahead is not None and ahead <= loop.time() + SOON:
            await asyncio.sleep(ahead - loop.time())
        elif not _do_what_is_left():
            return


def _do_what_is_left() -> bool:
    """Have the screens do what was left for the end; return whether there was anything."""
    left = list(_LEFT.items())
    _LEFT.clear()
    return sum(screen.is_running and screen.call_later(work, screen) for screen, work in left) > 0


class _Threads:
    """The threads beside the event loop: that of the journal and those of workers."""

    def __init__(self, loop: Any) -> None:
        self._loop = loop
        self._used = 0.0
        self._seen = loop.time()

    def are_at_work(self) -> bool:
        """Return whether one of them has something to do and gets on with it."""
        journal: Any = getattr(active_app.get(None), "journal", None)
        if not (_is_busy(self._loop._default_executor) or (journal is not None and _is_busy(journal._executor))):
            return False
        used = process_time() - thread_time()
        if used > self._used + 0.0001:
            self._used, self._seen = used, self._loop.time()
        return bool(self._loop.time() < self._seen + HELD_UP)


def _is_busy(executor: ThreadPoolExecutor | None) -> bool:
    if executor is None:
        return False
    pool: Any = executor
    return not pool._work_queue.empty() or pool._idle_semaphore._value < len(pool._threads)
