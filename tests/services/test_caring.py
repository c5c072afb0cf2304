"""Care: own words are checked, examinations reach the known signs, an override needs a reason and no open flag."""

from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.care.caring import go_on_anyway, keep_told, note_examined, signs_to_examine
from sciatica_journal.services.care.records import care_records, find_care, running_standing, save_care
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.safety.flags import open_notices, record_outcome
from sciatica_journal.services.safety.profile import Profile, save_profile
from sciatica_journal.services.safety.signs import sign_states
from sciatica_journal.storage.flags import raise_flag
from tests.given import EVE, TODAY, window

SADDLE = "since the injection I am numb between the legs"


@pytest.mark.parametrize(
    "record",
    [
        Question("c", TODAY, text=SADDLE),
        Treatment("c", TODAY - timedelta(days=90), what="injection", note=SADDLE),
        Examination("c", EVE, note=SADDLE),
    ],
    ids=lambda record: str(record.TYPE),
)
def test_own_words_that_may_be_urgent_are_met_at_once_and_once(
    tmp_path: Path, record: Question | Treatment | Examination
) -> None:
    with window(tmp_path) as session:
        notices = keep_told(session, record)
        assert {notice.tier for notice in notices} == {"E"}
        assert find_care(session, type(record), "c") == record
        assert open_notices(session)
        record_outcome(session, "by_mistake")
        assert keep_told(session, record) == ()
        assert not open_notices(session)


def test_what_others_said_is_not_checked(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        told = Examination(
            "e", TODAY, told="Call at once when numb between the legs.", scan="no fracture", limits="10 min"
        )
        assert keep_told(session, told) == ()
        asked = Question("q", TODAY, text="May I run?", answer="Not if both legs go numb.")
        assert keep_told(session, asked) == ()


def test_an_override_takes_a_reason_and_is_logged(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        save_profile(session, Profile())
        for nothing in ("", "  \n "):
            with pytest.raises(JournalError, match="why"):
                go_on_anyway(session, nothing)
        assert care_records(session, Override) == []
        override, notices = go_on_anyway(session, " a race [L5] ")
        assert override is not None
        assert (override.what, override.why, notices) == ("not_examined", " a race [L5] ", ())
        assert running_standing(session).reason == "overridden_examination"
        with pytest.raises(JournalError, match="nothing to override"):
            go_on_anyway(session, "once more")
        assert undo(session) is not None
        assert not running_standing(session).may_run


def test_nothing_overrides_an_open_flag(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        raise_flag(session.writer(), "weakness", "S", TODAY, session.now())
        with pytest.raises(JournalError, match="red flag is open"):
            go_on_anyway(session, "a race")
        assert care_records(session, Override) == []


def test_a_reason_that_is_a_red_flag_overrides_nothing(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        override, notices = go_on_anyway(session, "my foot drags since yesterday, but it is race day")
        assert override is None
        assert notices
        assert care_records(session, Override) == []
        assert running_standing(session).reason == "flag_open"
        record_outcome(session, "by_mistake")
        assert go_on_anyway(session, "my foot drags since yesterday, but it is race day")[0] is not None


def test_an_examination_reaches_the_signs_that_were_looked_at(tmp_path: Path) -> None:
    numb = KnownSign("n", TODAY - timedelta(days=30), sign="numb", side="left", area="outer toes")
    weak = KnownSign("w", TODAY - timedelta(days=30), sign="weak", side="left")
    later = KnownSign("l", TODAY, sign="tingling", side="right")
    gone = KnownSign("g", TODAY - timedelta(days=99), sign="tingling", side="left", ended=TODAY - timedelta(days=50))
    with window(tmp_path) as session:
        save_care(session, numb, weak, later, gone)
        assert {one.key for one in signs_to_examine(session, EVE)} == {"n", "w"}
        note_examined(session, ("n",), EVE)
        assert {state.sign for state in sign_states(session) if state.quiet} == {"numb"}
        assert {one.key for one in signs_to_examine(session, EVE)} == {"w"}
        with pytest.raises(JournalError, match="not an open sign"):
            note_examined(session, ("g",), EVE)
        undo(session)
        assert find_care(session, KnownSign, "n") == numb
        note_examined(session, (), EVE)


def test_signs_of_the_first_launch_get_a_record_once_examined(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        save_profile(session, Profile(signs={"numb": "known", "tingling": "none"}))
        save_care(session, Background("background", TODAY, onset=TODAY - timedelta(days=400)))
        assert [one.sign for one in signs_to_examine(session, EVE)] == ["numb"]
        note_examined(session, ("numb",), EVE)
        (record,) = care_records(session, KnownSign)
        assert (record.sign, record.date, record.examined) == ("numb", TODAY - timedelta(days=400), EVE)
        assert signs_to_examine(session, EVE) == ()


def test_without_a_journal_nothing_is_asked(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        assert signs_to_examine(session, TODAY) == ()
        assert session.reader() is None
