"""Saving days, runs, moments and reflections, undoing it, and what is refused."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue, NotThere
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.days import change_day, clear_day, mark_uneventful, view_day
from sciatica_journal.services.entries.drafting import discard_draft, find_draft, keep_draft
from sciatica_journal.services.entries.moments import MOMENT_DRAFT, remove_moment, save_moment
from sciatica_journal.services.entries.reflections import keep_reflection, remove_reflection
from sciatica_journal.services.entries.runs import RUN_DRAFT, remove_run, save_run, set_response
from sciatica_journal.services.entries.undoing import redo, undo
from sciatica_journal.services.journal.session import Session
from tests.given import EVE, NOW, TODAY, window

TOMORROW = TODAY + timedelta(days=1)
HOSTILE = "[L5-S1] [/x] \x1b]52;c;eA==\x07 \u202e e\u0301\r\n\x00 🏃🏽‍♀️"
KEPT = "[L5-S1] [/x] \ufffd]52;c;eA==\ufffd \u202e é\n\ufffd 🏃🏽‍♀️"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with window(tmp_path / "home") as session:
        yield session


def test_a_cleared_day_comes_back_in_its_order(session: Session) -> None:
    for ident in "rs":
        save_run(session, Run(ident, TODAY), TODAY)
        keep_reflection(session, Reflection(ident, TODAY, text="c"))
    before = view_day(session, TODAY)
    clear_day(session, TODAY)
    undo(session)
    view = view_day(session, TODAY)
    assert (view.runs, view.reflections) == (before.runs, before.reflections)


def test_a_day_is_seen_whole(session: Session) -> None:
    change_day(session, EVE, {"mood": 5})
    save_run(session, Run("r", EVE), TODAY)
    save_run(session, Run("s", TODAY), TODAY)
    save_moment(session, Moment("late", TODAY, start=NOW, text="b"))
    save_moment(session, Moment("early", TODAY, start=NOW - timedelta(hours=3), text="a"))
    keep_reflection(session, Reflection("t", TODAY, text="c"))
    saved = change_day(session, TODAY, {"stress": 3})
    assert saved.at == NOW
    view = view_day(session, TODAY)
    assert view == saved.view
    assert view.day == Day(TODAY, stress=3)
    assert view.before == Day(EVE, mood=5)
    assert [run.id for run in view.asked] == ["r"]
    assert [run.id for run in view.runs] == ["s"]
    assert [moment.id for moment in view.moments] == ["early", "late"]
    assert [reflection.text for reflection in view.reflections] == ["c"]


def test_changing_a_field_leaves_the_others(session: Session) -> None:
    change_day(session, TODAY, {"stress": 3, "note": "a"})
    assert change_day(session, TODAY, {"stress": None}).view.day == Day(TODAY, note="a")
    assert mark_uneventful(session, TODAY).view.day == Day(TODAY, note="a", uneventful=True)


def test_texts_are_kept_clean_wherever_they_are_written(session: Session) -> None:
    change_day(session, TODAY, {"note": HOSTILE, "did": " \n "})
    save_run(session, Run("r", TODAY, note=HOSTILE, title=HOSTILE), TODAY)
    save_moment(session, Moment("m", TODAY, text=HOSTILE))
    view = keep_reflection(session, Reflection("s", TODAY, text=HOSTILE)).view
    assert (view.day.note, view.day.did) == (KEPT, None)
    assert (view.runs[0].note, view.runs[0].title) == (KEPT, KEPT.replace("\n", " "))
    assert view.moments[0].text == view.reflections[0].text == KEPT


def test_a_megabyte_is_kept_whole(session: Session) -> None:
    text = "word\n" * 200_000
    assert change_day(session, TODAY, {"note": text}).view.day.note == text
    with pytest.raises(InvalidValue, match="characters"):
        change_day(session, TODAY, {"note": "x" * 4_000_001})
    assert view_day(session, TODAY).day.note == text


def test_the_future_is_refused_everywhere_and_nothing_is_made(session: Session) -> None:
    saves: tuple[Callable[[], object], ...] = (
        lambda: change_day(session, TOMORROW, {"stress": 3}),
        lambda: save_run(session, Run("r", TOMORROW), TODAY),
        lambda: save_moment(session, Moment("m", TOMORROW)),
        lambda: keep_reflection(session, Reflection("s", TOMORROW)),
    )
    for save in saves:
        with pytest.raises(InvalidValue, match="in the future"):
            save()
    assert not session.paths.journal.exists()


@pytest.mark.parametrize("changes", [{"stress": 11}, {"numb": "centre"}, {"sleep_hours": float("nan")}])
def test_a_bad_value_is_refused_and_nothing_of_the_change_is_kept(session: Session, changes: dict[str, object]) -> None:
    change_day(session, TODAY, {"stress": 3})
    with pytest.raises(InvalidValue):
        change_day(session, TODAY, {"mood": 5, **changes})
    assert view_day(session, TODAY).day == Day(TODAY, stress=3)
    undone = undo(session)
    assert undone is not None
    assert undone.label == "stress"


def test_runs_are_added_changed_answered_and_removed(session: Session) -> None:
    save_run(session, Run("r", EVE, kind="run", distance_km=5.0), TODAY)
    save_run(session, Run("r", EVE, kind="walk", distance_km=5.0), TODAY)
    view = set_response(session, "r", "flared", TODAY).view
    assert view.asked == (Run("r", EVE, kind="walk", distance_km=5.0, response="flared"),)
    assert set_response(session, "r", None, TODAY).view.asked[0].response is None
    assert remove_run(session, "r", TODAY).view.asked == ()
    with pytest.raises(NotThere):
        set_response(session, "r", "settled", TODAY)
    undo(session)
    assert len(view_day(session, TODAY).asked) == 1


def test_moments_and_reflections_are_removed_and_come_back(session: Session) -> None:
    moment, reflection = Moment("m", TODAY, pain=4, text="a"), Reflection("s", TODAY, before=3, text="b")
    save_moment(session, moment)
    keep_reflection(session, reflection)
    assert remove_moment(session, "m", TODAY).view.moments == ()
    assert remove_reflection(session, "s", TODAY).view.reflections == ()
    undo(session)
    undo(session)
    view = view_day(session, TODAY)
    assert (view.moments, view.reflections) == ((moment,), (reflection,))
    assert remove_moment(session, "never there", TODAY).view.moments == (moment,)


def test_undo_says_what_and_on_which_day(session: Session) -> None:
    assert undo(session) is None
    assert redo(session) is None
    change_day(session, EVE, {"stress": 3, "note": "a"})
    save_run(session, Run("r", TODAY, kind="run_walk"), TODAY)
    save_run(session, replace(Run("r", TODAY), kind="run_walk", effort=3), TODAY)
    remove_run(session, "r", TODAY)
    said = [(undone.label, undone.day) for undone in iter(lambda: undo(session), None)]
    assert said == [("removed run", TODAY), ("run-walk", TODAY), ("run-walk", TODAY), ("stress, note", EVE)]
    again = [(redone.label, redone.day) for redone in iter(lambda: redo(session), None)]
    assert again == said[::-1]


def test_undo_works_in_the_next_session(session: Session, tmp_path: Path) -> None:
    change_day(session, TODAY, {"stress": 3})
    change_day(session, TODAY, {"stress": 4})
    session.close()
    with window(tmp_path / "home") as later:
        undo(later)
        assert view_day(later, TODAY).day.stress == 3
    with window(tmp_path / "home") as last:
        redo(last)
        assert view_day(last, TODAY).day.stress == 4


def test_a_draft_is_kept_until_it_is_finished_emptied_or_thrown_away(session: Session) -> None:
    assert find_draft(session, RUN_DRAFT) is None
    keep_draft(session, RUN_DRAFT, TODAY, {})
    discard_draft(session, RUN_DRAFT)
    assert not session.paths.journal.exists()
    finishes: tuple[Callable[[], object], ...] = (
        lambda: keep_draft(session, RUN_DRAFT, TODAY, {"note": "", "km": None}),
        lambda: discard_draft(session, RUN_DRAFT),
        lambda: save_run(session, Run("r", TODAY), TODAY),
    )
    for finish in finishes:
        keep_draft(session, RUN_DRAFT, EVE, {"note": "hal"})
        draft = find_draft(session, RUN_DRAFT)
        assert draft is not None
        assert (draft.day, draft.at, draft.body) == (EVE, NOW, {"note": "hal"})
        finish()
        assert find_draft(session, RUN_DRAFT) is None
    keep_draft(session, MOMENT_DRAFT, TODAY, {"text": "a"})
    save_moment(session, Moment("m", TODAY))
    assert find_draft(session, MOMENT_DRAFT) is None


def test_a_save_that_is_refused_leaves_its_draft(session: Session) -> None:
    keep_draft(session, RUN_DRAFT, TODAY, {"note": "long written"})
    with pytest.raises(InvalidValue):
        save_run(session, Run("r", TODAY, note="x" * 4_000_001), TODAY)
    draft = find_draft(session, RUN_DRAFT)
    assert draft is not None
    assert draft.body == {"note": "long written"}
