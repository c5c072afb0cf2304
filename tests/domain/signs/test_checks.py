"""The safety check: what its answers raise, and when it is due."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.care.check import CHECK_ITEMS, Check
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.red_flags import LoggedDay, SignState
from sciatica_journal.domain.signs.due import SHORT_ITEMS, STRENGTH, WEEKLY_ITEMS, Due, due_check

from .given import TIER_OF, TODAY, ago, check, found, logged, row, triggers

EMERGENCY = {"saddle": "saddle", "bladder": "bladder", "bowel": "bowel", "sexual": "genital", "both_legs": "both_legs"}
SAME_DAY = {
    "weak": "weakness", "numb": "spreading_numbness", "tingling": "spreading_numbness", "fever": "infection",
    "weight": "cancer_signs",
}  # fmt: skip


@pytest.mark.parametrize("answer", ["new", "more", "unsure"])
@pytest.mark.parametrize(("item", "trigger"), [*EMERGENCY.items(), *SAME_DAY.items()])
def test_new_more_and_unsure_count_as_yes(item: str, trigger: str, answer: str) -> None:
    (one,) = found(checks=[check(**{item: answer})])
    assert (one.trigger, one.certain) == (trigger, True)
    assert TIER_OF[trigger] == ("E" if item in EMERGENCY else "S")
    examined = [SignState(item, examined=True)]
    assert triggers(checks=[check(**{item: answer})], known=examined) == [trigger]


@pytest.mark.parametrize("item", EMERGENCY)
def test_as_usual_is_quiet_for_an_emergency_sign_only_if_it_was_examined(item: str) -> None:
    usual = [check(**{item: "usual"})]
    (one,) = found(checks=usual)
    assert (one.trigger, one.certain) == (EMERGENCY[item], False)
    known = SignState(item, since=ago(50), examined=ago(40))
    assert triggers(checks=usual, known=[known]) == []
    assert triggers(checks=usual, known=[known._replace(changed=ago(30))]) == [EMERGENCY[item]]
    assert triggers(checks=usual, known=[known._replace(examined=ago(60))]) == [EMERGENCY[item]]
    assert triggers(checks=usual, known=[SignState("numb", examined=True)]) == [EMERGENCY[item]]


def test_no_and_a_leg_as_usual_raise_nothing() -> None:
    assert triggers(checks=[check(**dict.fromkeys(CHECK_ITEMS, "no"))]) == []
    assert triggers(checks=[check(weak="usual", numb="usual", tingling="usual", weight="usual")]) == []


@pytest.mark.parametrize(("walk", "trigger"), [("heel_walk_left", "foot_drop"), ("toe_walk_right", "weakness")])
def test_a_walk_newly_impossible_is_raised_at_once(walk: str, trigger: str) -> None:
    cannot = [check(walks={walk: "no"})]
    assert triggers(checks=cannot) == [trigger]
    assert triggers(checks=cannot, before=[check(7, walks={walk: "yes"})]) == [trigger]
    assert triggers(checks=cannot, before=[check(7, walks={walk: "no"}), check(14, walks={walk: "yes"})]) == []
    side = walk.rpartition("_")[2]
    examined = [SignState("weak", side, since=ago(90), examined=ago(80))]
    assert triggers(checks=cannot, known=examined) == []
    assert triggers(checks=cannot, known=examined, before=[check(7, walks={walk: "yes"})]) == [trigger]


def test_a_walk_that_feels_harder_than_before_is_weakness() -> None:
    hard = [check(walks={"heel_walk_left": "hard"})]
    assert triggers(checks=hard, before=[check(7, walks={"heel_walk_left": "yes"})]) == ["weakness"]
    assert triggers(checks=hard, before=[check(7, walks={"heel_walk_left": "hard"})]) == []
    assert triggers(checks=hard) == []


def raises(days: int, count: int, side: str = "left") -> Check:
    return check(days, walks={f"calf_raises_{side}": count})


@pytest.mark.parametrize(
    ("today", "before", "drops"),
    [
        (15, [raises(1, 15), raises(8, 20)], True),
        (15, [raises(7, 12), raises(27, 20)], True),
        (15, [raises(8, 20)], False),
        (16, [raises(1, 15), raises(8, 20)], False),
        (15, [raises(1, 16), raises(8, 20)], False),
        (15, [raises(1, 15), raises(29, 20)], False),
        (15, [raises(1, 15), raises(8, 20, "right")], False),
        (15, [raises(9, 15), raises(20, 20)], False),
        (0, [raises(1, 0), raises(8, 0)], False),
    ],
)
def test_calf_raises_down_by_a_quarter_twice_are_raised(today: int, before: list[Check], drops: bool) -> None:
    assert triggers(checks=[raises(0, today)], before=before) == (["strength_drop"] if drops else [])


def due(
    known: list[SignState] | None = None, checks: list[Check] | None = None, days: list[LoggedDay] | None = None,
    runs: list[Run] | None = None,
) -> Due:  # fmt: skip
    return due_check(TODAY, known or [], checks or [], days or [], runs or [])


FULL = dict.fromkeys(WEEKLY_ITEMS, "no")
LAST_WEEK = [check(3, walks={"heel_walk_left": "yes"}, **FULL)]


def test_a_new_journal_asks_for_a_check_after_a_week_and_then_weekly() -> None:
    assert due() == Due()
    assert due(days=[logged(6)]) == Due()
    assert due(days=[logged(7)]) == Due("weekly", WEEKLY_ITEMS, STRENGTH)
    assert due(checks=[check(6, **FULL)], days=[logged(90)]) == Due()
    assert due(checks=[check(7, **FULL)], days=[logged(90)]).kind == "weekly"
    assert due(checks=[check(0, **FULL)], days=[logged(90)]) == Due()


def test_a_short_check_does_not_put_the_weekly_one_off() -> None:
    assert due(checks=[check(1, numb="no"), check(8, **FULL)]).kind == "weekly"


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (SignState("numb", "left", since=ago(0)), "short"),
        (SignState("numb", "left", since=ago(13)), "short"),
        (SignState("numb", "left", since=ago(14)), None),
        (SignState("tingling", "left", since=ago(400), examined=ago(300), changed=ago(2)), "short"),
        (SignState("numb", "left", since=ago(5), examined=ago(4)), None),
        (SignState("numb", "left", since=ago(5), ended=ago(1)), None),
        (SignState("numb", examined=True), None),
    ],
)
def test_the_check_is_daily_for_a_fortnight_after_onset_or_change(state: SignState, kind: str | None) -> None:
    assert due([state], LAST_WEEK).kind == kind
    assert due([state], [*LAST_WEEK, check(0, numb="usual")]).kind is None


def test_logged_weakness_or_numbness_asks_daily_before_anything_is_told_of_it() -> None:
    new = row(range(3), numb="left")
    assert due(checks=LAST_WEEK, days=new) == Due("short", SHORT_ITEMS)
    assert due(checks=LAST_WEEK, days=row(range(0, 28, 3), numb="left")).kind is None
    assert due(checks=LAST_WEEK, days=row(range(3), tingling="left")).kind is None
    assert due([SignState("numb", "left", since=ago(40), examined=ago(30))], LAST_WEEK, new).kind is None


@pytest.mark.parametrize(
    ("effort", "days", "asked"), [(7, 0, False), (10, 2, False), (7, 3, True), (6, 0, True), (None, 0, True)]
)
def test_strength_is_not_looked_at_within_two_days_of_a_hard_run(effort: int | None, days: int, asked: bool) -> None:
    run = Run("r", ago(days), effort=effort)
    found = due(checks=[check(7, **FULL)], runs=[run])
    assert found.strength == (STRENGTH if asked else ())
    assert due(checks=[raises(1, 10), raises(9, 20), *LAST_WEEK], runs=[run]).strength == (
        ("calf_raises",) if asked else ()
    )


def test_strength_is_looked_at_weekly_at_most() -> None:
    assert due(checks=[check(7, **FULL), check(6, walks={"toe_walk_left": "yes"})]).strength == ()


def test_a_count_that_fell_is_repeated_the_next_day_and_not_again() -> None:
    assert due(checks=[*LAST_WEEK, raises(1, 10), raises(9, 20)]) == Due("short", (), ("calf_raises",))
    assert due(checks=[*LAST_WEEK, raises(0, 10), raises(9, 20)]).strength == ()
    assert due(checks=[*LAST_WEEK, raises(1, 10), raises(2, 10), raises(9, 20)]).strength == ()
    assert due(checks=[*LAST_WEEK, raises(1, 19), raises(9, 20)]).strength == ()


def test_a_year_of_stable_numb_toes_logged_daily_asks_once_a_week_at_most() -> None:
    """Rule 13: whoever is alarmed daily learns to wave alarms away."""
    known = [SignState("numb", "left", "outer toes", since=ago(2000), examined=ago(1000))]
    checks: list[Check] = []
    days: list[LoggedDay] = []
    asked = []
    for number in range(365, -1, -1):
        day = ago(number)
        days.append(LoggedDay(day, numb="left", pain_worst=1))
        what = due_check(day, known, checks, days[-99:], [])
        if what.kind is not None:
            asked.append(day)
            answers = {item: "usual" if item == "numb" else "no" for item in what.items}
            checks.append(Check(f"c{number}", day, answers))
        earlier = [one._replace(date=one.date + timedelta(days=number)) for one in days[-99:-1]]
        assert triggers(numb="left", pain_worst=1, earlier=earlier, known=known) == []
    assert 50 <= len(asked) <= 53
    assert all(later - one >= timedelta(days=7) for one, later in pairwise(asked))


@given(st.dictionaries(st.sampled_from(CHECK_ITEMS), st.sampled_from(["no", "usual", "more", "new", "unsure"])))
def test_a_worse_answer_never_lowers_the_tier(answers: dict[str, str]) -> None:
    def urgency(said: dict[str, Any]) -> int:
        return min(("ESG".index(TIER_OF[name]) for name in triggers(checks=[check(**said)])), default=3)

    for item in CHECK_ITEMS:
        if answers.get(item) in {"no", None}:
            assert urgency({**answers, item: "new"}) <= urgency(answers)
