"""One workout of Apple Health as an activity: its units, its zone, what it was."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.units import KM_PER_MILE, MOST_KM, MOST_MINUTES
from sciatica_journal.exchange.found import Activity, Answers, Question
from sciatica_journal.exchange.parsing.in_range import ascent, heart_rate, steps
from sciatica_journal.exchange.parsing.sane import kept_row, number_of
from sciatica_journal.exchange.parsing.sports import OTHER, known_sport
from sciatica_journal.exchange.parsing.when import read_stamp

SOURCE: Final = "apple-health"
DISTANCE_KEY: Final = f"{SOURCE}.distance_unit"
_TYPE: Final = "HKWorkoutActivityType"
_QUANTITY: Final = "HKQuantityTypeIdentifier"
_KM: Final = {"km": 1.0, "m": 0.001, "mi": KM_PER_MILE, "yd": 0.0009144, "ft": 0.0003048, "cm": 0.00001}
_METRES: Final = {"cm": 0.01, "m": 1.0, "ft": 0.3048, "km": 1000.0}
_MINUTES: Final = {"min": 1.0, "s": 1 / 60, "sec": 1 / 60, "hr": 60.0, "h": 60.0, "ms": 1 / 60000}
_GUESSED: Final = (1.0, 1 / 60, 60.0)
_SLACK: Final = 1.0
"""Minutes by which a duration may exceed the time from start to end."""
_MOST_CELLS: Final = 200
_SHORTEST: Final = 1.0
"""Minutes from which on steps a minute say something."""


class Workout:
    """A workout's own values and those of its statistics and notes, as the file has them."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = values
        self.statistics: dict[str, Mapping[str, str]] = {}
        self.notes: dict[str, str] = {}

    def add(self, element: str, values: Mapping[str, str]) -> None:
        """Add what stands directly below the workout."""
        if len(self.statistics) + len(self.notes) >= _MOST_CELLS:
            return
        if element == "WorkoutStatistics":
            self.statistics.setdefault(values.get("type", "").removeprefix(_QUANTITY), values)
        elif element == "MetadataEntry":
            self.notes.setdefault(values.get("key", ""), values.get("value", ""))

    @property
    def row(self) -> dict[str, str]:
        """All of it, by names."""
        cells = dict(self.values)
        for name, values in self.statistics.items():
            for what in ("sum", "average", "minimum", "maximum"):
                if what in values:
                    cells[f"{name} {what}"] = f"{values[what]} {values.get('unit', '')}".strip()
        return kept_row({**cells, **self.notes})


def activity_of(workout: Workout, answers: Answers) -> Activity | None:
    """Return a workout as an activity, None for an outing on foot whose distance waits for its unit.

    Raises InvalidValue for what cannot be an outing.
    """
    values = workout.values
    sport = one_line(values.get("workoutActivityType", "").removeprefix(_TYPE)) or "Other"
    known = known_sport(sport) or OTHER
    kind = known.kind
    start = _stamp(workout, "startDate")
    if start is None:
        raise InvalidValue("It says no start.", "")
    distance = _distance(workout, answers) if kind else None
    if distance is not None and distance < 0:
        return None
    minutes = _minutes(workout, start)
    return Activity(
        SOURCE,
        _identity(workout, start, sport),
        sport,
        kind,
        start,
        zone_known=start.tzinfo is not None,
        distance_km=_within(distance, 3, MOST_KM, "km"),
        duration_min=_within(minutes, 2, MOST_MINUTES, "minutes"),
        surface="treadmill" if kind and workout.notes.get("HKIndoorWorkout") == "1" else known.surface,
        heart_rate=_heart_rate(workout),
        ascent_m=_ascent(workout),
        cadence=_cadence(workout, minutes) if kind else None,
        row=workout.row,
    )


def distance_question(workout: Workout) -> Question:
    """Return the question for the unit of distances that have none."""
    start = one_line(workout.values.get("startDate", ""))[:16]
    amount, _ = _distance_cells(workout)
    return Question(
        DISTANCE_KEY,
        f"Apple Health gives distances without a unit, such as {amount[:12]} on {start}. Which is it?",
        (("km", "kilometres"), ("mi", "miles"), ("m", "metres")),
    )


def _distance_cells(workout: Workout) -> tuple[str, str]:
    statistics = workout.statistics.get("DistanceWalkingRunning", {})
    if statistics.get("sum"):
        return one_line(statistics["sum"]), statistics.get("unit", "")
    return one_line(workout.values.get("totalDistance", "")), workout.values.get("totalDistanceUnit", "")


def _distance(workout: Workout, answers: Answers) -> float | None:
    """Return kilometres, None for none, a negative number where the unit is not known."""
    said, unit = _distance_cells(workout)
    amount = number_of(said)
    if amount is None or amount <= 0:
        return None
    factor = _KM.get(unit.strip().lower()) or _KM.get(answers.get(DISTANCE_KEY, ""))
    return -1.0 if factor is None else amount * factor


def _minutes(workout: Workout, start: datetime) -> float | None:
    """Return the duration by its unit; where that is missing or cannot be, by the unit that fits start and end."""
    elapsed = _elapsed(workout, start)
    amount = number_of(workout.values.get("duration", ""))
    if amount is None or amount <= 0:
        return elapsed
    factor = _MINUTES.get(workout.values.get("durationUnit", "").strip().lower())
    if elapsed is None:
        return amount * (factor or 1.0)
    if factor is not None and amount * factor <= elapsed + _SLACK:
        return amount * factor
    fitting = [amount * one for one in _GUESSED if amount * one <= elapsed + _SLACK]
    return max(fitting, default=elapsed)


def _elapsed(workout: Workout, start: datetime) -> float | None:
    try:
        end = _stamp(workout, "endDate")
        took = (end - start) / timedelta(minutes=1) if end is not None else 0.0
    except (InvalidValue, TypeError):
        return None
    return took if took > 0 else None


def _stamp(workout: Workout, name: str) -> datetime | None:
    said = workout.values.get(name, "")
    stamp = read_stamp(said) if said.strip() else None
    if not isinstance(stamp, datetime):
        return None
    zone = workout.notes.get("HKTimeZone", "")
    if not zone or stamp.tzinfo is None:
        return stamp
    try:
        return stamp.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError, OverflowError):
        # The offset of the file then stands; KeyError is what an unknown zone raises.
        return stamp


def _identity(workout: Workout, start: datetime, sport: str) -> str:
    try:
        moment = start.astimezone(UTC) if start.tzinfo is not None else start
    except OverflowError:
        raise InvalidValue("Its time is out of range.", "") from None
    return f"{moment:%Y-%m-%dT%H:%M:%S} {sport} {one_line(workout.values.get('sourceName', ''))}".strip()


def _within(amount: float | None, decimals: int, most: float, unit: str) -> float | None:
    if amount is None:
        return None
    if amount > most:
        raise InvalidValue(f"It says {amount:g} {unit}.", "")
    return round(amount, decimals) or None


def _heart_rate(workout: Workout) -> int | None:
    return heart_rate(number_of(workout.statistics.get("HeartRate", {}).get("average", "")))


def _cadence(workout: Workout, minutes: float | None) -> int | None:
    count = number_of(workout.statistics.get("StepCount", {}).get("sum", ""))
    return None if count is None or minutes is None or minutes < _SHORTEST else steps(count / minutes)


def _ascent(workout: Workout) -> float | None:
    said = workout.notes.get("HKElevationAscended", "").split()
    amount = number_of(said[0]) if said else None
    factor = _METRES.get(said[1].lower() if len(said) > 1 else "cm")
    return None if amount is None or factor is None else ascent(amount * factor)
