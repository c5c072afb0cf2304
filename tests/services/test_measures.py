"""Measures in a real journal: what is due, what is kept, what is asked once and what never."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.entries.days import mark_uneventful
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.measures.choices import Choices, load_choices, offer, skip_week, take_rmdq
from sciatica_journal.services.measures.due import due, latest, measures_due, readings_of, remove_reading
from sciatica_journal.services.measures.forms import (
    activity_names,
    keep_names,
    names_asked,
    plan_rmdq,
    plan_week,
    save_rmdq,
    save_week,
)
from sciatica_journal.services.measures.view import view_measures
from sciatica_journal.services.safety.flags import raise_signs
from sciatica_journal.storage.values import save_value
from tests.given import NOW, TODAY, SetClock, session_in

BOTHER = {"leg_pain": 2, "numb": 1, "weak": 0, "sitting": 3}
WEEK = {"activities": {"run": 3}, "impact": {"pain": 4, "joy": 3, "doing": 5}, "bother": BOTHER}
TWELVE = [str(number) for number in range(1, 13)]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A journal written in since twelve days."""
    session = session_in(tmp_path, SetClock(NOW))
    mark_uneventful(session, TODAY - timedelta(days=12))
    yield session
    session.close()


def move(session: Session, days: int) -> date:
    """Go on by some days; return the day then."""
    clock = session.clock
    assert isinstance(clock, SetClock)
    clock.now += timedelta(days=days)
    return session.today()


def test_without_a_journal_nothing_is_due_and_none_is_made(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    assert not measures_due(session)
    assert latest(session) == {}
    assert not plan_week(session).items["activities"]
    assert session.reader() is None


def test_a_week_is_kept_as_one_change_and_found_again(session: Session) -> None:
    assert save_week(session, TODAY, WEEK) == ()
    assert {name: dict(one.answers) for name, one in latest(session).items()} == WEEK
    assert undo(session) is not None
    assert latest(session) == {}


def test_due_weekly_at_most(session: Session) -> None:
    assert due(session)[:2] == (True, False)
    save_week(session, TODAY, WEEK)
    assert (due(session).weekly, due(session).next_week) == (False, TODAY + timedelta(days=7))
    move(session, 6)
    assert not measures_due(session)
    move(session, 1)
    assert measures_due(session)
    assert due(session).weekly


def test_within_the_week_the_answers_are_changed_not_added(session: Session) -> None:
    save_week(session, TODAY, WEEK)
    move(session, 3)
    plan = plan_week(session)
    assert (plan.date, plan.answers) == (TODAY, WEEK)
    save_week(session, plan.date, {"impact": {"pain": 1}, "bother": {}})
    assert [len(found) for found in readings_of(session).values()] == [1, 1, 0, 0]
    assert latest(session)["impact"].answers == {"pain": 1}
    assert latest(session)["activities"].answers == {"run": 3}, "what was not on the screen stays"


def test_a_new_week_begins_without_last_weeks_numbers(session: Session) -> None:
    save_week(session, TODAY, WEEK)
    today = move(session, 7)
    assert plan_week(session)[0] == today
    assert plan_week(session).answers == {}
    assert [item.id for item in plan_week(session).items["activities"]] == ["run"]


def test_light_mode_is_asked_nothing_and_shows_activities_only(session: Session) -> None:
    keep_names(session, ["run"])
    take_rmdq(session, wanted=True)
    session.settings = replace(session.settings, mode="light")
    assert not measures_due(session)
    assert due(session)[:2] == (False, False)
    assert list(plan_week(session).items) == ["activities"]


def test_nothing_is_offered_while_an_urgent_flag_is_open(session: Session) -> None:
    assert measures_due(session)
    raise_signs(session, ["foot_drop"])
    assert not measures_due(session)
    assert not due(session).weekly
    assert view_measures(session).flag_open


def test_nothing_is_offered_in_the_first_week_of_a_journal(tmp_path: Path) -> None:
    session = session_in(tmp_path, SetClock(NOW))
    mark_uneventful(session, TODAY - timedelta(days=2))
    assert not measures_due(session)
    assert due(session).weekly, "in Path it is there"
    move(session, 5)
    assert measures_due(session)
    session.close()


def test_skipping_waits_a_week_and_three_in_a_row_end_the_asking(session: Session) -> None:
    for _ in range(3):
        assert measures_due(session)
        skip_week(session)
        assert not measures_due(session)
        mark_uneventful(session, move(session, 7))
    assert not measures_due(session)
    save_week(session, session.today(), WEEK)
    mark_uneventful(session, move(session, 7))
    assert measures_due(session), "who answers is asked again"


def test_never_is_never_until_wanted_again(session: Session) -> None:
    offer(session, wanted=False)
    assert not measures_due(session)
    assert not due(session).weekly
    assert view_measures(session).can_answer_week, "opened on purpose, it can be answered"
    offer(session, wanted=True)
    assert measures_due(session)


def test_roland_morris_only_if_chosen_monthly_at_most(session: Session) -> None:
    assert not due(session).rmdq
    take_rmdq(session, wanted=True)
    assert due(session).rmdq
    save_rmdq(session, TODAY, TWELVE)
    assert view_measures(session).measures["rmdq"].scores[-1].score == 12
    later = move(session, 29)
    assert not due(session).rmdq
    with pytest.raises(InvalidValue, match="answered on 2026-03-04"):
        save_rmdq(session, later, TWELVE)
    save_rmdq(session, TODAY, TWELVE[:5])
    assert len(readings_of(session)["rmdq"]) == 1, "the same day is corrected"
    save_rmdq(session, move(session, 1), TWELVE)
    assert len(readings_of(session)["rmdq"]) == 2


def test_roland_morris_is_left_out_after_a_first_score_under_four(session: Session) -> None:
    take_rmdq(session, wanted=True)
    save_rmdq(session, TODAY, TWELVE[:3])
    move(session, 60)
    assert view_measures(session).rmdq_dropped
    assert not due(session).rmdq
    assert undo(session) is not None
    assert due(session).rmdq, "nothing is left of it"


def test_every_statement_has_an_answer_ticked_or_not(session: Session) -> None:
    save_rmdq(session, TODAY, ["2", "24"])
    answers = latest(session)["rmdq"].answers
    assert len(answers) == 24
    assert {item for item, answer in answers.items() if answer} == {"2", "24"}
    assert dict(plan_rmdq(session).answers["rmdq"]) == dict(answers)


def test_activities_are_named_once_and_kept_as_written(session: Session) -> None:
    assert not names_asked(session)
    assert keep_names(session, ["run [L5-S1] [/x]", " ", "sit  through a film"]) == ()
    assert activity_names(session) == ("run [L5-S1] [/x]", "sit through a film")
    keep_names(session, [])
    assert names_asked(session)
    assert activity_names(session) == ()


@pytest.mark.parametrize("names", [["a", "b", "c", "d"], ["run", "Run"], ["x" * 61]])
def test_names_that_cannot_be_are_refused(session: Session, names: list[str]) -> None:
    with pytest.raises(InvalidValue):
        keep_names(session, names)
    assert not names_asked(session)


def test_without_kept_names_those_of_the_newest_reading_count(session: Session) -> None:
    save_care(session, Reading("a", TODAY, measure="activities", answers={"run": 3, "film": 4}))
    assert names_asked(session)
    assert activity_names(session) == ("run", "film")


def test_an_emergency_in_the_name_of_an_activity_is_met(session: Session) -> None:
    notices = keep_names(session, ["walk, now I am numb between my legs"])
    assert {notice.tier for notice in notices} == {"E"}
    assert keep_names(session, ["walk, now I am numb between my legs"]) == ()


def test_an_old_week_is_changed_with_its_own_activities(session: Session) -> None:
    save_week(session, TODAY - timedelta(days=9), WEEK)
    keep_names(session, ["swim"])
    plan = plan_week(session, TODAY - timedelta(days=9))
    assert [item.id for item in plan.items["activities"]] == ["run"]
    assert plan.answers == WEEK


def test_answers_in_the_future_are_refused(session: Session) -> None:
    with pytest.raises(InvalidValue, match="in the future"):
        save_week(session, TODAY + timedelta(days=1), WEEK)


def test_growing_nerve_signs_ask_for_the_check_until_it_is_done(session: Session) -> None:
    save_week(session, TODAY - timedelta(days=7), WEEK)
    save_week(session, TODAY, {"bother": {**BOTHER, "weak": 2, "leg_pain": 0, "sitting": 0}})
    view = view_measures(session)
    assert view.growth == (("weak",), TODAY - timedelta(days=7))
    assert view.measures["bother"].moves[0].points < 0, "also where the score fell"
    save_care(session, Check("c", TODAY, answers={"weak": "no"}))
    assert view_measures(session).growth.items == ()


def test_a_removed_reading_comes_back_by_undo(session: Session) -> None:
    save_week(session, TODAY, WEEK)
    remove_reading(session, latest(session)["impact"])
    assert "impact" not in latest(session)
    assert undo(session) is not None
    assert latest(session)["impact"].answers == WEEK["impact"]


@pytest.mark.parametrize("body", [3, [], {"names": 3, "skips": "x", "skipped": "soon", "rmdq": "yes"}, {"skips": True}])
def test_choices_that_another_hand_wrote_are_taken_as_none(session: Session, body: object) -> None:
    save_value(session.writer(), "measures", body)
    assert load_choices(session) == Choices()
    assert measures_due(session)
