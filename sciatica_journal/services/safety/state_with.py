"""What would be known apart from a day, were the records of a file in the journal: for an import that is tried out."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.signs.known import SignState, state_of
from sciatica_journal.domain.signs.records import DAYS_BACK, RECENT_DAYS, Earlier, State
from sciatica_journal.domain.signs.windows import logged
from sciatica_journal.services.safety.signs import CHECKS_BACK


class Brought:
    """The records of a file that the red flags compare a day with."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._days: list[Day] = []
        self._checks: list[Check] = []
        self.signs: list[KnownSign] = []
        self.background: Background | None = None
        for record in records:
            self._add(record)

    def _add(self, record: Record) -> None:
        match record:
            case Day():
                self._days.append(record)
            case Check():
                self._checks.append(record)
            case KnownSign():
                self.signs.append(record)
            case Background():
                self.background = record

    def added_to(self, state: State, profile: Sequence[SignState], day: date) -> State:
        """Return the state with what the file adds. `profile` are the signs that its first launch was told of."""
        told = [*state.known, *map(state_of, self.signs)]
        names = {one.sign for one in told}
        known = (*told, *(one for one in profile if one.sign not in names))
        return State(known, self.background or state.background, self._earlier(state.earlier or Earlier(), day))

    def _earlier(self, there: Earlier, day: date) -> Earlier:
        days = [one for one in self._days if _days_before(one.date, day, DAYS_BACK)]
        theirs = {one.date: logged(one) for one in days}
        spots = [one.spots for one in days if one.spots and _days_before(one.date, day, RECENT_DAYS)]
        checks = [one for one in self._checks if _days_before(one.date, day, CHECKS_BACK)]
        return Earlier(
            [*(one for one in there.days if one.date not in theirs), *theirs.values()],
            [*there.spots, *spots],
            [*there.checks, *checks],
            there.asked,
        )


def _days_before(one: date, day: date, most: int) -> bool:
    return timedelta(0) < day - one <= timedelta(days=most)
