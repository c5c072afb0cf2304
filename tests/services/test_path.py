"""What Path shows: records in the order they are read, and what is due."""

from datetime import timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.services.care.path import next_first, view_path
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.care.words import path_words
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.storage.flags import raise_flag
from tests.given import EVE, NOW, TODAY, window


def test_without_a_journal_path_is_empty_and_none_is_made(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        view = view_path(session)
        assert (view.standing.reason, view.overridable, view.check.due) == ("not_examined", "not_examined", None)
        assert view.background is None
        assert session.reader() is None


def test_what_comes_next_and_what_is_open_stands_first(tmp_path: Path) -> None:
    ahead = [TODAY + timedelta(days=days) for days in (20, 3)]
    with window(tmp_path) as session:
        save_care(
            session,
            Appointment("past", EVE),
            Appointment("far", ahead[0]),
            Appointment("next, no time", ahead[1]),
            Appointment("next", ahead[1], start=NOW + timedelta(days=3)),
            Question("asked", EVE, text="a", asked=TODAY),
            Question("newer", TODAY, text="b"),
            Question("older", EVE, text="c"),
            Treatment("ended", EVE, until=EVE, what="x"),
            Treatment("going on", EVE - timedelta(days=9), what="y"),
            KnownSign("gone", EVE, sign="numb", ended=TODAY),
            KnownSign("there", EVE - timedelta(days=9), sign="weak"),
            Background("background", EVE, cancer=False),
        )
        view = view_path(session)
    assert [one.id for one in view.appointments] == ["next", "next, no time", "far", "past"]
    assert [one.id for one in view.questions] == ["older", "newer", "asked"]
    assert [one.id for one in view.treatments] == ["going on", "ended"]
    assert [one.id for one in view.signs] == ["there", "gone"]
    assert view.background is not None


def test_an_examination_without_tests_is_told(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        save_care(session, Examination("a", EVE, neurological=False, green_light="yes"))
        assert view_path(session).asks_for_tests
        save_care(session, Examination("b", EVE, neurological=True))
        assert not view_path(session).asks_for_tests


def test_an_open_flag_names_its_signs_and_leaves_nothing_to_override(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        raise_flag(session.writer(), "weakness", "S", TODAY, session.now())
        view = view_path(session)
    assert view.standing.allowed == "nothing"
    assert view.flags
    assert (view.overridable, view.measures) == (None, None)


def test_the_check_that_is_due_and_the_last_one(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        change_day(session, TODAY - timedelta(days=8), {"pain_worst": 4})
        assert view_path(session).check == ("weekly", None)
        save_care(session, Check("c", TODAY, answers={"fever": "no", "saddle": "no"}))
        assert view_path(session).check == (None, TODAY)


def test_light_mode_offers_no_measures(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('mode = "light"\n')
    with window(tmp_path) as session:
        assert view_path(session).measures is None


@given(st.lists(st.integers(-9, 9)))
def test_no_appointment_is_lost_and_the_nearest_ahead_is_first(days: list[int]) -> None:
    given_ones = [Appointment(str(number), TODAY + timedelta(days=day)) for number, day in enumerate(days)]
    ordered = next_first(sorted(given_ones, key=lambda one: one.date, reverse=True), TODAY)
    assert sorted(one.id for one in ordered) == sorted(one.id for one in given_ones)
    ahead = [day for day in days if day >= 0]
    if ahead:
        assert ordered[0].date == TODAY + timedelta(days=min(ahead))


def test_there_are_words_for_wherever_one_stands() -> None:
    from typing import get_args

    from sciatica_journal.domain.care.standing import Reason

    words = path_words()["standing"]
    assert set(words) == {*get_args(Reason), "crisis"}
    assert all({"head", "why", "next"} == set(said) for said in words.values())
    assert not any("because" in text or "you are safe" in text for said in words.values() for text in said.values())


def test_a_crisis_is_told_in_its_own_words(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        change_day(session, TODAY, {"note": "I want to end my life"})
        view = view_path(session)
        assert (view.standing.reason, view.is_crisis) == ("flag_open", True)
        raise_flag(session.writer(), "weakness", "S", TODAY, session.now())
        assert not view_path(session).is_crisis
