"""Signs, checks, strength and flags on the sheet: dates, changes, and what was denied."""

from datetime import date

from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.sheet.items import choice
from sciatica_journal.domain.sheet.material import FlagTold
from sciatica_journal.domain.signs.known import SignState

from .given import ago, days_of, said, section, sheet_of


def test_a_known_sign_has_its_first_day_its_change_and_its_examination() -> None:
    sign = SignState("numb", "left", "outer toes", ago(60), ago(10), ago(30))
    sheet = sheet_of(signs=[sign], days=days_of(lambda _: {"pain_worst": 3}, 3))
    assert said(sheet, "signs") == (
        "Numb: left, outer toes: since 3 Jan, changed (more, wider or new) 2 Feb, examined 22 Feb"
    )


def test_what_was_not_examined_comes_first_and_says_so() -> None:
    quiet, loud = SignState("numb", "left", None, ago(60), ago(10)), SignState("saddle", None, None, ago(2))
    lines = said(sheet_of(signs=[quiet, loud]), "signs").splitlines()
    assert [line.split(":")[0] for line in lines] == ["Between the legs", "Numb"]
    assert lines[0].endswith("not examined since")


def test_a_logged_sensation_has_the_first_day_ever_and_the_last() -> None:
    days = days_of(lambda place: {"tingling": "left" if place % 10 == 0 else "none", "weak": "none"})
    sheet = sheet_of(days=days, first_sensations={("tingling", "both"): date(2025, 11, 2)})
    assert said(sheet, "signs").splitlines() == [
        "Tingling: noted left on 9 days, first 2 Nov 2025, last 23 Feb",
        "Looked for, not there: weak (90 times, 5 Dec 2025 to 4 Mar)",
    ]


def test_less_pain_with_more_numbness_reads_mixed() -> None:
    days = days_of(lambda place: {"pain_worst": 6 if place < 76 else 2, "numb": "left" if place > 80 else "none"})
    assert "Mixed: less pain in the last fortnight, but these grew: numb left" in said(sheet_of(days=days), "signs")


def test_a_negative_answer_has_its_dates_and_what_was_not_asked_is_named() -> None:
    checks = [Check(f"c{n}", ago(n), answers={"saddle": "no", "bladder": "no", "weak": said_}) for n, said_ in
              ((21, "no"), (14, "new"), (7, "no"), (0, "no"))]  # fmt: skip
    lines = said(sheet_of(checks=checks), "checks").splitlines()
    assert lines[0] == "Weakness: no 25 Feb to 4 Mar; NEW 18 Feb; no 11 Feb"
    assert lines[1] == "No each time: feeling between the legs, bladder (4 times, 11 Feb to 4 Mar)"
    assert lines[2].startswith("Not asked: bowel, sexual feeling, both legs")


def test_dated_negative_answers_stand_before_what_is_as_usual_and_after_what_is_new() -> None:
    checks = [Check("a", ago(7), {"saddle": "no", "numb": "usual", "weight": "no"}),
              Check("b", ago(0), {"saddle": "no", "numb": "usual", "weight": "new"})]  # fmt: skip
    lines = said(sheet_of(checks=checks), "checks").splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Weight loss", "No each time", "Numbness", "Not asked"]


def test_strength_shows_both_sides_at_the_first_and_the_latest_checks() -> None:
    checks = [Check(f"c{n}", ago(n), heel_walk_left="yes", calf_raises_left=n, calf_raises_right=20) for n in
              range(70, -1, -7)]  # fmt: skip
    found = section(sheet_of(checks=checks), "strength")
    assert found is not None
    assert found.table is not None
    assert found.table.head == ("", "24 Dec 2025", "18 Feb", "25 Feb", "4 Mar")
    assert ("Calf raises, left", "70", "14", "7", "0") in found.table.rows
    assert ("Calf raises, right", "20", "20", "20", "20") in found.table.rows


def test_walks_that_both_legs_passed_each_time_take_one_line() -> None:
    checks = [Check(f"c{n}", ago(n), {}, heel_walk_left="yes", heel_walk_right="yes", toe_walk_left="yes",
                    toe_walk_right="no" if n else "yes", calf_raises_left=20, calf_raises_right=25)
              for n in (14, 7, 0)]  # fmt: skip
    found = section(sheet_of(checks=checks), "strength")
    assert found is not None
    assert [fact.words for fact in found.facts] == ["Heel walk: yes on both sides each time (3 times, 18 Feb to 4 Mar)"]
    assert found.table is not None
    assert [row[0] for row in found.table.rows] == [
        "Toe walk, left", "Toe walk, right", "Calf raises, left", "Calf raises, right",
    ]  # fmt: skip


def test_open_flags_come_first_and_closed_ones_say_what_came_of_them() -> None:
    flags = [
        FlagTold(ago(50), "S", "new weakness", "seen_cleared", ago(49), "All strong."),
        FlagTold(ago(40), "S", "fever", "by_mistake", ago(40)),
        FlagTold(ago(3), "S", "a foot that slaps"),
        FlagTold(ago(2), "E", "numbness between the legs"),
        FlagTold(ago(1), "E", "trouble passing urine", asked=True),
        FlagTold(ago(400), "S", "long ago", "seen_cleared", ago(399)),
    ]
    lines = said(sheet_of(flags=flags, days=[Day(ago(0), pain_worst=2)]), "flags").splitlines()
    assert lines == [
        "OPEN since 2 Mar: numbness between the legs (emergency)",
        "Asked on 3 Mar, not answered: trouble passing urine (emergency)",
        "OPEN since 1 Mar: a foot that slaps (same day)",
        "13 Jan: new weakness (same day); seen and cleared, 14 Jan; told: “All strong.”",
    ]


def test_no_flag_never_reads_as_safe() -> None:
    words = said(sheet_of(days=[Day(ago(0), pain_worst=2)]), "flags")
    assert words == "None came up in these notes. That is no examination."
    assert "safe" not in words


def test_a_crisis_stays_private_unless_feelings_are_asked_for() -> None:
    flags = [FlagTold(ago(3), "E", "thoughts of ending your life", crisis=True)]
    days = [Day(ago(0), pain_worst=2)]
    assert said(sheet_of(flags=flags, days=days), "flags") == ""
    assert "thoughts" in said(sheet_of(choice(["feelings"]), flags=flags, days=days), "flags")
