"""The demo: half a year that tells its story, raises no alarm and touches nobody's journal."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.reading import HIGHEST, Reading
from sciatica_journal.domain.care.season import Season
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.ladder.move import LadderMove
from sciatica_journal.domain.ladder.reading import read_ladder
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.red_flags import DayRecords, find_signs
from sciatica_journal.domain.sheet.fit import MOST_WORDS, words_of
from sciatica_journal.guide.content import names, read_toml
from sciatica_journal.services.care.records import care_records, running_standing
from sciatica_journal.services.demo.journal import LADDER, build_demo, open_demo
from sciatica_journal.services.demo.story import tell
from sciatica_journal.services.exchange.exporting import export_jsonl, export_to
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.planning import plan_import
from sciatica_journal.services.exchange.sheet import make_sheet
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder.view import ladder_view
from sciatica_journal.services.safety.checks import due_today
from sciatica_journal.services.safety.flags import evaluate_days, rules
from sciatica_journal.services.safety.signs import known_signs
from sciatica_journal.storage.check import faults
from sciatica_journal.storage.set_aside import flag_records
from sciatica_journal.storage.store import Store
from tests.given import window

TODAY = date(2026, 11, 22)
FIRST = TODAY - timedelta(days=179)


def clock() -> datetime:
    return datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


@pytest.fixture
def demo() -> Iterator[Session]:
    session = open_demo(clock)
    yield session
    session.close()


def days(store: Store) -> list[Day]:
    return [record for record in store.between("day", FIRST, TODAY) if isinstance(record, Day)]


def test_it_has_half_a_year_that_ends_today_with_gaps_and_quiet_days(demo: Session) -> None:
    store = demo.readable()
    found = days(store)
    assert (found[0].date, found[-1].date) == (FIRST, TODAY)
    assert 160 <= len(found) < 180
    assert sum(day.uneventful is True for day in found) >= 3
    assert len(store.moments(FIRST, TODAY)) > 15
    assert any("[L5-S1]" in (day.note or "") for day in found)
    assert faults(store) == []
    assert demo.demo is True


@pytest.fixture(params=range(7))
def story(request: pytest.FixtureRequest) -> list[Record]:
    """The records of a demo that ends on each day of a week: its runs follow the days of the week."""
    words, care = read_toml("demo", "journal.toml"), read_toml("demo", "care.toml")
    ladder = read_ladder(read_toml("ladders", f"{LADDER}.toml"), LADDER)
    return tell(words, care, ladder, TODAY - timedelta(days=request.param), UTC)


def numbered(records: list[Record]) -> list[tuple[int, Day]]:
    first = records[-1].date
    assert first is not None
    return [(179 - (first - record.date).days, record) for record in records if isinstance(record, Day)]


def test_it_went_up_a_ladder_after_the_green_light(story: list[Record]) -> None:
    moves = [one for one in story if isinstance(one, LadderMove)]
    light = next(one.date for one in story if isinstance(one, Examination) and one.green_light == "limits")
    steps = [one for one in story if isinstance(one, Run) and one.ladder]
    assert {one.kind for one in steps} == {"run_walk", "run"}
    assert light == moves[0].date < min(one.date for one in steps)
    runs = {one.id for one in steps}
    assert all(one.run in runs for one in story if isinstance(one, Override))


def test_its_ladder_is_done_without_a_stop(demo: Session) -> None:
    here = ladder_view(demo).position
    assert here is not None
    assert (here.number + 1, here.done, here.stopped) == (len(here.ladder.steps), True, None)
    assert {"green", "amber", "red"} == {one.colour for one in here.history}


def test_it_tells_of_a_flare_and_of_pain_that_leaves_the_leg(story: list[Record]) -> None:
    found = numbered(story)
    third = [day.pain_worst or 0 for number, day in found if 14 <= number < 21]
    last = [day.pain_worst or 0 for number, day in found if number >= 150]
    assert sum(third) / len(third) > 5.5 > 2.5 > sum(last) / len(last)
    furthest = {number: day.leg_left or 0 for number, day in found}
    assert max(furthest.values()) == max(furthest[number] for number in (14, 15, 16, 17)) == 6
    assert max(leg for number, leg in furthest.items() if number > 150) <= 2
    tingling = [number for number, day in found if day.tingling == "left"]
    assert len(tingling) > 10
    assert max(tingling) < 95


def test_it_walks_first_then_runs_and_asks_about_yesterdays_run(story: list[Record]) -> None:
    runs = [record for record in story if isinstance(record, Run)]
    today = numbered(story)[-1][1].date
    after = [run for run in runs if run.date > today - timedelta(days=165)]
    first = {kind: min(run.date for run in after if run.kind == kind) for kind in ("walk", "run_walk", "run")}
    assert first["walk"] < first["run_walk"] < first["run"]
    assert {run.response for run in runs} == {"settled", "lingering", "flared", None}
    assert [run.date for run in runs if run.response is None] == [today - timedelta(days=1)]
    assert len({run.surface for run in runs}) >= 5


def test_its_reflections_are_kept_and_let_go_with_practices_that_there_are(demo: Session) -> None:
    found = demo.readable().reflections(FIRST, TODAY)
    assert {reflection.kept for reflection in found} == {True, False}
    assert {f"{reflection.practice}.md" for reflection in found} <= set(names("practices"))
    assert len({reflection.text for reflection in found if reflection.text}) > 8


def test_nothing_in_it_raises_a_red_flag(demo: Session) -> None:
    store = demo.readable()
    for number in range(180):
        day = FIRST + timedelta(days=number)
        texts = [("reflection", one.text) for one in store.reflections(day, day) if one.text]
        records = DayRecords(store.day(day), store.moments(day, day), store.runs(day, day), texts)
        raised = find_signs(records, rules())
        assert raised == ()


def told(item: dict[str, str | int]) -> list[str]:
    return [value for name, value in item.items() if isinstance(value, str) and name not in ("sign", "trigger")]


def test_no_phrase_of_its_content_raises_a_red_flag() -> None:
    words = read_toml("demo", "journal.toml")
    texts = [text for group in ("did", "notes") for phase in words[group].values() for text in phase]
    texts += [item["text"] for item in words["moments"]]
    texts += [text for item in words["reflections"] for text in item["texts"]]
    care = read_toml("demo", "care.toml")
    texts += [text for items in care.values() if isinstance(items, list) for item in items for text in told(item)]
    for text in texts:
        day = Day(TODAY, note=text)
        assert find_signs(DayRecords(day), rules()) == (), text


def test_its_sheet_is_short_enough_for_a_minute_and_keeps_what_a_doctor_asks_first(demo: Session) -> None:
    sheet = make_sheet(demo)
    assert sum(map(words_of, sheet.sections)) <= MOST_WORDS
    assert {one.item for one in sheet.sections} >= {
        "flags",
        "signs",
        "checks",
        "strength",
        "tolerance",
        "sleep",
        "work",
    }


def test_its_care_is_believable_and_nothing_is_open_or_asked(demo: Session, tmp_path: Path) -> None:
    store = demo.readable()
    assert [(one.tier, one.is_open) for one in flag_records(store)] == [("S", False), ("G", False), ("G", False)]
    assert running_standing(demo).allowed == "limits"
    assert [one.date > TODAY for one in care_records(demo, Appointment)].count(True) == 1
    assert [one.area for one in known_signs(demo) if one.ended is None] == ["outer toes"]
    raises = [one.calf_raises_left or 0 for one in reversed(care_records(demo, Check))]
    assert len(raises) > 18
    assert raises[-1] > raises[0] + 8
    assert {one.measure for one in care_records(demo, Reading)} == set(HIGHEST)
    assert all(one.ended is None for one in care_records(demo, Season))
    assert due_today(demo).kind is None
    assert evaluate_days(demo, [FIRST + timedelta(days=number) for number in range(160, 180)]) == ()
    path = export_to(demo, "jsonl", tmp_path / "demo.jsonl").path
    with window(tmp_path / "home", clock) as other:
        assert run_import(other, plan_import(other, [path])).notices == ()
        assert list(export_jsonl(other)) == list(export_jsonl(demo))


def test_it_is_the_same_for_the_same_day_and_is_no_step_of_undo(demo: Session) -> None:
    again = open_demo(clock)
    assert list(export_jsonl(again)) == list(export_jsonl(demo))
    assert again.readable().rows("SELECT count(*) FROM change") == [(0,)]
    with pytest.raises(InvalidValue, match="not empty"):
        build_demo(again)
    again.close()


def test_it_lives_in_a_private_folder_that_ends_with_the_program_and_leaves_the_real_journal_alone(
    tmp_path: Path,
) -> None:
    code = (
        "from sciatica_journal.services.demo.journal import open_demo\n"
        "session = open_demo()\n"
        "folder = session.paths.journal.parent\n"
        "print(folder, oct(folder.stat().st_mode & 0o777), session.paths.journal.exists())\n"
    )
    home = tmp_path / "home"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"SCIATICA_JOURNAL_HOME": str(home), "TMPDIR": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    folder, mode, existed = run.stdout.split()
    assert (mode, existed) == ("0o700", "True")
    assert not Path(folder).exists()
    assert list(tmp_path.iterdir()) == []
