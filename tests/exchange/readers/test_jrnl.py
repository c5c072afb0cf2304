"""jrnl: text of all versions and time formats, JSON, what is encrypted or broken."""

import json

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.found import Found
from sciatica_journal.exchange.readers import jrnl
from sciatica_journal.exchange.watch import Watch
from tests.exchange.readers.given import entries, found_in, in_file, questions, refused


def read(text: str | bytes, **answers: str) -> list[Found]:
    given = {f"jrnl.{key}": value for key, value in answers.items()}
    return found_in("jrnl", in_file(text, "journal.txt"), answers=given)


def test_entries_of_text() -> None:
    found = entries(read(
        "[2020-06-28 18:22] Ran by the river. *\nLegs fine, @knee not. @run\n\n[L5-S1] was the word.\n\n"
        "[2020-06-28 18:22] Second in that minute.\n"
    ))  # fmt: skip
    assert [one.text for one in found] == [
        "Ran by the river.\nLegs fine, @knee not. @run\n\n[L5-S1] was the word.",
        "Second in that minute.",
    ]
    assert found[0].row == {"date": "2020-06-28 18:22", "tags": "knee, run", "starred": "yes"}
    assert found[1].row == {"date": "2020-06-28 18:22"}
    assert len({one.source_id for one in found}) == 2
    assert found[0].start is not None
    assert found[0].start.isoformat() == "2020-06-28T18:22:00"


@pytest.mark.parametrize(
    "stamp",
    [
        "[2020-06-28 06:22:10 PM]", "[28.06.2020 18:22]", "[28/06/2020 18:22]", "[06/28/2020 6:22 pm]",
        "[Sun 28 Jun 2020 18:22]", "[June 28, 2020 at 6:22 PM]", "[Sonntag, 28. Juni 2020 um 18.22]",
        "[28 juin 2020 18h22]", "2020-06-28 18:22", "[2020/06/28 18:22]", "[2020-06-28T18:22]",
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_time_formats(stamp: str, end: str) -> None:
    (found,) = entries(read(f"\n{stamp} A day.{end}It went on.{end}"))
    assert found.start is not None
    assert found.start.isoformat(timespec="minutes") == "2020-06-28T18:22"
    assert found.text == "A day.\nIt went on."


def test_a_day_alone_has_no_time() -> None:
    (found,) = entries(read("[2020-06-28] A day.\n"))
    assert (found.start, str(found.date)) == (None, "2020-06-28")


def test_the_order_of_day_and_month_is_asked_where_no_date_gives_it_away() -> None:
    text = "[05/05/2020 18:22] One.\n[03/04/2020 18:22] Two.\n"
    (asked,) = questions(read(text)).values()
    assert asked.key == "jrnl.date_order"
    assert "03/04/2020" in asked.text
    for order, day in (("dmy", "2020-04-03"), ("mdy", "2020-03-04")):
        start = entries(read(text, date_order=order))[1].start
        assert start is not None
        assert start.date().isoformat() == day
    assert not questions(read(text + "[13/04/2020 18:22] Three.\n"))


def test_broken_dates_and_empty_entries_are_told() -> None:
    text = "[2020-06-28 18:22] Good.\n[2020-13-45 18:22] Bad.\n[2020-06-29 18:22]\n\n[1970-01-01 00:00] Clock.\n"
    found = read(text)
    assert [one.text for one in entries(found)] == ["Good."]
    assert [one.place for one in refused(found)] == ["line 2", "line 3", "line 5"]


def test_what_is_there_twice_comes_once() -> None:
    one = "[2020-06-28 18:22] Same.\n"
    assert len(entries(read(one + one))) == 1


@pytest.mark.parametrize("head", [b"JRNLv3\x00\x00", b"gAAAAABf"])
def test_what_is_encrypted_is_refused_politely(head: bytes) -> None:
    with pytest.raises(InvalidValue, match="encrypted"):
        read(head + b"x" * 100)


def test_what_is_no_journal_is_refused() -> None:
    for text in ("Dear diary\n", "", "[ksiezyc 12, 2020 x] Text\n", "[L5-S1 2020] Text"):
        file = in_file(text, "a.txt")
        assert not jrnl.is_mine([file])
    with pytest.raises(InvalidValue, match="not a journal"):
        list(jrnl.read([in_file("Dear diary\n")], {}, Watch()))
    with pytest.raises(InvalidValue, match="too long"):
        read("[2020-06-28 18:22] " + "x" * 1_100_000)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding: str) -> None:
    (found,) = entries(read("[2020-06-28 18:22] Über Stock und Stein.\n".encode(encoding)))
    assert found.text == "Über Stock und Stein."


def test_json() -> None:
    one = {
        "title": "Ran.",
        "body": "By the river.",
        "date": "2020-06-28",
        "time": "18:22",
        "tags": ["@run"],
        "starred": True,
    }
    others = [{**one, "uuid": "abc", "body": ""}, {"title": "", "body": ""}, {"title": "\ud800x", "date": "no"}, 5]
    found = read(json.dumps({"tags": {"@run": 2}, "entries": [one, *others]}, indent=1))
    assert [entry.text for entry in entries(found)] == ["Ran.\nBy the river.", "Ran."]
    assert entries(found)[1].source_id == "abc"
    assert entries(found)[0].row["tags"] == "@run"
    assert [refusal.place for refusal in refused(found)] == ["entry 3", "entry 4", "entry 5"]


@pytest.mark.parametrize(
    "broken", ['{"entries": [{"title": "a", "body": "b"}', '{"title":1,"body":1,"entries": ' + "[" * 9999]
)
def test_broken_json_is_refused_in_words(broken: str) -> None:
    with pytest.raises(InvalidValue, match="not valid JSON"):
        read(broken)
