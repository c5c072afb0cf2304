"""GPX and TCX files as outings."""

from typing import Any

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.found import Activity, Question, Refused
from sciatica_journal.exchange.readers import fit, gpx, tcx
from tests.exchange.reading import found, in_file, one
from tests.exchange.recordings import (
    START,
    fit_outing,
    gpx_of,
    gpx_outing,
    gpx_point,
    tcx_lap,
    tcx_outing,
)


def test_a_track_of_gpx_is_added_up() -> None:
    run = one("gpx", gpx_outing(1200))
    assert (run.kind, run.title, run.zone_known) == ("run", "Morning run", False)
    assert run.start == START
    assert run.distance_km == pytest.approx(3.333, abs=0.002)
    assert run.duration_min == pytest.approx(1199 / 60, abs=0.2)
    assert (run.heart_rate, run.cadence) == (150, 168)
    assert run.ascent_m == pytest.approx(13.7, abs=0.1)
    assert run.source_id == "2026-03-01T06:10:00Z"


@pytest.mark.parametrize("bad", ['lat="nan" lon="8"', 'lat="1e400" lon="8"', 'lat="9999" lon="8"', 'lat="x"', ""])
def test_places_that_are_none_are_left_out(bad: str) -> None:
    points = gpx_point(0, 0) + f"<trkpt {bad}><ele>nan</ele><time>yesterday</time></trkpt>" + gpx_point(60, 60)
    run = one("gpx", gpx_of(f"<trk><type>run</type><trkseg>{points}</trkseg></trk>"))
    assert run.distance_km == pytest.approx(0.167, abs=0.001)
    assert run.ascent_m is None


def test_a_gap_of_the_recording_counts_neither_as_way_nor_as_time() -> None:
    points = "".join(gpx_point(n, n) for n in range(60)) + "".join(gpx_point(n, n) for n in range(1000, 1060))
    run = one("gpx", gpx_of(f"<trk><type>run</type><trkseg>{points}</trkseg></trk>"))
    assert run.distance_km == pytest.approx(118 * 2.78 / 1000, abs=0.002)
    assert run.duration_min == pytest.approx(118 / 60, abs=0.1)


def test_standing_is_no_moving_and_a_jump_no_way() -> None:
    points = "".join(gpx_point(min(n, 60), n) for n in range(120)) + gpx_point(5000, 121) + gpx_point(5001, 122)
    run = one("gpx", gpx_of(f"<trk><type>run</type><trkseg>{points}</trkseg></trk>"))
    assert run.distance_km == pytest.approx(61 * 2.78 / 1000, abs=0.002)
    assert run.duration_min is not None
    assert run.duration_min < 1.4


def test_a_long_tag_far_down_in_a_large_file_is_read() -> None:
    """Newer expats tell no position while they wait for the end of a tag."""
    before, long = "<a/>" * 300_000, f'<a b="{"x" * 300_000}"/>'
    assert one("gpx", gpx_outing(60).replace(b"<trk>", f"{before}{long}<trk>".encode(), 1)).kind == "run"


def test_a_track_without_times_has_the_time_of_the_file() -> None:
    inner = "".join(gpx_point(n, None, None) for n in range(10))
    track = f"<trk><type>walking</type><trkseg>{inner}</trkseg></trk>"
    walk = one("gpx", gpx_of(f"<metadata><time>2026-03-01T06:10:00Z</time></metadata>{track}"))
    assert (walk.kind, walk.duration_min, walk.start) == ("walk", None, START)
    assert walk.distance_km == pytest.approx(0.025, abs=0.001)
    (refused,) = found("gpx", gpx_of(track))
    assert isinstance(refused, Refused)
    assert "when it was" in refused.why


def test_an_empty_segment_is_an_outing_indoors() -> None:
    head = "<metadata><name>Gym</name><time>2026-03-01T06:10:00Z</time></metadata>"
    run = one("gpx", gpx_of(f"{head}<trk><name>Belt</name><type>treadmill_running</type><trkseg/></trk>"))
    assert (run.kind, run.surface, run.title, run.distance_km) == ("run", "treadmill", "Belt", None)


def test_several_tracks_are_several_outings() -> None:
    track = "<trk><type>{}</type><trkseg>" + gpx_point(0, 0) + gpx_point(1, 1) + "</trkseg></trk>"
    run, ride = found("gpx", gpx_of(track.format("9") + track.format("cycling")))
    assert isinstance(run, Activity)
    assert isinstance(ride, Activity)
    assert (run.kind, ride.kind) == ("run", None)
    assert run.source_id != ride.source_id


FITOTRACK = (
    "<metadata><name>Workout(id=1, uuid=68cf, start=1772345400000, end=1772349000000, activeDuration={active}, "
    "comment={comment}, distance={metres}, repetitions=0, energy=5.5, workoutTypeId=walking, intervalSetUsedId=-1)"
    "</name></metadata><trk><trkseg>{points}</trkseg></trk>"
)


def test_fitotrack_says_more_in_the_name_of_the_file() -> None:
    points = gpx_point(0, 0) + gpx_point(1, 1)
    text = FITOTRACK.format(active=3512996, comment="To the market, slowly", metres=4995.375, points=points)
    walk = one("gpx", gpx_of(text))
    assert (walk.kind, walk.distance_km, walk.duration_min) == ("walk", 4.995, 58.55)
    assert (walk.note, walk.title) == ("To the market, slowly", None)
    spoilt = one("gpx", gpx_of(FITOTRACK.format(active="", comment="", metres="9.9.9", points=points)))
    assert (spoilt.kind, spoilt.note, spoilt.distance_km) == ("walk", None, 0.003)


def test_a_zone_in_the_times_is_the_zone_of_the_place() -> None:
    point = '<trkpt lat="47" lon="8"><time>2026-03-01T23:50:00.500+01:00</time></trkpt>'
    run = one("gpx", gpx_of(f"<trk><type>run</type><trkseg>{point}</trkseg></trk>"))
    assert run.zone_known
    assert run.start is not None
    assert run.start.isoformat() == "2026-03-01T23:50:00+01:00"


BOMB = '<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><gpx><trk><name>&b;</name></trk></gpx>'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (BOMB.encode(), "DOCTYPE"),
        (b'<!DOCTYPE gpx SYSTEM "file:///etc/passwd"><gpx/>', "DOCTYPE"),
        (b"<html><body>Log in</body></html>", "no track"),
        (b"<gpx><wpt lat='1' lon='2'/></gpx>", "no track"),
        (b"<gpx><trk><trkseg>" + b"<a>" * 100, "nested"),
        (b"<gpx>" + b"<a>" * 150_000, "nested"),
        (b"<gpx><trk><name>" + b"x" * 300_000 + b"</name></trk></gpx>", "text far longer"),
        (b'<gpx a="' + b"x" * 3_000_000 + b'"/>', "tag far larger"),
        (gpx_outing()[:-30], "cut off"),
        (gpx_outing()[:500], "cut off"),
        (gpx_outing().replace(b"</ele>", b"</el>"), "damaged at line"),
        (b"<gpx>&nbsp;</gpx>", "damaged at line"),
        (b'<?xml version="1.0" encoding="klingon"?><gpx/>', "damaged|encoding"),
        (b'<?xml version="1.0" encoding="big5"?><gpx/>', "damaged|encoding"),
        (b" \n", "holds nothing"),
        (b"\x00\x01", "damaged"),
    ],
)
def test_spoilt_gpx_is_told_in_words(content: bytes, why: str) -> None:
    with pytest.raises(InvalidValue, match=f"^0.gpx: .*({why})"):
        found("gpx", content)


def test_texts_are_made_safe() -> None:
    point = gpx_point(0, 0)
    text = f"<trk><name>a\u0085b\u202e[red]</name><type>run</type><trkseg>{point}</trkseg></trk>"
    assert one("gpx", gpx_of(text)).title == "a\ufffdb\u202e[red]"


@pytest.mark.parametrize("encode", ["utf-16", "utf-8-sig"])
def test_other_encodings_are_read(encode: str) -> None:
    text = gpx_outing().decode().replace('encoding="UTF-8"', f'encoding="{encode[:6]}"').replace("utf-8-", "utf-8")
    assert one("gpx", text.encode(encode)).kind == "run"


def test_laps_of_tcx_are_added_up() -> None:
    run = one("tcx", b"\n  " + tcx_outing(tcx_lap(600, 2000) + tcx_lap(300.5, 900, 180), rest="<Notes>wet</Notes>"))
    assert (run.distance_km, run.duration_min, run.heart_rate) == (2.9, 15.01, 160)
    assert (run.start, run.note, run.cadence, run.kind) == (START, "wet", 168, "run")


def test_tcx_without_sums_is_read_from_its_points() -> None:
    point = "<Trackpoint><Time>2026-03-01T06:{}:00Z</Time><DistanceMeters>{}</DistanceMeters></Trackpoint>"
    points = point.format(10, 0) + point.format(40, 4200) + point.format("xx", "nan")
    run = one("tcx", tcx_outing(tcx_lap("nan", "inf", points=points)))  # type: ignore[arg-type]  # as a file may say
    assert (run.distance_km, run.duration_min) == (4.2, 30.0)


def test_other_in_tcx_may_be_a_walk_and_is_asked() -> None:
    (question,) = found("tcx", tcx_outing(tcx_lap(60, 80), "Other"))
    assert isinstance(question, Question)
    assert one("tcx", tcx_outing(tcx_lap(60, 80), "Other"), sport__tcx_unsaid="walk").kind == "walk"
    assert one("tcx", tcx_outing(tcx_lap(60, 80), "Biking")).kind is None


def test_kinds_are_known_by_their_content() -> None:
    contents = {"fit": fit_outing(), "gpx": gpx_outing(), "tcx": tcx_outing(tcx_lap(1, 1))}
    modules: dict[str, Any] = {"fit": fit, "gpx": gpx, "tcx": tcx}
    for name, content in {**contents, "none": b"one,two\n", "other": b"<kml/>", "bomb": BOMB.encode()}.items():
        mine = [kind for kind, module in modules.items() if module.is_mine([in_file(content)])]
        assert mine == {"none": [], "other": [], "bomb": ["gpx"]}.get(name, [name])
