"""Damaged bytes: never a traceback, never an altered word unnoticed, never a change to the damaged file."""

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import JournalError, JournalUnusable
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import to_plain
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.storage.bulk import all_records
from sciatica_journal.storage.check import faults, unreadable
from sciatica_journal.storage.drafts import Draft, load_draft, save_draft
from sciatica_journal.storage.history import undo
from sciatica_journal.storage.search import search
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.values import load_value, save_value
from sciatica_journal.storage.version_rows import versions_of_day

from .journals import DAY, NOW, edit, note, opened, put

VARIANTS = 120
FIRST = DAY - timedelta(days=19)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with twenty days of every kind of record, with history, drafts and values."""
    path = tmp_path_factory.mktemp("sound") / "journal.db"
    with opened(path) as store:
        for number in range(20):
            day = FIRST + timedelta(days=number)
            put(
                store,
                Day(
                    day, stress=number % 11, note=f"note {number} honest words", feelings=("proud",), factors={"tea": 2}
                ),
                Run(f"r{number}", day, start=NOW, distance_km=5.2, note="muddy"),
                Reflection(f"s{number}", day, text="kind " * 60),
                Moment(f"m{number}", day, text="twinge", region="calf"),
            )
        note(store, "rewritten")
        save_draft(store, Draft("quick line", DAY, NOW, {"text": "pain 4"}))
        save_value(store, "reading", {"positions": {}})
    return path


def read_all(store: Store) -> list[str]:
    """Read everything in every way, and return the records as text."""
    reads: list[Callable[[], object]] = [
        lambda: search(store, "honest"),
        lambda: search(store, "k"),
        lambda: unreadable(store),
        lambda: load_draft(store, "quick line"),
        lambda: load_value(store, "reading"),
        lambda: versions_of_day(store, DAY),
        lambda: store.between("day", FIRST, DAY),
        lambda: store.moments(FIRST, DAY),
    ]
    for read in reads:
        said_in_words(read)
    return sorted(str(to_plain(record)) for record in all_records(store))


def said_in_words(read: Callable[[], object]) -> None:
    """Run a read; an error with a message is as good as an answer, any other exception is a failure."""
    refused = None
    try:
        read()
    except JournalError as error:
        refused = error
    assert refused is None or refused.message


def examined(path: Path, *, writable: bool) -> tuple[list[str], list[str]]:
    """What opening, the full check and reading say is wrong, and the records as text."""
    try:
        with opened(path, writable=writable) as store:
            return faults(store), read_all(store)
    except JournalError as error:
        return [error.message], []


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with some bytes changed, some zeroed, or its end cut off."""
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        found[chance.randrange(len(found))] = chance.randrange(256)
    if chance.random() < 0.2:
        start = chance.randrange(len(found))
        found[start : start + 512] = bytes(len(found[start : start + 512]))
    if chance.random() < 0.1:
        del found[chance.randrange(len(found)) :]
    return bytes(found)


def test_random_damage_is_told_or_without_effect(sound: Path, tmp_path: Path) -> None:
    content = sound.read_bytes()
    with opened(sound) as store:
        records = read_all(store)
    chance = random.Random(20260304)
    path = tmp_path / "journal.db"
    noticed = 0
    for variant in range(VARIANTS):
        broken = damaged(content, chance)
        path.write_bytes(broken)
        wrong, found = examined(path, writable=variant % 2 == 0)
        assert wrong or found == records, f"variant {variant}: altered unnoticed"
        noticed += bool(wrong)
        assert path.read_bytes() == broken, f"variant {variant}: the damaged file was changed"
        assert not path.with_name("journal.db-journal").exists()
    assert noticed > VARIANTS / 3  # the rest fell on pages of empty tables


def test_altered_words_are_noticed_though_the_structure_is_sound(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(sound.read_bytes().replace(b"note 7 honest", b"note 7 forged"))
    with opened(path) as store:
        assert store.rows("PRAGMA integrity_check") == [("ok",)]
        assert f"altered: day {(FIRST + timedelta(days=7)).isoformat()}" in faults(store)
        assert unreadable(store) != []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE run SET distance_km = 5.3 WHERE id = 'r3'", "altered: run r3"),
        ("UPDATE day SET stress = NULL WHERE date = '2026-02-20'", "altered: day 2026-02-20"),
        ("UPDATE reflection SET kept = 0, text = NULL WHERE id = 's1'", "altered: reflection s1"),
        ("DELETE FROM change WHERE seq = 2", "reference: table version"),
    ],
)
def test_changes_by_another_hand_are_noticed(sound: Path, tmp_path: Path, statement: str, words: str) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(sound.read_bytes())
    edit(path, statement)
    with opened(path) as store:
        assert words in "; ".join(faults(store))


@pytest.mark.parametrize(
    "value", ["x'ff'", "'{'", "'5'", "'[1]'", "'{\"a\"'", "'null'", "'[[[[['", "'\"text\"'", "'{\"date\": 5}'"]
)
@pytest.mark.parametrize("column", ["feelings", "spots", "factors", "lines", "extra", "date"])
def test_a_value_of_the_wrong_shape_is_told_in_words(sound: Path, tmp_path: Path, column: str, value: str) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(sound.read_bytes())
    value = f"CAST({value} AS TEXT)"
    edit(
        path,
        "PRAGMA ignore_check_constraints = ON",
        f"UPDATE day SET {column} = {value} WHERE n = (SELECT max(n) FROM day)",
    )
    with opened(path) as store:
        said_in_words(lambda: store.between("day", FIRST, DAY))
        said_in_words(lambda: all_records(store))
        said_in_words(lambda: search(store, "honest"))
        assert trouble(store)
        said_in_words(lambda: undo(store))


def trouble(store: Store) -> list[str]:
    """What the full check finds, be it that it stops."""
    try:
        return faults(store)
    except JournalUnusable as error:
        return [error.message]


def test_the_words_of_an_error_are_not_taken_for_its_cause(sound: Path, tmp_path: Path) -> None:
    """SQLite quotes a text that it cannot read; "full" and "locked" in it are the person's words."""
    path = tmp_path / "journal.db"
    path.write_bytes(sound.read_bytes())
    edit(path, "UPDATE day SET note = CAST(x'66756c6c206c6f636b6564ff' AS TEXT)")
    with opened(path) as store, pytest.raises(JournalUnusable, match="is damaged") as caught:
        store.day(DAY)
    assert "full" not in str(caught.value)
