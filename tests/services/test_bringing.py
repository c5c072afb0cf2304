"""What else an import brings: local days, texts, values, other sports, refusals; taken back, stopped, remembered."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.run import Run
from sciatica_journal.exchange.found import DayValues, Entry, Question, Refused
from sciatica_journal.exchange.watch import Cancelled, Watch
from sciatica_journal.services.entries.undoing import redo, undo
from sciatica_journal.services.exchange.converting import candidate_of, factor_name
from sciatica_journal.services.exchange.exporting import export_jsonl
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.planning import plan_of, terms_of
from sciatica_journal.services.exchange.taking_back import list_imports, undo_import
from sciatica_journal.services.journal.session import Session
from tests.services.bringing import DAY, SEVEN, bring, plan, put, ran, read, ride, runs, whys


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
