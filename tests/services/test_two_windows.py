"""Two windows on one journal: each sees what the other saved, and no word of either is lost."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import NotThere
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.services.entries.days import change_day, other_window_wrote, view_day
from sciatica_journal.services.entries.moments import save_moment
from sciatica_journal.services.entries.reflections import keep_reflection
from sciatica_journal.services.entries.runs import remove_run, save_run, set_response
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.check import faults
from sciatica_journal.storage.version_rows import versions_of_day
from tests.given import EVE, TODAY, window

Windows = tuple[Session, Session]


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    with window(tmp_path / "home") as one, window(tmp_path / "home") as other:
        yield one, other


def test_each_sees_what_the_other_saved(windows: Windows) -> None:
    one, other = windows
    change_day(one, TODAY, {"stress": 3})
    view = view_day(other, TODAY)
    assert view.day.stress == 3
    assert not other_window_wrote(other, view.revision)
    change_day(one, TODAY, {"mood": 7})
    assert other_window_wrote(other, view.revision)
    assert view_day(other, TODAY).day.mood == 7


def test_different_fields_do_not_clash(windows: Windows) -> None:
    one, other = windows
    change_day(one, TODAY, {"stress": 3}, {"stress": None})
    saved = change_day(other, TODAY, {"mood": 7, "note": "b"}, {"mood": None, "note": None})
    assert saved.clashes == ()
    assert (saved.view.day.stress, saved.view.day.mood, saved.view.day.note) == (3, 7, "b")


def test_both_write_the_note_and_both_stand(windows: Windows) -> None:
    one, other = windows
    change_day(one, TODAY, {"note": "Slept well."}, {"note": None})
    change_day(one, TODAY, {"note": "Slept well. Ran."}, {"note": "Slept well."})
    saved = change_day(other, TODAY, {"note": "Slept well. Swam."}, {"note": "Slept well."})
    assert saved.clashes == ("note",)
    assert saved.view.day.note == "Slept well. Ran.\nSwam."


@pytest.mark.parametrize(("name", "mine", "theirs"), [("numb", "left", "right"), ("stress", 4, 9)])
def test_a_value_that_both_changed_is_told_and_the_other_s_is_kept_as_a_version(
    windows: Windows, name: str, mine: object, theirs: object
) -> None:
    one, other = windows
    change_day(one, TODAY, {name: theirs}, {name: None})
    saved = change_day(other, TODAY, {name: mine}, {name: None})
    assert saved.clashes == (name,)
    assert getattr(saved.view.day, name) == mine
    _, _, version = versions_of_day(other.writer(), TODAY)[0]
    assert version.before is not None
    assert version.before[name] == theirs
    undo(other)
    assert getattr(view_day(one, TODAY).day, name) == theirs


def test_what_the_other_cleared_does_not_come_back_by_saving_something_else(windows: Windows) -> None:
    one, other = windows
    change_day(one, TODAY, {"note": "gone soon", "did": "x"})
    change_day(other, TODAY, {"note": None}, {"note": "gone soon"})
    saved = change_day(one, TODAY, {"note": "gone soon", "did": "y"}, {"note": "gone soon", "did": "x"})
    assert saved.view.day.note is None


def test_both_write_one_reflection(windows: Windows) -> None:
    one, other = windows
    begun = Reflection("s", TODAY, text="Dear me,")
    keep_reflection(one, begun)
    keep_reflection(one, replace(begun, text="Dear me, rest."), "Dear me,")
    saved = keep_reflection(other, replace(begun, text="Dear me, run."), "Dear me,")
    assert saved.clashes == ("text",)
    assert saved.view.reflections[0].text == "Dear me, rest.\nrun."
    clear = keep_reflection(one, replace(begun, text="Dear me, rest.\nrun."), "Dear me, rest.")
    assert clear.clashes == ()
    emptied = keep_reflection(other, replace(begun, text=None), "Dear me, rest.\nrun.")
    assert emptied.view.reflections[0].text is None
    late = keep_reflection(one, replace(begun, text="Dear me, rest.\nrun.", before=3), "Dear me, rest.\nrun.")
    assert (late.view.reflections[0].text, late.view.reflections[0].before) == (None, 3)


def test_a_run_that_the_other_removed_cannot_be_answered(windows: Windows) -> None:
    one, other = windows
    save_run(one, Run("r", EVE), TODAY)
    remove_run(other, "r", TODAY)
    with pytest.raises(NotThere, match="no longer there"):
        set_response(one, "r", "settled", TODAY)
    undo(one)
    assert set_response(other, "r", "settled", TODAY).view.asked[0].response == "settled"


def test_undo_takes_back_the_newest_change_whichever_window_made_it(windows: Windows) -> None:
    one, other = windows
    change_day(one, TODAY, {"stress": 3})
    change_day(other, TODAY, {"mood": 7})
    undo(one)
    assert view_day(other, TODAY).day.mood is None
    undo(other)
    assert view_day(one, TODAY).day.is_empty


WRITE = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session
session = open_session(paths_in(Path(sys.argv[1])), lambda: datetime(2026, 3, 4, 12, tzinfo=UTC))
for step in range(30):
    change_day(session, session.today() - timedelta(days=step), {sys.argv[2]: step % 11})
session.close()
"""


def test_two_programs_that_begin_and_write_at_once_lose_nothing_and_are_never_locked_out(tmp_path: Path) -> None:
    words = [sys.executable, "-c", WRITE, str(tmp_path / "home")]
    programs = [subprocess.Popen([*words, name], stderr=subprocess.PIPE, text=True) for name in ("stress", "mood")]
    assert [program.communicate()[1] for program in programs] == ["", ""]
    with window(tmp_path / "home") as session:
        for step in range(30):
            day = view_day(session, TODAY - timedelta(days=step)).day
            assert (day.stress, day.mood) == (step % 11, step % 11)
        assert faults(session.writer()) == []
    assert sorted(path.name for path in (tmp_path / "home").iterdir()) == ["backups", "journal.db"]


def test_a_form_writes_only_what_was_changed_in_it(windows: Windows) -> None:
    one, other = windows
    seen = Run("r", TODAY, distance_km=5.0, note="Easy.")
    save_run(one, seen, TODAY)
    save_run(one, replace(seen, effort=3, note="Easy. Windy."), TODAY, seen=seen)
    saved = save_run(other, replace(seen, surface="track", note="Easy. Wet."), TODAY, seen=seen)
    assert saved.clashes == ("note",)
    assert saved.view.runs == (replace(seen, effort=3, surface="track", note="Easy. Windy.\nWet."),)
    assert save_run(other, replace(seen, effort=7), TODAY, seen=seen).clashes == ("effort",)
    remove_run(one, "r", TODAY)
    assert save_run(other, replace(seen, effort=2), TODAY, seen=seen).view.runs == (replace(seen, effort=2),)


def test_a_moment_changed_in_both_keeps_the_words_of_both(windows: Windows) -> None:
    one, other = windows
    seen = Moment("m", TODAY, text="Stairs.")
    save_moment(one, seen)
    save_moment(one, replace(seen, pain=4), seen)
    saved = save_moment(other, replace(seen, text="Stairs. Again."), seen)
    assert saved.clashes == ()
    assert saved.view.moments == (replace(seen, pain=4, text="Stairs. Again."),)


@pytest.mark.parametrize(
    ("name", "seen", "mine", "theirs", "both"),
    [
        ("factors", {"tea": 1, "wine": 2}, {"tea": 3}, {"tea": 1, "wine": 2, "hours": 8}, {"tea": 3, "hours": 8}),
        ("feelings", ("calm", "tired"), ("calm", "proud"), ("calm", "tired", "sad"), ("calm", "sad", "proud")),
        (
            "spots", (Spot("calf", "left", 3),), (Spot("calf", "left", 5),),
            (Spot("calf", "left", 4), Spot("knee", "right")), (Spot("knee", "right"), Spot("calf", "left", 5)),
        ),
    ],
)  # fmt: skip
def test_what_holds_several_things_takes_those_of_both(
    windows: Windows, name: str, seen: object, mine: object, theirs: object, both: object
) -> None:
    one, other = windows
    change_day(one, TODAY, {name: seen})
    change_day(one, TODAY, {name: theirs}, {name: seen})
    saved = change_day(other, TODAY, {name: mine}, {name: seen})
    assert saved.clashes == (name,)
    assert getattr(saved.view.day, name) == both
