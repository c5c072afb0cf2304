"""The red-flag check of a day once its content is loaded. Printed, not asserted.

`python -m pytest tests/benchmarks -m benchmark -n 0 -s`
"""

import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.safety.red_flags import State, find_signs
from sciatica_journal.services.demo.journal import build_demo
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session
from sciatica_journal.services.safety.flags import rules, signs_of
from sciatica_journal.services.safety.signs import records_of, state_before

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
DAYS = 180


def times(once: Callable[[int], object]) -> list[float]:
    """Return the milliseconds of a call for each day, the best of three rounds: others use the machine too."""
    rounds = []
    for _ in range(3):
        found = []
        for number in range(DAYS):
            began = time.perf_counter()
            once(number)
            found.append((time.perf_counter() - began) * 1000)
        rounds.append(found)
    return [min(each) for each in zip(*rounds, strict=True)]


def test_the_check_of_a_day(tmp_path: Path) -> None:
    """Goal: under 1 ms a day for the rules, and for reading what they need about as much again."""
    session = open_session(paths_in(tmp_path))
    build_demo(session)
    store, today, content = session.readable(), session.today(), rules()
    days = [today - timedelta(days=number) for number in range(DAYS)]
    records = [records_of(store, day) for day in days]
    states = [state_before(session, store, one, day) for one, day in zip(records, days, strict=True)]

    alone = times(lambda number: find_signs(records[number], content, State()))
    compared = times(lambda number: find_signs(records[number], content, states[number]))
    whole = times(lambda number: signs_of(session, records_of(store, days[number]), days[number]))
    session.close()
    for name, found in (("a day alone", alone), ("with 14 weeks before it", compared), ("and reading them", whole)):
        late = sorted(found)[int(DAYS * 0.95)]
        print(f"\n{name}: {statistics.median(found):.2f} ms (95 % under {late:.2f} ms); goal 1 ms", end="")
    ratio = statistics.median(compared) / statistics.median(alone)
    print(f"\nthe weeks before make it {ratio:.2f} times as long")
