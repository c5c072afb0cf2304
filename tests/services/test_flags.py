"""Red flags on a real file: opened on save, asked once, closed by an outcome only."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Session, open_session
from sciatica_journal.services.safety import flags
from sciatica_journal.services.safety.notice import Notice, shell_lines
from sciatica_journal.services.safety.profile import Profile, is_first_launch, load_profile, save_profile
from sciatica_journal.services.safety.reminding import reminder
from sciatica_journal.services.safety.telling import notices_for_signs
from sciatica_journal.storage.flags import open_flags
from sciatica_journal.storage.history import changing

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "settings.toml").write_text('home_zone = "UTC"\nregion = "GB"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    session = open_session(paths_in(folder), lambda: NOW)
    yield session
    session.close()


def write(session: Session, record: Record) -> None:
    with changing(session.writer(), "test", session.now(), session.window) as change:
        change.put(record)


def save(session: Session, day: date = TODAY, **fields: Any) -> tuple[Notice, ...]:
    write(session, Day(day, **fields))
    return flags.evaluate(session, day)


def opened(session: Session) -> list[str]:
    return [flag.trigger for flag in open_flags(session.writer())]


def test_a_notice_says_what_to_do_before_it_asks(session: Session) -> None:
    (notice,) = save(session, numb="both")
    assert (notice.trigger, notice.tier, notice.kind, notice.date) == ("both_legs", "E", "cauda_equina", TODAY)
    assert "999" in notice.message
    assert "symptoms in both legs" in notice.message
    assert notice.question
    assert "999" in notice.first
    assert notice.because == ("numb: both",)
    assert not notice.certain
    assert opened(session) == ["both_legs"]


def test_a_certain_sign_asks_nothing(session: Session) -> None:
    from sciatica_journal.domain.spot import Spot

    (notice,) = save(session, spots=(Spot("saddle", None, 2, ("numb",)),))
    assert notice.certain
    assert notice.question is None


def test_a_quiet_day_opens_nothing_and_writes_nothing(session: Session) -> None:
    write(session, Day(TODAY, uneventful=True))
    before = session.writer().connection.total_changes
    assert flags.evaluate(session, TODAY) == ()
    assert session.writer().connection.total_changes == before
    assert reminder(session) is None
    assert flags.open_notices(session) == ()


def test_without_a_journal_nothing_is_created(session: Session) -> None:
    assert flags.evaluate(session, TODAY) == ()
    assert reminder(session) is None
    assert flags.open_notices(session) == ()
    assert not session.paths.journal.exists()


def test_an_open_trigger_is_not_raised_again(session: Session) -> None:
    assert save(session, numb="both")
    assert save(session, numb="both", pain_worst=4) == ()
    assert save(session, TODAY - timedelta(days=1), weak="both") == ()
    assert opened(session) == ["both_legs"]


def test_no_closes_the_flag_and_the_same_words_are_not_asked_about_again(session: Session) -> None:
    (notice,) = save(session, note="both legs tingling")
    flags.answer(session, notice.trigger, notice.date, yes=False)
    assert opened(session) == []
    assert save(session, note="both legs tingling", mood=4) == ()
    (again,) = save(session, note="both legs tingling", weak="both")
    assert again.trigger == "both_legs"
    assert save(session, TODAY - timedelta(days=1), note="both legs tingling") == ()
    assert opened(session) == ["both_legs"]


def test_no_holds_for_its_day_only(session: Session) -> None:
    (notice,) = save(session, TODAY - timedelta(days=1), numb="both")
    flags.answer(session, notice.trigger, notice.date, yes=False)
    assert save(session, TODAY, numb="both")


def test_yes_makes_it_certain_and_it_returns_until_an_outcome(session: Session, folder: Path) -> None:
    (notice,) = save(session, note="can't pee since noon")
    flags.answer(session, notice.trigger, notice.date, yes=True)
    flags.acknowledge(session)
    session.close()
    later = open_session(paths_in(folder), lambda: NOW + timedelta(days=20))
    (back,) = flags.open_notices(later)
    assert back.certain
    assert back.because == ("note: “can't pee”",)
    assert "trouble passing urine" in (reminder(later) or "")
    later.close()


def test_unanswered_stays_open_as_a_question(session: Session) -> None:
    save(session, note="can't pee since noon")
    (back,) = flags.open_notices(session)
    assert back.question
    assert "If this is new or changed" in (reminder(session) or "")


@pytest.mark.parametrize("outcome", flags.OUTCOMES)
def test_an_outcome_closes_everything_open(session: Session, outcome: flags.Outcome) -> None:
    save(session, note="can't pee", numb="both")
    assert flags.record_outcome(session, outcome, "scan was clear") == 2
    assert flags.open_notices(session) == ()
    assert reminder(session) is None
    assert save(session, note="can't pee", numb="both", mood=3) == ()
    rows = session.writer().rows("SELECT DISTINCT outcome, told FROM flag")
    assert rows == [(outcome, "scan was clear")]


def test_going_away_is_no_outcome(session: Session) -> None:
    save(session, numb="both")
    with pytest.raises(InvalidValue):
        flags.record_outcome(session, "went_away")  # type: ignore[arg-type]  # that it is refused is the test
    save(session, numb="none")
    assert opened(session) == ["both_legs"]


def test_a_new_sign_after_an_outcome_is_raised(session: Session) -> None:
    save(session, numb="both")
    flags.record_outcome(session, "seen_cleared", "")
    (notice,) = save(session, numb="both", note="wet myself")
    assert notice.trigger == "bladder"


def test_days_of_the_last_fortnight_are_evaluated_and_of_older_ones_it_is_asked_once_if_it_is_still_so(
    session: Session,
) -> None:
    (old,) = save(session, TODAY - timedelta(days=15), numb="both")
    assert "still so?" in (old.question or "")
    flags.answer(session, old.trigger, old.date, yes=False)
    assert opened(session) == []
    assert save(session, TODAY - timedelta(days=15), numb="both", mood=4) == ()
    (recent,) = save(session, TODAY - timedelta(days=14), numb="both")
    assert "still so?" not in (recent.question or "")


def test_an_old_flag_that_was_answered_with_yes_is_no_longer_a_question(session: Session) -> None:
    (old,) = save(session, TODAY - timedelta(days=400), numb="both")
    (asked,) = flags.open_notices(session)
    assert asked.question == old.question
    flags.answer(session, old.trigger, old.date, yes=True)
    assert flags.open_notices(session)[0].certain


def test_what_is_noted_now_is_news_although_it_was_asked_if_it_is_still_so(session: Session) -> None:
    assert save(session, TODAY - timedelta(days=30), numb="both")
    (recent,) = save(session, TODAY, numb="both")
    assert recent.date == TODAY
    (still,) = flags.open_notices(session)
    assert (still.date, "still so?" in (still.question or "")) == (TODAY, False)
    assert save(session, TODAY, numb="both", mood=4) == ()


def test_of_many_old_days_each_trigger_is_asked_about_once(session: Session) -> None:
    days = [TODAY - timedelta(days=number) for number in range(20, 60)]
    for day in days:
        write(session, Day(day, numb="both", note="wet myself" if day == days[5] else None))
    notices = flags.evaluate_days(session, days)
    assert {(one.trigger, one.date) for one in notices} == {("bladder", days[5]), ("both_legs", days[0])}
    assert flags.evaluate_days(session, days[:1]) == ()


def test_kept_reflections_are_looked_through(session: Session) -> None:
    write(session, Reflection("r", TODAY, text="I want to end it all"))
    (notice,) = flags.evaluate(session, TODAY)
    assert notice.is_crisis
    assert notice.acknowledge == ""
    assert "findahelpline.com" in notice.message


def test_writing_that_is_let_go_leaves_nothing(session: Session) -> None:
    write(session, Day(TODAY, mood=3))
    before = session.writer().connection.total_changes
    (notice,) = flags.evaluate_text(session, "I want to end it all")
    assert notice.trigger == "crisis"
    flags.answer(session, "crisis", TODAY, yes=False)
    assert session.writer().connection.total_changes == before
    assert opened(session) == []


def test_no_word_of_the_person_is_kept_with_the_answers(session: Session) -> None:
    save(session, note="wet myself at zanzibar street")
    for (body,) in session.writer().rows("SELECT body FROM value"):
        assert "wet" not in body


def test_the_shell_says_what_to_do_first(session: Session) -> None:
    lines = shell_lines(session, save(session, note="can't pee, want to end it all", numb="both"))
    assert lines[0].startswith("URGENT: ")
    assert "trouble passing urine" in lines[0]
    assert "symptoms in both legs" in lines[0]
    assert "999" in lines[0]
    assert "findahelpline.com" in lines[1]
    assert len(lines) == 5
    assert all("\n" not in line for line in lines)


def test_a_crisis_alone_is_recalled_gently(session: Session) -> None:
    save(session, note="want to end it all")
    line = reminder(session) or ""
    assert "findahelpline.com" in line
    assert "ending" not in line


def test_ones_own_emergency_number(folder: Path) -> None:
    (folder / "settings.toml").write_text('emergency_number = "144"\n', encoding="utf-8")
    session = open_session(paths_in(folder), lambda: NOW)
    assert "144" in flags.evaluate_text(session, "can't pee")[0].message
    session.close()


def test_the_profile_is_kept(session: Session) -> None:
    assert is_first_launch(session)
    assert load_profile(session) == Profile()
    profile = Profile(date(2026, 10, 1), True, {"numb": "known", "saddle": "none"})
    save_profile(session, profile)
    assert load_profile(session) == profile
    assert not is_first_launch(session)


@pytest.mark.parametrize("examined", [None, False, True])
def test_an_examination_without_a_date_is_kept(session: Session, examined: bool | None) -> None:
    save_profile(session, Profile(examined))
    assert load_profile(session).examined is examined


@pytest.mark.parametrize("signs", [{"elbow": "new"}, {"numb": "perhaps"}])
def test_an_unknown_sign_or_answer_is_refused(signs: dict[str, str]) -> None:
    with pytest.raises(InvalidValue):
        Profile(signs=signs)


def test_a_known_examined_sign_asks_nothing(session: Session) -> None:
    save_profile(session, Profile(date(2026, 10, 1), signs={"both_legs": "known", "numb": "known"}))
    assert save(session, numb="both") == ()
    assert [notice.trigger for notice in save(session, numb="both", weak="both")] == ["both_legs"]


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (Profile(True, signs={"saddle": "new", "numb": "new"}), ["saddle"]),
        (Profile(False, signs={"bladder": "known", "both_legs": "known"}), ["bladder", "both_legs"]),
        (Profile(True, signs={"bladder": "known", "weak": "new"}), []),
        (Profile(), []),
    ],
)
def test_emergency_signs_are_answered_at_the_first_launch(
    session: Session, profile: Profile, expected: list[str]
) -> None:
    notices = notices_for_signs(session, profile)
    assert [notice.trigger for notice in notices] == expected
    assert all(notice.certain for notice in notices)
    assert opened(session) == expected
