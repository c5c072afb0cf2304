"""TCX files: each activity is an outing, the sum of its laps."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import isfinite
from typing import BinaryIO, Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Found
from sciatica_journal.exchange.recordings.course import Climb, Clock
from sciatica_journal.exchange.recordings.outings import read_outings
from sciatica_journal.exchange.recordings.tracks import Track, filled
from sciatica_journal.exchange.recordings.xml_stream import Handler, parse_xml, root_of
from sciatica_journal.exchange.watch import Watch

_ROOT: Final = "TrainingCenterDatabase"
_ABOUT: Final = ("Id", "Notes", "Name")
_OF_LAP: Final = ("TotalTimeSeconds", "Value", "Cadence", "AvgRunCadence")
_IN_POINT: Final = ("Time", "DistanceMeters", "AltitudeMeters")
_MOST_OUTINGS: Final = 2_000


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether the file's first element is that of TCX."""
    return root_of(files[0].head()) == _ROOT


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the outings of the files; a file that cannot be taken is refused among several, raised alone."""
    return read_outings("tcx", files, answers, watch)


def parse(stream: BinaryIO) -> list[Track]:
    """Return the activities of a TCX file. Raises InvalidValue for one without, or that is damaged."""
    handler = _Tcx()
    parse_xml(stream, handler)
    if not handler.tracks:
        raise InvalidValue("It holds no activity.", "A course or a workout plan is not an outing.")
    return handler.tracks


class _Weighed:
    """A mean, weighed by seconds."""

    def __init__(self) -> None:
        self._sum = self._weight = 0.0

    def add(self, value: float | None, seconds: float) -> None:
        if value is not None and value > 0:
            self._sum += value * (seconds or 1.0)
            self._weight += seconds or 1.0

    @property
    def mean(self) -> float | None:
        return self._sum / self._weight if self._weight else None


class _Outing:
    """An activity while it is read."""

    def __init__(self, sport: str) -> None:
        self.sport = sport
        self.cells: dict[str, str] = {}
        self.seconds = self.metres = 0.0
        self.beats, self.strides, self.climb = _Weighed(), _Weighed(), Climb()
        self.first_lap: float | None = None
        self.times: tuple[float, float] | None = None
        self.farthest = 0.0
        self.laps = 0

    def measure(self, name: str, text: str, clock: Clock) -> None:
        """Take what a point says."""
        if name == "Time":
            time = clock.seconds(text)
            if time is not None:
                self.times = (self.times[0] if self.times else time), time
            return
        number = _number(text)
        if number is None:
            return
        if name == "DistanceMeters":
            self.farthest = max(self.farthest, number)
        elif -500 < number < 9000:
            self.climb.add(number)


class _Tcx(Handler):
    def __init__(self) -> None:
        super().__init__()
        self.tracks: list[Track] = []
        self._clock = Clock()
        self._now: _Outing | None = None
        self._lap: dict[str, float] = {}
        self._in_point = False
        self.texts = frozenset({*_ABOUT, *_OF_LAP, *_IN_POINT})
        self.begins = {"Trackpoint": self._begin_point, "Activity": self._begin_outing, "Lap": self._begin_lap}
        self.ends = {name: partial(self._end_about, name) for name in (*_ABOUT, *_OF_LAP)}
        self.ends |= {name: partial(self._end_measure, name) for name in _IN_POINT}
        self.ends |= {"Trackpoint": self._end_point, "Lap": self._end_lap, "Activity": self._end_outing}

    def _begin_point(self, _: dict[str, str]) -> None:
        self._in_point = True

    def _end_point(self, _: str) -> None:
        self._in_point = False

    def _begin_outing(self, attributes: dict[str, str]) -> None:
        self._now = _Outing(attributes.get("Sport", ""))

    def _end_outing(self, _: str) -> None:
        if self._now is not None:
            self.tracks.append(self._track(self._now))
            self._now = None
            if len(self.tracks) > _MOST_OUTINGS:
                raise InvalidValue(f"It has more than {_MOST_OUTINGS:,} activities.", "Split it.")

    def _begin_lap(self, attributes: dict[str, str]) -> None:
        self._lap = {}
        if self._now is not None and self._now.first_lap is None:
            self._now.first_lap = self._clock.seconds(attributes.get("StartTime", ""))

    def _end_lap(self, _: str) -> None:
        if self._now is not None:
            self._add_lap(self._now)

    def _end_measure(self, name: str, text: str) -> None:
        if not self._in_point:
            self._end_about(name, text)
        elif self._now is not None:
            self._now.measure(name, text, self._clock)

    def _end_about(self, name: str, text: str) -> None:
        now, parent = self._now, self.parent()
        if now is None or self._in_point:
            return
        if parent == "Activity" and name in _ABOUT:
            now.cells.setdefault(name, text.strip())
        elif parent in ("Lap", "AverageHeartRateBpm", "LX") and (number := _number(text)) is not None:
            self._lap.setdefault("Beats" if parent == "AverageHeartRateBpm" else name, number)

    def _add_lap(self, now: _Outing) -> None:
        seconds = max(self._lap.get("TotalTimeSeconds", 0.0), 0.0)
        now.seconds += seconds
        now.metres += max(self._lap.get("DistanceMeters", 0.0), 0.0)
        now.beats.add(self._lap.get("Beats"), seconds)
        now.strides.add(self._lap.get("AvgRunCadence", self._lap.get("Cadence")), seconds)
        now.laps += 1

    def _track(self, now: _Outing) -> Track:
        begun = self._clock.seconds(now.cells.get("Id", ""))
        if begun is None:
            begun = now.first_lap if now.first_lap is not None else (now.times[0] if now.times else None)
        beats, strides = now.beats.mean, now.strides.mean
        return Track(
            sport=now.sport,
            start=begun,
            offset=self._clock.offset,
            seconds=now.seconds or (now.times[1] - now.times[0] if now.times else None),
            metres=now.metres or now.farthest or None,
            heart_rate=None if beats is None else round(beats),
            ascent=now.climb.total() or None,
            cadence=None if strides is None else round(2 * strides),
            title=now.cells.get("Name"),
            note=now.cells.get("Notes"),
            ident=now.cells.get("Id", ""),
            row=filled({"Sport": now.sport, **now.cells, "TotalTimeSeconds": now.seconds or None,
                        "DistanceMeters": now.metres or None, "laps": now.laps or None}),
        )  # fmt: skip


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None
