"""A journal of any size, written straight into the tables: what fifty years of writing look like."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from random import Random

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import RESPONSES, SURFACES, Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.storage.opening import create_journal
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import checksum, first_n, row_of, table_of
from sciatica_journal.storage.values import save_value

LAST_DAY = date(2026, 3, 1)
RARE = "quokka"
"""A word of one day in five thousand, at least one."""

_PROSE = (
    "run felt easy after breakfast then the left calf was tingling on stairs and sitting in meetings made the "
    "buttock ache again walked home slowly along the river rested early slept well hips stiff this morning "
    "track session with friends rather proud worried about racing too soon physio said keep moving rain again"
)
_PRACTICES = ("kind_coach", "name_it", "three_good_things")


def build_journal(path: Path, days: int, runs: int, reflections: int) -> None:
    """Write a new journal of so many days up to LAST_DAY, in one transaction and always the same."""
    create_journal(path)
    random = Random(2026)
    first = LAST_DAY - timedelta(days=days - 1)
    store = Store(path)
    try:
        store.connection.execute("PRAGMA synchronous = OFF")
        with store.transaction():
            for records in (_days(random, first, days), _runs(random, first, days, runs),
                            _reflections(random, first, days, reflections)):  # fmt: skip
                _insert(store, records)
        save_value(store, "profile", {"signs": {}})  # past the first launch
    finally:
        store.close()


def _insert(store: Store, records: Iterable[Record]) -> None:
    for _, group in groupby(records, key=lambda record: record.date):
        rows = []
        for number, record in enumerate(group):
            values = row_of(record)
            rows.append((first_n(record.date) + number, *values, checksum(values)))
        table = table_of(record)
        marks = ", ".join("?" * len(rows[0]))
        store.connection.executemany(f"INSERT INTO {table.name} (n, {table.selected}, checksum) VALUES ({marks})", rows)


def _days(random: Random, first: date, days: int) -> Iterator[Day]:
    for number in range(days):
        pain = random.randrange(8)
        rare = f" {RARE}" if number % 5000 == 0 else ""
        yield Day(
            first + timedelta(days=number), pain_morning=pain, pain_worst=min(10, pain + random.randrange(3)),
            leg_left=random.randrange(7), sleep_hours=7.0, stress=random.randrange(11), mood=random.randrange(11),
            feelings=("proud", "tired")[: random.randrange(3)], note=_prose(random, 25) + rare,
            factors={"coffee_cups": 2, "sitting_hours": 7.5}, spots=(Spot("buttock_mid", "left", 4, ("burning",)),),
        )  # fmt: skip


def _runs(random: Random, first: date, days: int, runs: int) -> Iterator[Run]:
    for number in range(runs):
        yield Run(
            f"run{number}", first + timedelta(days=number * days // runs), kind="run", distance_km=5.2,
            duration_min=31.5, surface=random.choice(SURFACES), effort=4, response=random.choice(RESPONSES),
            title="Morning run", note=_prose(random, 6),
        )  # fmt: skip


def _reflections(random: Random, first: date, days: int, reflections: int) -> Iterator[Reflection]:
    for number in range(reflections):
        yield Reflection(
            f"reflection{number}", first + timedelta(days=number * days // reflections),
            practice=random.choice(_PRACTICES), minutes=5.0, before=4, after=5, text=_prose(random, 60),
        )  # fmt: skip


def _prose(random: Random, words: int) -> str:
    return " ".join(random.choices(_PROSE.split(), k=words))
