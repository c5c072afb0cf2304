"""What a safety check asks, what comes of it, and the one quiet line about safety."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.run import Run
from sciatica_journal.services.care.records import care_records, find_care, save_care
from sciatica_journal.services.care.support import help_lines, own_help, running_caution
from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety import checking, flags
from sciatica_journal.services.safety.checks import save_check
from sciatica_journal.services.safety.outcomes import Told, all_open, record_told
from sciatica_journal.services.safety.safety_line import put_away, safety_line
from sciatica_journal.services.safety.signs import known_signs
from sciatica_journal.services.safety.telling import record_sign
from tests.given import EVE, TODAY, SetClock, window

WEEK_AGO = TODAY - timedelta(days=8)
ALL_NO = dict.fromkeys(("saddle", "bladder", "bowel", "both_legs", "weak", "numb", "fever", "weight"), "no")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with window(tmp_path, SetClock()) as session:
        change_day(session, WEEK_AGO, {"pain_worst": 4})
        yield session


def words(session: Session) -> str | None:
    line = safety_line(session, view_day(session, TODAY).day)
    return line.words if line else None


def test_the_weekly_check_asks_all_and_the_emergency_items_first(session: Session) -> None:
    plan = checking.plan_check(session)
    assert plan.items[:5] == ("saddle", "bladder", "bowel", "sexual", "both_legs")
    assert plan.urgent == 5
    assert {"fever", "weight"} <= set(plan.items)
    assert plan.strength == ("heel_walk", "toe_walk", "calf_raises")
    assert not plan.is_short


def test_after_a_hard_run_strength_is_left_out(session: Session) -> None:
    save_run(session, Run("r", EVE, kind="run", distance_km=10.0, effort=9), TODAY)
    plan = checking.plan_check(session)
    assert (plan.strength, plan.hard_run) == ((), True)


def test_a_check_of_today_is_gone_on_with(session: Session) -> None:
    save_check(session, Check("c", TODAY, answers=ALL_NO))
    plan = checking.plan_check(session)
    assert plan.check.id == "c"
    assert plan.check.answers == ALL_NO


def test_an_answer_that_is_taken_back_leaves_no_known_sign(session: Session) -> None:
    save_check(session, Check("c", TODAY, answers={"numb": "new"}))
    assert [sign.sign for sign in known_signs(session)] == ["numb"]
    save_check(session, Check("c", TODAY, answers={"numb": "no"}))
    assert known_signs(session) == []


def test_the_background_is_asked_once(session: Session) -> None:
    assert checking.background_is_due(session)
    checking.note_background_asked(session)
    assert not checking.background_is_due(session)


def test_a_background_that_was_told_is_not_asked(session: Session) -> None:
    save_care(session, Background("background", TODAY, cancer=False))
    assert not checking.background_is_due(session)
    assert checking.background_to_edit(session).cancer is False


def test_looking_back_names_what_is_open_and_the_side_that_is_down(session: Session) -> None:
    save_check(session, Check("a", WEEK_AGO, calf_raises_right=20))
    last = Check("b", TODAY, answers={**ALL_NO, "weak": "new"}, calf_raises_right=9)
    save_check(session, last)
    found = checking.look_back(session, last)
    assert found.down == ("right",)
    assert found.open_items == ("new or growing weakness in a leg",)
    assert found.trend.dates == (WEEK_AGO, TODAY)


# -- the quiet line ------------------------------------------------------------------------------------


def test_a_due_check_is_offered_until_it_is_done_or_put_away(session: Session) -> None:
    assert words(session) == "check_weekly"
    line = safety_line(session, view_day(session, TODAY).day)
    assert line is not None
    put_away(session, line)
    assert words(session) is None


def test_the_weekly_check_comes_back_after_two_days(session: Session) -> None:
    line = safety_line(session, view_day(session, TODAY).day)
    assert line is not None
    put_away(session, line)
    clock = session.clock
    assert isinstance(clock, SetClock)
    clock.now += timedelta(days=1)
    assert safety_line(session, view_day(session, TODAY + timedelta(days=1)).day) is None
    clock.now += timedelta(days=1)
    assert safety_line(session, view_day(session, TODAY + timedelta(days=2)).day) is not None


def test_a_sign_that_is_logged_first_is_asked_about_and_only_then(session: Session) -> None:
    change_day(session, TODAY, {"tingling": "left"})
    line = safety_line(session, view_day(session, TODAY).day)
    assert line is not None
    assert line.question == ("tingling", "left")
    record_sign(session, KnownSign("s", EVE, sign="tingling", side="left"))
    assert words(session) != "sign"


def test_a_question_put_away_is_not_asked_again_this_week(session: Session) -> None:
    change_day(session, TODAY, {"numb": "right"})
    line = safety_line(session, view_day(session, TODAY).day)
    assert line is not None
    put_away(session, line)
    assert words(session) != "sign"


def test_an_appointment_is_offered_once(session: Session) -> None:
    save_check(session, Check("c", TODAY, answers=ALL_NO))
    flags.raise_signs(session, ["not_improving"])
    line = safety_line(session, view_day(session, TODAY).day)
    assert line is not None
    assert (line.opens, line.words) == ("book", "book")
    put_away(session, line)
    assert words(session) is None
    assert [notice.tier for notice in all_open(session)] == ["G"], "it stays open"


def test_bone_pain_says_to_stop_running(session: Session) -> None:
    flags.raise_signs(session, ["bone_stress"])
    assert words(session) == "stop"
    assert "No running" in running_caution(session)


def test_nothing_is_said_on_other_days_and_without_a_journal(session: Session, tmp_path: Path) -> None:
    assert safety_line(session, view_day(session, EVE).day) is None
    with window(tmp_path / "none") as empty:
        assert safety_line(empty, view_day(empty, TODAY).day) is None
        assert not (tmp_path / "none").exists(), "looking creates nothing"


# -- outcomes ------------------------------------------------------------------------------------------


def test_an_outcome_closes_what_it_is_about_and_is_kept_as_an_examination(session: Session) -> None:
    save_care(session, KnownSign("w", EVE - timedelta(days=3), sign="weak", side="left"))
    flags.raise_signs(session, ["weakness", "cough"])
    told = Told("seen_treated", ["weakness"], "rest [now]", EVE, "limits", "flat ground", keep=True)
    assert record_told(session, told) == 1
    assert [notice.trigger for notice in all_open(session)] == ["cough"]
    [found] = care_records(session, Examination)
    assert (found.date, found.told, found.green_light, found.limits) == (EVE, "rest [now]", "limits", "flat ground")
    sign = find_care(session, KnownSign, "w")
    assert sign is not None
    assert sign.examined == EVE


def test_a_mistake_is_no_examination_and_a_visit_is_not_ahead(session: Session) -> None:
    flags.raise_signs(session, ["saddle"])
    with pytest.raises(InvalidValue):
        record_told(session, Told("seen_cleared", ["saddle"], seen_on=TODAY + timedelta(days=1)))
    assert len(all_open(session)) == 1
    assert record_told(session, Told("by_mistake", ["saddle"], keep=True)) == 1
    assert care_records(session, Examination) == []


# -- whom to call --------------------------------------------------------------------------------------


def test_own_contacts_come_first_and_the_lines_of_the_country_next(session: Session) -> None:
    session.settings = replace(session.settings, region="gb", contacts={"Anna [x]": "0660 1"})
    (own, mine), (_, lines) = help_lines(session)
    assert own == "Your own contacts"
    assert mine == ("Anna [x]: 0660 1",)
    assert "Samaritans" in lines[0]
    assert "findahelpline.com" in lines[-1]
    assert "Anna \\[x\\]: 0660 1" in own_help(session, "support")


def test_without_contacts_the_page_says_where_to_put_them(session: Session) -> None:
    assert "Settings" in own_help(session, "support")
    assert running_caution(session) == ""


def test_the_red_flag_page_begins_with_ones_own_numbers(session: Session) -> None:
    session.settings = replace(session.settings, region="GB")
    assert "999" in own_help(session, "red-flags")
    session.settings = replace(session.settings, emergency_number="0660 *1", urgent_number="Dr [Own]")
    changed = own_help(session, "red-flags")
    assert "999" not in changed
    assert "0660 \\*1" in changed
    assert "Dr \\[Own\\]" in changed
    assert own_help(session, "scans") == ""


def test_a_sign_that_was_imported_lately_is_asked_about_today(session: Session) -> None:
    change_day(session, EVE, {"numb": "left"})
    line = safety_line(session, view_day(session, TODAY).day)
    assert line is not None
    assert (line.opens, line.day, line.question) == ("sign", EVE, ("numb", "left"))
