"""Backup, restore, check and export with everything a journal can hold: care, red flags, the first launch."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.domain.kinds import CARE_KINDS
from sciatica_journal.services.demo.journal import build_demo
from sciatica_journal.services.exchange.exporting import export_jsonl, export_to
from sciatica_journal.services.journal.backups import backup, restore
from sciatica_journal.services.journal.health import check
from sciatica_journal.services.safety.profile import load_profile
from sciatica_journal.storage.set_aside import flag_records
from tests.given import window


def test_everything_comes_back_on_another_machine(tmp_path: Path) -> None:
    with window(tmp_path / "one") as session, window(tmp_path / "two") as other:
        build_demo(session)
        saved = backup(session, tmp_path / "stick.db")
        report = restore(other, saved)
        present = {kind for kind in CARE_KINDS if report.records[kind]}
        assert present == set(CARE_KINDS) - {"override", "holiday"}
        assert list(export_jsonl(other)) == list(export_jsonl(session))
        assert flag_records(other.readable()) == flag_records(session.readable()) != []
        assert load_profile(other) == load_profile(session)
        assert check(other) == []


@pytest.mark.parametrize("column", ["opened", "closed", "date"])
def test_a_flag_that_does_not_read_is_found_and_not_restored(tmp_path: Path, column: str) -> None:
    with window(tmp_path / "one") as session:
        build_demo(session)
        saved = backup(session, tmp_path / "stick.db")
        session.close()
        for path in (session.paths.journal, saved):
            with closing(sqlite3.connect(path)) as connection, connection:
                connection.execute(f"UPDATE flag SET {column} = 'yesterday' WHERE id = 1")
        assert ["flag 1" in fault for fault in check(session)] == [True]
        with pytest.raises(JournalUnusable, match="flag 1"):
            restore(session, saved)


def test_what_is_left_out_without_reflections_is_reflections_alone(tmp_path: Path) -> None:
    with window(tmp_path / "one") as session:
        build_demo(session)
        whole = list(export_jsonl(session))
        bare = list(export_jsonl(session, with_reflections=False))
        assert [line for line in whole if not line.startswith('{"type":"reflection"')] == bare
        assert len(bare) < len(whole)
        folder = export_to(session, "csv", tmp_path / "csv", with_reflections=False).path
        assert (folder / "reflections.csv").read_text("utf-8").count("\n") == 1
        assert (folder / "checks.csv").read_text("utf-8").count("\n") > 18
        pages = export_to(session, "markdown", tmp_path / "md", with_reflections=False).path
        written = "".join(page.read_text("utf-8") for page in sorted(pages.iterdir()))
        assert "### Reflection" not in written
        for words in ("### Examination: Dr Amsel", "### Red flag: Weakness in one leg, seen", "### Safety check: ",
                      "### Season: until "):  # fmt: skip
            assert words in written
