"""Jumps in distance, the surface ledger and the mirror of what was pushed through."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.run import RESPONSES, SURFACES, Run
from sciatica_journal.domain.running.distance_guard import jump
from sciatica_journal.domain.running.pushed_through import Mornings, mirrors
from sciatica_journal.domain.running.surface_ledger import surface_ledger
from sciatica_journal.domain.units import to_km

DAY = date(2026, 3, 20)


def run(ident: str, ago: int = 1, **values: object) -> Run:
    return Run(ident, DAY - timedelta(days=ago), **{"kind": "run", **values})  # type: ignore[arg-type]  # keywords by name


@pytest.mark.parametrize(
    ("km", "ratio"),
    [(5.0, None), (5.5, None), (5.501, 1.64), (6.5, 1.64), (6.6, 1.52), (10.0, 1.52), (10.1, 2.28)],
)
def test_a_jump_has_the_figure_of_its_band(km: float, ratio: float | None) -> None:
    found = jump(km, DAY, [run("a", 3, distance_km=5.0), run("b", 2, distance_km=4.0)])
    assert (found.ratio.value if found and found.ratio else None) == ratio
    if found:
        assert (found.longest, found.on) == (5.0, DAY - timedelta(days=3))


def test_rounding_of_miles_to_metres_makes_no_jump() -> None:
    for tenths in range(5, 300):
        longest = run("a", 3, distance_km=to_km(tenths / 10, "mi"))
        for times, ratio in ((1.1, None), (1.3, 1.64), (2.0, 1.52)):
            found = jump(to_km(tenths / 10 * times, "mi"), DAY, [longest])
            assert (found.ratio.value if found and found.ratio else None) == ratio, (tenths, times)
        assert jump(to_km(tenths / 10 * 1.11, "mi"), DAY, [longest]) is not None


def test_only_runs_of_the_last_thirty_days_are_compared_with() -> None:
    assert jump(6.0, DAY, [run("a", 30, distance_km=6.0), run("w", 1, kind="walk", distance_km=2.0)]) is None
    after_a_break = jump(6.0, DAY, [run("a", 31, distance_km=6.0)])
    assert after_a_break is not None
    assert (after_a_break.longest, after_a_break.times) == (None, None)
    assert jump(6.0, DAY, []) is None
    assert jump(6.0, DAY, [run("later", -1, distance_km=1.0)]) is None


def test_a_run_is_not_compared_with_itself() -> None:
    assert jump(8.0, DAY, [run("me", 0, distance_km=8.0), run("a", 2, distance_km=5.0)], but="me") is not None
    assert jump(8.0, DAY, [run("other", 0, distance_km=8.0), run("a", 2, distance_km=5.0)], but="me") is None


RUNS = st.lists(
    st.builds(
        Run,
        st.uuids().map(str),
        st.just(DAY),
        kind=st.sampled_from(("walk", "run_walk", "run")),
        surface=st.none() | st.sampled_from(SURFACES),
        duration_min=st.none() | st.integers(1, 200).map(float),
        distance_km=st.none() | st.integers(1, 40).map(float),
        response=st.none() | st.sampled_from(RESPONSES),
    ),
    max_size=20,
    unique_by=lambda one: one.id,
)


@given(RUNS)
def test_the_ledger_counts_every_outing_once(runs: list[Run]) -> None:
    rows = surface_ledger(runs)
    assert sum(row.outings for row in rows) == len(runs)
    assert sum(row.answered for row in rows) == sum(one.response is not None for one in runs)
    assert sum(row.minutes for row in rows) == sum(one.duration_min or 0 for one in runs)
    assert sum(row.km for row in rows) == sum(one.distance_km or 0 for one in runs)
    assert all(row.surface is not None for row in rows[:-1])


def test_the_mirror_stands_a_month_beside_its_other_runs() -> None:
    runs = [
        run("p1", 1, response="flared"), run("p2", 2, response="settled"), run("p3", 3),
        run("o1", 4, response="settled"), run("o2", 5, response="lingering"),
        run("w", 6, kind="walk", response="flared"), run("o3", 40, response="flared"),
    ]  # fmt: skip
    (mirror,) = mirrors(runs, {"p1", "p2", "p3", "w"})
    assert mirror.month == date(2026, 3, 1)
    assert mirror.pushed == Mornings(3, 2, 1)
    assert mirror.others == Mornings(2, 2, 1)
    assert mirror.is_few
