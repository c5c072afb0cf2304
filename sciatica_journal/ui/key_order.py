"""The order of keys: none is handled before what the key before it set off is in force.

Textual hands a key to the focused widget at once; what it does there (a binding found on the way up, a message to
the screen, a dialog that is being mounted) comes later. Keys that arrive in one read would meet the old row or screen.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from time import monotonic
from typing import Any, Final

from textual.app import App, ScreenStackError
from textual.events import Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

LONGEST_WAIT: Final = 2.0
"""Seconds after which the next key is handled whatever is still under way, so that no key is held for ever."""

PAUSE_SECONDS: Final = 0.4
"""How long keys have to pause before something comes up that no key asked for."""

DECIDING: Final = frozenset({"default", "form", "days", "search"})
"""Groups of a screen's workers that open something or fill what the next key is about. Saving is not among them."""

_AT_ONCE: Final = 16
"""Turns of the event loop that are waited for without sleeping: most keys are done within these."""

Held = Key | Paste


class KeyOrder:
    """Holds keys and pasted text back while the key before is at work. `handle` is how the app handles one."""

    def __init__(self, app: App[Any], handle: Callable[[Held], Awaitable[None]]) -> None:
        self._app = app
        self._handle = handle
        self._held: deque[Held] = deque()
        self._watch: asyncio.Task[None] | None = None
        self._handling = False
        self._target: Widget | None = None
        self._typing = False
        self._afterwards: list[Callable[[], object]] = []
        self._last = monotonic()
        self.is_going = False
        """Whether the app is on its way to another place or day."""

    def holds(self, event: Held) -> bool:
        """Return whether the event is kept for later; else it is to be handled now."""
        if (self._watch is not None or self._typing) and not (self._is_free and self._goes_on_typing(event)):
            self._held.append(event)
            self._begin_watch()
            return True
        self._let_through(event)
        return False

    @property
    def _is_free(self) -> bool:
        return not self._held and not self._handling

    @property
    def is_at_work(self) -> bool:
        """Whether a key is being handled, or others wait for it."""
        return self._watch is not None

    @property
    def seconds_idle(self) -> float:
        """For how long no key has been handled."""
        return monotonic() - self._last

    def afterwards(self, callback: Callable[[], object]) -> None:
        """Call back when no key is at work: at once, or after the last one that is held."""
        if self._watch is None:
            callback()
        else:
            self._afterwards.append(callback)

    def at_a_pause(self, callback: Callable[[], object]) -> None:
        """Call back once no key came for PAUSE_SECONDS: what comes up by itself takes no key meant for another."""
        left = PAUSE_SECONDS - self.seconds_idle
        if left > 0:
            self._app.set_timer(left, lambda: self.at_a_pause(callback))
        else:
            self.afterwards(callback)

    def _let_through(self, event: Held) -> None:
        self._last = monotonic()
        self._target = self._focused()
        self._typing = self._is_typed(event)
        if not self._typing:  # a letter in a text sets off nothing that the next letter must wait for
            self._begin_watch()

    def _begin_watch(self) -> None:
        if self._watch is None:
            self._watch = asyncio.create_task(self._release(), name="order of keys")

    def _focused(self) -> Widget | None:
        try:
            return self._app.focused
        except ScreenStackError:
            return None

    def _is_typed(self, event: Held) -> bool:
        return isinstance(event, Key) and event.is_printable and isinstance(self._focused(), Input | TextArea)

    def _goes_on_typing(self, event: Held) -> bool:
        """Return whether a letter follows a letter in the same text: their order is that of the text's own queue."""
        return self._typing and self._target is self._focused() and self._is_typed(event)

    async def _release(self) -> None:
        """Wait until the last key is done with, let the next one through, and so on until none is held."""
        try:
            await self._settled()
            while self._held and self._app.is_running:
                self._handling = True
                self._app.call_next(self._handle_next)
                await self._wait_while(lambda: self._handling)
                if not (self._held and self._goes_on_typing(self._held[0])):
                    await self._settled()
        finally:
            self._watch = None
            callbacks, self._afterwards = self._afterwards, []
            for callback in callbacks:
                callback()

    async def _handle_next(self) -> None:
        """Handle the oldest key, in the app's own turn."""
        try:
            event = self._held.popleft()
            self._let_through(event)
            await self._handle(event)
        finally:
            self._handling = False

    async def _settled(self) -> None:
        until = monotonic() + LONGEST_WAIT
        await self._wait_while(lambda: monotonic() < until and self._is_under_way())

    async def _wait_while(self, condition: Callable[[], bool]) -> None:
        turns = 0
        while self._app.is_running and condition():
            await asyncio.sleep(0 if turns < _AT_ONCE else 0.001)
            turns += 1

    def _is_under_way(self) -> bool:
        try:
            screen = self._app.screen
        except ScreenStackError:
            return True
        return (
            self.is_going
            or not screen.is_mounted
            or any(_is_busy(pump) for pump in self._pumps(screen))
            or any(work.is_running and work.group in DECIDING and work.node is screen for work in self._app.workers)
        )

    def _pumps(self, screen: Screen[Any]) -> Iterator[MessagePump]:
        """Yield all that a key and the messages it leads to pass through."""
        yield self._app
        yield screen
        for widget in {self._target, screen.focused} - {None}:
            if widget is not None:
                yield from widget.ancestors_with_self


def _is_busy(pump: MessagePump) -> bool:
    """Return whether messages wait or one is being handled; what is being removed handles none any more."""
    queue: Any = pump._message_queue
    waits_for_more = queue.empty() and queue.ready_event._waiters
    return not waits_for_more and pump.is_running and not pump._closing
