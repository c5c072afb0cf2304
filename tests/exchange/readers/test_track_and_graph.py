"""Track & Graph: both layouts, durations, labels, and what is asked about."""

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.found import Found
from sciatica_journal.exchange.readers import track_and_graph
from sciatica_journal.exchange.watch import Watch
from tests.exchange.readers.given import days, entries, found_in, in_file, questions, refused

NEW = "FeatureName,Timestamp,Value,Label,Note\n"
OLD = "FeatureName,Timestamp,Value,Note\n"
STAMP = "2022-09-14T21:30:41.432+01:00"


def read(text: str, **answers: str) -> list[Found]:
    given = {f"track-and-graph.feature.{name}": field for name, field in answers.items()}
    return found_in("track-and-graph", in_file(text, "export.csv"), answers=given)


def factors(text: str) -> dict[str, float]:
    return dict(days(read(text))["2022-09-14"].day.factors)


def test_the_newer_layout() -> None:
    text = f"{NEW}Coffee,{STAMP},1,,\nCoffee,{STAMP},1.5,,\nFocus,{STAMP},3,Good,\nFocus,{STAMP},2,So so,\n"
    assert factors(text) == {"coffee": 2.5, "focus": 2.5}
    assert days(read(text))["2022-09-14"].row["Focus"] == f"{STAMP} 3 Good; {STAMP} 2 So so"


def test_the_older_layout_has_labels_behind_the_value() -> None:
    assert factors(f"{OLD}Focus,{STAMP},3:Good,\nFocus,{STAMP},2.0:So: so,\n-,{STAMP},1,\n") == {"focus": 2.5}


def test_durations_become_minutes_and_are_summed() -> None:
    rows = f"{OLD}Sitting,{STAMP},1:10:00,\nSitting,{STAMP},0:20:30:desk,\nDebt,{STAMP},-1:-30:00,\n"
    assert factors(rows) == {"sitting_minutes": 90.5, "debt_minutes": -90}


def test_what_sounds_like_a_value_of_the_day_is_asked_about_once() -> None:
    values = (("Back pain", "4"), ("Back pain", "7"), ("Sleep", "7:30:00"), ("Mood", "4"), ("Tea", "1"))
    text = NEW + "".join(f"{name},{STAMP},{value},,\n" for name, value in values)
    asked = questions(read(text))
    assert set(asked) == {f"track-and-graph.feature.{name}" for name in ("Back pain", "Sleep", "Mood")}
    assert days(read(text))["2022-09-14"].day.factors == {"tea": 1}
    found = read(text, **{"Back pain": "pain_worst", "Sleep": "sleep_hours", "Mood": "mood/5"})
    day = days(found)["2022-09-14"].day
    assert (day.pain_worst, day.sleep_hours, day.mood, day.factors) == (7, 7.5, 8, {"tea": 1})
    assert all("factor" in dict(question.options) for question in asked.values())
    counted = read(text, **{"Back pain": "factor", "Sleep": "factor", "Mood": "factor"})
    assert days(counted)["2022-09-14"].day.factors == {"back_pain": 11, "sleep_minutes": 450, "mood": 4, "tea": 1}


def test_every_option_can_be_answered() -> None:
    for name in ("Pain", "Sleep", "Stress", "Mood", "Energy", "Mobility"):
        text = f"{NEW}{name},{STAMP},4,,\n"
        (question,) = questions(read(text)).values()
        for option, _ in question.options:
            assert days(read(text, **{name: option}))


def test_notes_become_texts() -> None:
    (entry,) = entries(read(f"{NEW}Coffee,{STAMP},1,,Too late: again\n"))
    assert entry.text == "Coffee 1: Too late: again"
    assert entry.start is not None
    assert entry.start.isoformat() == "2022-09-14T21:30:41+01:00"
    assert entry.zone_known


@pytest.mark.parametrize(
    "bad",
    [
        f"Coffee,{STAMP},nan,,", f"Coffee,{STAMP},inf,,", f"Coffee,{STAMP},,,", "Coffee,1970-01-01T00:00:00Z,1,,",
        "Coffee,soon,1,,", f",{STAMP},1,,", f"Coffee,{STAMP},1e99,,", f"Coffee,{STAMP},1,,,,,", f"Mood,{STAMP},11,,",
        f"Sleep,{STAMP},25:00:00,,", f"Mood,{STAMP},1:00:00,,",
    ],
)  # fmt: skip
def test_rows_that_are_not_sound_are_told(bad: str) -> None:
    found = read(f"{NEW}{bad}\nTea,{STAMP},1,,\n", Mood="mood", Sleep="sleep_hours")
    assert [one.place for one in refused(found)] == ["line 2"]
    assert days(found)["2022-09-14"].day.factors == {"tea": 1}


def test_what_is_no_export_is_refused() -> None:
    for text in ("", "FeatureName;Value\n"):
        assert not track_and_graph.is_mine([in_file(text)])
        with pytest.raises(InvalidValue):
            list(track_and_graph.read([in_file(text)], {}, Watch()))
