"""Apple Health's export: outings and other workouts, and the steps of each day. Routes are left alone.

The file is streamed past expat's handlers, so that gigabytes need no more memory than a page. Old exports have totals
on the workout itself, those since iOS 16 have them as statistics below it. One run that several apps recorded comes as
several workouts: each is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import one_line
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Activity, Answers, DayValues, Found, Refused
from sciatica_journal.exchange.parsing.sane import kept_row, number_of
from sciatica_journal.exchange.parsing.when import check_clock
from sciatica_journal.exchange.readers.apple_workouts import SOURCE, Workout, activity_of, distance_question
from sciatica_journal.exchange.readers.apple_xml import looks_like_export, parsed
from sciatica_journal.exchange.watch import Watch

_STEPS: Final = "HKQuantityTypeIdentifierStepCount"
_MOST_STEPS: Final = 200_000
"""Steps a day that nobody takes."""
_MOST_COUNTS: Final = 300_000
"""Days times devices that are counted: ten devices for eighty years."""
_MOST_WORKOUTS: Final = 200_000
_DEEPEST: Final = 64
_LONGEST_NAME: Final = 200


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether one of the files is the XML of an export, however it is named."""
    return next(_exports(files), None) is not None


def _exports(files: Sequence[InFile]) -> Iterator[InFile]:
    asked = files if len(files) == 1 else [one for one in files if one.base.lower().endswith(".xml")]
    return (one for one in asked if looks_like_export(one.head()))


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the workouts in the file's order, then the steps of each day by the device that counted most.

    Of several exports in one folder, what one has already is not yielded again. Raises InvalidValue for what is no
    export, and for one that is cut off or damaged.
    """
    exports = list(_exports(files))
    if not exports:
        raise InvalidValue("This is not an export of Apple Health.", "Export all health data from the Health app.")
    workouts = _Workouts(answers, watch)
    steps: dict[tuple[str, str], float] = {}
    for export in exports:
        handler = _Handler()
        for line in parsed(export, handler, watch):
            handler.piece_over()
            for workout in handler.workouts:
                yield from workouts.found(workout, line)
            handler.workouts.clear()
        workouts.next_file()
        if handler.unreadable:
            yield Refused("step counts", f"{handler.unreadable:,} could not be read.")
        steps = {key: max(steps.get(key, 0), count) for key, count in {**steps, **handler.steps}.items()}
    yield from _days(steps, watch)


class _Workouts:
    """Workouts as activities: exact duplicates are dropped, the question comes once."""

    def __init__(self, answers: Answers, watch: Watch) -> None:
        self._answers = answers
        self._watch = watch
        self._seen: dict[str, list[int]] = {}
        self._earlier: set[str] = set()
        self._is_asked = False
        self._count = 0

    def found(self, workout: Workout, line: int) -> Iterator[Found]:
        """Yield what comes of a workout."""
        self._watch.count_item()
        self._count += 1
        if self._count > _MOST_WORKOUTS:
            raise InvalidValue(f"The export holds more than {_MOST_WORKOUTS:,} workouts.", "It is not read.")
        try:
            activity = activity_of(workout, self._answers)
        except InvalidValue as error:
            yield Refused(f"workout {self._count}, near line {line} of the data", error.message)
            return
        if activity is not None:
            yield from self._once(activity)
        elif not self._is_asked:
            self._is_asked = True
            yield distance_question(workout)

    def next_file(self) -> None:
        """Begin with another file, in which those of the files before are not looked at again."""
        self._earlier.update(self._seen)
        self._seen.clear()

    def _once(self, activity: Activity) -> Iterator[Activity]:
        """Yield an activity that was not there yet; another of the same time, sport and app gets a number."""
        if activity.source_id in self._earlier:
            return
        same = self._seen.setdefault(activity.source_id, [])
        content = hash(frozenset(activity.row.items()))
        if content not in same:
            same.append(content)
            yield activity if len(same) == 1 else replace(activity, source_id=f"{activity.source_id} {len(same)}")


class _Handler:
    """Gathers workouts, and steps by day and device, from the elements of an export.

    Millions of records come by: an end is only noted, in `closed`, and what ended is seen at the next beginning.
    """

    def __init__(self) -> None:
        self.workouts: list[Workout] = []
        self.steps: dict[tuple[str, str], float] = {}
        self.unreadable = 0
        self.closed: list[str] = []
        self._opened = 0
        self._workout: Workout | None = None
        self._workout_depth = 0

    def started(self, name: str, values: list[str]) -> None:
        """Take in an element."""
        self._opened += 1
        if name == "Record":
            if values and (values[1] == _STEPS or values[0] != "type"):
                self._count(_mapping(values))
        elif self._workout is not None or name == "Workout":
            self._in_workout(name, values)

    def _in_workout(self, name: str, values: list[str]) -> None:
        depth = self._opened - len(self.closed)
        if depth <= self._workout_depth:
            self._close_workout()
        if self._workout is None:
            if name == "Workout":
                self._workout = Workout(_mapping(values))
                self._workout_depth = depth
        elif depth == self._workout_depth + 1:
            self._workout.add(name, _mapping(values))

    def _close_workout(self) -> None:
        if self._workout is not None:
            self.workouts.append(self._workout)
        self._workout = None
        self._workout_depth = 0

    def piece_over(self) -> None:
        """Close what ended in a piece of the file. Raises InvalidValue where elements only ever begin."""
        self._opened -= len(self.closed)
        self.closed.clear()
        if self._opened < self._workout_depth:
            self._close_workout()
        if self._opened > _DEEPEST:
            raise InvalidValue("The export is nested far too deeply.", "It is not read.")

    def _count(self, values: Mapping[str, str]) -> None:
        day, steps = values.get("startDate", "")[:10], number_of(values.get("value", ""))
        if values.get("type") != _STEPS:
            return
        if len(day) != len("2024-01-15") or steps is None or not 0 <= steps <= _MOST_STEPS:
            self.unreadable += 1
            return
        key = day, values.get("sourceName", "")[:_LONGEST_NAME]
        self.steps[key] = self.steps.get(key, 0) + steps
        if len(self.steps) > _MOST_COUNTS:
            raise InvalidValue("The export counts the steps of more devices than can be.", "It is not read.")


def _mapping(values: list[str]) -> dict[str, str]:
    return dict(zip(values[::2], values[1::2], strict=True))


def _days(counted: Mapping[tuple[str, str], float], watch: Watch) -> Iterator[Found]:
    """Yield the steps of each day. A phone and a watch count the same steps: the larger count is taken, not both."""
    by_day: dict[str, dict[str, float]] = {}
    for (day, device), steps in counted.items():
        by_day.setdefault(day, {})[one_line(device) or "unnamed"] = steps
    for said in sorted(by_day):
        watch.count_item()
        try:
            found = _day(said, by_day[said])
        except ValueError:
            yield Refused(f"steps of {one_line(said)}", "It is no date.")
        except InvalidValue as error:
            yield Refused(f"steps of {one_line(said)}", error.message)
        else:
            if found.day.factors["steps"]:
                yield found


def _day(said: str, counts: Mapping[str, float]) -> DayValues:
    most = round(max(counts.values()))
    day = date.fromisoformat(said)
    check_clock(day)
    if most > _MOST_STEPS:
        raise InvalidValue(f"It says {most:,} steps.", "")
    row = kept_row({device: f"{steps:.0f}" for device, steps in counts.items()})
    return DayValues(SOURCE, f"steps {said}", Day(day, factors={"steps": most}), row)
