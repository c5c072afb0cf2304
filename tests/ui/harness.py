"""Driving the app in tests: a real journal in a folder, a clock that stands still, the screen as text."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any, TypeVar

from rich.console import Console
from textual.pilot import Pilot
from textual.screen import Screen

from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.profile import Profile, save_profile
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.today.screen import TodayScreen
from tests.given import Clock, session_in, window

__all__ = [
    "Clock", "day_of", "opened", "press", "screen_text", "session_in", "settle", "shows", "today", "until",
    "with_journal", "words", "written",
]  # fmt: skip
T = TypeVar("T")


@cache
def welcomed_journal() -> bytes:
    """Return an empty journal of someone past the first launch, made once."""
    with TemporaryDirectory() as folder, window(Path(folder)) as session:
        save_profile(session, Profile())
        session.close()
        return session.paths.journal.read_bytes()


def with_journal(folder: Path, clock: Clock, write: Callable[[Session], T]) -> T:
    """Write into the folder's journal before the app opens, as someone past the first launch."""
    welcome(folder)
    with window(folder, clock) as session:
        return write(session)


def welcome(folder: Path) -> None:
    """Put a journal into the folder, of someone past the first launch, unless one is there."""
    journal = paths_in(folder).journal
    if not journal.exists():
        journal.write_bytes(welcomed_journal())
        journal.chmod(0o600)


@asynccontextmanager
async def opened(
    folder: Path, clock: Clock, size: tuple[int, int] = (120, 36), *, welcomed: bool = True
) -> AsyncIterator[tuple[JournalApp, Pilot[None]]]:
    """Open the app on the folder's journal and close it as a person would."""
    if welcomed:
        welcome(folder)
    app = JournalApp(session_in(folder, clock))
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        yield app, pilot
        await app.today_screen.finish()
    app.journal.close()


async def settle(app: JournalApp, pilot: Pilot[None]) -> None:
    """Wait until nothing is under way: workers, storage thread, repaints. An open form is no work under way."""
    await pilot.pause()
    under_way = [worker for worker in app.workers if worker.group != "form"]
    if under_way:
        await app.workers.wait_for_complete(under_way)
    await app.journal.call(lambda _: None)
    await pilot.pause()


async def written(app: JournalApp, pilot: Pilot[None]) -> None:
    """Write what is typed now instead of waiting for the timer."""
    await pilot.pause()
    await app.today_screen.saver.flush()
    await settle(app, pilot)


async def until(condition: Callable[[], bool], seconds: float) -> None:
    """Wait until the condition holds; fail where it does not within some seconds."""
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end, "this took too long"
        await asyncio.sleep(0.02)


def today(app: JournalApp) -> TodayScreen:
    """Return the Today screen."""
    return app.today_screen


def screen_text(app: JournalApp) -> str:
    """Return what the screen shows, as plain text with trailing space cut."""
    width, height = app.size
    console = Console(width=width, height=height, record=True, file=StringIO(), legacy_windows=False)
    console.print(app.screen._compositor)
    return "\n".join(line.rstrip() for line in console.export_text().splitlines())


def words(app: JournalApp) -> str:
    """Return what the screen shows as one line, without frames."""
    return " ".join(screen_text(app).replace("│", " ").replace("┃", " ").split())


def shows(app: JournalApp, kind: type[Screen[Any]]) -> bool:
    """Whether such a screen is on top."""
    return isinstance(app.screen, kind)


async def press(app: JournalApp, pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until what they set off is done."""
    await pilot.press(*keys)
    await settle(app, pilot)


def day_of(text: str) -> date:
    """Return an ISO day."""
    return date.fromisoformat(text)
