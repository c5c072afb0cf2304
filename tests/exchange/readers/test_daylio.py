"""Daylio: both layouts of its CSV, moods by their names, notes, and the backup."""

import base64
import json

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.found import Found
from sciatica_journal.exchange.readers import daylio
from sciatica_journal.exchange.watch import Watch
from tests.exchange.readers.given import days, entries, found_in, in_file, questions, refused

HEAD = "full_date,date,weekday,time,mood,activities,note_title,note\n"
NIGHT = '2021-09-28,28 September,Tuesday,10:00 pm,sad ,"clean | music | Bad sleep | tired ","",""\n'
NOON = '2021-09-28,28 September,Tuesday,12:05,OK,"work","Lunch","<p>First</p><ul><li>one &amp; two</li></ul>5 < 6"\n'
MOODS = {"daylio.mood.sad": "2", "daylio.mood.OK": "7"}


def read(text: str | bytes, **answers: str) -> list[Found]:
    return found_in("daylio", in_file(text, "daylio_export.csv"), answers=answers)


def test_each_mood_is_asked_about_once_and_its_days_wait() -> None:
    found = read(HEAD + NIGHT + NOON + NIGHT.replace("28", "27"))
    assert set(questions(found)) == set(MOODS)
    assert all(not one.options for one in questions(found).values())
    assert not days(found)
    assert not entries(found)
    partly = read(HEAD + NIGHT + NOON + NIGHT.replace("28", "27"), **{"daylio.mood.sad": "2"})
    assert list(days(partly)) == ["2021-09-27"]


def test_a_day_has_the_mean_mood_factors_and_feelings() -> None:
    found = read(HEAD + NIGHT + NOON, **MOODS)
    day = days(found)["2021-09-28"]
    assert day.day.mood == 5
    assert day.day.factors == {"clean": 1, "music": 1, "bad_sleep": 1, "work": 1}
    assert day.day.feelings == ("tired",)
    assert day.row["mood"] == "sad; OK"


def test_notes_become_texts_without_tags() -> None:
    (entry,) = entries(read(HEAD + NIGHT + NOON, **MOODS))
    assert entry.text == "Lunch\nFirst\n- one & two\n\n5 < 6"
    assert entry.start is not None
    assert entry.start.isoformat() == "2021-09-28T12:05:00"


def test_the_older_layout_has_the_year_apart() -> None:
    head = "year,date,weekday,time,mood,activities,note\n"
    found = read(
        head + '2019,September 28,Saturday,7:05 PM,sad,"","Hm"\n2019,28. wrzesień,Saturday,19:05,sad,"",""\n', **MOODS
    )
    assert days(found)["2019-09-28"].day.mood == 2
    assert refused(found)[0].place == "line 3"


@pytest.mark.parametrize(
    "row", ["1970-01-01,,,10:00,sad,,,", "soon,,,,sad,,,", ",,,,sad,,,", "2021-09-28,1,2,3,sad,5,6,7,8,9"]
)
def test_rows_that_are_not_sound_are_told(row: str) -> None:
    found = read(f"{HEAD}{row}\n{NIGHT}", **MOODS)
    assert [one.place for one in refused(found)] == ["line 2"]
    assert list(days(found)) == ["2021-09-28"]


def test_semicolons_marks_and_utf_16_are_understood() -> None:
    for data in ((HEAD + NOON).replace(",", ";").encode("utf-8-sig"), (HEAD + NOON).encode("utf-16")):
        assert list(days(read(data, **MOODS))) == ["2021-09-28"]


def test_an_answer_that_is_none_is_asked_again() -> None:
    for answer in ("eleven", "11", "", "-1", "5.5", "٣"):
        assert questions(read(HEAD + NIGHT, **{"daylio.mood.sad": answer}))


def test_a_backup_has_levels_and_asks_nothing() -> None:
    entry = {"id": 1, "datetime": 1632866700000, "timeZoneOffset": 7200000, "mood": 9, "tags": [1, 2, 77, None]}
    bad = [{**entry, "datetime": 10**30}, {**entry, "datetime": None}, {**entry, "datetime": 0}, None]
    plain = {
        "version": 15,
        "dayEntries": [{**entry, "note": "<b>Hm</b>", "note_title": ""}, *bad],
        "customMoods": [{"id": 9, "custom_name": "", "mood_group_id": 2}],
        "tags": [{"id": 1, "name": "proud"}, {"id": 2, "name": "Gym"}, 5],
    }
    data = base64.encodebytes(json.dumps(plain).encode())
    found = found_in("daylio", in_file(data, "backup.daylio"))
    day = days(found)["2021-09-29"]
    assert (day.day.mood, day.day.feelings, day.day.factors) == (8, ("proud",), {"gym": 1})
    assert entries(found)[0].text == "Hm"
    assert len(refused(found)) == 4
    with pytest.raises(InvalidValue, match="not a valid"):
        found_in("daylio", in_file(data[:408], "backup.daylio"))


def test_what_is_no_export_is_refused() -> None:
    for text in ("", "a,b,c\n", "eyJ", "{}", '"' * 100):
        assert not daylio.is_mine([in_file(text)])
        with pytest.raises(InvalidValue):
            list(daylio.read([in_file(text)], {}, Watch()))
    with pytest.raises(InvalidValue, match="is not CSV: a cell is far too long"):
        read(HEAD + '"' + f"{'x' * 999}\n" * 1100)
