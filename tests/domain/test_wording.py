"""Records in words: the same facts wherever they are read."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from sciatica_journal.domain.dates import day_title, short_day
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.domain.wording import (
    NO_NAMES,
    Line,
    Names,
    day_lines,
    moment_line,
    place_word,
    reflection_line,
    run_facts,
    run_line,
    run_ratings,
    short_run,
    spot_facts,
)

from .valid_records import day_records, run_records

DAY = date(2026, 3, 1)
NAMES = Names(
    {"buttock_mid": "Middle of buttock", "achilles": "Achilles tendon"}, {"touch_sensitive": "sore to light touch"}
)


def run(**fields: object) -> Run:
    return Run("r", DAY, **fields)  # type: ignore[arg-type]  # named by the test


def test_all_facts_of_a_run() -> None:
    full = run(
        kind="run_walk", distance_km=5.234, duration_min=32.17, surface="wet_sand", effort=4, pain_before=2,
        pain_during=5, pain_after=0, stride="changed", heart_rate=148, ascent_m=40.0, response="settled",
        title="Loop\nhome", note="a\nb",
    )  # fmt: skip
    facts = [
        "run-walk", "5.23 km", "32:10", "wet sand", "effort 4", "pain before 2", "pain during 5", "pain after 0",
        "changed stride", "heart rate 148", "40 m up", "next morning settled",
    ]  # fmt: skip
    assert run_facts(full, "km") == facts
    assert run_facts(full, "mi")[1] == "3.3 mi"
    line = run_line(full, "km")
    assert line == Line("Run-walk, " + ", ".join([*facts[1:], "Loop home"]), "a\nb", True)
    assert run_facts(run(), "km") == ["outing"]


def test_a_run_in_a_narrow_row() -> None:
    full = run(kind="run", distance_km=5.2, surface="track", duration_min=32.17, effort=4,
               pain_before=2, pain_during=5, pain_after=3)  # fmt: skip
    row = f"{' · '.join(short_run(full, 'km'))}  {' · '.join(run_ratings(full))}"
    assert row == "5.2 km run · track · 32:10  e4 · 2→5→3"
    assert len(row) <= 52 - 14, "the narrowest pane, without its frame and the row's label"
    assert short_run(run(kind="walk", duration_min=40.0), "km") == ["walk", "40:00"]
    assert run_ratings(run(pain_during=5)) == ["-→5→-"]
    assert run_ratings(run(stride="limp")) == ["limped"]
    assert run_ratings(run(stride="usual")) == run_ratings(run()) == []


def test_places_have_the_names_of_the_content() -> None:
    assert place_word("buttock_mid", "left", NAMES) == "middle of buttock, left"
    assert place_word("achilles", None, NAMES) == "Achilles tendon"
    assert place_word("my_place", "both", NAMES) == "my place, both"
    assert place_word(None, None, NAMES) == ""
    spot = Spot("buttock_mid", "left", 4, ("touch_sensitive", "deep"))
    assert spot_facts(spot, NAMES) == ["middle of buttock, left", "4 of 10", "sore to light touch", "deep"]


def test_moments_and_reflections_are_facts_and_words() -> None:
    moment = Moment("m", DAY, datetime(2026, 3, 1, 18, 5, tzinfo=UTC), 3, "buttock_mid", "left", "sat: long")
    assert moment_line(moment, NAMES) == Line("18:05, pain 3 of 10, middle of buttock, left", "sat: long", True)
    assert moment_line(Moment("m", DAY, text="only: words"), NAMES).words == "only: words"
    kept = Reflection("f", DAY, practice="kind_coach", minutes=5.0, before=4, after=6, text="words")
    titles = {"kind_coach": "Kind coach"}
    assert reflection_line(kept, titles).words == "Kind coach, 5 min, before 4, after 6: words"
    brief = replace(kept, minutes=0.02, before=None, kept=False, text=None)
    assert reflection_line(brief, titles).words == "Kind coach, under 1 min, after 6, the words were let go"
    gone = Reflection("f", DAY, practice="my_own", kept=False)
    assert reflection_line(gone, titles).words == "My own, the words were let go"
    assert reflection_line(Reflection("f", DAY, text="words"), titles).words == "words"


def test_a_day_line_by_line() -> None:
    day = Day(
        DAY, pain_worst=0, leg_left=5, tingling="left", sleep_hours=7.5, feelings=("proud", "worried"), painkillers=2,
        spots=(Spot("achilles", "left"), Spot("buttock_mid", intensity=2)), factors={"steps": 1234567, "coffee": 1.5},
        did="work: long", uneventful=False, lines=("pain 0: fine",),
    )  # fmt: skip
    assert [tuple(line) for line in day_lines(day, NAMES)] == [
        ("Worst pain", "0 of 10", False),
        ("Left leg", "calf", False),
        ("Tingling", "left", False),
        ("Sleep", "7 h 30", False),
        ("Feelings", "proud, worried", False),
        ("Spots", "Achilles tendon, left; middle of buttock, 2 of 10", False),
        ("Factors", "steps 1234567, coffee 1.5", False),
        ("Painkillers", "2", False),
        ("What the day held", "work: long", True),
        ("Quiet day", "no", False),
        ("Typed", "pain 0: fine", True),
    ]


@given(day_records)
def test_every_day_has_words_and_an_empty_one_none(day: Day) -> None:
    lines = list(day_lines(day, NO_NAMES))
    assert all(line.label and line.text for line in lines)
    assert lines or day == Day(day.date, extra=day.extra)


@given(run_records)
def test_every_run_has_words_of_one_line(found: Run) -> None:
    assert len(run_line(found, "mi").label.splitlines()) == 1
    assert short_run(found, "mi")[0]


@pytest.mark.parametrize(("day", "title"), [(date(2026, 11, 22), "Sun 22 Nov 2026"), (DAY, "Sun 1 Mar 2026")])
def test_titles_of_days(day: date, title: str) -> None:
    assert day_title(day) == title
    assert short_day(day) == title.removesuffix(" 2026")
