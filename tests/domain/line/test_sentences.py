"""Sentences of the line and what they say: the table of the grammar, in every spelling that is forgiven."""

import pytest

from sciatica_journal.domain.line.parse import RunPart, Said, parse


def _found(said: Said) -> dict[str, object]:
    found: dict[str, object] = dict(said.fields)
    for name in ("feelings", "factors", "runs", "response", "note"):
        if getattr(said, name):
            found[name] = getattr(said, name)
    return found


def run(km: float | None = None, minutes: float | None = None, kind: str = "run", **rest: object) -> RunPart:
    return RunPart(kind=kind, distance_km=km, duration_min=minutes, **rest)  # type: ignore[arg-type]  # test shorthand


FIELDS: list[tuple[str, dict[str, object]]] = [
    ("4", {"pain_worst": 4}),
    ("4/10", {"pain_worst": 4}),
    ("4 / 10", {"pain_worst": 4}),
    ("4 out of 10", {"pain_worst": 4}),
    ("4!", {"pain_worst": 4}),
    ("4.0", {"pain_worst": 4}),
    ("0", {"pain_worst": 0}),
    ("10", {"pain_worst": 10}),
    ("pain 4", {"pain_worst": 4}),
    ("PAIN 4", {"pain_worst": 4}),
    ("pain: 4", {"pain_worst": 4}),
    ("pain=4", {"pain_worst": 4}),
    ("pain = 4", {"pain_worst": 4}),
    ("pain4", {"pain_worst": 4}),
    ("pain is 4/10", {"pain_worst": 4}),
    ("worst 4", {"pain_worst": 4}),
    ("worst pain today 6", {"pain_worst": 6}),
    ("4 pain", {"pain_worst": 4}),
    ("no pain", {"pain_worst": 0}),
    ("no pain at all", {"pain_worst": 0}),
    ("pain free", {"pain_worst": 0}),
    ("pain-free", {"pain_worst": 0}),
    ("no pain on waking", {"pain_morning": 0}),
    ("woke 3", {"pain_morning": 3}),
    ("woke up with 3", {"pain_morning": 3}),
    ("woke with pain 3", {"pain_morning": 3}),
    ("morning 3", {"pain_morning": 3}),
    ("this morning 3", {"pain_morning": 3}),
    ("morning pain 3/10", {"pain_morning": 3}),
    ("pain 3 this morning", {"pain_morning": 3}),
    ("pain on waking 3", {"pain_morning": 3}),
    ("morning 3, 5", {"pain_morning": 3, "pain_worst": 5}),
    ("L calf", {"leg_left": 5}),
    ("left foot", {"leg_left": 6}),
    ("right buttock", {"leg_right": 2}),
    ("both thighs", {"leg_left": 3, "leg_right": 3}),
    ("back", {"leg_left": 1, "leg_right": 1}),
    ("lower back", {"leg_left": 1, "leg_right": 1}),
    ("sore back", {"leg_left": 1, "leg_right": 1}),
    ("back ache", {"leg_left": 1, "leg_right": 1}),
    ("back pain 4", {"leg_left": 1, "leg_right": 1, "pain_worst": 4}),
    ("back 3", {"leg_left": 1, "leg_right": 1, "pain_worst": 3}),
    ("pain 4 back", {"leg_left": 1, "leg_right": 1, "pain_worst": 4}),
    ("left lower back", {"leg_left": 1}),
    ("back, left calf", {"leg_left": 5, "leg_right": 1}),
    ("left hip", {"leg_left": 2}),
    ("right glutes", {"leg_right": 2}),
    ("L hamstring, R shin", {"leg_left": 3, "leg_right": 5}),
    ("left ankle", {"leg_left": 6}),
    ("right heel", {"leg_right": 6}),
    ("left big toe", {"leg_left": 6}),
    ("calf L", {"leg_left": 5}),
    ("left and right knee", {"leg_left": 4, "leg_right": 4}),
    ("left buttock and thigh down to the calf", {"leg_left": 5}),
    ("left calf, left thigh", {"leg_left": 5}),
    ("left calf/foot", {"leg_left": 6}),
    ("pain in my left calf 4", {"leg_left": 5, "pain_worst": 4}),
    ("left calf 4", {"leg_left": 5, "pain_worst": 4}),
    ("numb left foot", {"leg_left": 6, "numb": "left"}),
    ("left calf tingling", {"leg_left": 5, "tingling": "left"}),
    ("tingling, left calf", {"leg_left": 5, "tingling": "left"}),
    ("pins and needles right foot", {"leg_right": 6, "tingling": "right"}),
    ("pins & needles in L foot", {"leg_left": 6, "tingling": "left"}),
    ("weak right", {"weak": "right"}),
    ("left leg weak", {"weak": "left"}),
    ("numb L", {"numb": "left"}),
    ("both feet tingling", {"leg_left": 6, "leg_right": 6, "tingling": "both"}),
    ("numb left, numb right", {"numb": "both"}),
    ("numb left foot tingling right", {"leg_left": 6, "numb": "left", "tingling": "right"}),
    ("left foot slightly numb and weak", {"leg_left": 6, "numb": "left", "weak": "left"}),
    ("no tingling", {"tingling": "none"}),
    ("not numb", {"numb": "none"}),
    ("no longer numb", {"numb": "none"}),
    ("no weakness", {"weak": "none"}),
    ("no numbness, tingling or weakness", {"numb": "none", "tingling": "none", "weak": "none"}),
    ("no pain or tingling", {"pain_worst": 0, "tingling": "none"}),
    ("slept 6h", {"sleep_hours": 6.0}),
    ("sleep 7.5", {"sleep_hours": 7.5}),
    ("sleep 7,5", {"sleep_hours": 7.5}),
    ("slept 7h30", {"sleep_hours": 7.5}),
    ("slept 7h20", {"sleep_hours": 7.33}),
    ("slept 7 hours", {"sleep_hours": 7.0}),
    ("slept 6 hrs 30 min", {"sleep_hours": 6.5}),
    ("7h sleep", {"sleep_hours": 7.0}),
    ("sleep 6h quality 5", {"sleep_hours": 6.0, "sleep_quality": 5}),
    ("sleep 6h, quality 5/10", {"sleep_hours": 6.0, "sleep_quality": 5}),
    ("sleep 7/10", {"sleep_quality": 7}),
    ("stress 7/10", {"stress": 7}),
    ("stressed 7", {"stress": 7}),
    ("7/10 stress", {"stress": 7}),
    ("mood 4", {"mood": 4}),
    ("energy 5", {"energy": 5}),
    ("function 7", {"function": 7}),
    ("painkillers 2", {"painkillers": 2}),
    ("2 painkillers", {"painkillers": 2}),
    ("took 2 painkillers", {"painkillers": 2}),
    ("no painkillers", {"painkillers": 0}),
    ("pain 4 painkillers 2", {"pain_worst": 4, "painkillers": 2}),
    ("settled", {"response": "settled"}),
    ("run settled", {"response": "settled"}),
    ("lingering", {"response": "lingering"}),
    ("flared up", {"response": "flared"}),
    ("feeling proud, worried", {"feelings": ("proud", "worried")}),
    ("feeling proud and worried", {"feelings": ("proud", "worried")}),
    ("felt very tired and a bit low", {"feelings": ("tired", "low")}),
    ("feeling tired, stress 3", {"feelings": ("tired",), "stress": 3}),
    ("feeling proud worried mood 4", {"feelings": ("proud", "worried"), "mood": 4}),
    ("#coffee=2, #sitting 7.5", {"factors": {"coffee": 2, "sitting": 7.5}}),
    ("#coffee=2,#tea=1", {"factors": {"coffee": 2, "tea": 1}}),
    ("#sitting 7,5", {"factors": {"sitting": 7.5}}),
    ("4,left calf", {"pain_worst": 4, "leg_left": 5}),
    ("Pain 4. Left calf. Tingling.", {"pain_worst": 4, "leg_left": 5, "tingling": "left"}),
    ("pain 4 - left calf - stress 3", {"pain_worst": 4, "leg_left": 5, "stress": 3}),
    ("pain 4\nstress 3", {"pain_worst": 4, "stress": 3}),
]

RUNS: list[tuple[str, RunPart]] = [
    ("ran 5k 32:10 track effort 4", run(5.0, 32.17, surface="track", effort=4)),
    ("ran 5k, 32:10, track, effort 4", run(5.0, 32.17, surface="track", effort=4)),
    ("ran 5.2km in 31:20 on grass", run(5.2, 31.33, surface="grass")),
    ("ran 5,2 km", run(5.2)),
    ("ran .5 mi", run(0.805)),
    ("walked 40 min on a trail", run(None, 40.0, "walk", surface="trail")),
    ("run/walk 3 mi", run(4.828, None, "run_walk")),
    ("run-walk 3 miles", run(4.828, None, "run_walk")),
    ("jogged 20 min", run(None, 20.0)),
    ("hiked 2h", run(None, 120.0, "walk")),
    ("ran 10 miles in 1:32:05", run(16.093, 92.08)),
    ("ran 800 m", run(0.8)),
    ("ran an hour", run(None, 60.0)),
    ("walked for about half an hour", run(None, 30.0, "walk")),
    ("walked 1h20", run(None, 80.0, "walk")),
    ("ran 1 hour 20 minutes", run(None, 80.0)),
    ("ran 32 minutes treadmill", run(None, 32.0, surface="treadmill")),
    ("ran 5k 32m", run(5.0, 32.0)),
    ("ran 5k on wet sand", run(5.0, surface="wet_sand")),
    ("ran 5k dry sand", run(5.0, surface="dry_sand")),
    ("ran 5k on a wooden floor", run(5.0, surface="wood")),
    ("ran 5k effort 4/10", run(5.0, effort=4)),
    ("ran 5k rpe 4", run(5.0, effort=4)),
    ("ran 5k before 2 during 3 after 2", run(5.0, pain_before=2, pain_during=3, pain_after=2)),
    ("ran 5k; before 2, during 3, after 2", run(5.0, pain_before=2, pain_during=3, pain_after=2)),
    ("ran 5k 2 before 3 during 2 after", run(5.0, pain_before=2, pain_during=3, pain_after=2)),
    ("ran 5k no pain during", run(5.0, pain_during=0)),
    ("5k run 32:10", run(5.0, 32.17)),
    ("went for a 5 km run", run(5.0)),
    ("treadmill run 5k", run(5.0, surface="treadmill")),
]

NOTES: list[tuple[str, dict[str, object]]] = [
    ("4, 5", {"pain_worst": 4, "note": "5"}),
    ("4 5", {"pain_worst": 4, "note": "5"}),
    ("left leg 4", {"pain_worst": 4, "note": "left leg"}),
    ("calf 4", {"pain_worst": 4, "note": "calf"}),
    ("left buttock, calf", {"leg_left": 2, "note": "calf"}),
    ("walked to work 3 km", {"runs": (run(3.0, None, "walk"),), "note": "to work"}),
    ("ran 5k in the rain", {"runs": (run(5.0),), "note": "in the rain"}),
    ("ran 5k after 2 coffees", {"runs": (run(5.0),), "note": "after 2 coffees"}),
    ("ran 5k, 30 min stretching", {"runs": (run(5.0),), "note": "30 min stretching"}),
    ("ran 5k at 5:30/km", {"runs": (run(5.0),), "note": "at 5:30/km"}),
    ("ran 5k trial", {"runs": (run(5.0),), "note": "trial"}),
    ("pain 4 back to work", {"pain_worst": 4, "note": "back to work"}),
    ("feeling proud, worried, long day at work", {"feelings": ("proud", "worried"), "note": "long day at work"}),
    ("slept badly, stress 3", {"stress": 3, "note": "slept badly"}),
    ("long day and pain 4 at work", {"pain_worst": 4, "note": "long day; at work"}),
    ("one, two; three, pain 4", {"pain_worst": 4, "note": "one; two; three"}),
    ("pain 4, https://x.org/a;b,c", {"pain_worst": 4, "note": "https://x.org/a;b,c"}),
    ("pain 4, [L5-S1] [/x]", {"pain_worst": 4, "note": "[L5-S1] [/x]"}),
    ("pain 4 🎉", {"pain_worst": 4, "note": "🎉"}),
    ("שלום, pain 4", {"pain_worst": 4, "note": "שלום"}),
    ("pain 4, a\0b", {"pain_worst": 4, "note": "a\ufffdb"}),
    ("no pain in left calf", {"note": "no pain in left calf"}),
    ("not great, left calf", {"leg_left": 5, "note": "not great"}),
    ("weak coffee, left calf", {"leg_left": 5, "note": "weak coffee"}),
    ("tingling in my fingers, left calf", {"leg_left": 5, "note": "tingling in my fingers"}),
    ("worst 6, pain 4", {"pain_worst": 6, "note": "pain 4"}),
    ("stress 3, stress 5", {"stress": 5, "note": "stress 3"}),
]

ONLY_NOTE = [
    "calf", "sat 4 hours", "4 km to the shop by car", "3 coffees", "meeting at 4", "L5-S1 injection", "back to work",
    "back home", "came back 3 days ago", "back and forth", "right back at you", "left the office", "right away",
    "call mum back", "foot of the hill", "no run", "did not run", "did not run 5k", "want to run 5k tomorrow",
    "run 5k tomorrow", "walked to work", "ran errands for 2 hours", "ran late 30 min", "weak coffee", "week left",
    "felt weak after flu", "woke at 6", "woke 3 times", "worst 5 minutes of my life", "neck pain 6", "no back pain",
    "no left calf pain", "kids settled well", "settled into the new flat", "not settled", "feeling like a hill climb",
    "effort 4", "before 2", "quality 5", "slept 3 times", "slept at 11", "no sleep", "#coffee", "#1", "#coffee=two",
    "almost pain free", "no pain no gain", "100% sure", "2026-03-01", "stress high", "track closed", "both kids ill",
    "on the road again", "wood 4", "left hand numb", "numb", "5k in 25:00", "ran 5 in 32:10", "sand", "😀", "?!",
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"), FIELDS + NOTES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_line_says_exactly_this(line: str, expected: dict[str, object]) -> None:
    assert _found(parse(line)) == expected


@pytest.mark.parametrize(("line", "expected"), RUNS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_run_is_read_whole(line: str, expected: RunPart) -> None:
    assert _found(parse(line)) == {"runs": (expected,)}


@pytest.mark.parametrize("line", ONLY_NOTE)
def test_what_means_something_else_stays_note(line: str) -> None:
    assert _found(parse(line)) == {"note": line}


@pytest.mark.parametrize("separator", [", ", "; ", " ", "\n"])
def test_the_line_of_the_design(separator: str) -> None:
    parts = ["pain 4", "left calf tingling", "ran 5k 32:10 track effort 4", "stress 3", "long day at work"]
    assert _found(parse(separator.join(parts))) == {
        "pain_worst": 4,
        "leg_left": 5,
        "tingling": "left",
        "stress": 3,
        "runs": (run(5.0, 32.17, surface="track", effort=4),),
        "note": "long day at work",
    }


def test_two_runs_keep_their_own_details() -> None:
    said = parse("walked 2k before 1, ran 5k 30:00 effort 4 after 3")
    assert said.runs == (run(2.0, None, "walk", pain_before=1), run(5.0, 30.0, effort=4, pain_after=3))


@pytest.mark.parametrize(
    "line",
    ["11", "pain 11", "4.5", "pain 4,5", "-4", "pain -3", "pain 4-5", "stress 12", "mood 4.5", "slept 25h",
     "ran 2000 km", "ran 0 km", "ran 5k 9999 min", "painkillers 101", "woke with pain 11"],
)  # fmt: skip
def test_out_of_range_stays_note_with_one_warning(line: str) -> None:
    said = parse(line)
    assert _found(said) == {"note": line}
    assert len(said.warnings) == 1
    assert line in said.warnings[0]


def test_an_effort_out_of_range_leaves_the_run() -> None:
    said = parse("ran 5k effort 11")
    assert said.runs == (run(5.0),)
    assert said.note == "effort 11"
    assert len(said.warnings) == 1


@pytest.mark.parametrize(
    ("line", "questions"),
    [("numb", ("numb",)), ("tingling", ("tingling",)), ("pins and needles", ("tingling",)), ("weakness", ("weak",)),
     ("felt weak after flu", ("weak",)), ("numb and weak", ("numb", "weak")), ("back, tingling", ("tingling",)),
     ("left calf, right foot, tingling", ("tingling",)), ("not numb", ()), ("numb left", ()), ("number 4", ())],
)  # fmt: skip
def test_a_sensation_without_side_or_leg_asks(line: str, questions: tuple[str, ...]) -> None:
    said = parse(line)
    assert said.questions == questions
    assert not questions or (said.note or "").endswith(line.rpartition(", ")[2])


@pytest.mark.parametrize(
    "line", ["weak coffee", "the coffee was weak", "weak signal, no upload", "numb fingers from the cold",
             "fingers numb and tingling", "pins and needles in my left hand", "tingling in my arm, ran 5k"],
)  # fmt: skip
def test_what_is_plainly_not_of_the_legs_does_not_ask(line: str) -> None:
    assert parse(line).questions == ()


@pytest.mark.parametrize(
    "line",
    ["numb fingers and bum", "hands numb, legs too", "numb hands after sitting", "tingling arm, odd between the legs",
     "weak coffee, weak run", "numb saddle", "numb coffee", "numb fingers and tingling", "weak face and weakness"],
)  # fmt: skip
def test_anything_below_the_waist_or_unclear_in_the_line_asks(line: str) -> None:
    assert parse(line).questions


@pytest.mark.parametrize("line", ["", "  ", ",;,\n", "\t"])
def test_an_empty_line_says_nothing(line: str) -> None:
    said = parse(line)
    assert _found(said) == {}
    assert said.line == line
