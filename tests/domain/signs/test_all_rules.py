"""What holds of all the rules at once: order, quiet days, more evidence, one notice for one thing."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import SENSATION_SIDES
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.red_flags import (
    DayRecords,
    Earlier,
    LoggedDay,
    Raised,
    SignState,
    State,
    find_signs,
)
from sciatica_journal.domain.signs.in_values import wants_earlier
from sciatica_journal.domain.spot import Spot
from sciatica_journal.guide.safety import load_safety

from .given import RULES, TIER_OF, TODAY, ago, background, check, logged, row

SENSATION = st.sampled_from([None, *SENSATION_SIDES])
RATING = st.none() | st.integers(0, 10)
LEG = st.none() | st.integers(0, 6)
SPOT = st.builds(
    Spot,
    st.sampled_from(["calf", "groin", "saddle", "upper_back", "shin_med", "toe1", "buttock_mid"]),
    st.sampled_from([None, "left", "right", "both"]),
    RATING,
    st.lists(st.sampled_from(["numb", "deep", "throbbing", "burning", "aching"]), unique=True).map(tuple),
)
RUN = st.builds(Run, st.uuids().map(str), st.just(TODAY), pain_before=RATING, pain_during=RATING)
MOMENT = st.builds(
    Moment, st.uuids().map(str), st.just(TODAY), st.just(datetime(2026, 3, 4, 9, tzinfo=UTC)),
    region=st.sampled_from([None, "calf", "saddle"]), side=st.sampled_from([None, "left", "both"]),
)  # fmt: skip
LOGGED = st.builds(LoggedDay, st.integers(1, 98).map(ago), SENSATION, SENSATION, SENSATION, RATING, RATING, LEG, LEG)
DAYS = st.lists(LOGGED, unique_by=lambda day: day.date, max_size=40)
ANSWERS = st.dictionaries(
    st.sampled_from(["saddle", "both_legs", "numb", "weak", "fever"]),
    st.sampled_from(["no", "usual", "more", "unsure"]),
)
DAY = st.builds(
    Day, st.just(TODAY), pain_worst=RATING, leg_left=LEG, leg_right=LEG, numb=SENSATION, tingling=SENSATION,
    weak=SENSATION, spots=st.lists(SPOT, max_size=4).map(tuple),
)  # fmt: skip


def outline(raised: tuple[Raised, ...]) -> list[tuple[str, bool, str]]:
    return [(one.trigger, one.certain, one.evidence) for one in raised]


def urgency(raised: tuple[Raised, ...]) -> int:
    """Return the highest tier, 0 emergency, 3 nothing."""
    return min(("ESG".index(TIER_OF[one.trigger]) for one in raised), default=3)


@given(DAY, st.lists(RUN, max_size=3), st.lists(MOMENT, max_size=3), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_records_makes_no_difference(
    day: Day, runs: list[Run], moments: list[Moment], days: list[LoggedDay], random: Any
) -> None:
    state = State((), background(cancer=True, steroids=True), Earlier(days))
    before = outline(find_signs(DayRecords(day, moments, runs), RULES, state))
    for records in (runs, moments, days):
        random.shuffle(records)
    state = State((), background(cancer=True, steroids=True), Earlier(days))
    assert outline(find_signs(DayRecords(day, moments, runs), RULES, state)) == before


@given(
    st.builds(
        Day, st.just(TODAY), pain_worst=st.just(None), sleep_hours=st.none() | st.floats(0, 24), mood=RATING,
        stress=RATING, numb=st.sampled_from([None, "none"]), weak=st.sampled_from([None, "none"]),
        uneventful=st.sampled_from([None, True]),
    ),
    ANSWERS.map(lambda said: dict.fromkeys(said, "no")),
)  # fmt: skip
def test_a_quiet_day_never_raises_anything(day: Day, answers: dict[str, str]) -> None:
    days = row(range(1, 98, 3), pain_worst=3, weak="left", numb="left")
    state = State((), background(cancer=True, accident=True, immune=True, steroids=True), Earlier(days))
    assert find_signs(DayRecords(day, checks=[check(**answers)]), RULES, state) == ()


@given(st.integers(0, 97))
def test_a_day_of_its_own_that_needs_no_comparison_reads_no_other(sleep: int) -> None:
    assert not wants_earlier(DayRecords(Day(TODAY, sleep_hours=sleep / 10, mood=4, uneventful=True)))
    assert wants_earlier(DayRecords(Day(TODAY, pain_worst=1)))
    assert wants_earlier(DayRecords(Day(TODAY, numb="left")))
    assert wants_earlier(DayRecords(None, checks=[check(numb="no")]))


@settings(deadline=None)
@given(DAY, DAYS, ANSWERS, st.data())
def test_adding_evidence_never_lowers_the_tier(
    day: Day, days: list[LoggedDay], answers: dict[str, str], data: st.DataObject
) -> None:
    state = State((), None, Earlier(days))
    before = urgency(find_signs(DayRecords(day), RULES, state))
    more: list[DayRecords] = [
        DayRecords(day, checks=[check(**answers)]),
        DayRecords(day, runs=[data.draw(RUN)], moments=[data.draw(MOMENT)]),
        DayRecords(replace(day, spots=(*day.spots, data.draw(SPOT)))),
        DayRecords(replace(day, note="numb between my legs")),
    ]
    wider: dict[str, Any] = {data.draw(st.sampled_from(["numb", "tingling", "weak"])): "both"}
    more.append(DayRecords(replace(day, **wider)))
    for records in more:
        assert urgency(find_signs(records, RULES, state)) <= before
    told = State((), background(cancer=True, accident=True, osteoporosis=True), Earlier(days))
    assert urgency(find_signs(DayRecords(day), RULES, told)) <= before


@pytest.mark.parametrize(
    ("known", "asks"),
    [
        ([SignState("numb", "both", since=ago(90), examined=ago(80))], False),
        ([SignState("numb", "left", since=ago(90), examined=ago(80)),
          SignState("numb", "right", since=ago(70), examined=ago(60))], False),
        ([SignState("numb", examined=True), SignState("both_legs", examined=True)], False),
        ([SignState("numb", "left", since=ago(90), examined=ago(80)), SignState("both_legs", examined=True)], True),
        ([SignState("numb", "both", since=ago(90), examined=ago(95))], True),
        ([SignState("numb", "both", since=ago(90), examined=ago(80), changed=ago(2))], True),
        ([SignState("tingling", "both", since=ago(90), examined=ago(80))], True),
        ([SignState("numb", examined=True)], True),
        ([SignState("both_legs", since=ago(90), examined=ago(80))], True),
    ],
)  # fmt: skip
def test_numbness_on_both_sides_is_quiet_only_where_both_were_examined(known: list[SignState], asks: bool) -> None:
    raised = find_signs(DayRecords(Day(TODAY, numb="both")), RULES, State(known, None, Earlier(row([1], numb="both"))))
    assert [one.trigger for one in raised] == (["both_legs"] if asks else [])


def test_a_sign_that_the_content_does_not_have_is_left_out() -> None:
    rules = RULES._replace(triggers=())
    assert find_signs(DayRecords(Day(TODAY, weak="left")), rules, State((), None, Earlier())) == ()


def test_what_is_certain_wins_over_the_same_evidence_that_is_not() -> None:
    checks = [check(saddle="usual"), check(saddle="new")]
    (first, second) = find_signs(DayRecords(None, checks=checks), RULES, State())
    assert (first.certain, second.certain) == (True, False)


def test_yesterdays_records_are_compared_and_not_raised_again() -> None:
    earlier = Earlier([logged(1, weak="left", pain_worst=9, numb="both")])
    assert find_signs(DayRecords(Day(TODAY, mood=3)), RULES, State((), None, earlier)) == ()


def test_the_content_has_every_trigger_of_the_rules_in_its_tier() -> None:
    content = {trigger.id: trigger.tier for trigger in load_safety().triggers}
    assert {trigger: content.get(trigger) for trigger in TIER_OF} == TIER_OF
