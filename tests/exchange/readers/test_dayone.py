"""Day One: exports of any size, classic entries, zones, escapes."""

import json
import plistlib
from datetime import datetime
from typing import Any

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.found import Found
from sciatica_journal.exchange.readers import dayone
from sciatica_journal.exchange.watch import Watch
from tests.exchange.readers.given import entries, found_in, in_file, refused

ENTRY = {
    "uuid": "65A6F350C04E496DB775971441E41FBA",
    "creationDate": "2018-12-06T23:04:39Z",
    "timeZone": "Europe/Zurich",
    "text": "# Foo\nIt hurt\\. Not much\\!\n![](dayone-moment://ABC)\nback\\\\slash",
    "tags": ["foo"],
    "starred": True,
    "photos": [{"md5": "x"}],
    "weather": {"temperatureCelsius": 3},
}


def export(*items: Any, indent: int | None = None) -> str:
    return json.dumps({"metadata": {"version": "1.0"}, "entries": items}, indent=indent)


def read(text: str, name: str = "Journal.json") -> list[Found]:
    return found_in("dayone", in_file(text, name))


@pytest.mark.parametrize("indent", [None, 2])
def test_an_entry_is_of_the_day_of_its_own_zone(indent: int | None) -> None:
    (found,) = entries(read(export(ENTRY, indent=indent)))
    assert found.text == "# Foo\nIt hurt. Not much!\n\nback\\slash"
    assert found.start is not None
    assert found.start.isoformat() == "2018-12-07T00:04:39+01:00"
    assert found.zone_known
    assert found.source_id == ENTRY["uuid"]
    assert found.row["tags"] == "foo"
    assert found.row["starred"] == "true"
    assert "photos" not in found.row


def test_an_unknown_zone_leaves_the_moment() -> None:
    for zone in ("Mars/Olympus", "../../etc/passwd", "", None):
        (found,) = entries(read(export({**ENTRY, "timeZone": zone})))
        assert not found.zone_known
        assert found.start is not None
        assert found.start.isoformat() == "2018-12-06T23:04:39+00:00"


def test_text_may_be_missing() -> None:
    rich = json.dumps({"contents": [{"text": "Only "}, {"embeddedObjects": []}, {"text": "rich."}]})
    bare = {key: value for key, value in ENTRY.items() if key != "text"}
    found = read(
        export(bare, {**bare, "richText": rich}, {**bare, "richText": "{broken"}, {"creationDate": None}, None)
    )
    assert [one.text for one in entries(found)] == ["Only rich."]
    assert len(refused(found)) == 4


@pytest.mark.parametrize("stamp", ["1970-01-01T00:00:00Z", "2018-13-06T21:04:39Z", "9999-12-31T23:59:59Z", "soon", 5])
def test_times_that_are_none_are_told(stamp: object) -> None:
    found = read(export({**ENTRY, "creationDate": stamp}, ENTRY))
    assert (len(entries(found)), len(refused(found))) == (1, 1)


def test_two_texts_of_one_id_are_both_kept() -> None:
    found = entries(read(export(ENTRY, ENTRY, {**ENTRY, "text": "Other"})))
    assert [one.source_id for one in found] == [ENTRY["uuid"], f"{ENTRY['uuid']} 2"]


def test_many_entries_are_read_in_pieces() -> None:
    items = [{**ENTRY, "uuid": f"{number}", "text": f"{number} ä" * 50} for number in range(400)]
    found = entries(read(export(*items)))
    assert [one.source_id for one in found] == [f"{number}" for number in range(400)]


def classic(**more: object) -> bytes:
    values = {
        "Creation Date": datetime(2018, 12, 6, 21, 4, 39), "Entry Text": "Ran.", "Starred": True, "Tags": ["run"],
        "Time Zone": "Europe/Zurich", "UUID": "AB", **more,
    }  # fmt: skip
    return plistlib.dumps(values)


def test_classic_entries() -> None:
    broken = [in_file(data, f"x/{number}.doentry") for number, data in enumerate((b"bplist00\x00", b"<plist>", b""))]
    found = found_in("dayone", in_file(classic(), "x/entries/AB.doentry"), *broken, in_file("x", "photo.jpg"))
    (entry,) = entries(found)
    assert (entry.text, entry.source_id) == ("Ran.", "AB")
    assert entry.start is not None
    assert entry.start.isoformat() == "2018-12-06T22:04:39+01:00"
    assert entry.row["Tags"] == "run"
    assert len(refused(found)) == 3


def test_a_classic_entry_with_entities_is_refused() -> None:
    bomb = classic().replace(b"<plist", b'<!DOCTYPE x [<!ENTITY a "b">]><plist', 1)
    assert refused(found_in("dayone", in_file(bomb, "AB.doentry")))


def test_other_json_is_not_a_journal() -> None:
    for text in ('{"tags":{},"entries":[{"title":"a","body":"b"}]}', "[]", "{}", "", '{"entries":5'):
        assert not dayone.is_mine([in_file(text, "a.json")])
    with pytest.raises(InvalidValue):
        list(dayone.read([in_file("{}", "a.json")], {}, Watch()))
    with pytest.raises(InvalidValue, match="not valid JSON"):
        read(export(ENTRY)[:-30])
