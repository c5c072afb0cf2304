"""The sheet from real journals: what is gathered, what is never changed, where it is written."""

import gzip
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue, NotThere
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.entries.line_log import log_line
from sciatica_journal.services.exchange.sheet import (
    Sheet,
    choice_of,
    make_sheet,
    period_of,
    rendered,
    sheet_choices,
    write_sheet,
)
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import open_notices, record_outcome
from sciatica_journal.storage.history import changing
from tests.given import NOW, TODAY, session_in, window
from tests.storage.make_fixture import DAY, EVE, FOLDER


def put(session: Session, *records: Day | Run | Reflection) -> None:
    with changing(session.writer(), "test", session.now(), session.window) as change:
        for record in records:
            change.put(record)


def said(sheet: Sheet, item: str) -> str:
    return "\n".join(fact.words for one in sheet.sections if one.item == item for fact in one.facts)


def test_what_was_logged_is_on_it(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        put(session, *(Day(TODAY - timedelta(days=n), pain_worst=4, leg_left=5, numb="left") for n in range(12)),
            Run("r", TODAY - timedelta(days=2), kind="run", distance_km=5.0, response="settled"))  # fmt: skip
        save_care(session, Examination("e", TODAY - timedelta(days=5), who="GP", told="It settles."),
                  KnownSign("s", TODAY - timedelta(days=11), sign="numb", side="left", area="toes"))  # fmt: skip
        sheet = make_sheet(session)
    assert sheet.first == TODAY - timedelta(days=11)
    assert (sheet.logged, sheet.missing) == (12, 0)
    assert "left, toes: since 21 Feb, not examined since" in said(sheet, "signs")
    assert "It settles." in said(sheet, "examinations")
    assert "5 km on 2 Mar" in said(sheet, "tolerance")


def test_a_holiday_that_a_note_ended_hides_no_missing_days(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        put(session, *(Day(TODAY - timedelta(days=n), pain_worst=4) for n in (20, 10, 0)))
        save_care(session, Holiday("h", TODAY - timedelta(days=19)))
        sheet = make_sheet(session)
    assert (sheet.logged, sheet.missing) == (3, 9)


def test_without_a_check_the_section_says_so(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        put(session, Day(TODAY, pain_worst=4))
        assert said(make_sheet(session), "checks") == "No weekly checks recorded in these days."


def test_flags_are_on_it_until_and_after_an_outcome(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        log_line(session, "pain 4, numb between the legs", TODAY)
        assert open_notices(session)
        asked = said(make_sheet(session), "flags")
        assert "numbness between the legs (emergency)" in asked
        record_outcome(session, "seen_cleared", "All normal.")
        closed = said(make_sheet(session), "flags")
    assert "seen and cleared, 4 Mar; told: “All normal.”" in closed


def test_an_outcome_noted_after_midnight_is_of_the_evening(tmp_path: Path) -> None:
    with window(tmp_path, lambda: NOW + timedelta(hours=4)) as session:
        log_line(session, "pain 4, numb between the legs", TODAY)
        record_outcome(session, "seen_cleared", "All normal.")
        assert "seen and cleared, 4 Mar" in said(make_sheet(session), "flags")


def test_reading_it_changes_nothing(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        put(session, Day(TODAY, pain_worst=4))
    before = (tmp_path / "journal.db").read_bytes()
    with window(tmp_path) as session:
        make_sheet(session)
        sheet_choices(session)
    assert (tmp_path / "journal.db").read_bytes() == before


def test_without_a_journal_there_is_none_and_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    session = session_in(folder)
    with pytest.raises(NotThere, match="Nothing is recorded from"):
        make_sheet(session)
    assert sheet_choices(session).begun is None
    assert not folder.exists()


def test_a_day_beyond_the_period_is_not_on_it(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        put(session, Day(TODAY - timedelta(days=200), pain_worst=9, leg_left=6), Day(TODAY, pain_worst=1, leg_left=1))
        sheet = make_sheet(session, TODAY - timedelta(days=9), TODAY)
        assert "foot" not in said(sheet, "course")
        with pytest.raises(NotThere):
            make_sheet(session, TODAY - timedelta(days=100), TODAY - timedelta(days=50))
        with pytest.raises(InvalidValue):
            period_of(session, TODAY, TODAY - timedelta(days=1))


def test_one_reflection_is_added_by_its_day(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        put(session, Day(TODAY, pain_worst=4), Reflection("a", TODAY - timedelta(days=1), text="one"),
            Reflection("b", TODAY, text="two"))  # fmt: skip
        period = period_of(session)
        assert said(make_sheet(session), "reflections") == ""
        chosen = choice_of(session, ["yesterday"], [], period)
        assert said(make_sheet(session, chosen=chosen), "reflections") == "3 Mar: one"
        everything = choice_of(session, ["reflections"], [], period)
        assert said(make_sheet(session, chosen=everything), "reflections") == "4 Mar: two\n3 Mar: one"
        with pytest.raises(NotThere):
            choice_of(session, ["-40d"], [], period)
        for added, without in ((["nonsense"], []), ([], ["nonsense"])):
            with pytest.raises(InvalidValue):
                choice_of(session, added, without, period)


@pytest.mark.parametrize(("ending", "begins"), [(".html", "<!DOCTYPE html>"), (".md", "# Back"), (".TXT", "Back and")])
def test_the_ending_picks_the_format_and_the_file_is_private(tmp_path: Path, ending: str, begins: str) -> None:
    path = tmp_path / f"sheet{ending}"
    with window(tmp_path / "home") as session:
        put(session, Day(TODAY, pain_worst=4))
        sheet = make_sheet(session)
        written = write_sheet(session, sheet, path)
        assert "not encrypted" in written.message
        assert path.read_text(encoding="utf-8").startswith(begins)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with pytest.raises(InvalidValue, match="exists already"):
            write_sheet(session, sheet, path)
        with pytest.raises(InvalidValue, match="ending"):
            write_sheet(session, sheet, tmp_path / "sheet.pdf")


def test_the_offered_name_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    session = session_in(tmp_path / "journal")
    assert sheet_choices(session).path == str(tmp_path / "sciatica-sheet-2026-03-04.html")
    (tmp_path / "sciatica-sheet-2026-03-04.html").touch()
    assert sheet_choices(session).path == str(tmp_path / "sciatica-sheet-2026-03-04-2.html")


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_journal_is_read_as_it_is(tmp_path: Path, version: int) -> None:
    journal = tmp_path / "journal.db"
    journal.write_bytes(gzip.decompress((FOLDER / f"version-{version}.db.gz").read_bytes()))
    before = journal.read_bytes()
    with window(tmp_path) as session:
        sheet = make_sheet(session, EVE, DAY)
    assert sheet.logged
    assert rendered(sheet)
    assert journal.read_bytes() == before
