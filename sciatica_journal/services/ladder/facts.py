"""What the ladder is replayed from: moves, outings with their verdicts, and the days around them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from sciatica_journal.domain.checks import EARLIEST, LATEST
from sciatica_journal.domain.ladder.body import Days
from sciatica_journal.domain.ladder.move import LadderMove
from sciatica_journal.domain.ladder.position import Outing
from sciatica_journal.domain.ladder.verdict import verdict
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.flag_record import Flag
from sciatica_journal.domain.signs.records import LoggedDay
from sciatica_journal.domain.signs.sensations import numb_places, with_places
from sciatica_journal.domain.signs.trigger import URGENT
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.signs import sign_states
from sciatica_journal.storage.logged_days import days_with_spots, logged_days
from sciatica_journal.storage.set_aside import flag_records
from sciatica_journal.storage.store import Store

BY_MISTAKE: Final = "by_mistake"
CLEARED: Final = "seen_cleared"
_REACH: Final = timedelta(days=365)
"""How far before the first outing the days are read from which one's usual comes."""


class Facts(NamedTuple):
    """`moves` of all ladders, `outings` of the steps of any ladder, `runs` and walks, and the urgent `flags` that were
    no mistake."""

    moves: tuple[LadderMove, ...] = ()
    outings: tuple[Outing, ...] = ()
    runs: tuple[Run, ...] = ()
    flags: tuple[Flag, ...] = ()


def read_facts(session: Session, *, all_runs: bool = False) -> Facts:
    """Return the facts of the journal: runs since the first move on a ladder, with `all_runs` those before it too.

    Without any move no outing is judged.
    """
    store = session.reader()
    if store is None:
        return Facts()
    moves = tuple(one for one in store.between(LadderMove.TYPE, EARLIEST, LATEST) if isinstance(one, LadderMove))
    if not moves and not all_runs:
        return Facts()
    runs = tuple(store.runs(EARLIEST if all_runs else moves[0].date, session.today()))
    flags = tuple(one for one in flag_records(store) if one.tier in URGENT and one.outcome != BY_MISTAKE)
    mine = [run for run in runs if run.ladder and run.step]
    if not mine:
        return Facts(moves, (), runs, flags)
    first = max(EARLIEST, mine[0].date - _REACH)
    days = Days(_days(store, first, session.today()), (flag.date for flag in flags), sign_states(session))
    return Facts(moves, tuple(judged(mine, days)), runs, flags)


def _days(store: Store, first: date, last: date) -> Iterator[LoggedDay]:
    """Yield the logged days; a numb place on the body map is numbness on its side, as in the fields of the day."""
    places = {day.date: numb_places(day.spots) for day in days_with_spots(store, first, last, ["numb"])}
    for day in logged_days(store, first, last):
        yield day._replace(numb=with_places(day.numb, places[day.date])) if day.date in places else day


def judged(runs: Iterable[Run], days: Days) -> Iterable[Outing]:
    """Yield outings with how the body answered them."""
    for run in runs:
        yield Outing(run, verdict(run, days.usual(run.date), days.after(run.date, run.response_furthest)))


def flag_was_open(flags: Iterable[Flag], day: date) -> bool:
    """Return whether an urgent flag was open at the end of a day."""
    return any(
        flag.opened is not None and flag.opened.date() <= day and (flag.closed is None or flag.closed.date() > day)
        for flag in flags
    )


def cleared_days(flags: Iterable[Flag], day: date) -> frozenset[date]:
    """Return the days all of whose urgent flags were seen and cleared by the end of a day."""
    known, left = set[date](), set[date]()
    for flag in flags:
        known.add(flag.date)
        if flag.outcome != CLEARED or flag.closed is None or flag.closed.date() > day:
            left.add(flag.date)
    return frozenset(known - left)
