"""How often one writes, holidays and seasons, on a real journal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.care.season import Season
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.services.care.records import care_records, save_care
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.measures import beliefs
from sciatica_journal.services.safety.reminding import flags_open
from sciatica_journal.services.tracking import holidays, rhythm, seasons
from sciatica_journal.services.tracking.rhythm import Rhythm
from sciatica_journal.storage.values import save_value
from tests.given import NOW, TODAY, SetClock


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_everybody_begins_daily_and_a_rhythm_is_kept(session: Session) -> None:
    assert rhythm.rhythm(session) == Rhythm()
    assert rhythm.next_note(session) == TODAY
    rhythm.set_rhythm(session, "weekly")
    assert rhythm.rhythm(session) == Rhythm("weekly", TODAY)
    change_day(session, ago(2), {"function": 8})
    assert rhythm.next_note(session) == TODAY + timedelta(days=5)
    with pytest.raises(InvalidValue):
        rhythm.set_rhythm(session, "hourly")


@pytest.mark.parametrize("kept", [5, "x", {"rhythm": "hourly", "since": "2026-01-01"}, {"rhythm": "weekly"}, {}])
def test_a_rhythm_of_another_shape_is_daily(session: Session, kept: object) -> None:
    save_value(session.writer(), "tracking", kept)
    assert rhythm.rhythm(session) == Rhythm()


def test_a_season_ends_with_its_next_step_and_undo_takes_it_back(session: Session, clock: SetClock) -> None:
    rhythm.set_rhythm(session, "daily")
    begun = replace(seasons.new_season(session), question="Does grass help?")
    seasons.keep_season(session, begun)
    assert seasons.current_season(session) == begun
    assert seasons.due(session) is None
    clock.now = NOW + timedelta(weeks=8)
    assert seasons.due(session) == begun
    rhythm.set_rhythm(session, "daily")
    seasons.keep_season(session, replace(begun, answer="Cannot tell.", next_step="weekly"))
    ended = seasons.last_season(session)
    assert ended is not None
    assert ended.ended == session.today()
    assert seasons.due(session) is None
    assert rhythm.rhythm(session) == Rhythm("weekly", session.today())
    undo(session)
    assert seasons.due(session) == begun
    assert rhythm.rhythm(session).name == "daily"


def test_the_words_of_a_season_are_checked(session: Session) -> None:
    season = replace(seasons.new_season(session), question="Since today I can't pee. Does grass help?")
    assert seasons.keep_season(session, season)
    assert flags_open(session).emergency


def test_a_holiday_in_a_season_is_no_gap_of_it(session: Session) -> None:
    for n in (20, 8):
        change_day(session, ago(n), {"pain_worst": 4})
    holidays.begin_holiday(session, Holiday("h", ago(18), until=ago(4)))
    facts = seasons.facts_of(session, Season("s", ago(20), until=TODAY, question="?"))
    assert (facts.logged, facts.days, facts.off) == (2, 21, 10)


def test_the_facts_of_a_season(session: Session) -> None:
    for n in range(60, 0, -1):
        change_day(session, ago(n), {"pain_worst": 6 if n > 30 else 2})
    facts = seasons.facts_of(session, Season("s", ago(56), until=ago(1), question="?"))
    assert (facts.logged, facts.days) == (56, 56)
    assert (facts.worst.first, facts.worst.last) == (6, 2)


def test_a_holiday_begins_today_or_after_a_day_with_a_note(session: Session) -> None:
    assert holidays.new_holiday(session).date == TODAY
    change_day(session, TODAY, {"function": 8})
    assert holidays.new_holiday(session).date == TODAY + timedelta(days=1)


def test_the_first_note_ends_a_holiday_and_its_days_are_no_gap(session: Session, clock: SetClock) -> None:
    change_day(session, ago(1), {"function": 8})
    holidays.begin_holiday(session, holidays.new_holiday(session))
    assert holidays.holiday_today(session) is not None
    clock.now = NOW + timedelta(days=5)
    assert holidays.holiday_today(session) is not None
    change_day(session, session.today(), {"function": 8})
    assert holidays.holiday_today(session) is None
    off = holidays.days_off(session, ago(5), TODAY + timedelta(days=9))
    assert off == {TODAY + timedelta(days=n) for n in range(5)}


def test_a_holiday_ended_at_once_leaves_nothing(session: Session, clock: SetClock) -> None:
    holidays.begin_holiday(session, holidays.new_holiday(session))
    holidays.end_holiday(session)
    assert care_records(session, Holiday) == []
    holidays.begin_holiday(session, holidays.new_holiday(session))
    clock.now = NOW + timedelta(days=3)
    assert holidays.coming_holiday(session) is not None
    holidays.end_holiday(session)
    assert [one.until for one in care_records(session, Holiday)] == [TODAY + timedelta(days=2)]
    assert holidays.coming_holiday(session) is None


def test_the_sliders_are_due_monthly_and_stand_beside_the_pain(session: Session) -> None:
    assert beliefs.is_due(session)
    change_day(session, ago(30), {"pain_worst": 5})
    save_care(session, Reading("old", ago(28), measure="beliefs", answers={"harm": 8}))
    assert beliefs.is_due(session)
    beliefs.keep(session, replace(beliefs.today_s(session), answers={"harm": 3, "fear": 2}))
    assert not beliefs.is_due(session)
    assert beliefs.today_s(session).answers == {"harm": 3, "fear": 2}
    told = [(month.first.month, month.pain, month.harm, month.fear) for month in beliefs.beside_pain(session)]
    assert told == [(2, 5.0, 8, None), (3, None, 3, 2)]
