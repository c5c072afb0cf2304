"""An outcome recorded by mistake, taken back."""

from datetime import timedelta

import pytest

from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.checks import save_check
from sciatica_journal.services.safety.flags import answer, open_notices, raise_signs, record_outcome
from sciatica_journal.services.safety.reopening import closed_lately, reopen
from sciatica_journal.services.safety.signs import known_signs
from sciatica_journal.services.safety.telling import record_sign
from tests.given import SetClock


def opened(session: Session) -> list[tuple[str, bool]]:
    return [(notice.trigger, notice.certain) for notice in open_notices(session)]


def test_a_no_that_was_a_slip_is_asked_again(session: Session) -> None:
    today = session.today()
    change_day(session, today, {"note": "numb between my legs"})
    answer(session, "saddle", today, yes=False)
    assert opened(session) == []
    [closed] = closed_lately(session)
    assert (closed.trigger, closed.date, closed.outcome, closed.on) == ("saddle", today, "by_mistake", today)
    assert reopen(session, ["saddle"]) == 1
    assert opened(session) == [("saddle", False)]
    assert closed_lately(session) == ()
    assert reopen(session, ["saddle"]) == 0, "it is open already"


def test_a_sign_that_was_seen_comes_back_as_said(session: Session) -> None:
    raise_signs(session, ["weakness", "saddle"])
    record_outcome(session, "seen_cleared", "all well", "weakness")
    assert opened(session) == [("saddle", True)]
    assert reopen(session, ["weakness", "bladder"]) == 1
    assert sorted(opened(session)) == [("saddle", True), ("weakness", True)]


def test_its_known_sign_is_not_quiet_by_the_outcome_taken_back(session: Session) -> None:
    today, ago = session.today(), timedelta(days=40)
    record_sign(session, KnownSign("old", today - 2 * ago, sign="weak", side="right", examined=today - ago))
    record_sign(session, KnownSign("new", today, sign="weak", side="left"))
    record_outcome(session, "seen_cleared", "", "weakness")
    assert [sign.examined for sign in known_signs(session)] == [today - ago, today]
    reopen(session, ["weakness"])
    assert [sign.examined for sign in known_signs(session)] == [today - ago, None]
    undo(session)
    assert opened(session) == [("weakness", True)], "undo closes nothing"


def test_only_what_was_closed_in_the_last_two_weeks_comes_back(session: Session, clock: SetClock) -> None:
    raise_signs(session, ["weakness"])
    record_outcome(session, "by_mistake")
    clock.now += timedelta(days=14)
    assert [one.trigger for one in closed_lately(session)] == ["weakness"]
    clock.now += timedelta(days=1)
    assert closed_lately(session) == ()
    assert reopen(session, ["weakness"]) == 0


def test_a_sign_told_again_after_a_mistake_is_news(session: Session, clock: SetClock) -> None:
    raise_signs(session, ["saddle", "weakness"])
    record_outcome(session, "by_mistake")
    clock.now += timedelta(minutes=5)
    assert {notice.trigger for notice in raise_signs(session, ["saddle", "weakness"])} == {"saddle", "weakness"}
    assert sorted(opened(session)) == [("saddle", True), ("weakness", True)]
    assert raise_signs(session, ["saddle"]) == (), "what is open is not raised twice"


@pytest.mark.parametrize("days", [0, 7])
def test_more_in_a_later_check_is_news_after_one_was_seen(session: Session, clock: SetClock, days: int) -> None:
    def check(ident: str) -> list[str]:
        answers = {"weak": "more", "saddle": "new"}
        return sorted(one.trigger for one in save_check(session, Check(ident, session.today(), answers)))

    assert check("first") == ["saddle", "weakness"]
    record_outcome(session, "seen_treated")
    assert check("first") == [], "the same check, corrected elsewhere, asks nothing twice"
    clock.now += timedelta(days=days)
    assert check("second") == ["saddle", "weakness"]
