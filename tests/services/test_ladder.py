"""The ladder as a person goes up it: steps done, answered, amber, red, overrides, own ladders, export and import."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.errors import InvalidValue, JournalError, NotThere
from sciatica_journal.domain.ladder.move import LadderMove
from sciatica_journal.domain.ladder.proposal import Kind, Why
from sciatica_journal.domain.ladder.verdict import Reason
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.running.intervals import intervals_of
from sciatica_journal.domain.spot import Spot
from sciatica_journal.services.care.records import care_records
from sciatica_journal.services.care.words import path_words
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.runs import save_run, set_response
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.exchange.exporting import export_jsonl
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.planning import plan_import
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder import moving
from sciatica_journal.services.ladder.facts import read_facts
from sciatica_journal.services.ladder.pushed import ledgers
from sciatica_journal.services.ladder.timing import join_run, keep_reason
from sciatica_journal.services.ladder.view import ladder_view
from sciatica_journal.services.ladder.wording import mirror_words, told
from sciatica_journal.services.running.timing import begin_timed, keep_timed
from sciatica_journal.storage.flags import close_flags, raise_flag
from sciatica_journal.storage.history import changing
from tests.given import TODAY, SetClock, window
from tests.services.on_ladder import do_step, green_light, on


def place(session: Session) -> tuple[str, int]:
    here = ladder_view(session).position
    assert here is not None
    return here.step.id, here.greens


@pytest.mark.parametrize(
    ("apart", "reasons"),
    [
        ({"kind": "run"}, ["day_between"]),
        ({"kind": "run", "response": "flared"}, ["day_between", "red"]),
        ({"kind": "walk", "pain_during": 8}, ["red"]),
        ({"kind": "walk", "stride": "limp"}, ["red"]),
        ({"kind": "walk", "stride": "usual"}, []),
    ],
)
def test_a_run_apart_from_the_ladder_counts_too(
    session: Session, clock: SetClock, apart: dict[str, Any], reasons: list[Why]
) -> None:
    moving.start(session, "walk-first")
    on(clock, TODAY + timedelta(days=1))
    save_run(session, Run("apart", TODAY, **apart), TODAY)
    proposal = ladder_view(session).proposal
    assert proposal is not None
    assert (proposal.kind, list(proposal.reasons)) == (("rest", reasons) if reasons else ("do", ["greens_left"]))


def test_a_new_numb_place_on_the_body_map_closes_the_ladder(session: Session, clock: SetClock) -> None:
    change_day(session, TODAY - timedelta(days=1), {"pain_worst": 3})
    moving.start(session, "walk-first")
    change_day(session, TODAY, {"spots": (Spot("calf", "left", 2, ("numb",)),)})
    do_step(session, clock, "settled")
    (outing,) = read_facts(session).outings
    assert outing.verdict == ("stop", ("new_sign",))


def test_a_step_says_how_far_it_goes_beyond_the_runs_of_late(session: Session, clock: SetClock) -> None:
    green_light(session)
    moving.start(session, "walk-first")
    moving.go_to(session, "r1", "I ran before")
    save_run(session, Run("a", TODAY - timedelta(days=5), kind="run", distance_km=1.0, duration_min=10), TODAY)
    view = ladder_view(session)
    assert (view.guard, view.proposal and view.proposal.kind) == ("", "do")
    short = Run("b", TODAY - timedelta(days=3), kind="run_walk", distance_km=2.0, duration_min=15)
    save_run(session, short, TODAY)
    view = ladder_view(session)
    assert view.guard.startswith("By the pace of your last runs: 4 km is 2 times your longest run in 30 days (2 km")
    assert view.guard in told(view, TODAY).lines
    on(clock, TODAY + timedelta(days=40))
    assert ladder_view(session).guard == ""


def test_from_step_one_to_three_with_an_amber_and_a_red(session: Session, clock: SetClock) -> None:
    """The days are written at once and then looked at one after the other: a day's first change takes a backup."""
    responses = ("settled", "lingering", "settled", "settled", "flared", "settled", "settled", "settled", "settled")
    steps = ("w1", "w1", "w1", "w2", "w2", "w1", "w1", "w2", "w2")
    days = [TODAY + timedelta(days=after) for after in (0, 2, 4, 7, 9, 12, 14, 16, 19)]
    done = [
        Run(f"r{day}", day, kind="walk", ladder="walk-first", step=step, response=response)
        for day, step, response in zip(days, steps, responses, strict=True)
    ]
    moving.start(session, "walk-first")
    with changing(session.writer(), "walks", session.now(), session.window) as change:
        for run in done:
            change.put(run)
    seen = []
    for run in done:
        on(clock, run.date - timedelta(days=1))
        if run is not done[0]:
            proposal = ladder_view(session).proposal
            assert proposal is not None
            assert proposal.kind == "rest"
            on(clock, run.date)
            before = [one for one in done if one.date < run.date]
            facts = read_facts(session)
            until = {"outings": facts.outings[: len(before)], "runs": facts.runs[: len(before)]}
            view = ladder_view(session, facts._replace(**until))  # type: ignore[arg-type]  # by name
            assert view.proposal is not None
            assert (view.proposal.kind, view.proposal.step and view.proposal.step.id) == ("do", run.step)
        on(clock, run.date + timedelta(days=1))
        seen.append(place(session))
    assert seen == [
        ("w1", 1), ("w1", 1), ("w2", 0), ("w2", 1), ("w1", 0), ("w1", 1), ("w2", 0), ("w2", 1), ("w3", 0),
    ]  # fmt: skip
    here = ladder_view(session).position
    assert here is not None
    colours = [one.colour for one in here.history]
    assert (colours.count("amber"), colours.count("red"), colours.count("green")) == (1, 1, 7)
    said = told(ladder_view(session), session.today())
    assert "Step 3 of 13: walk 30 minutes, briskly." in said.lines[0]
    assert "● green: settled by the next morning" in said.lines[1]
    assert any("closed until the green light" in line for line in said.lines)


def test_an_answer_that_is_changed_changes_where_one_is(session: Session, clock: SetClock) -> None:
    moving.start(session, "walk-first")
    do_step(session, clock, "settled")
    last = do_step(session, clock, "settled")
    assert place(session) == ("w2", 0)
    set_response(session, last, "lingering", session.today())
    assert place(session) == ("w1", 1)


def test_more_numbness_is_never_green(session: Session, clock: SetClock) -> None:
    for ago in range(1, 4):
        change_day(session, TODAY - timedelta(days=ago), {"pain_morning": 4, "tingling": "none"})
    moving.start(session, "walk-first")
    begun, _ = moving.begin_step(session)
    assert begun is not None
    moving.log_step(session, begun)
    on(clock, TODAY + timedelta(days=1))
    set_response(session, begun.run.id, "settled", session.today())
    change_day(session, session.today(), {"pain_morning": 0, "tingling": "left"})
    view = ladder_view(session)
    assert view.position is not None
    assert view.position.history[-1].colour == "stop"
    assert view.proposal is not None
    assert view.proposal.kind == "closed"


def test_running_is_closed_without_the_green_light_and_wholly_under_a_flag(session: Session) -> None:
    moving.start(session, "walk-first")
    with pytest.raises(JournalError, match="closed until the green light"):
        moving.go_to(session, "r1", "I want to")
    assert ladder_view(session).closed_steps
    green_light(session)
    assert moving.go_to(session, "r1", "I ran a while ago") == ()
    assert [one.move for one in care_records(session, LadderMove)] == ["to", "start"]
    raise_flag(session.writer(), "weakness", "S", session.today(), session.now())
    view = ladder_view(session)
    assert view.proposal is not None
    assert (view.proposal.kind, view.proposal.step) == ("closed", None)
    assert not view.closed_steps, "no decision of one's own opens them now"
    for closed in (lambda: moving.begin_step(session, "why"), lambda: moving.go_to(session, "r2", "why")):
        with pytest.raises(JournalError, match="red flag"):
            closed()
    assert moving.go_to(session, "w1") == (), "down is always open"
    close_flags(session.writer(), "by_mistake", "", session.now())
    proposal = ladder_view(session).proposal
    assert proposal is not None
    assert proposal.kind == "do"


def test_up_takes_a_reason_and_one_that_is_a_red_flag_moves_nothing(session: Session) -> None:
    moving.start(session, "walk-first")
    with pytest.raises(InvalidValue, match="goes against"):
        moving.go_to(session, "w2", "  ")
    assert moving.go_to(session, "w2", "I can't pee but want to go on")
    assert place(session) == ("w1", 0)


def test_against_a_rest_day_takes_a_reason_kept_with_the_run(session: Session, clock: SetClock) -> None:
    green_light(session)
    moving.start(session, "walk-first")
    moving.go_to(session, "r1", "used to it")
    begun, _ = moving.begin_step(session)
    assert begun is not None
    assert begun.override is None
    moving.log_step(session, begun)
    on(clock, TODAY + timedelta(days=1))
    set_response(session, begun.run.id, "settled", session.today())
    proposal = ladder_view(session).proposal
    assert proposal is not None
    assert (proposal.kind, proposal.reasons) == ("rest", ("day_between",))
    with pytest.raises(InvalidValue):
        moving.begin_step(session)
    against = do_step(session, clock, "flared", "the sun was out")
    (override,) = care_records(session, Override)
    assert (override.what, override.why, override.run) == ("red_verdict", "the sun was out", against)
    (mirror,) = ledgers(session).mirrors
    assert mirror_words(mirror) == (
        "March 2026: 1 run against a caution: 1 of 1 next mornings worse, against 0 of 1 after other runs. "
        "Too few to tell."
    )


def test_a_timed_step_against_the_proposal_is_joined_to_its_reason(session: Session) -> None:
    run = Run("timed", TODAY, kind="walk", ladder="walk-first", step="w1")
    save_run(session, replace(run, id="earlier that day"), TODAY)
    override = Override("o", TODAY, what="red_verdict", why="w", run="not yet")
    reason = keep_reason(session, override)
    assert care_records(session, Override)[0].run is None
    assert not join_run(session, reason, run)
    assert care_records(session, Override) == [], "thrown away with the time"
    reason = keep_reason(session, override)
    keep_timed(session, begin_timed(session, intervals_of((("walk", 15.0),)), "walk-first", "w1"))
    assert not join_run(session, reason, run)
    assert care_records(session, Override)[0].run is None, "the time still runs"
    save_run(session, run, TODAY)
    assert join_run(session, reason, run)
    assert care_records(session, Override)[0].run == "timed"


def test_leaving_and_undo(session: Session) -> None:
    with pytest.raises(NotThere):
        moving.leave(session)
    with pytest.raises(NotThere):
        moving.begin_step(session)
    with pytest.raises(NotThere):
        moving.start(session, "../walk-first")
    moving.start(session, "short-twenty")
    moving.leave(session)
    assert ladder_view(session).position is None
    undo(session)
    here = ladder_view(session).position
    assert here is not None
    assert here.ladder.id == "short-twenty"


def test_moves_survive_export_and_import_unchanged(session: Session, clock: SetClock, tmp_path: Path) -> None:
    moving.start(session, "walk-first")
    do_step(session, clock, "settled")
    moving.go_to(session, "w2", "a good week")
    first = "\n".join(export_jsonl(session))
    assert first.count('"type":"ladder_move"') == 2
    path = tmp_path / "out.jsonl"
    path.write_text(first, encoding="utf-8")
    with window(tmp_path / "other", clock) as other:
        run_import(other, plan_import(other, [path]))
        assert "\n".join(export_jsonl(other)) == first
        assert place(other) == place(session)


def test_there_are_words_for_everything() -> None:
    from typing import get_args

    words = path_words()["ladder"]
    assert set(words["head"]) == {*get_args(Kind), "walk_at_ease"}
    assert set(words["why"]) == {*get_args(Why), "greens_left_many"}
    assert set(words["answers"]) == set(get_args(Reason))
    assert "not validated" in words["caution"]
    assert not any(word in str(words).lower() for word in ("streak", "fail", "missed", "because", "lazy"))
