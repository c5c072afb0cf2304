"""Bearable: a row a reading, both layouts, scales, symptoms, factors, notes."""

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.spot import Spot
from sciatica_journal.exchange.found import Found
from sciatica_journal.exchange.readers import bearable
from sciatica_journal.exchange.watch import Watch
from tests.exchange.readers.given import days, entries, found_in, in_file, questions, refused

HEAD = "date,weekday,time of day,category,rating/amount,detail,notes\n"
DATE = '"8th Dec 2021","Wednesday","mid"'
SCALES = {f"bearable.{name}.scale": "5" for name in ("mood", "energy", "sleep_quality")}


def row(category: str, amount: str = "", detail: str = "", note: str = "", date: str = DATE) -> str:
    return f'{date},"{category}","{amount}","{detail}","{note}"\n'


def read(*rows: str, head: str = HEAD, **answers: str) -> list[Found]:
    return found_in("bearable", in_file(head + "".join(rows), "bearable.csv"), answers={**SCALES, **answers})


def test_symptoms_are_scaled_and_those_of_back_and_leg_are_the_worst_pain() -> None:
    found = days(
        read(
            row("Symptom", "2", "Neck pain (Moderate)"),
            row("Symptom", "1", "Back pain (Mild)"),
            row("Symptom", "3", "Back pain (Severe)"),
            row("Symptom", "2", "Sciatica (Moderate)"),
            row("Symptom", "0", "Left calf pain (None)"),
        )
    )["2021-12-08"]
    assert found.day.pain_worst == 8
    assert found.day.spots == (Spot("lowback_c", "centre", 8),)
    assert found.day.factors == {"neck_pain": 5, "back_pain": 8, "sciatica": 5, "left_calf_pain": 0}
    assert found.row["Symptom"].startswith("mid 2 Neck pain (Moderate); mid 1")


@pytest.mark.parametrize(
    ("symptom", "spots"),
    [
        ("Leg pain", ()),
        ("Left back pain", (Spot("lowback", "left", 5),)),
        ("Right calf pain", (Spot("calf", "right", 5),)),
        ("Upper back pain", (Spot("upper_back", "centre", 5),)),
    ],
)
def test_places(symptom: str, spots: tuple[Spot, ...]) -> None:
    day = days(read(row("Symptom", "2", symptom)))["2021-12-08"].day
    assert (day.pain_worst, day.spots) == (5, spots)


def test_other_symptoms_are_no_pain_of_the_day() -> None:
    for symptom in ("Back acne", "Headache (Mild)", "Feedback pain"):
        assert days(read(row("Symptom", "2", symptom)))["2021-12-08"].day.pain_worst is None


def test_a_small_scale_is_asked_about_and_a_large_one_plain() -> None:
    rows = (row("Mood", "4"), row("Mood", "2"), row("Energy", "7"), row("Sleep", "7:30"), row("Sleep", "0:15"))
    asked = found_in("bearable", in_file(HEAD + "".join(rows)))
    (question,) = questions(asked).values()
    assert question.key == "bearable.mood.scale"
    assert "highest mood in the file is 4" in question.text
    day = days(asked)["2021-12-08"].day
    assert (day.mood, day.energy, day.sleep_hours) == (None, 7, 7.75)
    assert days(read(*rows))["2021-12-08"].day.mood == 6
    assert days(read(*rows, **{"bearable.mood.scale": "10"}))["2021-12-08"].day.mood == 3


def test_words_for_ratings() -> None:
    day = days(read(row("Energy", "v. low"), row("Sleep quality", "good")))["2021-12-08"].day
    assert (day.energy, day.sleep_quality) == (2, 8)


def test_factors() -> None:
    found = read(
        row("Work / Study", "", "🖥️ Video Calls - A lot | Home - little | Bus"),
        row("Nutrition", "", "Meals: Curry | Tea"),
        row("Health measurements", "5,432", "Step count (steps)"),
        row("Meds", "", "Ibuprofen - 400mg"),
    )
    assert days(found)["2021-12-08"].day.factors == {
        "video_calls": 3, "home": 1, "bus": 1, "curry": 1, "tea": 1, "step_count": 5432, "ibuprofen_400mg": 1,
    }  # fmt: skip


def test_notes_that_are_repeated_are_told_once() -> None:
    found = read(row("Mood", "4", note="Long day"), row("Energy", "3", note="Long day"), row("Sleep", "8:00", note="x"))
    assert [(one.text, str(one.date)) for one in entries(found)] == [("Long day", "2021-12-08"), ("x", "2021-12-08")]


@pytest.mark.parametrize("date", ['"8th Dec 2021","2021-12-08"', '"?","2021-12-08"', '"08/12/2021","?"'])
def test_the_newer_layout_has_a_second_date(date: str) -> None:
    head = HEAD.replace("date,", "date,date formatted,", 1)
    found = read(row("Sleep", "7:00", date=f'{date},"Wednesday","am"'), head=head, **{"bearable.date_order": "dmy"})
    assert days(found)["2021-12-08"].day.sleep_hours == 7


def test_the_order_of_day_and_month_is_asked() -> None:
    found = read(row("Sleep", "7:00", date='"08/12/2021","Wednesday","am"'))
    assert list(questions(found)) == ["bearable.date_order"]
    assert not days(found)


@pytest.mark.parametrize(
    "bad",
    [
        row("Symptom", "9", "Back pain"), row("Symptom", "", "Back pain"), row("Symptom", "nan", "Back pain"),
        row("Sleep", "99:99"), row("Sleep", "-1"), row("Mood", "-3"), row("Mood", "splendid"),
        row("Mood", "3", date='"1st Jan 1970","",""'), row("Mood", "3", date='"","",""'),
        row("Mood", "3") + "1,2,3,4,5,6,7,8,9\n",
    ],
)  # fmt: skip
def test_rows_that_are_not_sound_are_told(bad: str) -> None:
    found = read(bad, row("Stress", "6"))
    assert len(refused(found)) == 1
    assert days(found)["2021-12-08"].day.stress == 6


def test_what_is_no_export_is_refused() -> None:
    for text in ("", "date,weekday\n", "\x00" * 50):
        assert not bearable.is_mine([in_file(text)])
        with pytest.raises(InvalidValue):
            list(bearable.read([in_file(text)], {}, Watch()))
