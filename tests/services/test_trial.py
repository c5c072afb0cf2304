"""The coin-flip trial from start to end: gates, draws, answers, stops, history, interchange, and what is told when."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.errors import InvalidValue, JournalError, NotThere
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.trial.drawing import block_of
from sciatica_journal.domain.trial.trial import Trial
from sciatica_journal.services.care.records import care_records, save_care
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.entries.undoing import redo, undo
from sciatica_journal.services.exchange.exporting import export_jsonl
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.planning import plan_import
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.trial import actions
from sciatica_journal.services.trial.actions import Plan
from sciatica_journal.services.trial.today import trial_line
from sciatica_journal.services.trial.view import TrialView, trial_view
from sciatica_journal.services.trial.wording import plain_trial, told
from sciatica_journal.storage.flags import close_flags, raise_flag
from tests.given import TODAY, SetClock, window

SEED = "00112233445566778899aabbccddeeff"
PLAN = Plan("road", "trail", planned=20, safe=True)
RESULT = ("higher", "lower", "because", "points", "apart", "differ")


@pytest.fixture
def cleared(session: Session) -> Session:
    """A session of a person who may run."""
    save_care(session, Examination("x", TODAY - timedelta(days=9), green_light="yes"))
    return session


def view(session: Session, **given: Any) -> TrialView:
    found = trial_view(session, **given)
    assert found is not None
    return found


def tomorrow(clock: SetClock) -> None:
    clock.now += timedelta(days=1)


def test_nothing_is_there_and_looking_makes_no_journal(session: Session) -> None:
    assert trial_view(session) is None
    assert told(None).head.startswith("No coin-flip trial yet")
    assert not session.paths.journal.exists()
    with pytest.raises(NotThere):
        actions.toss(session)


def test_the_coin_falls_by_the_schedule_once_a_day_and_each_answer_is_kept(cleared: Session, clock: SetClock) -> None:
    trial, notices = actions.start(cleared, PLAN, SEED)
    assert trial is not None
    assert not notices
    letters = block_of(SEED, 1)
    for number in range(4):
        before = view(cleared)
        assert (before.closed, before.draw, before.counts.drawn) == (None, None, number)
        draw = actions.toss(cleared)
        assert (draw.number, draw.option, draw.date) == (number + 1, letters[number], cleared.today())
        assert actions.toss(cleared) == draw
        actions.answer(cleared, "refused" if number == 2 else "accepted")
        assert view(cleared).closed == "drawn"
        tomorrow(clock)
    assert view(cleared).counts == (4, 3, 1)


def test_an_earlier_draw_is_not_made_again_after_undo_and_comes_back_with_redo(cleared: Session) -> None:
    actions.start(cleared, PLAN, SEED)
    draw = actions.toss(cleared)
    undo(cleared)
    assert view(cleared).draw is None
    redo(cleared)
    assert view(cleared).draw == draw
    undo(cleared)
    assert actions.toss(cleared) == draw
    for _ in range(2):
        undo(cleared)
    assert trial_view(cleared) is None


REFUSED = (
    (PLAN._replace(option_b="no ibuprofen"), "A coin does not decide about medicine"),
    (PLAN._replace(option_b="skip physio"), "without care"),
    (PLAN._replace(safe=False), "both safe for you"),
    (PLAN._replace(running="neither"), "reads as running"),
    (PLAN._replace(running="one"), "reads as running"),
    (PLAN._replace(planned=18), "from 20 to 200"),
    (PLAN._replace(option_b="Road"), "Both options"),
    (PLAN._replace(option_b="rest", running="one", outcome="response"), "Only runs"),
)


def test_what_is_not_safe_or_does_not_hold_is_not_started(cleared: Session) -> None:
    for plan, words in REFUSED:
        with pytest.raises(InvalidValue, match=words):
            actions.start(cleared, plan)
    assert trial_view(cleared) is None


def test_running_needs_the_green_light_and_other_things_do_not(session: Session) -> None:
    with pytest.raises(JournalError, match="running is open"):
        actions.start(session, PLAN)
    trial, _ = actions.start(session, Plan("stretching", "rest", running="neither", safe=True))
    assert trial is not None
    with pytest.raises(JournalError, match="under way"):
        actions.start(session, Plan("heat", "rest", running="neither", safe=True))


def test_words_that_raise_a_red_flag_start_nothing(cleared: Session) -> None:
    trial, notices = actions.start(cleared, PLAN._replace(option_b="trail, with foot drop"))
    assert trial is None
    assert notices
    assert trial_view(cleared) is None


def test_no_coin_is_tossed_in_a_flare(cleared: Session) -> None:
    for ago, pain in enumerate([6, 6, *[3] * 6]):
        change_day(cleared, TODAY - timedelta(days=ago), {"pain_worst": pain})
    actions.start(cleared, PLAN)
    assert view(cleared).closed == "flare"
    with pytest.raises(JournalError, match="flare"):
        actions.toss(cleared)


def test_a_red_flag_closes_the_coin_and_stops_the_trial_for_good(cleared: Session, clock: SetClock) -> None:
    actions.start(cleared, PLAN)
    actions.toss(cleared)
    clock.now += timedelta(hours=1)
    raise_flag(cleared.writer(), "saddle", "E", TODAY, cleared.now())
    assert (view(cleared).phase, view(cleared).stop) == ("stopped", "red_flag")
    assert trial_line(cleared) is None
    with pytest.raises(JournalError):
        actions.answer(cleared, "accepted")
    with pytest.raises(NotThere):
        actions.toss(cleared)
    close_flags(cleared.writer(), "seen_cleared", "", cleared.now())
    assert (view(cleared).phase, view(cleared).trial.stop) == ("stopped", "red_flag")
    assert any("not validated" in line for line in told(view(cleared)).lines)


def test_a_flag_noted_by_mistake_before_anything_was_done_stops_nothing(cleared: Session, clock: SetClock) -> None:
    actions.start(cleared, PLAN)
    clock.now += timedelta(hours=1)
    raise_flag(cleared.writer(), "saddle", "E", TODAY, cleared.now())
    close_flags(cleared.writer(), "by_mistake", "", cleared.now())
    assert view(cleared).phase == "open"


def test_three_flares_more_on_one_option_stop_it_and_a_changed_answer_does_not_open_it(
    cleared: Session, clock: SetClock
) -> None:
    trial, _ = actions.start(cleared, PLAN, SEED)
    assert trial is not None
    while view(cleared).phase == "open":
        draw = view(cleared).draw or (actions.toss(cleared) if view(cleared).closed is None else None)
        if draw is not None and draw.option == "a":
            save_run(cleared, Run(draw.id.replace(":", "-"), draw.date, response="flared"), draw.date)
        clock.now += timedelta(days=20 if draw is None or draw.option == "a" else 1)
    assert view(cleared).stop == "flared"
    actions.settle(cleared)
    save_run(cleared, Run(f"{trial.id}-1", trial.date, response="settled"), trial.date)
    assert view(cleared).phase == "stopped"


def go_through(session: Session, clock: SetClock, planned: int = 20) -> None:
    """Make all draws; mornings after an `a` are a point worse."""
    pain = 3
    for number in range(planned):
        change_day(session, session.today(), {"pain_morning": pain + (number % 5 == 0)})
        draw = actions.toss(session)
        actions.answer(session, "accepted")
        pain = 3 + (draw.option == "a")
        if number < planned - 1:
            tomorrow(clock)
    tomorrow(clock)


def test_nothing_of_the_result_is_told_before_the_last_morning_then_the_card_may_say_because(
    cleared: Session, clock: SetClock
) -> None:
    actions.start(cleared, PLAN, SEED)
    go_through(cleared, clock)
    waiting = view(cleared, with_result=True)
    assert (waiting.phase, waiting.result) == ("waiting", None)
    said = " ".join((told(waiting).head, told(waiting).today, *told(waiting).lines)).lower()
    assert not any(word in said for word in RESULT)
    assert plain_trial(waiting)["result"] is None
    change_day(cleared, cleared.today(), {"pain_morning": 4})
    over = view(cleared, with_result=True)
    assert over.phase == "finished"
    assert over.result is not None
    assert (over.result.verdict, over.result.n_a + over.result.n_b, over.result.left_out) == ("differs", 20, 0)
    (answer,) = [line for line in told(over).lines if line.startswith("Because of the draw")]
    assert "on days on which the coin said road, pain next morning was" in answer
    assert "points higher" in answer
    raise_flag(cleared.writer(), "saddle", "E", TODAY, cleared.now())
    waits = view(cleared, with_result=True)
    assert (waits.result, told(waits).answer) == (None, "")
    assert "waits while a red flag is open" in " ".join(told(waits).lines)
    close_flags(cleared.writer(), "by_mistake", "", cleared.now())
    settled = actions.settle(cleared)
    assert settled is not None
    assert (settled.trial.status, settled.trial.ended) == ("finished", cleared.today())
    assert actions.start(cleared, PLAN)[0] is not None


def test_in_light_mode_it_is_told_by_how_far_down_it_was_felt(session: Session, clock: SetClock) -> None:
    actions.start(session, Plan("stretch", "rest", "pain", "neither", 20, safe=True), SEED)
    change_day(session, TODAY, {"leg_left": 3})
    for _ in range(20):
        drawn = actions.toss(session)
        tomorrow(clock)
        change_day(session, session.today(), {"leg_left": 2 if drawn.option == "a" else 5})
    tomorrow(clock)
    over = view(session, with_result=True)
    assert over.result is not None
    assert (over.result.verdict, over.result.outcome, over.result.left_out) == ("differs", "furthest", 0)
    (answer,) = [line for line in told(over).lines if line.startswith("Because of the draw")]
    assert "how far down it was felt the next day was 3.0 levels down the leg lower" in answer


def test_a_stopped_trial_tells_what_there_is_as_such(cleared: Session) -> None:
    actions.start(cleared, PLAN)
    actions.toss(cleared)
    trial, notices = actions.stop(cleared, "enough of it")
    assert (trial.status, trial.stop, trial.why, notices) == ("stopped", "person", "enough of it", ())
    over = view(cleared, with_result=True)
    assert over.result is not None
    assert over.result.verdict == "too_few"
    assert "Too few draws" in " ".join(told(over).lines)
    undo(cleared)
    assert view(cleared).phase == "open"


def test_trials_survive_export_and_import_unchanged(cleared: Session, clock: SetClock, tmp_path: Path) -> None:
    actions.start(cleared, PLAN._replace(option_a="[L5-S1] road"))
    for answered in ("accepted", "refused"):
        actions.toss(cleared)
        actions.answer(cleared, answered)
        tomorrow(clock)
    actions.toss(cleared)
    first = "\n".join(export_jsonl(cleared))
    assert (first.count('"type":"trial"'), first.count('"type":"draw"')) == (1, 3)
    path = tmp_path / "out.jsonl"
    path.write_text(first, encoding="utf-8")
    with window(tmp_path / "other", clock) as other:
        run_import(other, plan_import(other, [path]))
        assert "\n".join(export_jsonl(other)) == first
        assert view(other) == view(cleared)
        assert len(care_records(other, Trial)) == 1
