"""The one thread that owns the journal's connection: calls are done in the order they are made."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from sciatica_journal.services.journal.session import Session

P = ParamSpec("P")
T = TypeVar("T")


class StorageThread:
    """Runs services on its own thread. Order is kept, so an older save never overwrites a newer one."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage")

    def submit(self, service: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue a service and return its future."""
        return self._executor.submit(service, self.session, *args, **kwargs)

    async def call(self, service: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a service and wait for its result without blocking the event loop.

        The service is finished even if the caller is cancelled meanwhile.
        """
        return await asyncio.shield(asyncio.wrap_future(self.submit(service, *args, **kwargs)))

    def close(self) -> None:
        """Finish what is queued, close the file and end the thread."""
        self._executor.submit(self.session.close)
        self._executor.shutdown(wait=True)
