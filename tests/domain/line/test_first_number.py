"""The number that a line begins with: a pain rating when words about the day follow, note when it counts something."""

import pytest

from sciatica_journal.domain.line.parse import parse

RATINGS = [
    ("4 long day at work", 4, "long day at work"),
    ("4, long day", 4, "long day"),
    ("4 long day", 4, "long day"),
    ("4/10 long day", 4, "long day"),
    ("4/10 coffees did not help", 4, "coffees did not help"),
    ("4 out of 10 long day", 4, "long day"),
    ("0 all day", 0, "all day"),
    ("10 worst in months", 10, "worst in months"),
    ("3 better than yesterday", 3, "better than yesterday"),
    ("3 more than yesterday", 3, "more than yesterday"),
    ("3 more or less all day", 3, "more or less all day"),
    ("5 after sitting", 5, "after sitting"),
    ("5 after 2 hours of sitting", 5, "after 2 hours of sitting"),
    ("5 for 2 hours then fine", 5, "for 2 hours then fine"),
    ("2 good day", 2, "good day"),
    ("2 easy day, walked the dog", 2, "easy day; walked the dog"),
    ("6 bad night", 6, "bad night"),
    ("6 rough morning", 6, "rough morning"),
    ("7 couldn't sleep", 7, "couldn't sleep"),
    ("7 back to work", 7, "back to work"),
    ("4 calf hurts going downstairs", 4, "calf hurts going downstairs"),
    ("4 calf feels tight", 4, "calf feels tight"),
    ("4 legs heavy", 4, "legs heavy"),
    ("4 heavy legs all day", 4, "heavy legs all day"),
    ("4 hips stiff", 4, "hips stiff"),
    ("3 was fine until evening", 3, "was fine until evening"),
    ("3 lots of sitting", 3, "lots of sitting"),
    ("3 because of the drive", 3, "because of the drive"),
    ("4 stressful day", 4, "stressful day"),
    ("4 Christmas shopping", 4, "Christmas shopping"),
    ("4 pilates helped", 4, "pilates helped"),
    ("4 nap did not help", 4, "nap did not help"),
    ("4 walked to work", 4, "walked to work"),
    ("4 drove to Berlin", 4, "drove to Berlin"),
    ("4 may have overdone it", 4, "may have overdone it"),
    ("4 or so", 4, "or so"),
    ("4 day was long", 4, "day was long"),
    ("4 night was awful", 4, "night was awful"),
    ("4 right after the run", 4, "right after the run"),
    ("4 tired", 4, "tired"),
    ("4 and tired", 4, "tired"),
    ("4 but ok", 4, "ok"),
    ("4 not great", 4, "not great"),
    ("4 work stress", 4, "work stress"),
    ("4 kind of ok", 4, "kind of ok"),
    ("4 too much sitting", 4, "too much sitting"),
    ("4 always after lunch", 4, "always after lunch"),
    ("4 monday blues", 4, "monday blues"),
    ("4. Long day.", 4, "Long day."),
    ("4 - long day", 4, "long day"),
    ("4: long day", 4, "long day"),
    ("4 😀", 4, "😀"),
    ("4 on 3 hours sitting", 4, "on 3 hours sitting"),
]  # fmt: skip

QUANTITIES = [
    "4 coffees", "4 coffees and a bad night", "5 km", "5 km on the bike", "3 hours sitting", "2 ibuprofen",
    "2 ibuprofen before bed", "1 coffee", "1 beer with Anna", "2 strong coffees", "2 strong coffee", "3x",
    "3x10 squats", "3 x 10 squats", "4 of us", "4 of us went to the lake", "1 am", "1 am and awake",
    "7:30 alarm", "7 30 alarm",
    "6 30pm meeting", "9 o'clock meeting", "4 march", "4 March physio", "1 jan", "3 may", "10k", "5 mile",
    "5 mile loop", "5 easy miles", "5 easy km", "3 days off", "3 day weekend", "2 weeks since the injection",
    "4 times awake",
    "3 more days", "2 more to go", "3 to 5 most of the day", "3 or 4 all day", "2 and a half hours in the car",
    "2 1/2 hours in the car", "10 000 steps", "10 calf raises", "10 push ups", "3 glute bridges", "4 work meetings",
    "2 long drives", "4 long slow runs", "1 nap", "1 glass of wine", "2 out of 3 sets", "1 on 1 with the boss",
    "5 in 25:00", "2 people off sick", "2 kids at home", "5 degrees outside", "4 % grade", "8 hrs at the desk",
    "2 l water", "3 bad nights in a row", "2 cold showers", "4 sets", "1 more week of this",
]  # fmt: skip


@pytest.mark.parametrize(("line", "pain", "note"), RATINGS, ids=lambda value: value if isinstance(value, str) else "")
def test_words_behind_the_first_number_are_the_note(line: str, pain: int, note: str) -> None:
    said = parse(line)
    assert dict(said.fields) == {"pain_worst": pain}
    assert said.note == note
    assert said.warnings == ()


@pytest.mark.parametrize("line", QUANTITIES)
def test_a_number_that_counts_something_stays_note(line: str) -> None:
    said = parse(line)
    assert dict(said.fields) == {}
    assert said.note == line


@pytest.mark.parametrize(
    ("line", "pain"),
    [("1 beer, pain 3", 3), ("2 bad nights; 5", 5), ("3 hours sitting, worst 6", 6), ("4 long day, worst 6", 6)],
)
def test_a_rating_said_elsewhere_stands(line: str, pain: int) -> None:
    said = parse(line)
    assert dict(said.fields) == {"pain_worst": pain}
    assert line.split(",")[0].split(";")[0] in (said.note or "")


def test_only_the_first_word_of_the_line_is_read_so() -> None:
    assert dict(parse("saw 4 long films").fields) == {}
    assert dict(parse("pm, 4 long day").fields) == {}
    assert parse("4 ran 5k, long day").fields == {"pain_worst": 4}
    assert parse("4 left calf long day").fields == {"pain_worst": 4, "leg_left": 5}
    assert parse("3 ran 5k 30:00 track").runs[0].distance_km == 5.0
