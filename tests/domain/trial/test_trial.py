"""Trials: what is refused, what stops one, and when no coin is tossed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.flag_record import Flag
from sciatica_journal.domain.trial.course import Counts, counts, phase, safety_stop
from sciatica_journal.domain.trial.draw import Draw
from sciatica_journal.domain.trial.flaring import in_a_flare
from sciatica_journal.domain.trial.options import names_running, refused
from sciatica_journal.domain.trial.trial import Trial

DAY = date(2026, 3, 4)
AT = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
GIVEN: dict[str, Any] = {"at": AT, "option_a": "road", "option_b": "trail", "seed": "0123456789abcdef"}
TRIAL = Trial("t", DAY, **GIVEN)


def on(ago: int) -> date:
    return DAY - timedelta(days=ago)


@pytest.mark.parametrize(
    "wrong",
    [
        {"planned": 16}, {"planned": 22}, {"planned": 204}, {"planned": 20.0}, {"seed": ""}, {"seed": "xyz"},
        {"option_a": ""}, {"option_a": "TRAIL"}, {"option_b": "a\nb"}, {"option_b": "x" * 41}, {"outcome": "luck"},
        {"running": "all"}, {"status": "paused"}, {"stop": "boredom"}, {"outcome": "response", "running": "one"},
    ],
)  # fmt: skip
def test_a_trial_that_does_not_hold_is_refused_in_words(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue) as caught:
        Trial("t", DAY, **{**GIVEN, **wrong})
    assert caught.value.hint


@pytest.mark.parametrize(
    ("option", "why"),
    [
        ("no ibuprofen", "medicine"), ("Skipping my MEDICATION", "medicine"), ("2 tablets", "medicine"),
        ("take gabapentin", "medicine"), ("half the dose", "medicine"), ("pain killers", "medicine"),
        ("skip physio", "care"), ("without sleep", "care"), ("no doctor\u2019s appointment", "care"),
        ("run through the pain", "harm"), ("push through", "harm"), ("two beers", "harm"),
        ("road", None), ("short run, 3 km", None), ("rest", None), ("no run", None), ("stretching", None),
        ("sleep 8 h", None), ("do physio exercises", None), ("walk without hills", None),
    ],
)  # fmt: skip
def test_no_coin_decides_about_medicine_care_or_harm(option: str, why: str | None) -> None:
    assert refused(("road", option)) == why


def test_a_run_is_known_by_its_words() -> None:
    said = ["run", "easy jog", "road", "5k", "treadmill", "rest", "no run", "long walk", "stretching"]
    assert [names_running(one) for one in said] == [True] * 5 + [False] * 4


def days(pains: Sequence[int | None], name: str = "pain_worst") -> list[Day]:
    """Days up to today, the last value is today's."""
    last = len(pains) - 1
    return [Day(on(last - at), **{name: pain}) for at, pain in enumerate(pains)]  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize("name", ["pain_worst", "pain_morning"])
def test_two_of_the_last_three_days_two_above_the_usual_are_a_flare(name: str) -> None:
    usual = [3, 3, 2, 3, 4, 3]
    assert in_a_flare(days([*usual, 5, 3, 5], name), (), DAY)
    assert in_a_flare(days([*usual, 5, None, 6, 2], name), (), DAY)
    assert not in_a_flare(days([*usual, 5, 3, 4], name), (), DAY)
    assert not in_a_flare(days([3, 3, 3, 3, 9, 9, 9], name), (), DAY)
    assert not in_a_flare(days([*usual, 5, 3, 5], name), (), DAY + timedelta(days=30))


def test_two_of_the_last_three_runs_that_flared_are_one_too() -> None:
    def runs(*responses: str) -> list[Run]:
        return [Run(f"{at}", on(len(responses) - at), response=one) for at, one in enumerate(responses)]

    assert in_a_flare([], runs("flared", "settled", "flared"), DAY)
    assert not in_a_flare([], runs("flared", "flared", "settled", "settled"), DAY)
    assert not in_a_flare([], runs("flared", "flared"), DAY + timedelta(days=20))


def draws(options: str, answered: Sequence[str | None] = ()) -> list[Draw]:
    """A draw a day from the start on."""
    said = [*answered, *[None] * len(options)]
    return [
        Draw(f"t:{n}", DAY + timedelta(days=n), trial="t", number=n + 1, block=n // 4 + 1, option=one, answered=said[n])
        for n, one in enumerate(options)
    ]


def flared(drawn: Sequence[Draw], *numbers: int) -> list[Run]:
    return [Run(f"r{n}", drawn[n].date, response="flared") for n in numbers]


def test_three_flares_more_on_one_option_stop_it() -> None:
    drawn = draws("abababab")
    assert safety_stop(TRIAL, drawn, flared(drawn, 0, 2, 4), ()) == "flared"
    assert safety_stop(TRIAL, drawn, flared(drawn, 0, 2, 4, 5), ()) is None
    assert safety_stop(TRIAL, drawn, flared(drawn, 1, 3, 5), ()) == "flared"
    assert safety_stop(TRIAL, drawn, [Run("x", on(n), response="flared") for n in range(1, 5)], ()) is None


def flag(hours: int, tier: str = "S", outcome: str | None = None, **more: Any) -> Flag:
    return Flag("f", DAY, "weakness", tier, AT + timedelta(hours=hours), outcome=outcome, **more)


def test_an_urgent_flag_raised_since_it_began_stops_it() -> None:
    assert safety_stop(TRIAL, (), (), [flag(1)]) == "red_flag"
    assert safety_stop(TRIAL, (), (), [flag(1, "E", "seen_cleared", closed=AT)]) == "red_flag"
    assert safety_stop(TRIAL, (), (), [flag(1, "G"), flag(-1), flag(2, outcome="by_mistake")]) is None


def test_it_is_over_when_the_last_morning_is_in() -> None:
    drawn = draws("abba" * 5)
    last = drawn[-1].date
    assert phase(TRIAL, drawn[:-1], last) == "open"
    assert phase(TRIAL, drawn, last) == phase(TRIAL, drawn, last + timedelta(days=1)) == "waiting"
    assert phase(TRIAL, drawn, last + timedelta(days=1), answered=True) == "finished"
    assert phase(TRIAL, drawn, last + timedelta(days=2)) == "finished"
    assert phase(Trial("t", DAY, status="stopped", **GIVEN), drawn[:3], last) == "stopped"


def test_refused_and_unanswered_draws_are_counted() -> None:
    found = counts(draws("abba", ["accepted", "refused", "accepted"]))
    assert (found, found.unanswered) == (Counts(4, 2, 1), 1)
