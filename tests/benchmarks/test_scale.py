"""What fifty years cost beside a hundred days, as ratios of the two in turn in one run. Printed, not asserted.

`python -m pytest tests/benchmarks/test_scale.py -m benchmark -n 0 -s`
"""

import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from sciatica_journal.services.entries import days
from sciatica_journal.services.history import looking_back, searching
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Session, open_session
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.history.day_list import DayList
from sciatica_journal.ui.screens.history.search import SearchLine
from tests.benchmarks.scale import LAST_DAY, RARE, build_journal
from tests.ui.harness import opened, settle

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
ROUNDS = 60
APP_ROUNDS = 15


class Journals(NamedTuple):
    """The folders of a journal of a hundred days and of one of fifty years."""

    small: Path
    large: Path


@pytest.fixture(scope="session")
def journals(tmp_path_factory: pytest.TempPathFactory) -> Journals:
    folder = tmp_path_factory.mktemp("scale")
    sizes = {"small": (100, 110, 110), "large": (18_250, 20_000, 20_000)}
    for name, (number, runs, reflections) in sizes.items():
        (folder / name).mkdir()
        start = time.perf_counter()
        build_journal(folder / name / "journal.db", number, runs, reflections)
        size = (folder / name / "journal.db").stat().st_size / 1e6
        print(f"\n{name}: {number:,} days, {size:.1f} MB, built in {time.perf_counter() - start:.1f} s", end="")
    return Journals(folder / "small", folder / "large")


@pytest.fixture
def sessions(journals: Journals) -> Iterator[list[Session]]:
    both = [open_session(paths_in(folder)) for folder in journals]
    yield both
    for session in both:
        session.close()


Service = Callable[[Session], object]


def step_days(session: Session) -> None:
    for number in range(10):
        days.view_day(session, LAST_DAY - timedelta(days=number))


SERVICES: dict[str, Service] = {
    "Today: a day": lambda session: days.view_day(session, LAST_DAY),
    "ten days stepped": step_days,
    "a month": lambda session: looking_back.month(session, LAST_DAY),
    "the newest 90 list lines": lambda session: looking_back.summaries_of(
        session, looking_back.recorded_days(session, None, 90)
    ),
    "search run": lambda session: searching.find(session, "run"),
    "search coffee (a factor of every day)": lambda session: searching.find(session, "coffee"),
    "search limped (chosen, for no run)": lambda session: searching.find(session, "limped"),
    f"search {RARE} (rare)": lambda session: searching.find(session, RARE),
    "search r": lambda session: searching.find(session, "r"),
    "search morning (four letters and more)": lambda session: searching.find(session, "morning"),
}


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_costs_the_same_after_fifty_years(name: str, sessions: list[Session]) -> None:
    """Goal: at most 2 times."""
    service = SERVICES[name]
    costs: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for cost, session in zip(costs, sessions, strict=True):
            start = time.perf_counter()
            service(session)
            cost.append(time.perf_counter() - start)
    report(name, *costs)


def test_opening_the_file_costs_the_same(journals: Journals) -> None:
    """Goal: at most 2 times, from a closed file to the day."""
    costs: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for cost, folder in zip(costs, journals, strict=True):
            start = time.perf_counter()
            session = open_session(paths_in(folder))
            days.view_day(session, LAST_DAY)
            session.close()
            cost.append(time.perf_counter() - start)
    report("open the file and a day", *costs)


async def open_history(app: JournalApp, pilot: Pilot[None]) -> None:
    app.go_to("history")
    await settle(app, pilot)


async def type_run(app: JournalApp, pilot: Pilot[None]) -> None:
    line = app.screen.query_one(SearchLine)
    line.value = "ru" if line.value == "run" else "run"
    await settle(app, pilot)


async def page_on(app: JournalApp, pilot: Pilot[None]) -> None:
    app.screen.query_one(DayList).action_page(1)
    await settle(app, pilot)


async def month_back(app: JournalApp, pilot: Pilot[None]) -> None:
    await app.screen.run_action("step_day(-31)")
    await settle(app, pilot)


Doing = Callable[[JournalApp, Pilot[None]], Awaitable[None]]
DOINGS: dict[str, tuple[Doing, int]] = {
    "the app: open History": (open_history, 1),
    "the app: a month back": (month_back, 3),
    "the app: a page of the list": (page_on, 3),
    "the app: a key of the search": (type_run, APP_ROUNDS),
}


@pytest.mark.parametrize("name", DOINGS)
async def test_a_screen_costs_the_same_after_fifty_years(name: str, journals: Journals) -> None:
    """Goal: at most 2 times, in processor time, painting included."""
    doing, rounds = DOINGS[name]
    costs: list[list[float]] = [[], []]
    for _ in range(APP_ROUNDS // rounds):
        for cost, folder in zip(costs, journals, strict=True):
            cost += await cost_in_app(folder, doing, rounds)
    report(name, *costs)


async def cost_in_app(folder: Path, doing: Doing, rounds: int) -> list[float]:
    now = datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, 12).astimezone()
    found = []
    async with opened(folder, lambda: now) as (app, pilot):
        if doing is not open_history:
            await open_history(app, pilot)
        if doing is type_run:
            await app.screen.run_action("open_search")
        await settle(app, pilot)
        for _ in range(rounds):
            start = time.process_time()
            await doing(app, pilot)
            found.append(time.process_time() - start)
    return found


def report(name: str, small: list[float], large: list[float]) -> None:
    before, after = statistics.median(small) * 1000, statistics.median(large) * 1000
    print(f"\n{name:40} {before:8.2f} ms  {after:8.2f} ms  ratio {after / before:.2f}", end="")
