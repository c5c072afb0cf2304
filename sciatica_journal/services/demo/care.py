"""The care of the demo's made-up runner: examinations, checks, measures, one red flag that was looked at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any, Final

from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.care.background import HISTORY, Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.care.season import Season
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.domain.kinds import BACKGROUND_ID
from sciatica_journal.domain.safety.flag_record import Flag, flag_name

SEED: Final = 1915
_FLARE: Final = 14
_FIRST_CHECK: Final = 21
_LAST: Final = 175
"""The last weekly check and measures, so that nothing is due on the day that the demo shows."""

_AWAY: Final = frozenset({77, 119})
"""Days on which the story writes nothing."""

_WEEKLY: Final = tuple(number for number in range(_FIRST_CHECK, _LAST + 1, 7) if number not in _AWAY)
_ITEMS: Final = ("saddle", "bladder", "bowel", "both_legs", "weak", "numb", "fever", "weight")
_DAYS: Final = ("until", "asked", "examined", "ended")
_MONTHLY: Final = (34, 65, 97, 128, 160)


@dataclass(frozen=True, slots=True)
class CareStory:
    """What it is made of: the words, the day of a number, a time on it, and a source of chance of its own."""

    words: Mapping[str, Any]
    date_of: Callable[[int], date]
    at: Callable[[int, float], datetime]
    chance: Random


def tell_care(
    words: Mapping[str, Any], date_of: Callable[[int], date], at: Callable[[int, float], datetime]
) -> Iterator[CareRecord]:
    """Yield the care records of the demo, the same for the same day; `words` is content/demo/care.toml."""
    story = CareStory(words, date_of, at, Random(SEED))
    history: dict[str, Any] = {**dict.fromkeys(HISTORY, False), **words["background"]}
    yield Background(BACKGROUND_ID, date_of(_FLARE + 2), onset=date_of(_FLARE), leg_worse=True, **history)
    yield from _listed(story, "examinations", Examination)
    yield from _appointments(story)
    yield from _listed(story, "questions", Question)
    yield from _listed(story, "treatments", Treatment)
    yield from _listed(story, "signs", KnownSign)
    for number in _WEEKLY:
        yield _check(story, number)
        yield from _readings(story, number)
    yield from _months(story)
    yield from _listed(story, "seasons", Season)
    yield from _flags(story)


def _listed(story: CareStory, name: str, kind: type[CareRecord]) -> Iterator[CareRecord]:
    """Yield the records of a list, the numbers of its days made dates."""
    for place, item in enumerate(story.words[name]):
        values: dict[str, Any] = {
            key: story.date_of(value) if key in _DAYS else value for key, value in item.items() if key != "day"
        }
        yield kind(f"demo-{kind.TYPE}-{place}", story.date_of(item["day"]), **values)


def _appointments(story: CareStory) -> Iterator[Appointment]:
    for place, item in enumerate(story.words["appointments"]):
        words = {name: item.get(name) for name in ("who", "place", "note")}
        start = story.at(item["day"], item["hour"])
        yield Appointment(f"demo-appointment-{place}", story.date_of(item["day"]), start=start, **words)


def _check(story: CareStory, number: int) -> Check:
    """Return a weekly check: numb toes as usual, one leg that catches up with the other; once unsure of it."""
    answers = dict.fromkeys(_ITEMS, "no") | {"numb": "usual"}
    if number == story.words["flags"][0]["day"]:
        answers["weak"] = "unsure"
    left = 12 + round(11 * (number - _FIRST_CHECK) / (_LAST - _FIRST_CHECK)) + story.chance.choice((0, 0, 1))
    return Check(
        f"demo-check-{number:03d}", story.date_of(number), answers, heel_walk_left="yes", heel_walk_right="yes",
        toe_walk_left="yes", toe_walk_right="yes", calf_raises_left=left,
        calf_raises_right=24 + story.chance.choice((-1, 0, 1)),
    )  # fmt: skip


def _readings(story: CareStory, number: int) -> Iterator[Reading]:
    """Yield the weekly measures: what matters comes back as what bothers goes."""
    left = 1 - (number - _FIRST_CHECK) / (_LAST - _FIRST_CHECK)
    names = story.words["activities"]["names"]
    slack = (1.0, 0.7, 0.4)
    weekly = {
        "activities": {name: 9 - _near(story, 8 * left * share) for name, share in zip(names, slack, strict=True)},
        "impact": {item: _near(story, 7 * left + 1) for item in ("pain", "joy", "doing")},
        "bother": {
            item: min(6, _near(story, most * left + least))
            for item, most, least in (("leg_pain", 4, 1), ("numb", 2, 1), ("weak", 1, 0), ("sitting", 4, 1))
        },
    }
    for measure, answers in weekly.items():
        yield Reading(f"demo-{measure}-{number:03d}", story.date_of(number), measure=measure, answers=answers)


def _months(story: CareStory) -> Iterator[Reading]:
    """Yield the monthly questions: fewer statements are true, and the two sliders fall."""
    for place, number in enumerate(_MONTHLY):
        true = 15 - 3 * place
        answers = {str(item): int(item * 7 % 24 < true) for item in range(1, 25)}
        day = story.date_of(number)
        yield Reading(f"demo-rmdq-{place}", day, measure="rmdq", answers=answers)
        beliefs = {"harm": 8 - place - place // 2, "fear": 7 - place}
        yield Reading(f"demo-beliefs-{place}", day, measure="beliefs", answers=beliefs)


def _near(story: CareStory, value: float) -> int:
    return max(0, round(value + story.chance.uniform(-0.6, 0.6)))


def _flags(story: CareStory) -> Iterator[Flag]:
    for told in story.words["flags"]:
        opened, closed = story.at(told["day"], 20.5), story.at(told["closed"], 12.0)
        yield Flag(
            flag_name(told["trigger"], opened.isoformat()), story.date_of(told["day"]), told["trigger"], told["tier"],
            opened, opened, told["outcome"], told["told"], closed,
        )  # fmt: skip
