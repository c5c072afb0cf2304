"""Work that takes long and needs no journal: on a thread of its own, so that screen and storage thread stay free."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")


async def apart(work: Callable[[], T]) -> T:
    """Return what `work` returns, or raise what it raises. Nobody waits for it when the app ends, or after a cancel."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(tell: Callable[[Any], None], what: object) -> None:
        if not future.done():
            tell(what)

    def tell(how: Callable[[Any], None], what: object) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody is there to be told
            loop.call_soon_threadsafe(settle, how, what)

    def run() -> None:
        try:
            result = work()
        except BaseException as error:
            tell(future.set_exception, error)
        else:
            tell(future.set_result, result)

    Thread(target=run, name="apart", daemon=True).start()
    return await future
