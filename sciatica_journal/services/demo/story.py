"""The made-up half year of the demo: a flare, walks, walking and running, then short runs."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from random import Random
from typing import Any, Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.ladder.ladder import Ladder
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.services.demo.care import tell_care
from sciatica_journal.services.demo.on_ladder import moves, on_ladder

DAYS: Final = 180
SEED: Final = 1914
YESTERDAY: Final = DAYS - 2

_FLARE_RUN: Final = 13
_SECOND_FLARE: Final = 92
_GAPS: Final = frozenset({31, 32, 33, 77, 78, 118, 119, 120, 121, 151})
_STRESS_WEEKS: Final = frozenset({1, 6, 12, 13, 19})
_PHASES: Final = ((0, "before"), (14, "flare"), (28, "walking"), (63, "run_walk"), (112, "running"))
_PAIN: Final = ((0, 3.0), (13, 3.4), (14, 7.0), (21, 6.0), (35, 4.6), (62, 3.6), (100, 2.6), (140, 1.8), (179, 1.2))
_FURTHEST: Final = (
    (0, 3.0), (13, 4.0), (14, 6.0), (34, 6.0), (40, 5.0), (66, 5.0), (80, 4.0), (100, 3.0), (135, 3.0), (146, 2.0),
    (179, 2.0),
)  # fmt: skip
_FEELINGS: Final = {
    "before": ("driven", "impatient", "proud", "restless"),
    "flare": ("worried", "helpless", "frustrated", "tired"),
    "walking": ("patient", "frustrated", "hopeful", "tense"),
    "run_walk": ("hopeful", "eager", "proud", "impatient"),
    "running": ("content", "grateful", "confident", "calm"),
}
_STRESSED: Final = ("tense", "overwhelmed", "irritable")
_OUTINGS: Final = {
    "before": ("run", (1, 3, 6), ("road", "road", "road", "track")),
    "flare": ("walk", (1, 3, 4, 6), ("pavement", "grass")),
    "walking": ("walk", (0, 2, 3, 5, 6), ("grass", "trail", "pavement")),
    "run_walk": ("run_walk", (1, 3, 6), ("track", "trail", "trail", "road")),
    "running": ("run", (1, 3, 6), ("trail", "trail", "track", "road", "road")),
}
_STRAINS: Final = {"road": 1.5, "pavement": 0.3, "trail": -1.4, "track": -0.6}
_PACE: Final = {"walk": 11.5, "run_walk": 8.2, "run": 6.4}
_PLACES: Final = ("lowback", "buttock_mid", "buttock_mid", "thigh_post", "knee_post", "calf", "foot_lat")


@dataclass(frozen=True, slots=True)
class Story:
    """What the days are made of: the words, today, the zone of its times, and the one source of chance."""

    words: Mapping[str, Any]
    today: date
    zone: tzinfo | None
    chance: Random
    told: Counter[str] = field(default_factory=Counter)

    def text(self, name: str, texts: Sequence[str], share: float) -> str | None:
        """Return the next of the texts in this share of cases, so that none is repeated soon."""
        if self.chance.random() >= share:
            return None
        self.told[name] += 1
        return texts[(self.told[name] - 1) % len(texts)]

    def date_of(self, number: int) -> date:
        """Return the date of day `number`, 0 to DAYS - 1; the last one is today."""
        return self.today - timedelta(days=DAYS - 1 - number)

    def at(self, number: int, hour: float) -> datetime:
        """Return a time on a day, by the wall clock of the zone."""
        minutes = round(hour * 60)
        return datetime.combine(self.date_of(number), time(minutes // 60, minutes % 60), self.zone)

    def rating(self, value: float, lowest: int = 0) -> int:
        """Return a 0-10 rating near `value`."""
        return max(lowest, min(10, round(value + self.chance.gauss(0, 0.6))))


def tell(
    words: Mapping[str, Any], care: Mapping[str, Any], ladder: Ladder, today: date, zone: tzinfo | None
) -> list[Record]:
    """Return the records of the demo, the same for the same day; `words` is content/demo/journal.toml, `care` is
    care.toml beside it, `ladder` the one that it names."""
    story = Story(words, today, zone, Random(SEED))
    pushed = {story.date_of(item["day"]): item["why"] for item in care["pushed"]}
    return on_ladder(list(_told(story, care)), ladder, pushed)


def _told(story: Story, care: Mapping[str, Any]) -> Iterator[Record]:
    yield from tell_care(care, story.date_of, story.at)
    yield from moves(care["ladder"], story.date_of, story.at)
    strain = 0.0
    for number in range(DAYS):
        runs = _outing(story, number)
        if number in _GAPS:
            strain = 0.0
            continue
        yield from runs
        yield _today(story, number, strain) if number == DAYS - 1 else _day(story, number, strain)
        yield from _moments(story, number)
        yield from _reflections(story, number)
        strain = max((_strain(run) for run in runs), default=0.0)


def _phase(number: int) -> str:
    return _PHASES[bisect(_PHASES, number, key=lambda step: step[0]) - 1][1]


def _along(points: tuple[tuple[int, float], ...], number: int) -> float:
    """Return the value of a line through points (day, value) at a day."""
    right = bisect(points, number, key=lambda point: point[0])
    if right == len(points):
        return points[-1][1]
    (start, low), (end, high) = points[right - 1], points[right]
    return low + (high - low) * (number - start) / (end - start)


def _stress(number: int) -> float:
    return 7.0 if number // 7 in _STRESS_WEEKS else 3.6


def _strain(run: Run) -> float:
    """Return what yesterday's outing adds to today's pain: hard ground raises, soft ground lowers it."""
    if run.response == "flared":
        return 2.0
    return _STRAINS.get(run.surface or "", -0.3) if run.kind != "walk" else -0.1


def _pain(number: int, strain: float) -> float:
    again = 2.0 if _SECOND_FLARE < number <= _SECOND_FLARE + 3 else 0.0
    return _along(_PAIN, number) + strain + again + 0.3 * (_stress(number) - 3.6)


def _day(story: Story, number: int, strain: float) -> Day:
    chance, day, phase = story.chance, story.date_of(number), _phase(number)
    if number > 100 and chance.random() < 0.1:
        return Day(day, uneventful=True)
    pain, stress = _pain(number, strain), _stress(number)
    worst = story.rating(pain)
    left = max(0, round(_along(_FURTHEST, number) - chance.choice((0, 0, 0, 1)))) if worst else 0
    tingling = chance.random() < _along(((0, 0.1), (13, 0.2), (14, 0.9), (40, 0.8), (70, 0.4), (90, 0.0)), number)
    sleep = round(2 * (7.6 - 0.25 * max(0.0, pain - 2) - 0.15 * (stress - 3.6) + chance.gauss(0, 0.4))) / 2
    weekend = day.weekday() >= 5
    return Day(
        day,
        pain_morning=min(10, max(0, worst - chance.choice((0, 1, 1, 2)))),
        pain_worst=worst,
        leg_left=left,
        leg_right=0 if chance.random() < 0.5 else None,
        tingling="left" if tingling else "none",
        sleep_hours=max(4.0, sleep),
        sleep_quality=story.rating(sleep - 1.2),
        stress=story.rating(stress - weekend),
        mood=story.rating(7.4 - 0.35 * pain - 0.25 * (stress - 3.6)),
        energy=story.rating(6.8 - 0.3 * pain) if chance.random() < 0.6 else None,
        function=story.rating(9.6 - 0.9 * pain),
        painkillers=max(0, round((pain - 3.6) * 0.8)) if number < 120 else None,
        feelings=_feelings(story, number),
        spots=_spots(story, left, worst),
        factors={
            "coffee": chance.randint(1, 4),
            "sitting_hours": (2.5 if weekend else 7.0) + chance.randint(-3, 3) / 2,
        },
        did=story.text(f"did {phase}", story.words["did"][phase], 0.6),
        note=story.text(f"note {phase}", story.words["notes"][phase], 0.28),
    )


def _today(story: Story, number: int, strain: float) -> Day:
    """Return a day that has only begun, so that there is something left to record."""
    return Day(story.date_of(number), pain_morning=story.rating(_pain(number, strain)), sleep_hours=7.5)


def _feelings(story: Story, number: int) -> tuple[str, ...]:
    words = _FEELINGS[_phase(number)] + (_STRESSED if number // 7 in _STRESS_WEEKS else ())
    return tuple(story.chance.sample(words, story.chance.choice((0, 1, 1, 2))))


def _spots(story: Story, left: int, worst: int) -> tuple[Spot, ...]:
    if left < 2 or worst < 2 or story.chance.random() > 0.3:
        return ()
    upper = Spot("buttock_mid", "left", max(1, worst - 1), ("deep", "aching"))
    return (upper, Spot(_PLACES[left], "left", worst, ("burning",))) if left > 2 else (upper,)


def _outing(story: Story, number: int) -> list[Run]:
    phase = _phase(number)
    kind, weekdays, surfaces = _OUTINGS[phase]
    planned = number in (_FLARE_RUN, _SECOND_FLARE, YESTERDAY) or story.date_of(number).weekday() in weekdays
    if number in _GAPS or number == DAYS - 1 or _FLARE_RUN < number < 18:
        return []
    if planned:
        return [_run(story, number, kind, story.chance.choice(surfaces), _distance(number))]
    strolls = phase in ("run_walk", "running") and story.chance.random() < 0.2
    return [_run(story, number, "walk", "grass", 3.0)] if strolls else []


def _run(story: Story, number: int, kind: str, surface: str, usual: float) -> Run:
    chance, words = story.chance, story.words
    surface = "road" if number in (_FLARE_RUN, _SECOND_FLARE) else surface
    distance = round(usual * chance.uniform(0.85, 1.15), 1)
    response = None if number == YESTERDAY else _response(story, number, surface)
    before = story.rating(_pain(number, 0) - 1)
    return Run(
        f"demo-run-{number:03d}",
        story.date_of(number),
        start=story.at(number, 7 + chance.randint(0, 45) / 15),
        kind=kind,
        distance_km=distance,
        duration_min=round(distance * _PACE[kind] * chance.uniform(0.96, 1.05), 1),
        surface=surface,
        effort=story.rating({"walk": 2.0, "run_walk": 3.4, "run": 4.2}[kind], 1),
        pain_before=before,
        pain_during=max(0, before + chance.choice((-1, -1, 0, 1))),
        pain_after=max(0, before + (2 if response == "flared" else chance.choice((-1, 0, 0)))),
        response=response,
        title=story.text(f"title {kind}", words["titles"][kind], 1.0),
        note=story.text(f"run {response}", words["run_notes"][response], 0.4) if response else None,
    )


def _distance(number: int) -> float:
    """Return the usual distance in km of an outing on that day."""
    if number == _FLARE_RUN:
        return 16.0
    return _along(
        ((0, 9.0), (13, 9.5), (14, 0.8), (28, 1.8), (62, 4.5), (63, 3.0), (111, 5.0), (112, 3.5), (179, 7.5)), number
    )


def _response(story: Story, number: int, surface: str) -> str:
    if number in (_FLARE_RUN, _SECOND_FLARE):
        return "flared"
    lasting = 0.3 if surface in ("road", "pavement") or _phase(number) == "before" else 0.12
    return "lingering" if story.chance.random() < lasting else "settled"


def _moments(story: Story, number: int) -> Iterator[Moment]:
    if number == DAYS - 1 or story.chance.random() > 0.14:
        return
    phase = _phase(number)
    what = story.chance.choice([item for item in story.words["moments"] if phase in item["phases"]])
    region = what.get("region")
    yield Moment(
        f"demo-moment-{number:03d}",
        story.date_of(number),
        start=story.at(number, 10 + story.chance.randint(0, 100) / 10),
        pain=story.rating(_pain(number, 0)) if region else 0,
        region=region,
        side="left" if region else None,
        text=what["text"],
    )


def _reflections(story: Story, number: int) -> Iterator[Reflection]:
    if number < 10 or number == DAYS - 1 or story.chance.random() > 0.15:
        return
    practice = story.chance.choice(story.words["reflections"])
    kept = story.chance.random() < 0.75
    before = story.rating(4.0, 1)
    yield Reflection(
        f"demo-reflection-{number:03d}",
        story.date_of(number),
        start=story.at(number, 20 + story.chance.randint(0, 120) / 60),
        practice=practice["practice"],
        minutes=float(story.chance.randint(3, 9)),
        before=before,
        after=min(10, before + story.chance.choice((0, 1, 2, 2, 3))),
        kept=kept,
        text=story.text(practice["practice"], practice["texts"], 1.0) if kept else None,
    )
