"""Runs that went against a caution: on a rest day of the ladder, or, without a ladder, against what somebody said."""

from datetime import timedelta

import pytest

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.running.surface_ledger import SurfaceRow
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder import moving
from sciatica_journal.services.ladder.facts import read_facts
from sciatica_journal.services.ladder.pushed import Given, ledgers, pushed_runs
from sciatica_journal.services.ladder.wording import reason_words, surface_cells
from sciatica_journal.services.safety.flags import raise_signs
from tests.given import TODAY, SetClock
from tests.services.on_ladder import do_step, green_light, on


def test_a_run_on_a_rest_day_counts_as_pushed_without_a_word(session: Session, clock: SetClock) -> None:
    green_light(session)
    save_run(session, Run("before", TODAY - timedelta(days=1), kind="run"), TODAY)
    moving.start(session, "walk-first")
    do_step(session, clock, "settled")
    day = session.today() - timedelta(days=1)
    save_run(session, Run("rest", day, kind="run", response="lingering", surface="trail", duration_min=20.0), day)
    save_run(session, Run("walk", day, kind="walk"), day)
    on(clock, session.today() + timedelta(days=1))
    save_run(session, Run("open", session.today(), kind="run", response="flared"), session.today())
    assert pushed_runs(session, read_facts(session)) == {"rest"}
    on(clock, session.today() + timedelta(days=2))
    save_run(session, Run("red", session.today(), kind="run"), session.today())
    assert pushed_runs(session, read_facts(session)) == {"rest", "red"}, "a run apart from the ladder makes a rest day"
    on(clock, session.today() + timedelta(days=5))
    moving.leave(session)
    save_run(session, Run("after", session.today(), kind="run"), session.today())
    assert pushed_runs(session, read_facts(session)) == {"rest", "red"}


def test_without_a_ladder_only_what_someone_said_counts(session: Session, clock: SetClock) -> None:
    for days in (1, 3, 5):
        save_run(session, Run(f"r{days}", TODAY - timedelta(days=days), kind="run"), TODAY)
    assert pushed_runs(session, read_facts(session, all_runs=True)) == set(), "nobody was asked"
    save_care(session, Examination("seen", TODAY - timedelta(days=4), green_light="not_yet"))
    assert pushed_runs(session, read_facts(session, all_runs=True)) == {"r3", "r1"}
    save_care(session, Examination("again", TODAY - timedelta(days=2), green_light="yes"))
    assert pushed_runs(session, read_facts(session, all_runs=True)) == {"r3"}
    raise_signs(session, ["weakness"])
    on(clock, TODAY + timedelta(days=2))
    save_run(session, Run("open", session.today(), kind="run_walk"), session.today())
    assert pushed_runs(session, read_facts(session, all_runs=True)) == {"r3", "open"}
    (mirror, *_) = ledgers(session).mirrors
    assert (mirror.pushed.runs, mirror.others.runs) == (2, 1)


def test_a_not_yet_counts_on_a_walking_step_too(session: Session, clock: SetClock) -> None:
    save_care(session, Examination("seen", TODAY - timedelta(days=4), green_light="not_yet"))
    moving.start(session, "walk-first")
    on(clock, TODAY + timedelta(days=3))
    save_run(session, Run("early", session.today(), kind="run"), session.today())
    assert pushed_runs(session, read_facts(session)) == {"early"}


@pytest.mark.parametrize("answer", ["not_yet", None])
def test_runs_on_ones_own_decision_count_with_the_reason(session: Session, clock: SetClock, answer: str | None) -> None:
    what = "no_green_light" if answer else "not_examined"
    if answer:
        save_care(session, Examination("seen", TODAY - timedelta(days=4), green_light=answer))
    save_care(session, Override("o", TODAY, what=what, why="a race"))
    same_day = Run("same day", TODAY, kind="run", response="flared")
    save_run(session, same_day, TODAY)
    moving.start(session, "walk-first")
    moving.go_to(session, "w2", "a good week")
    on(clock, TODAY + timedelta(days=9))
    save_run(session, Run("later", session.today(), kind="run_walk"), session.today())
    found = ledgers(session)
    assert [(one.pushed, one.others.runs) for one in found.mirrors] == [((2, 1, 1), 0)]
    assert [(one.why, one.run) for one in found.reasons] == [("a race", None), ("a good week", None)]
    save_care(session, Override("r", TODAY, what="red_verdict", why="the sun", run="same day"))
    assert Given(TODAY, "the sun", same_day) in ledgers(session).reasons
    assert reason_words(Given(TODAY, "the\nsun", same_day)) == "4 Mar 2026: the sun · next morning: flared"
    save_care(session, Examination("again", TODAY + timedelta(days=8), green_light="yes"))
    assert ledgers(session).mirrors[0].pushed.runs == 1


def test_half_a_minute_on_a_surface_is_rounded_up() -> None:
    row = SurfaceRow("trail", 2, 976.5, 0.0, settled=1, lingering=0, flared=0)
    assert surface_cells(row, "km") == ("trail", "2", "977", "-", "1", "0", "0")
