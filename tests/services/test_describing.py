"""A day in words, and the words by which an import is known: data where others would take texts apart."""

from pathlib import Path

import pytest

from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.flag_record import Flag
from sciatica_journal.domain.spot import Spot
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.moments import save_moment
from sciatica_journal.services.entries.reflections import keep_reflection
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.exchange.exporting import export_to
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.labelling import label_of
from sciatica_journal.services.exchange.planning import plan_import
from sciatica_journal.services.exchange.taking_back import list_imports, undo_import
from sciatica_journal.services.history.describing import describe_day
from sciatica_journal.storage.history import changing
from sciatica_journal.storage.imports import import_label, taking_back_label
from tests.given import NOW, TODAY, window


@pytest.mark.parametrize(
    ("record", "label"),
    [
        (Question("3f9a", TODAY, text="May I run\non grass?"), "May I run on grass?"),
        (KnownSign("3f9a-numb", TODAY, sign="numb", side="left"), "numb, left, not examined"),
        (Flag("saddle x", TODAY, trigger="saddle", tier="E", opened=NOW), "saddle, still open, to be looked at now"),
    ],
)
def test_an_import_names_care_by_what_was_noted(record: CareRecord, label: str) -> None:
    assert label_of(record, "km") == label


def test_a_day_in_sections_with_the_names_of_the_content(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        assert describe_day(session, TODAY).sections == ()
        spots = (Spot("buttock_mid", "left", 4, ("touch_sensitive",)),)
        change_day(session, TODAY, {"pain_worst": 4, "spots": spots, "note": "a: b"})
        save_run(session, Run("r", TODAY, kind="run", distance_km=5.2, note="c: d"), TODAY)
        save_moment(session, Moment("m", TODAY, region="buttock_mid", side="left", text="e"))
        keep_reflection(session, Reflection("f", TODAY, practice="kind_coach", text="g"))
        found = describe_day(session, TODAY)
        export_to(session, "markdown", tmp_path / "out")
    assert [(section.title, section.fields) for section in found.sections] == [
        ("Journal", True), ("Runs and walks", False), ("Moments", False), ("Reflections", False),
    ]  # fmt: skip
    assert [line.words for section in found.sections for line in section.lines] == [
        "Worst pain: 4 of 10",
        "Spots: middle of buttock, left, 4 of 10, sore to light touch",
        "Note: a: b",
        "Run, 5.2 km: c: d",
        "Middle of buttock, left: e",
        "Kind coach: g",
    ]
    exported = (tmp_path / "out" / "2026-03.md").read_text(encoding="utf-8")
    for words in (
        "middle of buttock, left, 4 of 10, sore to light touch",
        "### Moment: Middle of buttock, left",
        "Kind coach",
    ):
        assert words in exported
    assert "buttock_mid" not in exported.replace("\\", "")


def test_only_imports_are_listed_as_imports(tmp_path: Path) -> None:
    path = tmp_path / "import 100%.jsonl"
    path.write_text('{"type":"run","id":"a","date":"2026-03-01"}\n')
    with window(tmp_path / "home") as session:
        for number, label in enumerate(("imported", "Import x", "import", taking_back_label(1), "quick line")):
            with changing(session.writer(), label, NOW, "w") as change:
                change.put(Run(f"r{number}", TODAY))
        assert list_imports(session) == []
        run_import(session, plan_import(session, [path]))
        (found,) = list_imports(session)
        assert (found.files, found.added, found.taken_back) == ("import 100%.jsonl", 1, False)
        undo_import(session, found.id)
        assert list_imports(session)[0].taken_back
    assert (import_label("a.jsonl"), taking_back_label(12)) == ("import a.jsonl", "take back import 12"), (
        "kept in files"
    )


def test_only_a_bad_line_is_named_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.jsonl").write_text('{"type":"run","id":"a","date":"2026-03-01"}\n{"type":"day"}\n')
    with window(tmp_path / "home") as session:
        with pytest.raises(JournalError) as caught:
            plan_import(session, [Path("bad.jsonl")])
        assert caught.value.message.startswith("bad.jsonl, line 2: ")
        with pytest.raises(JournalError) as caught:
            plan_import(session, [Path("line 3")])
        assert caught.value.message == "line 3 is not there."
