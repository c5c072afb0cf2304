"""A line laid onto a day, and said back in words."""

from datetime import date

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.line.apply import apply_to_day, run_of
from sciatica_journal.domain.line.echo import echo
from sciatica_journal.domain.line.parse import parse
from sciatica_journal.domain.run import Run

DAY = date(2026, 3, 1)


def test_a_line_fills_an_empty_day() -> None:
    line = "pain 4, left calf tingling, feeling proud, #coffee=2; long day"
    day = apply_to_day(parse(line), Day(DAY))
    assert day == Day(
        DAY,
        pain_worst=4,
        leg_left=5,
        tingling="left",
        feelings=("proud",),
        factors={"coffee": 2},
        note="long day",
        lines=(line,),
    )


def test_a_later_line_overwrites_appends_and_unites() -> None:
    first = apply_to_day(parse("pain 4, stress 6, feeling proud, #coffee=2, #tea=1; long day"), Day(DAY, mood=5))
    day = apply_to_day(parse("pain 2, feeling worried, proud, #coffee=3; slow evening"), first)
    assert (day.pain_worst, day.stress, day.mood) == (2, 6, 5)
    assert day.feelings == ("proud", "worried")
    assert day.factors == {"coffee": 3, "tea": 1}
    assert day.note == "long day\nslow evening"
    assert len(day.lines) == 2


def test_an_empty_line_changes_nothing() -> None:
    day = Day(DAY, pain_worst=3, note="x", lines=("pain 3; x",))
    assert apply_to_day(parse("  "), day) == day


def test_a_run_part_becomes_a_run() -> None:
    (part,) = parse("walked 2,5 km in 30:30 on grass effort 2 before 1 during 2 after 1 limped").runs
    assert run_of(part, "ab12", DAY) == Run(
        "ab12",
        DAY,
        kind="walk",
        distance_km=2.5,
        duration_min=30.5,
        surface="grass",
        effort=2,
        pain_before=1,
        pain_during=2,
        pain_after=1,
        stride="limp",
    )


def test_the_echo_says_it_in_plain_words() -> None:
    line = (
        "pain 4, woke 2, left calf tingling, not weak, slept 7h30, quality 6, stress 3, mood 5, took 2 painkillers, "
        "ran 5k 32:10 wet sand effort 4 before 1 after 2, settled, feeling proud, worried, #sitting 7.5; "
        "long day at work"
    )
    assert echo(parse(line), "km") == [
        "worst pain 4",
        "morning pain 2",
        "left leg: down to the calf",
        "tingling left",
        "not weak",
        "sleep 7 h 30",
        "sleep quality 6",
        "stress 3",
        "mood 5",
        "painkillers 2",
        "run 5 km, 32:10, wet sand, effort 4, pain before 1, pain after 2",
        "yesterday's run settled",
        "feeling proud, worried",
        "sitting 7.5",
        "note: long day at work",
    ]


def test_the_echo_counts_in_miles_on_wish() -> None:
    assert echo(parse("run/walk 3 mi in 1:05:00"), "mi") == ["run-walk 3 mi, 1:05:00"]
    assert echo(parse("ran 6.55 mi"), "mi") == ["run 6.55 mi"], "all that was typed"


def test_the_echo_names_both_legs_and_the_back() -> None:
    assert echo(parse("both thighs numb"), "km") == ["both legs: down to the thigh", "numb on both sides"]
    assert echo(parse("back"), "km") == ["low back"]
    assert echo(parse("left lower back, right foot"), "km") == ["left leg: low back", "right leg: down to the foot"]
    assert echo(parse(""), "km") == []
