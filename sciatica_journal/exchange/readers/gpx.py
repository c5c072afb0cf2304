"""GPX files: each track is an outing, its totals added up from its points."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from math import isfinite, nan
from typing import BinaryIO, Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Found
from sciatica_journal.exchange.recordings.course import Climb, Clock, Course
from sciatica_journal.exchange.recordings.outings import read_outings
from sciatica_journal.exchange.recordings.tracks import Track, filled
from sciatica_journal.exchange.recordings.xml_stream import Handler, parse_xml, root_of
from sciatica_journal.exchange.watch import Watch

_IN_POINT: Final = ("ele", "hr", "cad")
_ABOUT: Final = ("name", "desc", "cmt", "type")
_MOST_TRACKS: Final = 2_000
_MOST_STRIDES: Final = 105
"""Strides of one foot a minute; a higher figure counts the steps of both."""

_STRAVA: Final = {"1": "ride", "4": "hike", "9": "run", "10": "walk"}
"""Numbers that stood for the types in older files of Strava."""

_WORKOUT: Final = re.compile(
    r"Workout\(id=.*?, start=(?P<start>\d{1,16}), end=\d{0,16}, activeDuration=(?P<active>\d{0,12}), "
    r"comment=(?P<comment>.*), distance=(?P<distance>[\d.]{0,24}), .*?workoutTypeId=(?P<sport>\w{1,40})",
    re.DOTALL,
)
"""What FitoTrack writes into the name of a file."""


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether the file's first element is `gpx`."""
    return root_of(files[0].head()) == "gpx"


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the outings of the files; a file that cannot be taken is refused among several, raised alone."""
    return read_outings("gpx", files, answers, watch)


def parse(stream: BinaryIO) -> list[Track]:
    """Return the tracks of a GPX file. Raises InvalidValue for one without, or that is damaged."""
    handler = _Gpx()
    parse_xml(stream, handler)
    return handler.tracks()


class _Outing:
    """A track while it is read."""

    def __init__(self) -> None:
        self.course = Course()
        self.climb = Climb()
        self.cells: dict[str, str] = {}
        self.beats = self.strides = 0.0
        self.beat_count = self.stride_count = 0


class _Gpx(Handler):
    def __init__(self) -> None:
        super().__init__()
        self._clock = Clock()
        self._outings: list[_Outing] = []
        self._head: dict[str, str] = {}
        self._now = _Outing()
        self._in_point = False
        self._place: tuple[float, float] | None = None
        self._time: float | None = None
        self.texts = frozenset({*_IN_POINT, *_ABOUT, "time"})
        self.begins = {"trkpt": self._begin_point, "trkseg": self._begin_segment, "trk": self._begin_track}
        self.ends = {name: partial(self._end_about, name) for name in _ABOUT}
        self.ends |= {"trkpt": self._end_point, "time": self._end_time, "ele": self._end_height}
        self.ends |= {"hr": self._end_pulse, "cad": self._end_strides}

    def _begin_point(self, attributes: dict[str, str]) -> None:
        self._in_point = True
        self._time = None
        try:
            self._place = float(attributes["lat"]), float(attributes["lon"])
        except (KeyError, ValueError):
            self._place = None

    def _end_point(self, _: str) -> None:
        self._in_point = False
        if self._place is not None:
            self._now.course.add(*self._place, self._time)

    def _end_height(self, text: str) -> None:
        if self._in_point and -500.0 < (height := _number(text)) < 9000.0:
            self._now.climb.add(height)

    def _end_pulse(self, text: str) -> None:
        if self._in_point and 20.0 <= (beats := _number(text)) <= 260.0:
            self._now.beats += beats
            self._now.beat_count += 1

    def _end_strides(self, text: str) -> None:
        if self._in_point and 0.0 < (strides := _number(text)) <= 300.0:
            self._now.strides += strides
            self._now.stride_count += 1

    def _end_time(self, text: str) -> None:
        if self._in_point:
            self._time = self._clock.seconds(text)
        else:
            self._end_about("time", text)

    def _end_about(self, name: str, text: str) -> None:
        if self._in_point:
            return
        parent = self.parent()
        if parent == "trk":
            self._now.cells.setdefault(name, text.strip())
        elif parent == "metadata" or (parent == "gpx" and name != "type"):
            self._head.setdefault(name, text.strip())

    def _begin_segment(self, _: dict[str, str]) -> None:
        self._now.course.begin_segment()

    def _begin_track(self, _: dict[str, str]) -> None:
        self._now = _Outing()
        self._outings.append(self._now)
        if len(self._outings) > _MOST_TRACKS:
            raise InvalidValue(f"It has more than {_MOST_TRACKS:,} tracks.", "Split it.")

    def tracks(self) -> list[Track]:
        """Return what was read. Raises InvalidValue where there was no track."""
        if not self._outings:
            raise InvalidValue("It holds no track.", "A planned route is not an outing.")
        return [self._track(one, len(self._outings) == 1) for one in self._outings]

    def _track(self, one: _Outing, is_only: bool) -> Track:
        head = self._head if is_only else {}
        workout = _WORKOUT.match(head.get("name", ""))
        one.course.end()
        course, kind = one.course, one.cells.get("type", "")
        start = course.first if course.first is not None else self._clock.seconds(head.get("time", ""))
        title = one.cells.get("name") or (head.get("name") if workout is None else None)
        track = Track(
            sport=_STRAVA.get(kind, kind),
            start=start,
            offset=self._clock.offset,
            seconds=course.moving or None,
            metres=course.metres or None,
            heart_rate=round(one.beats / one.beat_count) if one.beat_count else None,
            ascent=one.climb.total() or None,
            cadence=_steps(one.strides / one.stride_count) if one.stride_count else None,
            title=title,
            note=one.cells.get("desc") or one.cells.get("cmt") or head.get("desc"),
            ident="" if start is not None else f"{title or ''} {course.points} points {course.metres:.0f} m".strip(),
            row=filled({**{f"metadata {name}": cell for name, cell in head.items()}, **one.cells}),
        )
        return track if workout is None else _of_fitotrack(track, workout)


def _number(text: str) -> float:
    """Return a number, NaN for what is none: it lies in no range."""
    try:
        return float(text)
    except ValueError:
        return nan


def _steps(strides: float) -> int:
    return round(2 * strides if strides <= _MOST_STRIDES else strides)


def _of_fitotrack(track: Track, workout: "re.Match[str]") -> Track:
    """Return the track with what FitoTrack counted itself, where that can be."""
    from dataclasses import replace

    begun = int(workout["start"]) / 1000
    active = int(workout["active"] or 0) / 1000
    try:
        metres = float(workout["distance"])
    except ValueError:
        metres = 0.0
    return replace(
        track,
        sport=track.sport or workout["sport"],
        start=begun if track.start is None else track.start,
        seconds=active if active > 0 else track.seconds,
        metres=metres if metres > 0 and isfinite(metres) else track.metres,
        note=track.note or workout["comment"].strip() or None,
    )
