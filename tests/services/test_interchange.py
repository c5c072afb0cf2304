"""Imports and exports: the person's own wins, one change, a backup before, and all of it taken back."""

import json
import os
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue, JournalError, NotThere
from sciatica_journal.domain.plain import Record, to_plain
from sciatica_journal.domain.run import Run
from sciatica_journal.exchange.watch import Watch
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.exchange.exporting import export_jsonl, export_to
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.plan import Report
from sciatica_journal.services.exchange.planning import plan_import
from sciatica_journal.services.exchange.taking_back import list_imports, undo_import
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Session, open_session
from sciatica_journal.storage import history, opening
from sciatica_journal.storage.bulk import all_records
from sciatica_journal.storage.check import faults
from sciatica_journal.storage.search import search
from sciatica_journal.storage.store import Store

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
DAY = date(2026, 3, 1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_session(paths_in(tmp_path / "home"), lambda: NOW)
    yield opened
    opened.close()


def file_of(folder: Path, *objects: dict[str, Any], name: str = "old.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(f"{json.dumps(item)}\n" for item in objects), encoding="utf-8")
    return path


def put(session: Session, *records: Record) -> None:
    with history.changing(session.writer(), "log", NOW, "w") as change:
        for record in records:
            change.put(record)


def imported(session: Session, *paths: Path) -> Report:
    return run_import(session, plan_import(session, paths))


def day(**values: Any) -> dict[str, Any]:
    return {"type": "day", "date": "2026-03-01", **values}


def run(ident: str, **values: Any) -> dict[str, Any]:
    return {"type": "run", "id": ident, "date": "2026-03-01", **values}


def test_a_missing_journal_exports_as_empty_and_stays_missing(session: Session) -> None:
    assert len(list(export_jsonl(session))) == 1
    assert not session.paths.journal.exists()


def test_the_plan_says_what_the_import_then_does_and_changes_nothing(session: Session, tmp_path: Path) -> None:
    put(session, Day(DAY, pain_worst=4), Run("mine", DAY))
    before = session.paths.journal.read_bytes()
    path = file_of(tmp_path, day(pain_worst=9, mood=5), run("mine", effort=3), run("new"), {"type": "reading"})
    plan = plan_import(session, [path])
    assert [(item.action, item.type) for item in plan.items] == [
        ("merged", "day"), ("skipped", "run"), ("new", "run"), ("new", "other"),
    ]  # fmt: skip
    assert plan.totals == {"new": 2, "merged": 1, "skipped": 1, "refused": 0, "left_out": 0}
    assert session.paths.journal.read_bytes() == before
    report = run_import(session, plan)
    assert report.items == plan.items
    store = session.readable()
    assert store.day(DAY) == Day(DAY, pain_worst=4, mood=5)
    assert store.get("run", "mine") == Run("mine", DAY)


def test_only_empty_fields_are_filled_and_what_was_written_is_never_overwritten(
    session: Session, tmp_path: Path
) -> None:
    mine = Day(DAY, stress=0, feelings=("proud",), did="mine", extra={"a": 1}, uneventful=False)
    put(session, mine)
    theirs = day(
        stress=7,
        feelings=["sad"],
        did="theirs",
        note="new",
        factors={"coffee": 2},
        a=2,
        b=3,
        uneventful=True,
        leg_left=0,
    )
    imported(session, file_of(tmp_path, theirs))
    assert to_plain(session.readable().day(DAY)) == {
        "type": "day", "date": "2026-03-01", "leg_left": 0, "stress": 0, "feelings": ["proud"],
        "factors": {"coffee": 2}, "did": "mine", "note": "new", "uneventful": False, "a": 1, "b": 3,
    }  # fmt: skip


def test_a_backup_is_made_first_and_importing_twice_changes_nothing(session: Session, tmp_path: Path) -> None:
    put(session, Day(DAY, stress=3))
    path = file_of(tmp_path, day(mood=5), run("r"))
    report = imported(session, path)
    assert report.backup is not None
    assert report.backup.name == f"import-before-{session.now():%Y-%m-%d-%H%M%S}.db"
    kept = Store(report.backup, writable=False)
    assert all_records(kept) == [Day(DAY, stress=3)]
    kept.close()
    before = session.paths.journal.read_bytes()
    again = imported(session, path)
    assert again.backup is None
    assert again.totals == {"new": 0, "merged": 0, "skipped": 2, "refused": 0, "left_out": 0}
    assert session.paths.journal.read_bytes() == before


def test_an_import_is_one_step_of_undo(session: Session, tmp_path: Path) -> None:
    put(session, Day(DAY, stress=3))
    before = list(export_jsonl(session))
    imported(session, file_of(tmp_path, day(mood=5), run("a"), run("b")))
    undone = undo(session)
    assert undone is not None
    assert undone.label == "import old.jsonl"
    assert list(export_jsonl(session)) == before
    assert [item.taken_back for item in list_imports(session)] == [True]


def test_several_files_are_one_import_and_the_first_wins(session: Session, tmp_path: Path) -> None:
    first = file_of(tmp_path, day(mood=5), run("r", effort=1), name="a.jsonl")
    second = file_of(tmp_path, day(mood=6, stress=2), run("r", effort=9), name="b.jsonl")
    report = imported(session, first, second)
    assert [item.action for item in report.items] == ["new", "new", "merged", "skipped"]
    assert session.readable().day(DAY) == Day(DAY, mood=5, stress=2)
    assert session.readable().get("run", "r") == Run("r", DAY, effort=1)
    assert [item.files for item in list_imports(session)] == ["a.jsonl, b.jsonl"]


def test_a_bad_file_changes_nothing_and_is_named_with_its_line(session: Session, tmp_path: Path) -> None:
    good = file_of(tmp_path, day(mood=5), name="good.jsonl")
    bad = file_of(tmp_path, day(mood=5), day(mood=50), name="bad.jsonl")
    with pytest.raises(JournalError, match=r"bad\.jsonl, line 2: mood"):
        plan_import(session, [good, bad])
    with pytest.raises(InvalidValue, match="kind 'spreadsheet'"):
        plan_import(session, [good], kind="spreadsheet")
    assert not session.paths.journal.exists()


def test_an_earlier_import_is_taken_back_without_what_was_changed_since(session: Session, tmp_path: Path) -> None:
    put(session, Day(DAY, stress=3))
    first = file_of(
        tmp_path, day(mood=5, note="theirs", x=1), run("gone"), run("edited"), {**day(mood=2), "date": "2026-03-02"}
    )
    imported(session, first)
    imported(session, file_of(tmp_path, {"type": "moment", "id": "m", "date": "2026-03-03"}, name="later.jsonl"))
    later = Day(DAY, stress=3, mood=6, note="theirs", extra={"x": 1}, energy=4)
    put(session, later, Run("edited", DAY, effort=2))
    newest, oldest = list_imports(session)
    assert (oldest.files, oldest.added, oldest.filled) == ("old.jsonl", 3, 1)
    back = undo_import(session, oldest.id)
    assert (back.removed, back.emptied, back.kept) == (2, 0, 2)
    store = session.readable()
    assert store.day(DAY) == Day(DAY, stress=3, mood=6, energy=4)
    assert store.get("run", "gone") is None
    assert store.get("run", "edited") == Run("edited", DAY, effort=2)
    assert store.get("day", "2026-03-02") is None
    assert [item.taken_back for item in list_imports(session)] == [False, True]
    with pytest.raises(NotThere):
        undo_import(session, oldest.id)
    assert undo_import(session).what.id == newest.id
    with pytest.raises(NotThere):
        undo_import(session)


def test_taking_back_can_itself_be_undone(session: Session, tmp_path: Path) -> None:
    imported(session, file_of(tmp_path, day(mood=5), run("r")))
    full = list(export_jsonl(session))
    undo_import(session)
    assert len(list(export_jsonl(session))) == 1
    undo(session)
    assert list(export_jsonl(session)) == full
    assert undo_import(session).removed == 2


def test_many_records_are_imported_whole_and_undone(session: Session, tmp_path: Path) -> None:
    put(session, Day(DAY, stress=3), Run("mine", DAY))
    days = [(date(2023, 4, 20) + timedelta(days=n)).isoformat() for n in range(1050)]  # more than one batch of rows
    objects = [{"type": "day", "date": text, "pain_worst": n % 11, "note": f"note {n}"} for n, text in enumerate(days)]
    objects += [{"type": "run", "date": text, "id": f"r{n}", "distance_km": 5} for n, text in enumerate(days[-60:])]
    objects += [{"type": "moment", "date": "2026-03-01", "id": f"m{n}", "text": f"moment {n}"} for n in range(90)]
    path = file_of(tmp_path, *objects)
    report = imported(session, path)
    assert report.totals == {"new": 1199, "merged": 1, "skipped": 0, "refused": 0, "left_out": 0}
    store = session.readable()
    assert faults(store) == []
    assert store.day(DAY).stress == 3
    assert len(store.runs(DAY, DAY)) == 2
    assert [hit.key for hit in search(store, "1049")] == [days[1049]]
    assert imported(session, path).totals["skipped"] == 1200
    assert undo_import(session).removed == 1199
    assert store.day(DAY) == Day(DAY, stress=3)


def test_an_export_is_private_and_never_takes_the_place_of_another_file(session: Session, tmp_path: Path) -> None:
    imported(
        session, file_of(tmp_path, day(mood=5), {"type": "reflection", "id": "r", "date": "2026-03-01", "text": "x"})
    )
    former = os.umask(0)
    for format, name in (("jsonl", "out.jsonl"), ("csv", "out-csv"), ("markdown", "out-md")):
        exported = export_to(session, format, tmp_path / name)
        assert "not encrypted" in exported.message
        for path in (exported.path, *exported.path.glob("*")):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
        with pytest.raises(InvalidValue, match="exists already"):
            export_to(session, format, tmp_path / name)
    os.umask(former)
    assert (tmp_path / "out.jsonl").read_text("utf-8").splitlines() == list(export_jsonl(session))
    bare = export_to(session, "jsonl", tmp_path / "bare.jsonl", with_reflections=False)
    assert "reflection" not in bare.path.read_text("utf-8")
    with pytest.raises(JournalError, match="not there"):
        export_to(session, "csv", tmp_path / "missing" / "out")
    with pytest.raises(InvalidValue, match="unknown"):
        export_to(session, "pdf", tmp_path / "x")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


class Saving(Watch):
    """Saves a note from another window at the first record that is written, and waits for no lock."""

    def __init__(self, other: Session) -> None:
        super().__init__()
        self._other: Session | None = other

    def count_item(self) -> None:
        """Save once."""
        super().count_item()
        if (other := self._other) is not None:
            self._other = None
            put(other, Day(DAY, note="later"))


@pytest.mark.parametrize("format", ["jsonl", "csv", "markdown"])
def test_a_save_need_not_wait_for_an_export_and_is_not_in_it(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    put(session, Day(DAY, note="sooner"))
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.0)
    other = open_session(paths_in(tmp_path / "home"), lambda: NOW)
    with closing(other):
        path = export_to(session, format, tmp_path / "out", watch=Saving(other)).path
    written = "".join(file.read_text("utf-8") for file in ([path] if path.is_file() else path.iterdir()))
    assert ("sooner" in written, "later" in written) == (True, False)
    assert session.readable().day(DAY).note == "later"


def test_a_dangling_link_is_no_free_target(session: Session, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InvalidValue, match="exists already"):
        export_to(session, "jsonl", tmp_path / "link")
    assert not (tmp_path / "elsewhere").exists()


def test_imported_days_of_the_last_two_weeks_are_looked_through_for_red_flags(session: Session, tmp_path: Path) -> None:
    sign = "numb between my legs since this morning"
    old = file_of(tmp_path, day(note=sign), name="old.jsonl")
    recent = file_of(tmp_path, {"type": "day", "date": "2026-11-20", "note": sign}, name="recent.jsonl")
    asked = {notice.trigger: notice.question or "" for notice in imported(session, old).notices}
    assert "till so?" in asked["saddle"]
    assert "saddle" in [notice.trigger for notice in imported(session, recent).notices]


def test_a_reflection_that_was_let_go_is_called_so_and_not_by_its_id(session: Session, tmp_path: Path) -> None:
    gone = {"type": "reflection", "id": "r-1", "date": "2026-03-01", "practice": "kind_coach", "kept": False}
    plan = plan_import(session, [file_of(tmp_path, gone)])
    assert [item.label for item in plan.items] == ["the words were let go"]
