"""Whatever is done to a file of another journal, its reader gives words or sound values, never anything else."""

import math
import re
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.exchange.found import Activity, DayValues, Entry, Found, Question, Refused
from sciatica_journal.exchange.readers.registry import KINDS
from sciatica_journal.exchange.watch import Watch
from tests.exchange.readers import (
    test_apple_health,
    test_bearable,
    test_daylio,
    test_dayone,
    test_track_and_graph,
)
from tests.exchange.readers.given import found_in, in_file

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
STEPS = test_apple_health.steps("2024-03-01", "Phone", 300)
FILES = {
    "apple-health": test_apple_health.export(test_apple_health.OLD + test_apple_health.NEW + STEPS),
    "dayone": test_dayone.export(test_dayone.ENTRY),
    "jrnl": "[2020-06-28 18:22] Ran. *\nLegs @knee\n[June 3, 2021 at 6 PM] b\n",
    "daylio": test_daylio.HEAD + test_daylio.NIGHT + test_daylio.NOON,
    "bearable": test_bearable.HEAD + test_bearable.row("Symptom", "2", "Left calf pain (Mild)", "note"),
    "track-and-graph": f"{test_track_and_graph.NEW}Tea,{test_track_and_graph.STAMP},1:10:00,,note\n",
}
SPOILS = [
    b"nan",
    b"1e400",
    b"-1",
    b"99999999999999999999",
    b"1970-01-01",
    b"2106-02-07",
    b"9999-12-31",
    b"\x00",
    b"\x0b",
]
SPOILS += [
    b"\xff",
    b"\xed\xa0\x80",
    b"\\ud800",
    b'"',
    b",",
    b"\n",
    b"\r",
    b"<",
    b"&",
    b"[",
    b"{",
    b"]]>",
    b"+23:59",
    b"",
]


def check(found: Found) -> None:
    if isinstance(found, Refused):
        assert not CONTROL.search(found.place + found.why)
    elif isinstance(found, Question):
        assert not CONTROL.search(found.key + found.text)
    elif isinstance(found, Activity | DayValues | Entry):
        texts = [found.source_id, *found.row, *found.row.values(), found.text if isinstance(found, Entry) else ""]
        assert not CONTROL.search("".join(texts))
        if isinstance(found, Activity):
            assert all(math.isfinite(value or 0) for value in (found.distance_km, found.duration_min, found.ascent_m))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 12), st.sampled_from(SPOILS)), min_size=1, max_size=4),
)
def test_a_spoilt_file_gives_words_or_sound_values(kind: str, spoils: list[tuple[int, int, bytes]]) -> None:
    data = FILES[kind].encode()
    for place, length, put in spoils:
        at = place % len(data)
        data = data[:at] + put + data[at + length :]
    file = in_file(data, "export.json")
    reader = KINDS[kind].load()
    with suppress(JournalError):
        reader.is_mine([file])
        for found in reader.read([file], {}, Watch()):
            check(found)


@pytest.mark.parametrize("cell", ["Te\x0ba", "no\x19te", "\x04"])
def test_control_characters_in_cells_are_shown(cell: str) -> None:
    for found in found_in("track-and-graph", in_file(f"{test_track_and_graph.NEW}Tea,2022-09-14,1,,x{cell}\n")):
        check(found)
