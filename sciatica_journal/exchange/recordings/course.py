"""The course of an outing, point by point: how far, how long in motion, how much uphill. None of it is kept."""

from datetime import UTC, datetime
from math import asin, cos, radians, sin, sqrt
from typing import Final

_EARTH: Final = 2 * 6_371_008.8
"""Twice the mean radius in metres (IUGG)."""

_GAP: Final = 120.0
"""Seconds without a point after which the recording is taken to have been paused or lost."""

_NEW_SEGMENT: Final = 15.0
"""Seconds between two segments up to which they are one course: some programs begin one each lap."""

_FASTEST: Final = 15.0
"""Metres a second; beyond it the position jumped."""

_WINDOW: Final = 10.0
_SLOWEST: Final = 0.3
"""Whether one moves is seen over 10 seconds, by 0.3 metres a second as the crow flies: positions tremble."""

_LEAST_CLIMB: Final = 5.0
"""Metres; less up and down is the noise of satellites and barometers."""

_Place = tuple[float, float, float]
"""Latitude and longitude in radians, and the cosine of the latitude."""

_MINUTE: Final = len("2026-03-01T06:10:")
_WHOLE: Final = len("2026-03-01T06:10:00Z")
_MOST_MINUTES: Final = 10_000


class Clock:
    """Reads times such as `2026-03-01T06:10:00Z`; a minute is looked at once."""

    def __init__(self) -> None:
        self._minutes: dict[str, float] = {}
        self.offset: int | None = None

    def seconds(self, text: str) -> float | None:
        """Return seconds since 1970 UTC, None for what is not a time; a time without a zone is UTC, as GPX demands.

        `offset` is then that of the last zone other than UTC that was met, in seconds.
        """
        if len(text) == _WHOLE and text[-1] == "Z":
            begun = self._minutes.get(text[:_MINUTE])
            if begun is not None and (second := text[_MINUTE:-1]).isdecimal():
                return begun + min(int(second), 59)
            self._remember(text)
        return self._slowly(text.strip())

    def _remember(self, text: str) -> None:
        begun = self._slowly(f"{text[:_MINUTE]}00Z")
        if begun is not None:
            if len(self._minutes) > _MOST_MINUTES:
                self._minutes.clear()
            self._minutes[text[:_MINUTE]] = begun

    def _slowly(self, text: str) -> float | None:
        if len(text) < len("2026-03-01T06:10") or len(text) > 40:
            return None
        try:
            moment = datetime.fromisoformat(text)
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=UTC)
            offset = moment.utcoffset()
            if offset:
                self.offset = round(offset.total_seconds())
            return moment.timestamp()
        except (ValueError, OverflowError):
            return None


class Climb:
    """Metres uphill, by heights in metres."""

    def __init__(self) -> None:
        self.metres = 0.0
        self._low: float | None = None
        self._high = 0.0

    def add(self, height: float) -> None:
        """Take the next height."""
        if self._low is None:
            self._low = self._high = height
        elif height > self._high:
            self._high = height
        elif self._high - height >= _LEAST_CLIMB or height < self._low:
            self._settle()
            self._low = self._high = height

    def total(self) -> float:
        """Return the metres so far, the last climb with them."""
        self._settle()
        self._low = self._high
        return self.metres

    def _settle(self) -> None:
        if self._low is not None and self._high - self._low >= _LEAST_CLIMB:
            self.metres += self._high - self._low


class Course:
    """Adds up points."""

    def __init__(self) -> None:
        self.metres = 0.0
        self.moving = 0.0
        self.points = 0
        self.first: float | None = None
        self._time: float | None = None
        self._here: _Place | None = None
        self._segment_begins = False
        self._window_time = 0.0
        self._window_from: _Place | None = None

    def begin_segment(self) -> None:
        """The points that come are a segment of their own."""
        self._segment_begins = True

    def add(self, latitude: float, longitude: float, time: float | None) -> None:
        """Take the next point, degrees and seconds; one outside the globe is left out."""
        if not (-90.0 <= latitude <= 90.0 and -180.0 <= longitude <= 180.0):
            return
        self.points += 1
        phi = radians(latitude)
        here = phi, radians(longitude), cos(phi)
        before, was = self._here, self._time
        self._here = here
        if time is not None:
            self._time = time
            if self.first is None:
                self.first = time
        new, self._segment_begins = self._segment_begins, False
        if before is None:
            return
        if time is None or was is None:
            self.metres += 0.0 if new else _apart(before, here)
        elif 0.0 <= time - was <= (_NEW_SEGMENT if new else _GAP):
            self._step(before, here, time - was)
        else:
            self._close_window(before)

    def _step(self, before: _Place, here: _Place, passed: float) -> None:
        far = _apart(before, here)
        if far <= _FASTEST * (passed or 1.0):
            self.metres += far
        if self._window_from is None:
            self._window_from = before
        self._window_time += passed
        if self._window_time >= _WINDOW:
            self._close_window(here)

    def _close_window(self, here: _Place) -> None:
        if self._window_from is not None and _apart(self._window_from, here) >= _SLOWEST * self._window_time:
            self.moving += self._window_time
        self._window_from = None
        self._window_time = 0.0

    def end(self) -> None:
        """No more points come."""
        if self._here is not None:
            self._close_window(self._here)


def _apart(one: _Place, other: _Place) -> float:
    """Return metres between two places on the sphere (haversine)."""
    if one == other:
        return 0.0
    height = sin((other[0] - one[0]) / 2)
    width = sin((other[1] - one[1]) / 2)
    return _EARTH * asin(min(1.0, sqrt(height * height + one[2] * other[2] * width * width)))
