"""New episodes, settled weeks, and the nerve signs that forbid to count less (rule 14)."""

from datetime import date, timedelta
from typing import Any

import pytest

from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.signs.known import SignState
from sciatica_journal.domain.signs.windows import last_episode
from sciatica_journal.domain.tracking.episode import episode_start, is_new_episode
from sciatica_journal.domain.tracking.settling import is_quiet, is_settled, may_count_less
from tests.given import TODAY


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def days(first: int, last: int, **values: Any) -> list[Day]:
    return [Day(ago(n), **values) for n in range(first, last - 1, -1)]


QUIET_BEFORE = days(90, 31, pain_worst=0)


def test_an_episode_begins_with_the_first_pain_after_eight_weeks_without() -> None:
    assert episode_start([*QUIET_BEFORE, *days(20, 0, pain_worst=4)], TODAY) == ago(20)
    assert is_new_episode([*QUIET_BEFORE, *days(20, 0, pain_worst=4)], TODAY)


def test_without_notes_from_before_nothing_says_that_it_is_new() -> None:
    assert episode_start(days(20, 0, pain_worst=4), TODAY) is None
    assert is_new_episode(days(20, 0, pain_worst=4), TODAY, onset=ago(20))
    assert not is_new_episode(days(20, 0, pain_worst=4), TODAY, onset=ago(400))


def test_an_old_episode_is_not_new() -> None:
    assert not is_new_episode(days(90, 0, pain_worst=4), TODAY)
    assert not is_new_episode([*days(95, 50, pain_worst=4), *days(49, 1, pain_worst=0), Day(TODAY, leg_left=4)], TODAY)
    assert not is_new_episode(days(40, 0, pain_worst=0), TODAY)
    assert not is_new_episode([], TODAY)


@pytest.mark.parametrize(("without", "begun"), [(55, 76), (56, 20)])
def test_eight_whole_weeks_without_pain_lie_between_two_episodes(without: int, begun: int) -> None:
    before = 20 + without + 1
    quiet = [*days(95, before + 1, pain_worst=0), *days(before - 1, 21, pain_worst=0)]
    row = [*quiet, Day(ago(before), leg_left=2), *days(20, 0, pain_worst=4)]
    assert episode_start(row, TODAY) == ago(begun)
    assert last_episode([ago(before), *(day.date for day in row if day.pain_worst)], TODAY) == ago(begun)


def test_an_onset_told_long_ago_is_of_another_episode() -> None:
    assert episode_start([*QUIET_BEFORE, *days(20, 0, pain_worst=4)], TODAY, ago(800)) == ago(20)


@pytest.mark.parametrize(
    ("values", "quiet"),
    [
        ({}, None), ({"note": "x"}, None), ({"pain_worst": 1}, True), ({"pain_worst": 2}, False),
        ({"pain_morning": 0, "leg_left": 3}, False), ({"leg_left": 1, "leg_right": 0}, True), ({"function": 8}, True),
        ({"function": 7}, False), ({"uneventful": True}, True), ({"uneventful": True, "pain_worst": 5}, False),
    ],
)  # fmt: skip
def test_a_quiet_day(values: dict[str, Any], quiet: bool | None) -> None:
    assert is_quiet(Day(TODAY, **values)) is quiet


def test_settled_weeks_allow_one_loud_day_but_none_of_the_last_three() -> None:
    calm = days(13, 0, pain_worst=1)
    assert is_settled(calm, TODAY)
    assert is_settled([*days(13, 6, pain_worst=1), Day(ago(5), pain_worst=5), *days(4, 0, pain_worst=0)], TODAY)
    assert not is_settled([*days(13, 1, pain_worst=1), Day(TODAY, pain_worst=5)], TODAY)
    assert not is_settled([*days(13, 8, pain_worst=5), *days(7, 0, pain_worst=0)], TODAY)
    assert not is_settled(days(3, 0, pain_worst=0), TODAY)
    assert not is_settled(calm, TODAY, fortnights=2)
    assert is_settled(days(27, 0, function=10), TODAY, fortnights=2)


FALLING = [*days(27, 14, pain_worst=5), *days(13, 0, pain_worst=1)]


def test_less_pain_without_nerve_signs_allows_to_count_less() -> None:
    assert may_count_less(FALLING, [], TODAY, [], flag_open=False)
    assert not may_count_less(FALLING, [], TODAY, [], flag_open=True)


def test_false_recovery_never_does() -> None:
    numb = [*days(27, 14, pain_worst=5), *days(13, 1, pain_worst=1), Day(TODAY, pain_worst=0, numb="left")]
    assert not may_count_less(numb, [], TODAY, [], flag_open=False)
    long_known = [SignState("numb", "left", examined=True)]
    assert may_count_less(numb, [], TODAY, long_known, flag_open=False)


def test_a_check_that_says_more_never_does() -> None:
    check = Check("c", ago(3), answers={"weak": "more"})
    assert not may_count_less(FALLING, [check], TODAY, [], flag_open=False)
    assert may_count_less(FALLING, [Check("c", ago(3), answers={"weak": "usual"})], TODAY, [], flag_open=False)


def test_a_sign_that_is_new_and_not_examined_never_does() -> None:
    new = SignState("numb", "left", since=ago(5))
    assert not may_count_less(FALLING, [], TODAY, [new], flag_open=False)
    assert may_count_less(FALLING, [], TODAY, [new._replace(examined=ago(2))], flag_open=False)
    assert may_count_less(FALLING, [], TODAY, [new._replace(ended=ago(1))], flag_open=False)
