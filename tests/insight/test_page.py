"""The engine on diaries whose truth is known, and on diaries that hold next to nothing."""

import json
import warnings
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.insight.page import Page, analyse
from sciatica_journal.insight.table import MOST_FACTORS
from sciatica_journal.insight.verdicts import Finding
from sciatica_journal.services.patterns.diary import Diary
from sciatica_journal.services.patterns.lines import page_lines
from sciatica_journal.services.patterns.page import told
from sciatica_journal.services.patterns.plain import plain_page
from sciatica_journal.services.patterns.view import PatternsView
from sciatica_journal.services.patterns.words import pattern_words
from tests.insight.diaries import FIRST, diary


def running(page: Page) -> Finding:
    return next(one for one in page.findings if one.answer.question.factor == "run" and one.answer.question.lag == 1)


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    """Twenty diaries in which nothing acts but pain decides about running."""
    return [analyse(*diary(seed, 180, reverse=0.6)) for seed in range(20)]


def test_harm_and_help_are_found_and_named_alike() -> None:
    hurt, helped = (analyse(*diary(7, 365, run_effect=effect, reverse=0.4)) for effect in (1.5, -1.5))
    assert (running(hurt).verdict, running(hurt).certainty) == ("raises", "clearly")
    assert (running(helped).verdict, running(helped).certainty) == ("lowers", "clearly")
    assert running(hurt).effect == pytest.approx(1.5, abs=0.5)
    assert running(helped).effect == pytest.approx(-1.5, abs=0.5)


def test_pain_that_decides_about_running_is_no_effect_of_running(pages: list[Page]) -> None:
    claims = [finding for page in pages for finding in page.findings if finding.certainty is not None]
    said = [one for one in claims if not one.answer.question.same_day]
    assert len(said) <= 4
    assert sum(running(page).certainty is not None for page in pages) <= 1
    crude = [running(page).answer.crude or 0.0 for page in pages]
    adjusted = [running(page).effect or 0.0 for page in pages]
    assert np.mean(crude) < -0.25, "the plain difference says that running helps"
    assert abs(np.mean(adjusted)) < 0.15


def test_intervals_hold_the_truth(pages: list[Page]) -> None:
    later = [one for page in pages for one in page.findings if one.answer.question.lag and one.interval is not None]
    held = [one.interval[0] <= 0 <= one.interval[1] for one in later if one.interval is not None]
    assert len(held) > 200
    assert 0.90 < np.mean(held) < 0.99


def test_the_same_days_give_the_same_page() -> None:
    words = pattern_words()
    first, second = (json.dumps(plain_page(analyse(*diary(3, 90)), words)) for _ in range(2))
    assert first == second


def days(count: int, **values: object) -> list[Day]:
    return [Day(FIRST + timedelta(days=one), **values) for one in range(count)]  # type: ignore[arg-type]  # by name


POOR = {
    "nothing": ([], []),
    "one day": (days(1, pain_worst=3), []),
    "all zeros": (days(60, pain_morning=0, pain_worst=0), [Run("a", FIRST, kind="run")]),
    "all tens": (days(60, pain_morning=10, pain_worst=10, stress=10), []),
    "a constant factor": (days(60, pain_morning=3, factors={"coffee": 2.0}), []),
    "no ratings": (days(60, note="words"), []),
    "a gap of ten years": (
        days(60, pain_morning=2) + [Day(date(2035, 1, 1) + timedelta(days=one), pain_morning=4) for one in range(60)],
        [],
    ),
    "one run a day": (days(60, pain_morning=3), [Run(f"{one}", FIRST + timedelta(days=one), kind="run", surface="track")
                                                 for one in range(60)]),
    "no distance": (days(60, pain_morning=3), [Run(f"{one}", FIRST + timedelta(days=2 * one), kind="run")
                                               for one in range(30)]),
}  # fmt: skip


@pytest.mark.parametrize("name", POOR)
def test_poor_diaries_get_an_honest_answer(name: str) -> None:
    words = pattern_words()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        page = analyse(*POOR[name])
        plain = json.dumps(plain_page(page, words), allow_nan=False)
        lines = page_lines(view(*POOR[name]), words)
    assert lines
    assert not any(one["certainty"] for one in json.loads(plain)["findings"])


def test_factors_that_tell_each_other_are_refused() -> None:
    noted, runs = diary(5, 120)
    doubled = [
        Day(day.date, pain_morning=day.pain_morning, pain_worst=day.pain_worst, stress=day.stress,
            factors={"Ümlaut 🏃": day.factors["factor 0"], "same": day.factors["factor 0"]})
        for day in noted
    ]  # fmt: skip
    page = analyse(doubled, runs)
    assert {one.answer.question.factor for one in page.findings} >= {"factor:Ümlaut 🏃", "factor:same", "run"}


def test_a_factor_is_refused_only_where_nothing_can_be_asked_of_it() -> None:
    noted, runs = diary(5, 120)
    flat = [
        replace(day, pain_worst=day.pain_morning, factors={"same": 1.0, "twice": 2.0 * (place % 2)})
        for place, day in enumerate(noted)
    ]
    page = analyse(flat, runs)
    asked = {one.answer.question.factor for one in page.findings}
    assert asked >= {"stress", "factor:twice"}
    assert page.refused == (("factor:same", "no_variation"),)


def test_what_is_beyond_the_most_frequent_factors_is_told_as_not_asked() -> None:
    noted, runs = diary(6, 40)
    factors = {f"f{number}": 1.0 for number in range(MOST_FACTORS)}
    many = [replace(day, factors=factors | ({"seldom": 1.0} if place < 9 else {})) for place, day in enumerate(noted)]
    page = analyse(many, runs)
    assert ("factor:seldom", "too_many") in page.refused
    assert "factor:seldom" not in {one.answer.question.factor for one in page.findings}


def test_many_factors_are_bounded_and_do_not_flood_the_page() -> None:
    noted, runs = diary(6, 60, factors=30)
    assert sum(one.certainty is not None for one in analyse(noted, runs).findings) <= 2


def view(noted: list[Day], runs: list[Run], *, flag_open: bool = False) -> PatternsView:
    return told(Diary(date(2036, 1, 1), tuple(noted), tuple(runs), flag_open)).view


def test_while_a_flag_is_open_running_is_not_told() -> None:
    noted, runs = diary(7, 365, run_effect=1.5)
    closed = view(noted, runs, flag_open=True)
    assert (closed.headline, closed.load_map) == (None, None)
    assert closed.notice == pattern_words()["title"]["flag"]
    assert "unning" not in "\n".join(
        line for line in page_lines(closed, pattern_words()) if line != closed.notice
    ).replace("what running", "")
    told_of = view(noted, runs).headline
    assert told_of is not None
    assert told_of.title == "Running, for you: clearly raises pain next morning"


def test_a_diary_of_worst_pain_alone_is_answered() -> None:
    noted, runs = diary(8, 365, run_effect=1.5)
    found = running(analyse([replace(day, pain_morning=None) for day in noted], runs))
    assert (found.answer.question.outcome, found.verdict) == ("pain_worst", "raises")


def test_light_mode_asks_how_far_down_and_how_runs_settled() -> None:
    noted, runs = diary(9, 365)
    chance = np.random.default_rng(1)
    ran = {run.date for run in runs}
    legs = [int(np.clip(2 + 2 * (day.date - timedelta(1) in ran) + chance.integers(-1, 2), 0, 6)) for day in noted]
    light = [
        replace(day, pain_morning=None, pain_worst=None, leg_left=leg) for day, leg in zip(noted, legs, strict=True)
    ]
    settled = [replace(run, response="flared" if (run.distance_km or 0) > 6 else "settled") for run in runs]
    page = analyse(light, settled)
    by_key = {finding.answer.question.key: finding for finding in page.findings}
    assert by_key["run 1 furthest"].verdict == by_key["run_km 1 response"].verdict == "raises"
    assert not any(finding.answer.question.outcome.startswith("pain") for finding in page.findings)
    view = told(Diary(FIRST, tuple(light), tuple(settled))).view
    assert view.load_map is not None
    assert view.load_map.head.startswith("How far down")
    said = "\n".join(page_lines(view, pattern_words()))
    assert " levels a month" in said
    assert " points" not in said
    assert all(" points" not in one["words"] for one in plain_page(page, pattern_words())["findings"])
    assert view.headline is not None
    assert " points" not in " ".join(view.headline.details)


def test_less_pain_with_more_signs_is_mixed() -> None:
    noted, runs = diary(10, 120)
    worse = [
        replace(day, pain_morning=8 - place // 15, leg_left=3, numb="left" if place > 60 else "none", weak="none")
        for place, day in enumerate(noted)
    ]
    assert analyse(worse, runs).mixed == ("signs",)
    assert analyse(noted, runs).mixed == ()
