"""Care records are kept like everything else: found again, changed, undone, searched, exported."""

from datetime import timedelta
from pathlib import Path

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.question import Question
from sciatica_journal.services.care.records import (
    care_records,
    find_background,
    find_care,
    remove_care,
    running_standing,
    save_care,
)
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.exchange.exporting import export_jsonl
from sciatica_journal.services.history.searching import find
from sciatica_journal.storage.flags import raise_flag
from tests.given import EVE, TODAY, window


def test_without_a_journal_there_is_nothing_and_none_is_made(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        assert care_records(session, Examination) == []
        assert running_standing(session).reason == "not_examined"
        assert find_background(session) is None
        assert session.reader() is None


def test_newest_first_also_after_a_change_and_back_by_undo(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        first, second = Examination("a", EVE, who="GP"), Examination("b", TODAY, who="physio [L5]")
        save_care(session, first, second)
        assert care_records(session, Examination) == [second, first]
        remove_care(session, second)
        assert find_care(session, Examination, "b") is None
        assert undo(session) is not None
        assert find_care(session, Examination, "b") == second


def test_the_words_are_searched_and_exported(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        save_care(session, Question("q", TODAY, text="May I run on grass?"))
        assert [hit.kind for hit in find(session, "gras")] == ["question"]
        assert any('"type":"question"' in line for line in export_jsonl(session))


def test_a_visit_that_is_still_to_come_gives_no_green_light(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        save_care(session, Examination("a", TODAY + timedelta(days=1), green_light="yes"))
        assert running_standing(session).reason == "not_examined"


def test_an_open_urgent_flag_closes_running_whatever_was_allowed(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        save_care(session, Examination("a", TODAY - timedelta(days=1), green_light="yes"))
        assert running_standing(session).may_run
        raise_flag(session.writer(), "weakness", "S", TODAY, session.now())
        save_care(session, Override("o", TODAY, what="no_green_light", why="a race"))
        assert running_standing(session).allowed == "nothing"
