"""When a screen is idle: what Textual's own wait does not see is told from the event loop, and what waits for it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final
from weakref import WeakKeyDictionary

from textual import _wait
from textual._context import active_app
from textual.screen import Screen

SOON: Final = 0.02
"""Seconds. A timer due within these belongs to what is under way: a screen paints 1/60 s after it changed."""

LONGEST_FOR_THREADS: Final = 5.0
"""Seconds. Where a test holds a thread up it takes Textual's own wait, see `test_waiting`."""

_LEFT: WeakKeyDictionary[Screen[Any], Callable[[Screen[Any]], None]] = WeakKeyDictionary()


def before_idle(screen: Screen[Any], work: Callable[[Screen[Any]], None]) -> None:
    """Do the work in the screen's turn, once, when nothing else is under way."""
    _LEFT[screen] = work


async def wait_for_idle(min_sleep: float = SOON, max_sleep: float = 1) -> None:
    """Wait until no callback is ready, no timer is due soon and no thread is at work.

    Textual's own wait comes first: for 20 ms the process uses hardly any time. At most `max_sleep` seconds pass after
    the last work of a thread.
    """
    await _wait.wait_for_idle(min_sleep, max_sleep)
    loop: Any = asyncio.get_running_loop()
    until = loop.time() + max_sleep
    threads_until = loop.time() + LONGEST_FOR_THREADS
    while True:
        await asyncio.sleep(0)
        if loop.time() < threads_until and _threads_are_at_work(loop):
            await asyncio.sleep(0.002)
            until = max(until, loop.time() + max_sleep)
            continue
        if loop.time() > until:
            return
        if loop._ready:
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


def _threads_are_at_work(loop: Any) -> bool:
    journal: Any = getattr(active_app.get(None), "journal", None)
    return _is_busy(loop._default_executor) or (journal is not None and _is_busy(journal._executor))


def _is_busy(executor: ThreadPoolExecutor | None) -> bool:
    if executor is None:
        return False
    pool: Any = executor
    return not pool._work_queue.empty() or pool._idle_semaphore._value < len(pool._threads)
