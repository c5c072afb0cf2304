"""Where one is on the ladder, and what is proposed for a day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.care.standing import Standing
from sciatica_journal.domain.ladder.ladder import Ladder
from sciatica_journal.domain.ladder.position import Answered, Outing, Position, ladder_in_use, position, stays
from sciatica_journal.domain.ladder.proposal import proposal_of
from sciatica_journal.domain.ladder.verdict import Colour, Verdict
from sciatica_journal.domain.run import Run
from tests.domain.ladder.climbing import D0, LADDER, MAY_RUN, MAY_WALK, day, move, outing, walked

# -- replay --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("done", "number", "greens"),
    [
        ([], 0, 0),
        ([(0, "w1", "green")], 0, 1),
        ([(0, "w1", "green"), (0, "w1", "green")], 0, 1),
        ([(0, "w1", "green"), (2, "w1", "green")], 1, 0),
        ([(0, "w1", "green"), (2, "w1", "amber"), (4, "w1", "green")], 1, 0),
        ([(0, "w1", "green"), (2, "w1", "green"), (4, "w2", "red")], 0, 0),
        ([(0, "w1", "red")], 0, 0),
        ([(0, "w1", "green"), (2, "r1", "green")], 0, 1),
        ([(0, "w1", "green"), (2, "w1", "waiting")], 0, 1),
        ([(0, "elsewhere", "green")], 0, 0),
    ],
)
def test_greens_lead_up_amber_repeats_red_leads_back(
    done: list[tuple[int, str, Colour]], number: int, greens: int
) -> None:
    found = walked(*done)
    assert (found.number, found.greens) == (number, greens)


def test_a_stop_closes_until_one_decides() -> None:
    stopped = walked((0, "w1", "stop"))
    assert stopped.stopped == D0
    assert proposal_of(stopped, MAY_RUN, (), False, day(5)).reasons == ("stopped",)
    assert proposal_of(stopped, Standing("running", "green_light", day(3)), (), False, day(5)).kind == "do"
    assert walked((0, "w1", "stop"), moves=(move("to", "w1", 1),)).stopped is None


def test_the_last_step_is_done_with_its_greens() -> None:
    up = move("to", "r2")
    assert not walked((0, "r2", "green"), moves=(up,)).done
    done = walked((0, "r2", "green"), (2, "r2", "green"), moves=(up,))
    assert (done.done, done.number) == (True, 3)
    assert proposal_of(done, MAY_RUN, (), False, day(5)).kind == "done"


def test_ones_own_move_wins_from_its_moment_on() -> None:
    assert walked((0, "w1", "red"), moves=(move("to", "r1", 0, 20),)).number == 2
    assert walked((0, "r1", "red"), moves=(move("to", "r1", 0, 20),)).number == 1, "it was on that step after the move"
    at_seven = Run("r", D0, start=datetime(2026, 3, 1, 7, tzinfo=ZoneInfo("UTC")), ladder="l", step="r1")
    moves = (move("start", "w1", -9), move("to", "r1", -8), move("to", "r1", 0, 20))
    found = position(LADDER, moves, [Outing(at_seven, Verdict("red"))])
    assert found is not None
    assert found.number == 2


def test_a_start_begins_anew_and_leaving_ends() -> None:
    moves = [move("start", "w1", 0), move("to", "r1", 1), move("leave", "r1", 3), move("start", "w1", 5)]
    assert ladder_in_use(moves[:3]) is None
    assert position(LADDER, moves[:3], []) is None
    found = position(LADDER, moves, [outing(2, "r1", "green"), outing(6, "w1", "green")])
    assert found is not None
    assert (found.number, found.greens, len(found.history)) == (0, 1, 1)
    assert [stay.left for stay in stays([*moves, move("start", "x", 9, ladder="other")])] == [day(3), day(9), None]


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["w1", "w2", "r1", "r2", "gone"]),
                       st.sampled_from(["green", "amber", "red", "stop", "waiting"])), max_size=25),
    st.lists(st.tuples(st.sampled_from(["forward", "back", "to", "start", "leave"]),
                       st.sampled_from(["w1", "r2", "gone"]), st.integers(0, 30)), max_size=6),
    st.integers(0, 60),
)  # fmt: skip
def test_any_history_has_a_place_and_a_proposal(
    done: list[tuple[int, str, Colour]], moves: list[tuple[str, str, int]], now: int
) -> None:
    made = [move("start", "w1"), *(move(*one, hour=9) for one in moves)]
    found = position(LADDER, made, [outing(*one) for one in done])
    if found is None:
        assert ladder_in_use(made) is None
        return
    assert 0 <= found.number < len(LADDER.steps)
    assert found.greens <= LADDER.greens or found.done
    proposal = proposal_of(found, MAY_WALK, [], False, day(now))
    assert proposal.reasons
    assert proposal.step is None or not proposal.step.has_running or proposal.kind in ("answer", "done")


# -- proposals -----------------------------------------------------------------------------------


def at(number: int, *history: tuple[int, Colour], moved: int | None = None) -> Position:
    done = tuple(Answered(day(after), LADDER.steps[number].id, colour, str(after)) for after, colour in history)
    return Position(LADDER, number, 0, done, moved=day(moved) if moved is not None else None)


@pytest.mark.parametrize(
    ("history", "now", "kind", "reasons"),
    [
        ([], 0, "do", ("greens_left",)),
        ([(0, "green")], 0, "rest", ("done_today",)),
        ([(0, "waiting")], 0, "rest", ("done_today",)),
        ([(0, "waiting")], 1, "answer", ("no_answer",)),
        ([(0, "waiting")], 3, "do", ("greens_left",)),
        ([(0, "green")], 1, "rest", ("day_between",)),
        ([(0, "green")], 2, "do", ("greens_left",)),
        ([(0, "green"), (2, "green"), (4, "green")], 6, "rest", ("week_full",)),
        ([(0, "green"), (2, "green"), (4, "green")], 7, "do", ("greens_left",)),
        ([(0, "red")], 1, "rest", ("day_between", "red")),
        ([(0, "red")], 2, "rest", ("red",)),
        ([(0, "red")], 3, "do", ("after_red", "greens_left")),
        ([(0, "amber")], 2, "do", ("after_amber", "greens_left")),
    ],
)
def test_what_is_proposed(history: list[tuple[int, Colour]], now: int, kind: str, reasons: tuple[str, ...]) -> None:
    found = proposal_of(at(2, *history), MAY_RUN, (), False, day(now))
    assert (found.kind, found.reasons) == (kind, reasons)
    assert (found.step is None) == (kind in ("rest", "closed"))


def test_without_the_green_light_it_is_walking_at_most() -> None:
    found = proposal_of(at(3), MAY_WALK, (), False, D0)
    assert (found.kind, found.step) == ("walk_only", LADDER.steps[1])
    assert proposal_of(at(1), MAY_WALK, (), False, D0).kind == "do"
    only_runs = Ladder("l", "runs", LADDER.steps[2:])
    assert proposal_of(Position(only_runs, 1), MAY_WALK, (), False, D0).step is None


def test_an_open_flag_closes_all() -> None:
    for standing, flag in ((MAY_RUN, True), (Standing("nothing", "flag_open"), False)):
        assert proposal_of(at(0, (0, "waiting")), standing, (), flag, day(1)).reasons == ("flag_open",)


@pytest.mark.parametrize(("gone", "number"), [(13, 2), (14, 1), (27, 1), (28, 0)])
def test_after_a_break_a_step_back_is_offered(gone: int, number: int) -> None:
    anywhere = [Run("w", D0, kind="walk")]
    found = proposal_of(at(2), MAY_RUN, anywhere, False, day(gone))
    assert found.step == LADDER.steps[number]
    assert (found.kind == "step_back") == (number != 2)
    assert proposal_of(at(2, moved=gone - 1), MAY_RUN, anywhere, False, day(gone)).kind == "do", (
        "a move answers the offer"
    )
    assert proposal_of(at(0), MAY_RUN, anywhere, False, day(gone)).kind == "do"
