"""The course of the period: side and furthest point, pain, function, sleep and places, at its beginning and lately."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import ceil, floor
from typing import Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import FURTHEST_POINTS
from sciatica_journal.domain.sheet.material import Material, Period
from sciatica_journal.domain.sheet.model import Chart, Fact
from sciatica_journal.domain.sheet.words import Words, counted, day_words, median, number, then_and_now
from sciatica_journal.domain.wording import place_word

MOST_STRETCHES: Final = 22
"""Stretches of the chart at most: three columns each fit beside the names in 80."""
_ROOM: Final = 67
"""Columns beside the names in 80, for the days logged in each stretch with a space before them."""
_WEEK: Final = 7
_MOST_PLACES: Final = 4
_SHORT_NIGHT: Final = 6


def chart_of(period: Period, days: Sequence[Day], recorded: frozenset[date]) -> Chart | None:
    """Return the chart of days where those fit, else of weeks, or of so many weeks each that they fit.

    The last stretch ends with the period. None where no leg was recorded.
    """
    if all(day.leg_left is None and day.leg_right is None for day in days):
        return None
    size = _weeks_each(ceil(period.days / _WEEK)) * _WEEK if period.days > MOST_STRETCHES else 1
    count = ceil(period.days / size)
    groups: list[list[Day]] = [[] for _ in range(count)]
    for day in days:
        groups[count - 1 - (period.last - day.date).days // size].append(day)
    starts = [max(period.first, period.last - timedelta(days=size * (count - place) - 1)) for place in range(count)]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), period.last]
    return Chart(
        days=size,
        starts=tuple(starts),
        last=period.last,
        left=tuple(_highest(group, "leg_left") for group in groups),
        right=tuple(_highest(group, "leg_right") for group in groups),
        pain=tuple(_median_pain(group) for group in groups),
        logged=tuple(
            sum(start + timedelta(days=n) in recorded for n in range((end - start).days + 1))
            for start, end in zip(starts, ends, strict=True)
        ),
    )


def _weeks_each(weeks: int, digits: int = 2) -> int:
    """Return the weeks of a stretch for which so many `digits`, or more, hold its days and all stretches have room."""
    each = ceil(weeks / (_ROOM // (digits + 1)))
    return each if len(str(each * _WEEK)) <= digits else _weeks_each(weeks, digits + 1)


def _highest(days: Sequence[Day], leg: str) -> int | None:
    return max((point for day in days if (point := getattr(day, leg)) is not None), default=None)


def _median_pain(days: Sequence[Day]) -> float | None:
    found = [day.pain_worst for day in days if day.pain_worst is not None]
    return median(found) if found else None


def course_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield the furthest point of each leg, then worst and morning pain."""
    year = material.period.last.year
    for leg in ("left", "right"):
        points = [(day.date, getattr(day, f"leg_{leg}")) for day in material.days]
        known = [(day, point) for day, point in points if point is not None]
        if not known:
            continue
        if not any(point for _, point in known):
            yield Fact(words.say(f"{leg}_leg"), words.say("none_of", days=counted(len(known), "day")))
            continue
        usual = then_and_now(words, [point for _, point in known], _point)
        day, furthest = max(known, key=lambda pair: (pair[1], pair[0]))
        text = words.say("furthest", usual=usual, point=FURTHEST_POINTS[furthest], date=day_words(day, year))
        yield Fact(words.say(f"{leg}_leg"), text)
    yield from _rating("pain_worst", "worst_pain", material, words, extreme="highest")
    yield from _rating("pain_morning", "morning_pain", material, words)


def _point(value: float) -> str:
    low, high = floor(value), ceil(value)
    return FURTHEST_POINTS[low] if low == high else f"{FURTHEST_POINTS[low]} to {FURTHEST_POINTS[high]}"


def _rating(name: str, label: str, material: Material, words: Words, extreme: str = "") -> Iterator[Fact]:
    """Yield a rating then and now; `extreme` adds its `highest` or `lowest` value with the last day that had it."""
    rated = [(getattr(day, name), day.date) for day in material.days if getattr(day, name) is not None]
    if not rated:
        return
    text = then_and_now(words, [value for value, _ in rated])
    if extreme:
        most = (max if extreme == "highest" else min)(value for value, _ in rated)
        day = max(on for value, on in rated if value == most)
        text = f"{text}; {words.say(extreme, value=most, date=day_words(day, material.period.last.year))}"
    yield Fact(words.say(label), text)


def function_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield how much of what mattered was possible."""
    yield from _rating("function", "function", material, words, extreme="lowest")


def sleep_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield hours and quality of sleep, and the nights under six hours where there were any."""
    hours = [day.sleep_hours for day in material.days if day.sleep_hours is not None]
    if hours:
        short = sum(value < _SHORT_NIGHT for value in hours)
        text = then_and_now(words, hours, lambda value: f"{number(value)} h")
        if short:
            text = f"{text}; {words.say('short_nights', count=short, all=len(hours))}"
        yield Fact(words.say("sleep_hours"), text)
    yield from _rating("sleep_quality", "sleep_quality", material, words)


def stress_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield stress, mood and energy."""
    for name in ("stress", "mood", "energy"):
        yield from _rating(name, name, material, words)


def place_facts(material: Material) -> Iterator[Fact]:
    """Yield the places that hurt on most days, with the qualities named there most."""
    days: Counter[tuple[str, str | None]] = Counter()
    qualities: dict[tuple[str, str | None], Counter[str]] = {}
    for day in material.days:
        for region, side in {(spot.region, spot.side) for spot in day.spots}:
            days[region, side] += 1
        for spot in day.spots:
            qualities.setdefault((spot.region, spot.side), Counter()).update(spot.qualities)
    for (region, side), count in days.most_common(_MOST_PLACES):
        named = [material.names.qualities.get(code, code.replace("_", " "))
                 for code, _ in qualities[region, side].most_common(3)]  # fmt: skip
        place = place_word(region, side, material.names)
        yield Fact(place[:1].upper() + place[1:], ", ".join([counted(count, "day"), *named]))
