"""Every change keeps the version before it; undo and redo walk through them, across restarts."""

from contextlib import suppress
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue, JournalUnusable
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.storage.check import faults, unreadable
from sciatica_journal.storage.history import changing, is_kept, redo, undo
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.version_rows import last_day_of, versions_of_day

from .journals import DAY, NOW, count, edit, note, opened, put, remove

YESTERDAY = DAY - timedelta(days=1)
RECORDS: list[tuple[Record, Record]] = [
    (Day(DAY, note="first", stress=3), Day(DAY, note="second", feelings=("proud",))),
    (Run("r", DAY, distance_km=5.0), Run("r", YESTERDAY, distance_km=5.0, response="settled")),
    (Reflection("s", DAY, text="first words"), Reflection("s", DAY, text="other", before=3, after=5)),
    (Moment("m", DAY, text="first"), Moment("m", DAY, text="first", pain=4, region="calf", side="left")),
]


def notes(store: Store, text: str | None) -> bool:
    return store.day(DAY).note == text


@pytest.mark.parametrize(("first", "second"), RECORDS, ids=[first.TYPE for first, _ in RECORDS])
def test_adding_changing_deleting_and_all_of_it_back_and_forth_with_a_restart_between_each(
    path: Path, first: Record, second: Record
) -> None:
    kind, key = first.TYPE, first.key
    with opened(path) as store:
        put(store, first)
        put(store, second)
        remove(store, kind, key)
        assert store.get(kind, key) is None
    states: list[Record | None] = [second, first, None]
    for expected in states:
        with opened(path) as store:
            step = undo(store)
            assert step is not None
            assert step.records == ((kind, key),)
            assert store.get(kind, key) == expected
    with opened(path) as store:
        assert undo(store) is None
    for expected in [first, second, None]:
        with opened(path) as store:
            assert redo(store) is not None
            assert store.get(kind, key) == expected
    with opened(path) as store:
        assert redo(store) is None
        assert faults(store) == []


def test_changes_are_undone_newest_first_and_redone_oldest_first(store: Store) -> None:
    put(store, Day(DAY, stress=1), label="one")
    put(store, Run("r", DAY), label="two")
    put(store, Day(DAY, stress=3), label="three")
    assert [step.label for step in (undo(store), undo(store), undo(store)) if step] == ["three", "two", "one"]
    assert [step.label for step in (redo(store), redo(store), redo(store)) if step] == ["one", "two", "three"]
    assert store.day(DAY).stress == 3


def test_a_new_change_ends_redo_but_what_was_undone_is_kept_as_a_version(store: Store) -> None:
    put(store, Day(DAY, stress=1))
    put(store, Day(DAY, stress=2))
    undo(store)
    put(store, Day(DAY, mood=7))
    assert redo(store) is None
    assert store.day(DAY) == Day(DAY, mood=7)
    undo(store)
    assert store.day(DAY).stress == 1
    undo(store)
    assert store.day(DAY).is_empty
    assert count(store, "change") == 3
    kept = store.rows("SELECT after FROM version ORDER BY id")
    assert any('"stress":2' in body for (body,) in kept)


def test_one_change_of_several_records_is_undone_whole(store: Store) -> None:
    put(store, Day(DAY, note="kept"), Run("old", YESTERDAY))
    with changing(store, "quick line", NOW, "w") as change:
        change.put(Day(DAY, note="kept; more"))
        change.put(Run("new", DAY))
        change.put(Run("old", YESTERDAY, response="flared"))
        change.remove("run", "gone already")
    step = undo(store)
    assert step is not None
    assert step.records == (("day", "2026-03-04"), ("run", "new"), ("run", "old"))
    assert notes(store, "kept")
    assert store.get("run", "new") is None
    assert store.get("run", "old") == Run("old", YESTERDAY)


def test_a_record_changed_twice_in_one_change_goes_back_to_its_beginning(store: Store) -> None:
    put(store, Day(DAY, stress=1))
    with changing(store, "both", NOW, "w") as change:
        change.put(Day(DAY, stress=2))
        change.put(Day(DAY, stress=3))
    undo(store)
    assert store.day(DAY).stress == 1
    redo(store)
    assert store.day(DAY).stress == 3


def test_a_change_of_nothing_leaves_no_trace(store: Store) -> None:
    put(store, Day(DAY, note="a"), Run("r", DAY, start=NOW, distance_km=5.0))
    before = (count(store, "change"), count(store, "version"), store.rows("SELECT * FROM run"))
    put(store, Day(DAY, note="a"), Run("r", DAY, start=NOW, distance_km=5.0))
    remove(store, "run", "never there")
    with changing(store, "nothing", NOW, "w"):
        pass
    assert (count(store, "change"), count(store, "version"), store.rows("SELECT * FROM run")) == before
    undo(store)
    with changing(store, "nothing", NOW, "w"):
        pass
    assert redo(store) is not None


def test_a_refused_change_leaves_no_trace(store: Store) -> None:
    put(store, Day(DAY, note="a"))
    too_long = Run("s", DAY, note="x" * 4_000_001)
    with pytest.raises(InvalidValue):
        put(store, Day(DAY, note="b"), Run("r", DAY), too_long)
    assert notes(store, "a")
    assert store.get("run", "r") is None
    assert (count(store, "change"), count(store, "version")) == (1, 1)


def test_records_are_written_as_they_will_be_read(store: Store) -> None:
    put(store, Day(DAY, note="e\u0301\r\n\x00"), Run("r", DAY, start=NOW, distance_km=5.12345, title=" a\nb "))
    run = store.get("run", "r")
    assert store.day(DAY).note == "é\n\ufffd"
    assert run == Run("r", DAY, start=NOW, distance_km=5.123, title="a b")
    assert faults(store) == unreadable(store) == []


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, object()])
def test_what_the_file_cannot_keep_is_refused_in_words(store: Store, value: object) -> None:
    with pytest.raises(InvalidValue, match="cannot be kept"):
        put(store, Day(DAY, extra={"mystery": value}))
    assert count(store, "day") == 0


def test_a_lone_surrogate_from_elsewhere_is_kept_as_a_mark(store: Store) -> None:
    put(store, Day(DAY, note="a\udcff", extra={"x": "\ud800"}))
    assert store.day(DAY) == Day(DAY, note="a\ufffd", extra={"x": "\ufffd"})


def test_typing_on_is_one_step_and_taking_away_is_its_own(store: Store) -> None:
    for text in ("I", "I we", "I went", "I really went"):
        note(store, text)
    assert count(store, "change") == 1
    note(store, "I went")
    note(store, "I went out")
    assert count(store, "change") == 2
    undo(store)
    assert notes(store, "I really went")
    undo(store)
    assert notes(store, None)
    assert redo(store) is not None
    assert notes(store, "I really went")


@pytest.mark.parametrize(
    ("text", "at", "window", "steps"),
    [
        ("a b", NOW + timedelta(minutes=9), "w", 1),
        ("a b", NOW + timedelta(minutes=10), "w", 2),
        ("a b", NOW, "another window", 2),
        ("b", NOW, "w", 2),
        (None, NOW, "w", 2),
    ],
)
def test_what_counts_as_typing_on(store: Store, text: str | None, at: object, window: str, steps: int) -> None:
    note(store, "a")
    note(store, text, at=at, window=window)  # type: ignore[arg-type]  # a parameter of three kinds
    assert count(store, "change") == steps


def test_typing_on_after_undo_or_after_another_change_begins_a_new_step(store: Store) -> None:
    note(store, "a")
    note(store, "a b", window="v")
    undo(store)
    note(store, "a c")
    assert count(store, "change") == 3
    undo(store)
    assert notes(store, "a")
    note(store, "a d")
    put(store, Run("r", DAY), label="run")
    note(store, "a d e")
    undo(store)
    assert notes(store, "a d")


def test_two_fields_at_once_are_no_typing(store: Store) -> None:
    note(store, "a")
    put(store, Day(DAY, note="a b", stress=3), label="note")
    assert count(store, "change") == 2


@given(st.lists(st.text("ab c", max_size=5), min_size=1, max_size=8))
@settings(max_examples=25)
def test_no_version_of_a_text_that_something_was_taken_from_is_lost(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    with opened(tmp_path_factory.mktemp("history") / "journal.db") as store:
        kept: list[str | None] = []
        for text in texts:
            note(store, text)
            kept.append(store.day(DAY).note)
        seen = [store.day(DAY).note]
        while undo(store):
            seen.append(store.day(DAY).note)
        assert seen[-1] is None
        for before, after in pairwise(kept):
            shorter = before is not None and (after is None or len(after) < len(before))
            assert not shorter or before in seen
        while redo(store):
            pass
        assert store.day(DAY).note == kept[-1]


def test_versions_of_a_day_come_newest_first_with_their_time(store: Store) -> None:
    put(store, Day(DAY, stress=1))
    put(store, Day(DAY, stress=2), at=NOW + timedelta(hours=1))
    put(store, Day(DAY, stress=3), at=NOW + timedelta(hours=2))
    found = [(at[11:16], version.before and version.before["stress"]) for at, _, version in versions_of_day(store, DAY)]
    assert found == [("23:04", 2), ("22:04", 1), ("21:04", None)]
    assert versions_of_day(store, YESTERDAY) == []


def test_the_last_day_of_a_record_that_is_gone(store: Store) -> None:
    put(store, Run("r", DAY))
    put(store, Run("r", YESTERDAY))
    remove(store, "run", "r")
    assert last_day_of(store, "run", "r") == YESTERDAY
    assert last_day_of(store, "run", "x") is None


def test_a_kept_version_that_was_altered_from_outside_is_told_and_not_brought_back(path: Path) -> None:
    with opened(path) as store:
        note(store, "was honest")
        note(store, None)
    edit(path, "UPDATE version SET before = replace(before, 'honest', 'forged') WHERE before IS NOT NULL")
    with opened(path) as store:
        with pytest.raises(JournalUnusable, match="was altered"):
            undo(store)
        assert notes(store, None)
        assert [fault[:31] for fault in unreadable(store)] == ["altered: version of day 2026-03"]
        with pytest.raises(JournalUnusable, match="was altered"):
            versions_of_day(store, DAY)


def test_a_run_that_moves_to_another_day_is_found_there(store: Store) -> None:
    put(store, Run("a", DAY), Run("b", DAY))
    put(store, Run("a", YESTERDAY))
    assert [run.id for run in store.runs(YESTERDAY, YESTERDAY)] == ["a"]
    assert [run.id for run in store.runs(DAY, DAY)] == ["b"]
    assert [run.id for run in store.runs(YESTERDAY, DAY)] == ["a", "b"]


def test_a_day_that_holds_too_many_records_is_told(store: Store, path: Path) -> None:
    put(store, Run("a", DAY))
    store.connection.execute("UPDATE run SET n = n + 99999")
    with pytest.raises(InvalidValue, match="holds 100,000 records already"):
        put(store, Run("b", DAY))
    put(store, Run("a", DAY, effort=3))


def test_what_was_interrupted_after_the_commit_is_known_to_be_kept(path: Path) -> None:
    with opened(path) as store:
        with suppress(KeyboardInterrupt), changing(store, "import", NOW, "w") as lost:
            lost.put(Day(DAY, note="first"))
            raise KeyboardInterrupt
        assert not is_kept(store, lost)
        assert not is_kept(store, None)
        with changing(store, "import", NOW, "w") as done:
            done.put(Day(DAY, note="first"))
        assert is_kept(store, done)
        with store.transaction():
            assert not is_kept(store, done), "what is not committed may still be rolled back"
