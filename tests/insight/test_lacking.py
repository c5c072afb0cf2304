"""What a question without enough days waits for, and surfaces without days to be set against."""

from datetime import timedelta

import numpy as np
import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.insight.lacking import Lack, lacking
from sciatica_journal.insight.page import Page, analyse
from sciatica_journal.insight.verdicts import Finding
from sciatica_journal.services.patterns.diary import Diary
from sciatica_journal.services.patterns.page import told
from sciatica_journal.services.patterns.plain import plain_page
from sciatica_journal.services.patterns.words import pattern_words
from tests.insight.diaries import FIRST

DAYS = 90


def page(resting: set[int], *, worse_on_road: float = 0.0) -> Page:
    """Return a diary with a run on each day but those, on the road and on the track by turns of chance."""
    rng = np.random.default_rng(3)
    days, runs, road = [], [], False
    for place in range(DAYS):
        on = FIRST + timedelta(days=place)
        pain = 3 + rng.normal() + worse_on_road * road
        days.append(Day(on, pain_morning=int(np.clip(round(pain), 0, 10))))
        road = place not in resting and bool(rng.random() < 0.5)
        if place not in resting:
            runs.append(Run(str(place), on, kind="run", surface="road" if road else "track"))
    return analyse(days, runs)


def finding(found: Page, key: str) -> Finding:
    return next(one for one in found.findings if one.answer.question.key == key)


@pytest.mark.parametrize(
    ("resting", "lack", "said"),
    [
        (set(), Lack("without", 0, 8), "about 10 more (none without a run so far, it takes 8)."),
        ({9, 40, 70}, Lack("without", 3, 8), "(3 without a run so far, it takes 8)."),
        (set(range(DAYS)) - {50}, Lack("with", 1, 8), "(one with a run so far, it takes 8)."),
    ],
)
def test_a_side_that_lacks_is_named(resting: set[int], lack: Lack, said: str) -> None:
    found = page(resting)
    assert lacking(finding(found, "run 1 pain_morning").answer) == lack
    told = {(one["factor"], one["lag"]): one for one in plain_page(found, pattern_words())["findings"]}
    running, mood = told["run", 1], told["mood", 1]
    assert running["words"].endswith(said)
    assert running["needs_days"] >= lack.wanted - lack.have
    assert mood["words"].endswith("about 25 more (not noted yet).")


@pytest.mark.parametrize(("slips", "rhythm"), [(0.0, True), (0.3, False)])
def test_a_run_every_second_day_waits_for_days_out_of_step(slips: float, *, rhythm: bool) -> None:
    rng, ran = np.random.default_rng(7), False
    days, runs = [], []
    for place in range(DAYS):
        on = FIRST + timedelta(days=place)
        days.append(Day(on, pain_morning=int(rng.integers(1, 6))))
        ran = not ran if rng.random() >= slips else ran
        if ran:
            runs.append(Run(str(place), on, kind="run"))
    running = finding(analyse(days, runs), "run 1 pain_morning")
    assert (lacking(running.answer) == Lack("rhythm")) is rhythm
    card = told(Diary(days[-1].date, tuple(days), tuple(runs))).view.headline
    assert card is not None
    assert ("from your rhythm" in card.title, "A rest day more" in card.words) == (rhythm, rhythm)


def test_where_days_as_such_are_missing_no_side_is_named() -> None:
    few = analyse([Day(FIRST + timedelta(days=place), pain_morning=3) for place in range(5)], [])
    assert lacking(finding(few, "run 1 pain_morning").answer) is None
    one = analyse([Day(FIRST, pain_worst=3)], [])
    assert all(lacking(each.answer) in (None, Lack("factor")) for each in one.findings)
    unrated = analyse([Day(FIRST + timedelta(days=place), uneventful=True) for place in range(40)], [])
    assert lacking(finding(unrated, "run 1 pain_morning").answer) == Lack("outcome")


@pytest.mark.parametrize("resting", [set(), {9}, {9, 40, 70}])
def test_without_days_of_rest_no_surface_is_set_against_them(resting: set[int]) -> None:
    found = page(resting, worse_on_road=2.5)
    for surface in ("road", "track"):
        one = finding(found, f"surface:{surface} 1 pain_morning")
        assert (one.verdict, one.effect) == ("not_enough", None)
        assert lacking(one.answer) == Lack("rest", max(len(resting), 0), 8)
    (contrast,) = found.contrasts
    sign = 1 if contrast.surface == "road" else -1
    assert sign * contrast.estimate.effect == pytest.approx(2.5, abs=0.7)


def test_runs_without_any_day_are_told_from_before_to_after() -> None:
    runs = [
        Run(str(place), FIRST + timedelta(days=place), kind="run", pain_before=2, pain_after=1 + place % 2)
        for place in range(12)
    ]
    found = analyse([], runs)
    assert found.paired is not None
    assert (found.days, found.findings, found.paired.n, found.paired.effect) == (0, (), 12, -0.5)
    view = told(Diary(FIRST, (), tuple(runs))).view
    assert view.days.startswith("Runs are recorded")
    assert [group.title for group in view.groups] == ["Around a run"]


def test_ratings_that_never_vary_have_an_interval_and_no_claim() -> None:
    rng = np.random.default_rng(5)
    days = [Day(FIRST + timedelta(days=place), pain_morning=0, stress=int(rng.integers(0, 11))) for place in range(200)]
    ran = np.flatnonzero(rng.random(200) < 0.5).tolist()
    runs = [Run(str(place), FIRST + timedelta(days=place), pain_before=3, pain_after=2, kind="run") for place in ran]
    found = analyse(days, runs)
    one = finding(found, "run 1 pain_morning")
    assert one.verdict == "no_effect"
    low, high = one.interval or (0.0, 0.0)
    assert -0.2 < low < -0.02 < 0.02 < high < 0.2
    assert {item.certainty for item in found.findings} == {None}
    assert found.paired is not None
    assert -1.2 < found.paired.low < -1.02 < -0.98 < found.paired.high < -0.8
    assert all(trend.low < 0 < trend.high for trend in found.trend.values())
