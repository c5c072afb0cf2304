"""Outings of other programs' files and the runs that they belong to: merged, never overwritten, and taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.source_row import SourceRow
from sciatica_journal.exchange.found import Activity, DayValues, Entry, Found, Question, Refused
from sciatica_journal.exchange.watch import Cancelled, Watch
from sciatica_journal.services.entries.undoing import redo, undo
from sciatica_journal.services.exchange.candidates import Candidate, Reading
from sciatica_journal.services.exchange.converting import candidate_of, factor_name
from sciatica_journal.services.exchange.exporting import export_jsonl
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.joining import closeness
from sciatica_journal.services.exchange.plan import Plan
from sciatica_journal.services.exchange.planning import plan_of, terms_of
from sciatica_journal.services.exchange.taking_back import list_imports, undo_import
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.history import changing
from tests.given import NOW, window

VIENNA = ZoneInfo("Europe/Vienna")
DAY = date(2026, 3, 1)
SEVEN = datetime(2026, 3, 1, 7, 10, tzinfo=VIENNA)


def ran(ident: str = "1", source: str = "strava", **values: Any) -> Activity:
    given: dict[str, Any] = {"sport": "Run", "kind": "run", "start": SEVEN, "zone_known": True, **values}
    return Activity(source, ident, row={"Activity ID": ident}, **given)


def ride(ident: str, source: str = "strava", **values: Any) -> Activity:
    return ran(ident, source, **{"sport": "Ride", "kind": None, "duration_min": 30.0, **values})


def read(session: Session, *found: Found, **more: Any) -> Reading:
    """What reading a file with these things in it gives."""
    terms = terms_of(session)
    known = (Activity, Entry, DayValues)
    questions = tuple(one for one in found if isinstance(one, Question))
    taken = [one for one in found if not isinstance(one, Question)]
    records = (
        candidate_of(one, terms) if isinstance(one, known) else one if isinstance(one, Refused) else Candidate(one)
        for one in taken
    )
    return Reading(("made.zip",), tuple(records), questions, **more)


def plan(session: Session, *found: Found, **more: Any) -> Plan:
    return plan_of(session, read(session, *found), **more)


def bring(session: Session, *found: Found, **more: Any) -> list[str]:
    """Import and return the actions; the dry run before it must say the same."""
    planned = plan(session, *found, **more)
    report = run_import(session, planned)
    assert report.items == planned.items
    return [item.action for item in report.items]


def put(session: Session, *records: Record) -> None:
    with changing(session.writer(), "log", NOW, "w") as change:
        for record in records:
            change.put(record)


def runs(session: Session) -> list[Run]:
    return session.readable().runs(date(2000, 1, 1), date(2030, 1, 1))


def whys(planned: Plan) -> list[tuple[str, str]]:
    return [(item.action, item.why) for item in planned.items]


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


@pytest.mark.parametrize(
    ("start", "zone_known", "day", "wall"),
    [
        (datetime(2026, 3, 1, 22, 30, tzinfo=UTC), False, DAY, 23),
        (datetime(2026, 3, 1, 23, 30, tzinfo=UTC), False, DAY, 0),
        (datetime(2026, 3, 2, 2, 30, tzinfo=UTC), False, DAY + timedelta(days=1), 3),
        (datetime(2026, 3, 1, 20, 0, tzinfo=timezone(timedelta(hours=-8))), True, DAY, 20),
        (datetime(2026, 3, 2, 2, 59), False, DAY, 2),
        (datetime(2026, 3, 2, 3, 0), False, DAY + timedelta(days=1), 3),
    ],
)
def test_the_local_day(session: Session, start: datetime, zone_known: bool, day: date, wall: int) -> None:
    session.settings = replace(session.settings, home_zone="Europe/Vienna")
    record = candidate_of(ran(start=start, zone_known=zone_known), terms_of(session)).record
    assert isinstance(record, Run)
    assert (record.date, record.start and record.start.hour) == (day, wall)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"start": datetime(2106, 2, 7, tzinfo=UTC)}, "in the future"),
        ({"start": datetime(1970, 1, 1, tzinfo=UTC)}, "clock of the watch was not set"),
        ({"start": datetime(9999, 12, 31, 23, tzinfo=UTC), "zone_known": False}, "out of range|future"),
        ({"start": datetime(1, 1, 1)}, "out of range"),
        ({"start": None}, "says no day"),
        ({"distance_km": float("nan")}, "distance_km"),
        ({"distance_km": float("inf")}, "distance_km"),
        ({"duration_min": 1e9}, "duration_min"),
    ],
)
def test_what_cannot_be_is_refused_in_words(session: Session, values: dict[str, Any], why: str) -> None:
    with pytest.raises(InvalidValue, match=why):
        candidate_of(ran(**values), terms_of(session))


def test_a_detail_that_cannot_be_costs_the_detail_only(session: Session) -> None:
    found = ran(
        "x\x1b\n" * 99, heart_rate=0, cadence=900, ascent_m=12.0, title="a\x1b]b\nc", distance_km=0.0, surface="?"
    )
    record = candidate_of(found, terms_of(session)).record
    assert isinstance(record, Run)
    assert (record.heart_rate, record.cadence, record.surface, record.distance_km) == (None, None, None, None)
    assert (record.ascent_m, record.title) == (12, "a�]b c")
    assert len(record.id) < 40


def test_other_sports_are_left_out_or_become_factors(session: Session) -> None:
    put(session, Day(DAY, factors={"swimming_minutes": 5, "coffee": 2}))
    swim = ride("3", sport="Swim")
    found = [ride("1"), ride("2", duration_min=12.4), swim, ride("9", "garmin"), ride("4", duration_min=None)]
    left = plan(session, *found)
    assert [(item.type, item.why) for item in left.items] == [("activity", "not on foot")] * 5
    run_import(session, left)
    assert list_imports(session) == []
    assert bring(session, *found, keep_others=True) == ["merged", "merged", "skipped", "skipped", "left_out"]
    assert session.readable().day(DAY).factors == {"swimming_minutes": 5, "coffee": 2, "cycling_minutes": 42}
    assert bring(session, *found, keep_others=True)[:2] == ["skipped", "skipped"]
    undo_import(session)
    assert session.readable().day(DAY).factors == {"swimming_minutes": 5, "coffee": 2}
    assert factor_name("Nordic  Ski!") == "nordic_ski_minutes"


def test_texts_become_moments_and_values_fill_days(session: Session) -> None:
    put(session, Day(DAY, mood=3, factors={"coffee": 2}))
    text = Entry("jrnl", "a1", " first line\nmore ", start=SEVEN, zone_known=True)
    values = DayValues("daylio", "b", Day(DAY, mood=9, stress=2, factors={"coffee": 9, "steps": 10}))
    assert bring(session, text, values) == ["new", "merged"]
    store = session.readable()
    assert store.get("moment", "jrnl-a1") == Moment("jrnl-a1", DAY, SEVEN, text="first line\nmore")
    assert store.day(DAY) == Day(DAY, mood=3, stress=2, factors={"coffee": 2, "steps": 10})
    assert bring(session, text, values) == ["skipped", "skipped"]
    put(session, Day(DAY, mood=3, stress=4, factors={"coffee": 1, "steps": 10}))
    undo_import(session)
    assert store.day(DAY) == Day(DAY, mood=3, stress=4, factors={"coffee": 1})
    assert store.get("moment", "jrnl-a1") is None


def test_an_import_is_taken_back_whole_and_leaves_later_edits(session: Session) -> None:
    mine = Run("mine", DAY, start=SEVEN, kind="run", distance_km=5.0)
    put(session, mine)
    before = list(export_jsonl(session))
    later = ran("2", start=SEVEN + timedelta(hours=5), distance_km=3.0)
    bring(session, ran("1", heart_rate=150, title="theirs"), later)
    (listed,) = list_imports(session)
    assert (listed.added, listed.filled) == (1, 1)
    full = list(export_jsonl(session))
    back = undo_import(session)
    assert (back.removed, back.emptied, back.kept) == (1, 1, 0)
    assert list(export_jsonl(session)) == before
    undo(session)
    assert list(export_jsonl(session)) == full
    redo(session)
    assert list(export_jsonl(session)) == before
    undo(session)
    filled = session.readable().get("run", "mine")
    assert isinstance(filled, Run)
    put(session, replace(filled, title="mine now", pain_after=2))
    assert undo_import(session).kept == 1
    assert runs(session) == [replace(mine, title="mine now", pain_after=2)]
    assert session.readable().rows("SELECT id FROM source_row") == []


def test_refusals_are_items_and_questions_stop_the_import(session: Session) -> None:
    planned = plan(session, Refused("line 3", "42 cells instead of 44"), ran(), Question("unit", "km or mi?"))
    assert whys(planned)[0] == ("refused", "42 cells instead of 44")
    with pytest.raises(InvalidValue, match="--answer unit=VALUE"):
        run_import(session, planned)
    assert session.reader() is None


class StopsLate(Watch):
    """A watch that is stopped while the import is written."""

    def check(self) -> None:
        """Count the looks, and stop at the 1,500th."""
        self.items += 1
        if self.items == 1500:
            self.stop()
        super().check()


@pytest.mark.parametrize("at", [1, 1500])
def test_a_stopped_import_writes_nothing(session: Session, at: int) -> None:
    put(session, Day(DAY, stress=1))
    before = session.paths.journal.read_bytes()
    found = [ran(str(n), start=SEVEN - timedelta(days=n)) for n in range(600)]
    planned = plan(session, *found)
    watch = StopsLate()
    if at == 1:
        watch.stop()
    with pytest.raises(Cancelled):
        run_import(session, planned, watch)
    assert session.paths.journal.read_bytes() == before
    assert run_import(session, planned).totals["new"] == 600


def test_answers_are_remembered_with_the_import(session: Session) -> None:
    reading = read(session, ran(), answers={"unit": "km"})
    run_import(session, plan_of(session, reading))
    assert terms_of(session).answers == {"unit": "km"}
    assert terms_of(session, {"unit": "mi"}).answers == {"unit": "mi"}


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
