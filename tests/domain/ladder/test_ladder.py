"""The ladder: reading one, verdicts, the replay, and what is proposed."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.care.standing import Standing
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.ladder.body import After, Days, Usual
from sciatica_journal.domain.ladder.ladder import Ladder, Part, Step
from sciatica_journal.domain.ladder.move import LadderMove
from sciatica_journal.domain.ladder.position import Answered, Outing, Position, ladder_in_use, position, stays
from sciatica_journal.domain.ladder.proposal import today
from sciatica_journal.domain.ladder.reading import read_ladder
from sciatica_journal.domain.ladder.verdict import Colour, Verdict, verdict
from sciatica_journal.domain.run import Run

D0 = date(2026, 3, 1)
MAY_RUN = Standing("running", "green_light", D0 - timedelta(days=30))
MAY_WALK = Standing("walking", "not_examined")
LADDER = Ladder(
    "l", "a ladder",
    (
        Step("w1", "walk 15", (Part("walk", 15),)),
        Step("w2", "walk 30", (Part("walk", 30),)),
        Step("r1", "walk and run", (Part("walk", 4.5), Part("run", 0.5)), 6),
        Step("r2", "run", (Part("run", 30),)),
    ),
)  # fmt: skip


def day(after: int) -> date:
    return D0 + timedelta(days=after)


def move(kind: str, step: str, after: int = 0, hour: int | None = None, ladder: str = "l") -> LadderMove:
    at = datetime(2026, 3, 1, hour, tzinfo=ZoneInfo("UTC")) + timedelta(days=after) if hour is not None else None
    return LadderMove(f"{kind}{step}{after}{hour}", day(after), at=at, ladder=ladder, step=step, move=kind)


def outing(after: int, step: str, colour: Colour) -> Outing:
    return Outing(Run(f"{after}{step}", day(after), ladder="l", step=step), Verdict(colour))


def walked(*done: tuple[int, str, Colour], moves: tuple[LadderMove, ...] = ()) -> Position:
    found = position(LADDER, (move("start", "w1"), *moves), [outing(*one) for one in done])
    assert found is not None
    return found


# -- reading -------------------------------------------------------------------------------------


def test_a_step_knows_its_kind_and_minutes() -> None:
    assert [(step.kind, step.minutes) for step in LADDER.steps] == [
        ("walk", 15), ("walk", 30), ("run_walk", 30), ("run", 30),
    ]  # fmt: skip


ONE = {"title": "t", "steps": [{"parts": [["walk", 10]]}]}


def test_a_table_reads_as_a_ladder_with_titles_and_ids_where_none_are_given() -> None:
    read = read_ladder({**ONE, "greens": 3, "colour": "of a later version"}, "mine")
    assert (read.id, read.greens, read.steps[0].id, read.steps[0].title) == ("mine", 3, "1", "walk 10 min")


@pytest.mark.parametrize(
    "table",
    [
        {}, {"title": "t"}, {**ONE, "steps": []}, {**ONE, "steps": [3]}, {**ONE, "greens": True}, {**ONE, "greens": 0},
        {**ONE, "title": ""}, {**ONE, "title": "a\nb"}, {**ONE, "steps": [{"parts": []}]}, {**ONE, "per_week": 10**30},
        {**ONE, "steps": [{"parts": [["swim", 3]]}]}, {**ONE, "steps": [{"parts": [["run", float("nan")]]}]},
        {**ONE, "steps": [{"parts": [["run", 10**400]]}]}, {**ONE, "steps": [{"parts": [["run", -1]]}]},
        {**ONE, "steps": ONE["steps"] * 61}, {**ONE, "steps": [{"id": "a", "parts": [["run", 1]]}] * 2},
        {**ONE, "steps": [{"parts": [["run", 2000]], "times": 100}]},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_ladder_is_refused_in_words(table: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue) as raised:
        read_ladder(table, "mine")
    assert len(str(raised.value)) < 400


_LEAF = st.sampled_from(
    [None, True, 0, -1, 3, 10**30, 0.5, float("inf"), float("nan"), "walk", "run", "", "\n", [], {}]
)
_PART = st.lists(_LEAF, max_size=3) | _LEAF
_STEP = st.fixed_dictionaries({}, optional={"parts": st.lists(_PART, max_size=2) | _LEAF, "times": _LEAF, "id": _LEAF})


@settings(max_examples=40)
@given(
    st.fixed_dictionaries({"title": _LEAF}, optional={"steps": st.lists(_STEP | _LEAF, max_size=2), "greens": _LEAF})
)
def test_hostile_tables_read_or_are_refused(table: dict[str, Any]) -> None:
    with suppress(InvalidValue):
        read_ladder(table, "mine")


# -- verdicts ------------------------------------------------------------------------------------

USUAL = Usual(2, 3, frozenset({("numb", "left")}))


@pytest.mark.parametrize(
    ("values", "after", "colour"),
    [
        ({"response": "settled", "pain_during": 4}, After(3, 3), "green"),
        ({"response": "settled"}, After(), "green"),
        ({"response": "settled", "pain_during": 5}, After(), "amber"),
        ({"response": "lingering", "pain_during": 2}, After(), "amber"),
        ({"response": "settled"}, After(4, 3), "amber"),
        ({"response": "settled", "pain_during": 6}, After(), "red"),
        ({"response": "flared"}, After(), "red"),
        ({"response": "settled"}, After(3, 4), "red"),
        ({"pain_during": 6}, After(), "red"),
        ({"pain_during": 5}, After(5, 5), "waiting"),
        ({"response": "settled"}, After(signs=frozenset({("numb", "left")})), "green"),
        ({"response": "settled"}, After(signs=frozenset({("numb", "right")})), "stop"),
        ({"response": "flared"}, After(signs=frozenset({("weak", "left")})), "stop"),
        ({"response": "settled"}, After(flagged=True), "stop"),
        ({}, After(flagged=True), "stop"),
    ],
)
def test_the_colour_of_an_answer(values: dict[str, Any], after: After, colour: str) -> None:
    found = verdict(Run("r", D0, **values), USUAL, after)
    assert found.colour == colour
    assert found.reasons


@settings(max_examples=80)
@given(
    st.integers(0, 10) | st.none(), st.sampled_from(["settled", "lingering", "flared", None]),
    st.integers(0, 6) | st.none(), st.booleans(),
)  # fmt: skip
def test_never_green_while_a_sign_grows_and_never_better_for_more_pain(
    pain: int | None, response: str | None, point: int | None, new: bool
) -> None:
    order = ("green", "waiting", "amber", "red", "stop")
    after = After(point, point, frozenset({("weak", "right")}) if new else frozenset())
    found = verdict(Run("r", D0, pain_during=pain, response=response), USUAL, after).colour
    assert (found == "stop") == new
    if pain is not None and pain < 10:
        worse = verdict(Run("r", D0, pain_during=pain + 1, response=response), USUAL, after).colour
        assert order.index(worse) >= order.index(found)


def test_usual_rests_on_the_last_fourteen_logged_days_before() -> None:
    days = [Day(day(-n), pain_morning=9, numb="right") for n in range(20, 14, -1)]
    days += [Day(day(-n), pain_morning=1, pain_worst=7, leg_left=2, leg_right=4) for n in range(14, 0, -1)]
    days += [Day(D0, pain_morning=8, tingling="both"), Day(day(2), leg_left=5, weak="left", note="later")]
    found = Days(days, [day(2)])
    assert found.usual(D0) == Usual(1, 4, frozenset())
    assert found.after(D0) == After(
        None, None, frozenset({("tingling", s) for s in ("left", "right")} | {("weak", "left")}), True
    )
    assert found.after(day(1)) == After(None, 5, frozenset({("weak", "left")}), True)
    assert found.after(day(1), response_furthest=2).morning == 2
    assert Days([Day(D0, note="nothing told")]).usual(day(1)) == Usual()


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
    assert today(stopped, MAY_RUN, (), False, day(5)).reasons == ("stopped",)
    assert today(stopped, Standing("running", "green_light", day(3)), (), False, day(5)).kind == "do"
    assert walked((0, "w1", "stop"), moves=(move("to", "w1", 1),)).stopped is None


def test_the_last_step_is_done_with_its_greens() -> None:
    up = move("to", "r2")
    assert not walked((0, "r2", "green"), moves=(up,)).done
    done = walked((0, "r2", "green"), (2, "r2", "green"), moves=(up,))
    assert (done.done, done.number) == (True, 3)
    assert today(done, MAY_RUN, (), False, day(5)).kind == "done"


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
    proposal = today(found, MAY_WALK, [], False, day(now))
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
    found = today(at(2, *history), MAY_RUN, (), False, day(now))
    assert (found.kind, found.reasons) == (kind, reasons)
    assert (found.step is None) == (kind in ("rest", "closed"))


def test_without_the_green_light_it_is_walking_at_most() -> None:
    found = today(at(3), MAY_WALK, (), False, D0)
    assert (found.kind, found.step) == ("walk_only", LADDER.steps[1])
    assert today(at(1), MAY_WALK, (), False, D0).kind == "do"
    only_runs = Ladder("l", "runs", LADDER.steps[2:])
    assert today(Position(only_runs, 1), MAY_WALK, (), False, D0).step is None


def test_an_open_flag_closes_all() -> None:
    for standing, flag in ((MAY_RUN, True), (Standing("nothing", "flag_open"), False)):
        assert today(at(0, (0, "waiting")), standing, (), flag, day(1)).reasons == ("flag_open",)


@pytest.mark.parametrize(("gone", "number"), [(13, 2), (14, 1), (27, 1), (28, 0)])
def test_after_a_break_a_step_back_is_offered(gone: int, number: int) -> None:
    anywhere = [Run("w", D0, kind="walk")]
    found = today(at(2), MAY_RUN, anywhere, False, day(gone))
    assert found.step == LADDER.steps[number]
    assert (found.kind == "step_back") == (number != 2)
    assert today(at(2, moved=gone - 1), MAY_RUN, anywhere, False, day(gone)).kind == "do", "a move answers the offer"
    assert today(at(0), MAY_RUN, anywhere, False, day(gone)).kind == "do"
