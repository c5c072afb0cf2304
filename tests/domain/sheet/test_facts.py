"""The other facts: course, running, history, private items."""

from dataclasses import replace

import pytest

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.kinds import BACKGROUND_ID
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.sheet.course import chart_of
from sciatica_journal.domain.sheet.items import ITEMS, PERSONAL, Choice, choice
from sciatica_journal.domain.sheet.model import Table
from sciatica_journal.domain.sheet.words import number
from sciatica_journal.domain.signs.known import SignState

from .given import LAST, ago, days_of, period, said, section, sheet_of


def test_side_and_furthest_point_then_and_now() -> None:
    days = days_of(lambda place: {"leg_left": 5 if place < 40 else 2, "leg_right": 0, "pain_worst": 6 - place // 30})
    sheet = sheet_of(days=days)
    assert said(sheet, "course").splitlines() == [
        "Left leg: calf → buttock; furthest calf (13 Jan)",
        "Right leg: none on 90 days noted",
        "Worst pain: 6 → 4; highest 6 (3 Jan)",
    ]
    chart = sheet.chart
    assert chart is not None
    assert (len(chart.starts), chart.days, sum(chart.logged)) == (13, 7, 90)
    assert (chart.left[0], chart.left[-1], chart.pain[-1]) == (5, 2, 4)


def test_few_values_are_not_compared() -> None:
    assert said(sheet_of(days=days_of(lambda _: {"function": 7}, 3)), "function").startswith(
        "What mattered was possible (10 = all): median 7 of 3 days"
    )


def test_halves_go_up_both_then_and_now() -> None:
    days = days_of(lambda place: {"sleep_hours": (5.5, 6, 7, 7.5)[place % 2 + place // 30 * 2]}, 60)
    assert said(sheet_of(days=days), "sleep").startswith("Hours: 5.8 h → 7.3 h")
    assert [number(value, 0) for value in (0.5, 4.5, 6.5)] == ["1", "5", "7"]


def test_missing_days_leave_out_holidays_and_the_time_before_the_journal() -> None:
    days = [Day(ago(place), pain_worst=2) for place in (9, 8, 0)]
    sheet = sheet_of(days=days, holidays=[Holiday("h", ago(5), until=ago(4))])
    assert (sheet.logged, sheet.missing) == (3, 5)
    assert "90 days: 3 logged, 5 missing, 2 on a holiday from the journal, 80 before the first note." in sheet.head[1]


def _run(number: int, days: int, km: float, response: str | None = None, kind: str = "run") -> Run:
    return Run(f"r{number}", ago(days), kind=kind, distance_km=km, duration_min=km * 6, response=response)


def test_tolerance_is_what_had_settled_and_training_compares_thirty_days() -> None:
    runs = [_run(1, 70, 9, "settled"), _run(2, 45, 12, "flared"), _run(3, 20, 5, "settled"), _run(4, 2, 6),
            _run(5, 1, 3, None, "walk")]  # fmt: skip
    sheet = sheet_of(runs=runs)
    assert said(sheet, "tolerance").splitlines() == [
        "Walking: none; longest of all 3 km in 18:00 on 3 Mar, next morning not noted",
        "Running: 9 km in 54:00 on 24 Dec 2025; in the last 28 days 5 km in 30:00 on 12 Feb",
    ]
    strode = [
        replace(run, stride=stride) for run, stride in zip(runs, ("limp", "usual", "changed", None), strict=False)
    ]
    assert said(sheet_of(runs=strode), "tolerance").splitlines()[-1] == (
        "Limp or changed stride: 2 of 3 answers, last on 12 Feb"
    )
    settling = section(sheet, "settling")
    assert settling is not None
    assert settling.table == Table(
        ("", "settled", "lingering", "flared", "not noted"),
        (
            ("Runs (4)", "2", "0", "1", "1"),
            ("Walks (1)", "0", "0", "0", "1"),
            ("Last 28 days (3)", "1", "0", "0", "2"),
        ),
    )
    assert said(sheet, "training").splitlines() == [
        "Running: 12 km (1 outing) → 11 km (2 outings)",
        "Longest run: 12 km → 6 km",
        "Walking: none → 3 km (1 outing)",
    ]


def test_history_says_what_was_denied_and_what_was_not_answered() -> None:
    told = Background(BACKGROUND_ID, ago(80), onset=ago(100), leg_worse=True, cancer=False, steroids=True,
                      medicines="none", scans="MRI in January", work="desk", worry="the toes")  # fmt: skip
    sheet = sheet_of(background=told)
    assert said(sheet, "onset").splitlines() == [
        "Began: 24 Nov 2025, 14 weeks ago", "Pain: leg worse than back", "Yes: steroid tablets",
        "No: cancer", "Not answered: osteoporosis, weak immune system, recent infection, serious accident",
    ]  # fmt: skip
    assert (said(sheet, "worry"), said(sheet, "work")) == ("the toes", "desk")
    assert said(sheet, "medicines") == "Medicines: none\nScans: MRI in January"


def test_examinations_treatments_questions_and_measures() -> None:
    sheet = sheet_of(
        examinations=[Examination("e", ago(20), who="GP", neurological=True, told="Keep moving.",
                                  green_light="limits", limits="walk first")],
        treatments=[Treatment("t1", ago(60), what="Tablets", until=ago(50), helped="same"),
                    Treatment("t2", ago(30), what="Exercises", helped="better")],
        questions=[Question("q1", ago(9), "May I run?"), Question("q2", ago(8), "Old", asked=ago(3))],
        readings=[Reading("r1", ago(60), "bother", {"leg_pain": 5, "sitting": 4}),
                  Reading("r2", ago(4), "bother", {"leg_pain": 2, "sitting": 1}),
                  Reading("r3", ago(4), "beliefs", {"harm": 9})],
    )  # fmt: skip
    assert said(sheet, "examinations") == (
        "12 Feb: GP; nerves tested; told: “Keep moving.”; running: with limits: walk first"
    )
    assert said(sheet, "treatments").splitlines() == [
        "Exercises: since 2 Feb, going on, better meanwhile", "Tablets: 3 Jan to 13 Jan, the same meanwhile",
    ]  # fmt: skip
    assert said(sheet, "questions") == "1. May I run?"
    assert said(sheet, "measures") == "Leg bother, sum 0-24: 9 → 3 on 28 Feb"
    measures = section(sheet, "measures")
    assert measures is not None
    assert "not validated" in measures.title


def test_only_of_the_latest_examination_all_is_there_that_was_told() -> None:
    found = [Examination(f"e{n}", ago(n), who="GP", told=f"words {n}", green_light="not_yet") for n in (50, 20)]
    assert said(sheet_of(examinations=found), "examinations").splitlines() == [
        "12 Feb: GP; told: “words 20”; running: not yet",
        "13 Jan: GP; running: not yet",
    ]


@pytest.mark.parametrize(("years", "stretches", "days"), [(5, 22, 84), (10, 16, 231), (60, 13, 1687)])
def test_stretches_of_many_years_leave_room_for_their_days_in_letters(years: int, stretches: int, days: int) -> None:
    ends = [Day(ago(years * 365 - 1), leg_left=1), Day(LAST, leg_left=2)]
    chart = chart_of(period(years * 365), ends, frozenset(day.date for day in ends))
    assert chart is not None
    assert (len(chart.starts), chart.days) == (stretches, days)
    assert len(chart.starts) * (len(str(chart.days)) + 1) <= 67


def test_of_outings_as_long_as_each_other_the_latest_is_told() -> None:
    runs = [Run(f"r{n}", ago(n), kind="run", distance_km=5.0, response="settled") for n in (80, 40, 2)]
    assert said(sheet_of(runs=runs), "tolerance") == "Running: 5 km on 2 Mar"


def test_a_few_days_are_charted_day_by_day() -> None:
    chart = sheet_of(days=days_of(lambda place: {"leg_left": min(6, place)}, 22)).chart
    assert chart is not None
    assert (chart.days, len(chart.starts), chart.left[:4], chart.logged[0]) == (1, 22, (0, 1, 2, 3), 1)


def test_not_examined_is_said() -> None:
    assert (
        said(sheet_of(examined_before=False, days=[Day(ago(0), pain_worst=1)]), "examinations")
        == "Not examined yet, as far as noted."
    )


def test_nothing_private_is_in_unless_asked_for_item_by_item() -> None:
    days = days_of(lambda _: {"stress": 6, "feelings": ("ashamed",), "note": "dear diary", "pain_worst": 3}, 9)
    kept = [Reflection(f"r{n}", ago(n), text=f"secret {n}", practice="kind_coach") for n in (3, 2)]
    plain = str(sheet_of(days=days, reflections=kept))
    assert all(word not in plain for word in ("ashamed", "secret", "Stress", "diary"))
    assert said(sheet_of(choice(["feelings"]), days=days), "feelings") == "ashamed (9 days)"
    one = Choice(choice(["reflections"]).items, frozenset({"r3"}))
    words = said(sheet_of(one, days=days, reflections=kept), "reflections")
    assert "secret 3" in words
    assert "secret 2" not in words


def test_words_that_were_let_go_are_never_there() -> None:
    gone = [Reflection("r", ago(1), kept=False, practice="kind_coach")]
    sheet = sheet_of(choice(["reflections"]), reflections=gone, days=[Day(ago(0), pain_worst=1)])
    assert not sheet.is_empty
    assert section(sheet, "reflections") is None


def test_every_item_can_be_left_out() -> None:
    days = days_of(lambda _: {"pain_worst": 3, "function": 5, "leg_left": 2, "sleep_hours": 7.0})
    for item in ("course", "function", "sleep", "flags"):
        sheet = sheet_of(choice(without=[item]), days=days)
        assert item not in {one.item for one in sheet.sections}
    assert sheet_of(choice(without=["course"]), days=days).chart is None
    assert set(ITEMS) >= PERSONAL


def test_an_empty_journal_gives_an_empty_sheet_whatever_the_first_launch_asked() -> None:
    assert sheet_of().is_empty
    told = Background(BACKGROUND_ID, ago(0), leg_worse=True)
    assert sheet_of(background=told, examined_before=False, signs=[SignState("numb", examined=True)]).is_empty
