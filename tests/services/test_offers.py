"""The one quiet line of Today: one thing at a time, remembered, never against safety."""

from datetime import date, timedelta
from typing import Any

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.season import Season
from sciatica_journal.domain.run import Run
from sciatica_journal.guide.offers import load_offers
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.line_log import log_line
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.guide import reading
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.offers.facts import FITS
from sciatica_journal.services.offers.offering import QuietLine, never_again, opened, put_away, quiet_line
from sciatica_journal.services.safety.flags import raise_signs
from sciatica_journal.services.safety.profile import Profile, save_profile
from sciatica_journal.services.safety.safety_line import put_away as put_safety_away
from sciatica_journal.services.safety.safety_line import safety_line
from sciatica_journal.services.safety.telling import record_sign
from sciatica_journal.services.settings.changing_settings import change_settings
from sciatica_journal.services.tracking import holidays, rhythm
from tests.given import NOW, TODAY, SetClock

SHORT: dict[str, Any] = {"pain_worst": 3, "leg_left": 2, "function": 7}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def write(session: Session, days: int, **values: Any) -> None:
    """Write a few days before today, too few for the offers that need many."""
    for n in range(days, 0, -1):
        change_day(session, ago(n), values or SHORT)


def line(session: Session) -> QuietLine | None:
    """Return the line with what stands before it put away."""
    while (safety := safety_line(session, session.readable().day(session.today()))) is not None:
        put_safety_away(session, safety)
    return quiet_line(session, session.today())


def offered(session: Session) -> str | None:
    found = line(session)
    return found.id if found is not None else None


def test_every_offer_of_the_content_has_a_rule_and_a_page_that_exists() -> None:
    rules = load_offers().rules
    assert [rule.id for rule in rules] == list(dict.fromkeys(rule.id for rule in rules))
    assert {rule.id for rule in rules} == set(FITS)
    assert all(reading.page(rule.page).slug == rule.page for rule in rules if rule.page)
    assert all(rule.rest >= 7 for rule in rules if rule.id != "season_end")


def test_without_a_journal_and_on_other_days_there_is_none(session: Session) -> None:
    assert quiet_line(session, TODAY) is None
    change_day(session, ago(1), {"pain_worst": 9, "tingling": "left", "leg_left": 6})
    assert quiet_line(session, ago(1)) is None


def test_tingling_leads_to_nerve_signs_and_comes_once_a_week(session: Session, clock: SetClock) -> None:
    write(session, 3)
    change_day(session, TODAY, {"tingling": "left", "leg_left": 5})
    found = line(session)
    assert found == QuietLine(
        "Tingling below the knee: read Nerve signs, 4 min", "nerve_signs", "nerve-signs", "read", "not now"
    )
    assert line(session) == found
    opened(session, "nerve_signs")
    assert line(session) is None
    clock.now = NOW + timedelta(days=1)
    change_day(session, session.today(), {"tingling": "both"})
    assert offered(session) != "nerve_signs"


def test_a_line_about_safety_comes_first(session: Session) -> None:
    write(session, 3)
    change_day(session, TODAY, {"tingling": "left"})
    assert safety_line(session, session.readable().day(TODAY)) is not None
    assert quiet_line(session, TODAY) is None


def test_beside_a_check_that_is_due_comes_the_page_on_a_new_sign_and_nothing_else(session: Session) -> None:
    write(session, 3)
    change_day(session, TODAY, {"pain_worst": 9, "tingling": "left", "leg_left": 5})
    record_sign(session, KnownSign("sign-1", TODAY, sign="tingling", side="left"))
    due = safety_line(session, session.readable().day(TODAY))
    assert due is not None
    assert due.opens == "check"
    assert [found.id for found in [quiet_line(session, TODAY)] if found] == ["nerve_signs"]
    opened(session, "nerve_signs")
    assert quiet_line(session, TODAY) is None


def test_nothing_but_the_red_flags_while_one_is_open(session: Session) -> None:
    write(session, 3)
    change_day(session, TODAY, {"pain_worst": 9, "stress": 9})
    save_care(session, Season("s", ago(60), until=ago(1), question="?"))
    assert offered(session) == "season_end"
    raise_signs(session, ["saddle"])
    found = quiet_line(session, TODAY)
    assert found is not None
    assert (found.id, found.page) == ("red_flags", "red-flags")
    put_away(session, "red_flags")
    assert quiet_line(session, TODAY) is None


def test_thoughts_of_ending_ones_life_lead_to_support_first(session: Session) -> None:
    log_line(session, "I want to end it all", TODAY)
    found = line(session)
    assert found is not None
    assert (found.id, found.page) == ("support", "support")
    log_line(session, "numb between the legs", TODAY)
    assert offered(session) == "red_flags"


def test_stress_pages_need_an_examination_and_no_open_flag(session: Session) -> None:
    write(session, 3)
    change_day(session, TODAY, {"stress": 8, "pain_worst": 4})
    assert offered(session) is None
    save_profile(session, Profile(examined=True))
    assert offered(session) == "stress_with_pain"
    raise_signs(session, ["bone_stress"])
    assert offered(session) is None


def test_stress_pages_wait_while_a_nerve_sign_is_new(session: Session, clock: SetClock) -> None:
    save_profile(session, Profile(examined=ago(9)))
    write(session, 3)
    change_day(session, TODAY, {"tingling": "left", "leg_left": 5})
    assert offered(session) == "nerve_signs"
    clock.now = NOW + timedelta(days=1)
    change_day(session, session.today(), {"tingling": "left", "stress": 8, "pain_worst": 4})
    assert offered(session) is None


def test_a_flared_run_leads_to_running_but_not_where_running_is_to_stop(session: Session) -> None:
    write(session, 3)
    save_run(session, Run("r", ago(1), response="flared"), TODAY)
    assert offered(session) == "flared"
    raise_signs(session, ["bone_stress"])
    assert offered(session) is None


def test_bad_days_surfaces_scans_and_spots(session: Session) -> None:
    write(session, 5)
    save_run(session, Run("a", ago(4), surface="road"), TODAY)
    save_run(session, Run("b", TODAY, surface="wet_sand"), TODAY)
    found = line(session)
    assert found is not None
    assert found.words.startswith("Wet sand is new: read Surfaces")
    save_care(session, Examination("e", TODAY, scan="MRI"))
    assert offered(session) == "first_scan"
    change_day(session, TODAY, {"pain_worst": 8})
    assert offered(session) == "bad_days"


def test_after_one_answer_there_is_no_second_offer_that_day(session: Session) -> None:
    write(session, 5)
    change_day(session, TODAY, {"pain_worst": 8})
    save_care(session, Examination("e", TODAY, scan="MRI"))
    assert offered(session) == "bad_days"
    put_away(session, "bad_days")
    assert offered(session) is None


def test_a_page_that_was_read_to_its_end_is_not_offered(session: Session, clock: SetClock) -> None:
    write(session, 5)
    change_day(session, TODAY, {"pain_worst": 8})
    reading.remember_position(session, "bad-week", 100, finished=True)
    assert offered(session) is None
    assert reading.reading_state(session).finished == {"bad-week": TODAY}


def test_what_is_not_wanted_again_stays_away(session: Session) -> None:
    write(session, 20)
    never_again(session, "measures")
    assert offered(session) == "beliefs"
    never_again(session, "beliefs")
    assert offered(session) is None


def settled(session: Session, days: int, **last: Any) -> None:
    """Write weeks that came down to zero, and today."""
    for n in range(days + 20, days, -1):
        change_day(session, ago(n), {"pain_worst": 5, "leg_left": 4})
    for n in range(days, -1, -1):
        change_day(session, ago(n), {"pain_worst": 0, "leg_left": 0, "function": 9})
    change_day(session, TODAY, last)


def test_settled_weeks_offer_light_mode_and_then_fewer_notes(session: Session, clock: SetClock) -> None:
    settled(session, 14)
    assert offered(session) == "light"
    put_away(session, "light")
    clock.now = NOW + timedelta(days=20)
    for n in range(1, 21):
        change_day(session, TODAY + timedelta(days=n), {"function": 10})
    found = line(session)
    assert found is not None
    assert found.id == "step_down"
    assert "every other day" in found.words
    rhythm.set_rhythm(session, "every_other_day")
    assert offered(session) != "step_down"


def test_no_light_mode_while_a_nerve_sign_grows(session: Session) -> None:
    settled(session, 14, tingling="left")
    change_day(session, ago(1), {"tingling": "left"})
    save_care(session, KnownSign("k", ago(1), sign="tingling", side="left"))
    reading.remember_position(session, "nerve-signs", 1, finished=True)
    assert offered(session) not in {"light", "step_down"}


def test_light_mode_is_offered_in_a_new_episode_but_not_in_light_mode(session: Session) -> None:
    for n in range(70, 20, -1):
        change_day(session, ago(n), {"pain_worst": 0})
    for n in range(20, -1, -1):
        change_day(session, ago(n), {"pain_worst": 4, "leg_left": 2})
    assert offered(session) == "light"
    change_settings(session, "mode", "light")
    assert offered(session) == "many_notes"


def test_nothing_is_due_between_the_notes_of_a_slower_rhythm(session: Session, clock: SetClock) -> None:
    write(session, 3)
    rhythm.set_rhythm(session, "every_other_day")
    found = line(session)
    assert found == QuietLine("Nothing due today: you write every other day. Next Thu 5 Mar.")
    clock.now = NOW + timedelta(days=1)
    assert line(session) is None
    rhythm.set_rhythm(session, "stop")
    found = line(session)
    assert found is not None
    assert found.words.startswith("Nothing due")
    change_day(session, session.today(), SHORT)
    assert line(session) is None


def test_a_holiday_is_told_and_offers_nothing(session: Session) -> None:
    write(session, 20)
    holidays.begin_holiday(session, holidays.new_holiday(session))
    found = line(session)
    assert found is not None
    assert found.words == "On holiday from the journal. The first note ends it."
    change_day(session, TODAY, SHORT)
    assert offered(session) == "measures"
