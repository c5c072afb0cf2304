"""Outings of other programs' files and the runs that they belong to: merged, never overwritten."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.run import Run
from sciatica_journal.domain.source_row import SourceRow
from sciatica_journal.exchange.found import Activity
from sciatica_journal.services.exchange.exporting import export_jsonl
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.joining import Closeness, closeness
from sciatica_journal.services.exchange.taking_back import list_imports, undo_import
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.history import changing
from tests.given import NOW, window
from tests.services.bringing import DAY, SEVEN, VIENNA, bring, plan, put, ran, runs, whys


@pytest.mark.parametrize(("later", "joins"), [(1, True), (11, False)])
def test_an_equal_time_alone_makes_no_morning_of_an_evening(session: Session, later: int, joins: bool) -> None:
    put(session, Run("mine", DAY, start=SEVEN, kind="run_walk", duration_min=30))
    evening = SEVEN + timedelta(hours=later)
    found = ran("1", kind="walk", start=evening, duration_min=31, distance_km=3.0)
    assert bring(session, found) == ["merged" if joins else "new"]


def test_minutes_are_counted_through_the_change_to_summer_time() -> None:
    before = datetime(2026, 3, 29, 1, 55, tzinfo=VIENNA)
    after = datetime(2026, 3, 29, 3, 5, tzinfo=VIENNA)
    mine = Run("mine", before.date(), start=before, kind="run", distance_km=3.0)
    found = Run("x", after.date(), start=after, kind="run", distance_km=9.0, source="strava", source_id="1")
    assert closeness(found, mine) == Closeness(1, 600)


@pytest.mark.parametrize("more", [{}, {"heart_rate": 150}])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_run_of_two_imports_goes_with_the_last_of_them(
    session: Session, more: dict[str, int], order: tuple[int, int]
) -> None:
    strava, garmin = ran("1", distance_km=5.0), ran("x", "garmin", distance_km=5.0, **more)
    assert (bring(session, strava), bring(session, garmin)) == (["new"], ["merged"])
    whole = runs(session)
    numbers = [item.id for item in reversed(list_imports(session))]
    back = undo_import(session, numbers[order[0]])
    assert len(runs(session)) == 1
    if order == (0, 1):
        assert (back.removed, back.shared, runs(session)) == (0, 1, whole)
        assert bring(session, garmin) == ["skipped"]
    assert undo_import(session, numbers[order[1]]).removed == 1
    assert runs(session) == []


def test_a_run_that_was_imported_anew_outlives_what_had_filled_it(session: Session) -> None:
    strava = ran("1", distance_km=5.0)
    bring(session, strava)
    first = runs(session)
    bring(session, ran("x", "garmin", distance_km=5.0, heart_rate=150))
    for_garmin, for_strava = (item.id for item in list_imports(session))
    undo_import(session, for_strava)
    assert bring(session, strava) == ["merged"]
    undo_import(session, for_garmin)
    assert runs(session) == first
    assert undo_import(session).removed == 1
    assert runs(session) == []


def test_an_outing_fills_what_is_empty_in_the_run_it_belongs_to(session: Session) -> None:
    mine = Run("mine", DAY, start=SEVEN, kind="run", distance_km=5.0, effort=7, pain_during=3, note="my words")
    put(session, mine)
    planned = plan(session, ran(distance_km=5.31, effort=2, heart_rate=148, title="Lunch [red]", note="their words"))
    assert whys(planned) == [("merged", "belongs to a run that is there")]
    assert planned.items[0].label == "Lunch [red], 5 km: fills heart rate, title"
    run_import(session, planned)
    assert runs(session) == [replace(mine, heart_rate=148, title="Lunch [red]", source="strava", source_id="1")]
    row = session.readable().get("source_row", "strava:1")
    assert row == SourceRow(
        "strava:1", DAY, source="strava", source_id="1", record="run:mine", row={"Activity ID": "1"}
    )


@pytest.mark.parametrize(
    ("typed", "outing", "by"),
    [
        ({"start": SEVEN}, {"start": SEVEN + timedelta(minutes=15)}, 1),
        ({"start": SEVEN}, {"start": SEVEN + timedelta(minutes=16)}, None),
        ({"start": SEVEN.astimezone(UTC)}, {"start": SEVEN}, 1),
        ({"start": SEVEN}, {"start": SEVEN.replace(tzinfo=None)}, 1),
        ({"distance_km": 5.0}, {"distance_km": 5.5}, 2),
        ({"distance_km": 5.0}, {"distance_km": 5.6}, None),
        ({"distance_km": 5.0, "date": DAY - timedelta(days=1)}, {"distance_km": 5.0}, None),
        ({"distance_km": 5.0, "start": SEVEN - timedelta(hours=3)}, {"distance_km": 5.2}, 2),
        ({"distance_km": 5.0, "start": SEVEN - timedelta(hours=3), "source": "fit"}, {"distance_km": 5.2}, None),
        (
            {"distance_km": 5.0, "start": SEVEN.replace(hour=1, tzinfo=None), "source": "garmin"},
            {"distance_km": 5.2},
            2,
        ),
        ({"duration_min": 40.0}, {"distance_km": 7.0, "duration_min": 42.0}, 3),
        ({"duration_min": 40.0, "distance_km": 9.0}, {"distance_km": 7.0, "duration_min": 42.0}, None),
        ({"kind": "walk", "start": SEVEN}, {}, None),
        ({"kind": "run_walk", "start": SEVEN}, {}, 1),
        ({}, {}, None),
    ],
)
def test_what_belongs_together(typed: dict[str, Any], outing: dict[str, Any], by: int | None) -> None:
    run = Run("mine", **{"date": DAY, **typed})
    other = Run(
        "strava-1", **{"date": DAY, "start": SEVEN, "kind": "run", "source": "strava", "source_id": "1", **outing}
    )
    how = closeness(other, run)
    assert (how and how.by) == by


def test_each_run_is_taken_once_and_the_best_match_first(session: Session) -> None:
    put(session, Run("a", DAY, kind="run", distance_km=5.0), Run("b", DAY, start=SEVEN, kind="run", distance_km=5.0))
    later = SEVEN + timedelta(hours=9)
    actions = bring(
        session,
        ran("1", start=later, distance_km=5.2),
        ran("2", start=SEVEN + timedelta(minutes=4), distance_km=5.2),
        ran("3", start=SEVEN + timedelta(hours=2), distance_km=5.1, kind="walk"),
        ran("4", start=SEVEN + timedelta(minutes=9), distance_km=5.4),
    )
    assert actions == ["merged", "merged", "new", "new"]
    assert {run.id: run.source_id for run in runs(session)} == {"a": "1", "b": "2", "strava-3": "3", "strava-4": "4"}


def test_several_sources_of_one_outing_are_one_run(session: Session) -> None:
    minutes = [timedelta(minutes=n) for n in range(3)]
    first = [ran("1", distance_km=5.2), ran("77", "garmin", start=SEVEN + minutes[1], heart_rate=150)]
    assert bring(session, *first) == ["new", "merged"]
    assert bring(session, ran("ab", "fit", start=SEVEN + minutes[2], cadence=168), *first) == [
        "merged", "skipped", "skipped",
    ]  # fmt: skip
    (run,) = runs(session)
    assert (run.id, run.source, run.heart_rate, run.cadence) == ("strava-1", "strava", 150, 168)
    # another outing of a source that has joined the run already is no part of it
    assert bring(session, ran("78", "garmin", start=SEVEN + minutes[2])) == ["new"]


def test_one_outing_that_two_apps_recorded_is_one_run(session: Session) -> None:
    def app(name: str, minutes: int, long: float, **values: Any) -> Activity:
        start = SEVEN + timedelta(minutes=minutes)
        return ran(name, "apple-health", start=start, duration_min=long, **values)

    watch, phone = app("watch", 0, 40.0, heart_rate=150), app("phone", 3, 39.0, distance_km=6.0)
    laps = app("lap 1", 60, 5.0), app("lap 2", 66, 5.0), app("lap 3", 71, 5.0)
    walk = app("walk", 1, 40.0, kind="walk")
    assert bring(session, phone, watch, *laps, walk) == ["merged", "new", "new", "new", "new", "new"]
    both = runs(session)[0]
    assert (both.id, both.distance_km, both.heart_rate) == ("apple-health-watch", 6.0, 150)
    assert bring(session, app("other phone", 5, 38.0, cadence=170), app("lap 4", 77, 5.0)) == ["merged", "new"]
    assert bring(session, phone, watch, *laps, walk) == ["skipped"] * 6


def test_what_was_brought_before_is_known_also_when_it_was_removed_since(session: Session) -> None:
    put(session, Run("typed", DAY, start=SEVEN, kind="run"))
    later = ran("2", start=SEVEN + timedelta(hours=5))
    assert bring(session, ran("1"), later) == ["merged", "new"]
    exported = list(export_jsonl(session))
    assert whys(plan(session, ran("1"), later)) == [("skipped", "imported before")] * 2
    assert bring(session, ran("1"), later) == ["skipped", "skipped"]
    assert list(export_jsonl(session)) == exported
    with changing(session.writer(), "remove", NOW, "w") as change:
        change.remove("run", "strava-2")
    assert whys(plan(session, later)) == [("skipped", "imported before, and removed since")]
    assert whys(plan(session, ran("9"), ran("9"))) == [
        ("new", "not in the journal yet"),
        ("skipped", "twice in these files"),
    ]


def test_a_run_of_the_same_source_and_id_without_its_row_is_filled(session: Session) -> None:
    put(session, Run("old", DAY, source="strava", source_id="1"))
    assert bring(session, ran("1", distance_km=5.0)) == ["merged"]
    assert [(run.id, run.distance_km) for run in runs(session)] == [("old", 5.0)]


def test_a_run_that_was_moved_to_another_day_stays_as_it_is(session: Session) -> None:
    moved = Run("strava-1", DAY - timedelta(days=40), note="mine")
    put(session, moved)
    assert whys(plan(session, ran("1", note="theirs"))) == [("skipped", "in the journal already")]
    assert bring(session, ran("1", note="theirs")) == ["skipped"]
    assert runs(session) == [moved]


starts = st.integers(0, 400).map(lambda minutes: SEVEN + timedelta(minutes=minutes))
optional = st.none() | st.integers(1, 10)
typed_runs = st.lists(
    st.builds(
        lambda start, km, effort, note: {"start": start, "distance_km": km, "effort": effort, "note": note},
        st.none() | starts, st.none() | st.floats(3, 6).map(lambda km: round(km, 3)), optional,
        st.none() | st.just("mine"),
    ),
    max_size=3,
)  # fmt: skip
outings = st.lists(
    st.builds(
        lambda start, km, effort: {"start": start, "distance_km": round(km, 3), "effort": effort, "note": "theirs"},
        starts, st.floats(3, 6), optional,
    ),
    max_size=3,
)  # fmt: skip


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed_runs, outings, outings)
def test_neither_order_nor_repetition_changes_what_the_person_wrote(
    homes: Path, typed: list[dict[str, Any]], strava: list[dict[str, Any]], garmin: list[dict[str, Any]]
) -> None:
    own = {f"t{n}": Run(f"t{n}", DAY, kind="run", **values) for n, values in enumerate(typed)}
    files = [
        [ran(f"{name}{n}", name, **values) for n, values in enumerate(found)]
        for name, found in (("strava", strava), ("garmin", garmin))
    ]
    for number, order in enumerate((files, files[::-1])):
        folder = homes / f"{len(list(homes.iterdir()))}-{number}"
        with window(folder) as session:
            put(session, *own.values())
            before = list(export_jsonl(session))
            for found in order:
                bring(session, *found)
            kept = {run.id: run for run in runs(session)}
            for run in own.values():
                given_back = {name: getattr(kept[run.id], name) for name in ("start", "distance_km", "effort", "note")}
                assert all(value in (None, given_back[name]) for name, value in typed[int(run.id[1:])].items())
            assert len(kept) <= len(own) + len(strava) + len(garmin)
            full = list(export_jsonl(session))
            assert all(action == "skipped" for found in order for action in bring(session, *found))
            assert list(export_jsonl(session)) == full
            for item in list_imports(session)[:: 1 if number else -1]:
                undo_import(session, item.id)
            assert list(export_jsonl(session)) == before
