"""Known signs, the background and the safety check on a real file."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.kinds import BACKGROUND_ID
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.signs.due import SHORT_ITEMS, WEEKLY_ITEMS
from sciatica_journal.domain.signs.known import SignState
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety import checks, flags, signs, telling
from sciatica_journal.services.safety.notice import shell_lines
from sciatica_journal.services.safety.profile import Profile, load_profile, save_profile
from sciatica_journal.services.safety.reminding import FlagState, flags_open, reminder
from sciatica_journal.services.safety.signs import SignQuestion
from sciatica_journal.storage.flags import open_flags
from sciatica_journal.storage.history import changing
from sciatica_journal.storage.values import load_value, save_value
from tests.given import TODAY, SetClock, session_in


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def session(tmp_path: Path, clock: SetClock) -> Iterator[Session]:
    (tmp_path / "settings.toml").write_text('home_zone = "Europe/Vienna"\n', encoding="utf-8")
    session = session_in(tmp_path, clock)
    yield session
    session.close()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def write(session: Session, *records: Record) -> None:
    with changing(session.writer(), "test", session.now(), session.window) as change:
        for record in records:
            change.put(record)


def save(session: Session, days: int = 0, **fields: Any) -> list[str]:
    write(session, Day(ago(days), **fields))
    return [notice.trigger for notice in flags.evaluate(session, ago(days))]


def opened(session: Session) -> list[str]:
    return [flag.trigger for flag in open_flags(session.writer())]


def test_new_weakness_opens_a_same_day_flag_that_stops_running(session: Session) -> None:
    assert save(session, weak="left") == ["weakness"]
    (notice,) = flags.open_notices(session)
    assert (notice.tier, notice.is_quiet, notice.stops_running) == ("S", False, True)
    assert "doctor today" in notice.first
    assert "No running until you have" in notice.message
    assert flags_open(session) == FlagState(same_day=True, no_running=True)
    assert flags_open(session).is_urgent
    assert "speak to a doctor today" in (reminder(session) or "")


def test_weakness_that_was_denied_is_asked_about_again_only_after_a_fortnight_without(session: Session) -> None:
    assert save(session, 40, mood=3) == []
    assert save(session, 13, weak="left") == ["weakness"]
    flags.answer(session, "weakness", ago(13), yes=False)
    for days in range(12, -1, -1):
        assert save(session, days, weak="left", pain_worst=2) == []


def test_a_pain_that_is_no_better_is_a_quiet_line_and_no_reminder(session: Session) -> None:
    write(session, *(Day(ago(days), pain_worst=5) for days in range(1, 60)))
    assert save(session, pain_worst=5) == ["not_improving"]
    assert flags.open_notices(session) == ()
    (line,) = flags.appointments(session)
    assert (line.tier, line.is_quiet, line.stops_running, line.certain) == ("G", True, False, True)
    assert reminder(session) is None
    assert flags_open(session) == FlagState(appointment=True)
    assert save(session, pain_worst=6) == []
    assert flags.record_outcome(session, "seen_treated") == 1
    assert save(session, 1, pain_worst=6) == []


def test_an_outcome_can_be_recorded_for_one_flag(session: Session) -> None:
    save(session, weak="left", note="can't pee")
    assert opened(session) == ["bladder", "weakness"]
    line = reminder(session) or ""
    assert "trouble passing urine" in line
    assert "weakness" not in line
    assert flags.record_outcome(session, "seen_cleared", "all well", "bladder") == 1
    assert opened(session) == ["weakness"]
    assert flags.record_outcome(session, "seen_cleared", "", "bladder") == 0
    assert flags_open(session).emergency is False


def test_an_emergency_that_was_examined_stays_quiet_as_long_as_it_goes_on_unchanged(session: Session) -> None:
    for days, expected in ((60, []), (14, ["both_legs"])):
        if days == 14:
            assert save(session, days, numb="both") == expected
    flags.record_outcome(session, "seen_cleared")
    for days in (12, 5, 0):
        assert save(session, days, numb="both") == []
    assert save(session, 0, numb="both", weak="both") == ["both_legs"]


def test_an_emergency_that_was_only_denied_is_asked_about_each_day(session: Session) -> None:
    for days in (2, 1, 0):
        assert save(session, days, numb="both") == ["both_legs"]
        flags.answer(session, "both_legs", ago(days), yes=False)


def test_a_day_written_late_is_compared_with_those_after_it(session: Session) -> None:
    assert save(session, 1, leg_right=5) == []
    assert save(session, 3, leg_left=5) == ["both_legs"]
    assert [flag.date for flag in open_flags(session.readable())] == [ago(1)]
    assert save(session, 40, leg_left=4) == []


def test_a_known_sign_is_kept_and_quiet_once_examined(session: Session) -> None:
    sign = KnownSign("s", ago(90), sign="weak", side="left", area="big toe")
    assert telling.record_sign(session, sign) == ()
    assert save(session, weak="left") == ["weakness"]
    flags.record_outcome(session, "by_mistake")
    examined = KnownSign("t", ago(90), sign="weak", side="right", examined=ago(80))
    assert telling.record_sign(session, examined) == ()
    assert save(session, 16, weak="right") == []
    assert [one.id for one in signs.known_signs(session)] == ["s", "t"]


@pytest.mark.parametrize(
    ("sign", "trigger"),
    [
        ("saddle", "saddle"),
        ("bladder", "bladder"),
        ("bowel", "bowel"),
        ("sexual", "genital"),
        ("both_legs", "both_legs"),
    ],
)
def test_an_emergency_sign_that_was_never_examined_is_raised_at_once(session: Session, sign: str, trigger: str) -> None:
    (notice,) = telling.record_sign(session, KnownSign("s", ago(500), sign=sign))
    assert (notice.trigger, notice.certain) == (trigger, True)
    flags.record_outcome(session, "by_mistake")
    assert telling.record_sign(session, KnownSign("u", ago(500), sign=sign, examined=ago(10))) == ()
    assert telling.record_sign(session, KnownSign("v", ago(500), sign=sign, ended=ago(10))) == ()


@pytest.mark.parametrize(("outcome", "asks"), [("seen_cleared", []), ("seen_treated", []), ("by_mistake", ["saddle"])])
def test_who_was_seen_had_the_sign_examined(session: Session, outcome: flags.Outcome, asks: list[str]) -> None:
    telling.record_sign(session, KnownSign("s", ago(5), sign="saddle"))
    assert flags.record_outcome(session, outcome) == 1
    notices = checks.save_check(session, Check("c", TODAY, {"saddle": "usual"}))
    assert [notice.trigger for notice in notices] == asks


def test_who_was_seen_for_a_sign_of_the_first_launch_had_it_examined(session: Session) -> None:
    save_profile(session, Profile(False, signs={"saddle": "known", "numb": "known"}))
    flags.raise_signs(session, ["saddle"])
    flags.record_outcome(session, "seen_cleared")
    assert {state.sign: state.quiet for state in signs.sign_states(session)} == {"saddle": True, "numb": False}
    assert checks.save_check(session, Check("c", TODAY, {"saddle": "usual"})) == ()


def test_new_weakness_told_as_a_sign_is_raised_and_numbness_is_not(session: Session) -> None:
    (notice,) = telling.record_sign(session, KnownSign("s", ago(3), sign="weak", side="left"))
    assert notice.trigger == "weakness"
    assert telling.record_sign(session, KnownSign("n", ago(3), sign="numb", side="left")) == ()


def test_the_first_launch_feeds_the_known_signs(session: Session, clock: SetClock) -> None:
    save_profile(session, Profile(True, signs={"weak": "known", "numb": "new", "saddle": "none"}))
    assert signs.sign_states(session) == (SignState("weak", examined=True), SignState("numb", since=TODAY))
    assert save(session, weak="left") == []
    clock.now += timedelta(days=5)
    save_profile(session, Profile(date(2026, 1, 1), signs={"numb": "new", "tingling": "new"}))
    assert load_profile(session).since == {"numb": TODAY, "tingling": TODAY + timedelta(days=5)}
    telling.record_sign(session, KnownSign("n", ago(3), sign="numb", side="left", examined=ago(2)))
    assert [state.sign for state in signs.sign_states(session)] == ["numb", "tingling"]


def test_a_profile_of_an_older_version_is_read(session: Session) -> None:
    save_value(session.writer(), "profile", {"examined": "2026-01-02", "leg_worse": True, "signs": {"numb": "new"}})
    assert load_profile(session) == Profile(date(2026, 1, 2), True, {"numb": "new"})
    assert signs.sign_states(session) == (SignState("numb"),)
    told = signs.background_of(session)
    assert told is not None
    assert told.leg_worse is True


def test_the_background_asks_at_once_what_is_newly_told(session: Session) -> None:
    told = Background(BACKGROUND_ID, TODAY, accident=True, cancer=True, osteoporosis=True)
    assert [notice.trigger for notice in telling.save_background(session, told)] == ["accident", "cancer_signs"]
    flags.record_outcome(session, "by_mistake")
    assert telling.save_background(session, told) == ()
    assert signs.background_of(session) == told
    assert save(session, 1, pain_worst=7) == ["accident", "cancer_signs", "fragility"]


def test_a_sign_that_is_logged_first_is_asked_about_once_a_week(session: Session, clock: SetClock) -> None:
    day = Day(TODAY, numb="left")
    assert signs.signs_to_ask(session, day) == ()
    write(session, day)
    questions = signs.signs_to_ask(session, day)
    assert questions == (SignQuestion("numb", "left"),)
    signs.note_asked(session, questions)
    assert signs.signs_to_ask(session, day) == ()
    clock.now += timedelta(days=7)
    assert signs.signs_to_ask(session, day) == questions
    telling.record_sign(session, KnownSign("s", ago(3), sign="numb", side="left"))
    assert signs.signs_to_ask(session, day) == ()


def test_a_check_raises_what_it_says_and_changes_the_known_signs(session: Session) -> None:
    telling.record_sign(session, KnownSign("s", ago(90), sign="numb", side="left", examined=TODAY))
    assert checks.save_check(session, Check("a", ago(1), {"numb": "usual", "weak": "no"})) == ()
    (notice,) = checks.save_check(session, Check("b", TODAY, {"numb": "more", "tingling": "new"}))
    assert (notice.trigger, notice.certain) == ("spreading_numbness", True)
    numb, tingling = signs.known_signs(session)
    assert (numb.changed, numb.examined) == (TODAY, None)
    assert (tingling.sign, tingling.date, tingling.examined) == ("tingling", TODAY, None)
    (still,) = flags.open_notices(session)
    assert still.because == ("check, numb: more", "check, tingling: new")


def test_which_check_is_due(session: Session, clock: SetClock) -> None:
    assert checks.due_today(session).kind is None
    write(session, Day(ago(7), pain_worst=2))
    assert checks.due_today(session).items == WEEKLY_ITEMS
    checks.save_check(session, Check("a", TODAY, dict.fromkeys(WEEKLY_ITEMS, "no")))
    assert checks.due_today(session).kind is None
    clock.now += timedelta(days=1)
    write(session, Day(TODAY + timedelta(days=1), weak="left"))
    assert checks.due_today(session).items == SHORT_ITEMS


def test_calf_raises_that_fell_twice_are_raised(session: Session) -> None:
    assert checks.save_check(session, Check("a", ago(8), calf_raises_left=20)) == ()
    assert checks.save_check(session, Check("b", ago(1), calf_raises_left=14)) == ()
    assert checks.due_today(session).strength == ("calf_raises",)
    (notice,) = checks.save_check(session, Check("c", TODAY, calf_raises_left=15))
    assert notice.trigger == "strength_drop"


def test_a_false_recovery_is_asked_about_once(session: Session) -> None:
    write(session, *(Day(ago(days), pain_worst=6) for days in range(14, 28)))
    write(session, *(Day(ago(days), pain_worst=2, numb="left") for days in range(1, 8)))
    assert save(session, pain_worst=2, numb="left") == ["false_recovery"]
    flags.answer(session, "false_recovery", TODAY, yes=False)
    assert save(session, 1, pain_worst=2, numb="left") == []


def test_a_damaged_record_of_before_does_not_silence_a_day(session: Session) -> None:
    telling.record_sign(session, KnownSign("s", ago(90), sign="weak", side="left", examined=ago(80)))
    assert save(session, 2, weak="left") == []
    with session.writer().transaction() as connection:
        connection.execute("UPDATE sign SET extra = 'no json'")
    assert save(session, weak="left", note="can't pee") == ["bladder", "weakness"]


def test_a_year_of_numb_toes_logged_daily_raises_nothing_once_they_were_examined(session: Session) -> None:
    telling.record_sign(session, KnownSign("s", ago(900), sign="numb", side="left", area="toes", examined=ago(800)))
    write(session, *(Day(ago(days), numb="left", pain_worst=1) for days in range(365)))
    assert flags.evaluate_days(session, [ago(days) for days in range(365)]) == ()
    assert opened(session) == []


def test_no_word_of_the_person_is_kept_with_the_answers(session: Session) -> None:
    save(session, note="fever and chills at zanzibar street with back pain", weak="left")
    assert "zanzibar" not in str(load_value(session.writer(), "flag_answers"))


def test_days_written_ahead_elsewhere_are_evaluated_too(session: Session) -> None:
    assert save(session, -1, numb="both") == ["both_legs"]
    assert save(session, -3, weak="both", numb="both") == []


def test_the_shell_says_the_most_urgent_first_and_asks_nothing_of_what_can_wait(session: Session) -> None:
    write(session, *(Day(ago(days), pain_worst=5) for days in range(1, 60)))
    write(session, Day(TODAY, pain_worst=5, weak="left", note="can't pee"))
    notices = flags.evaluate(session, TODAY)
    assert [notice.tier for notice in notices] == ["E", "S", "G"]
    lines = shell_lines(session, notices)
    assert [line.partition(":")[0] for line in lines[:3]] == ["URGENT", "TODAY", "BOOK"]
    assert len(lines) == 5
