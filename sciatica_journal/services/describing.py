"""A day in words: sections of labelled lines that a screen reader can read aloud."""

from collections.abc import Iterator
from dataclasses import dataclass

from sciatica_journal.domain.day import RATINGS, Day
from sciatica_journal.domain.labels import FIELD_LABELS, KIND_LABELS, SURFACE_LABELS
from sciatica_journal.domain.legs import FURTHEST_POINTS
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.domain.units import shown_distance, shown_duration, shown_hours
from sciatica_journal.services.days import DayView

_OUT_OF_TEN = frozenset(RATINGS)
_TEXTS = ("did", "note")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; a line may hold line breaks where the person wrote them."""

    title: str
    lines: tuple[str, ...]


def described(view: DayView, unit: str) -> list[Section]:
    """Return what a day holds, section by section; sections without anything are left out."""
    sections = (
        Section("Journal", tuple(_day_lines(view.day))),
        Section("Runs and walks", tuple(run_words(run, unit) for run in view.runs)),
        Section("Moments", tuple(map(_moment_words, view.moments))),
        Section("Reflections", tuple(_reflection_lines(view.reflections))),
    )
    return [section for section in sections if section.lines]


def _day_lines(day: Day) -> Iterator[str]:
    for name, label in FIELD_LABELS.items():
        value = getattr(day, name)
        if value is None or value == () or value == {}:
            continue
        if name in _TEXTS:
            yield f"{_capital(label)}: {value}"
        else:
            yield f"{_capital(label)}: {_value_words(name, value)}"
    for line in day.lines:
        yield f"Typed: {line}"


def _value_words(name: str, value: object) -> str:
    if name in _OUT_OF_TEN:
        return f"{value} of 10"
    if name in ("leg_left", "leg_right") and isinstance(value, int):
        return FURTHEST_POINTS[value]
    if name == "sleep_hours" and isinstance(value, float | int):
        return shown_hours(value)
    if name == "uneventful":
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} {number:g}" for key, number in value.items())
    if isinstance(value, tuple):
        return "; ".join(_spot_words(item) if isinstance(item, Spot) else item for item in value)
    return str(value)


def _spot_words(spot: Spot) -> str:
    from sciatica_journal.guide.lists import load_qualities, load_regions

    names = {region.code: region.name for region in load_regions()}
    qualities = load_qualities()
    parts = [names.get(spot.region, spot.region), spot.side, spot.intensity is not None and f"{spot.intensity} of 10"]
    return ", ".join([*(str(part) for part in parts if part), *(qualities.get(code, code) for code in spot.qualities)])


def run_words(run: Run, unit: str) -> str:
    """Return a run in one line: kind, distance, time, surface, effort, pains, response, title and note."""
    parts = [
        _capital(KIND_LABELS.get(run.kind or "run", "run")),
        run.distance_km and shown_distance(run.distance_km, unit),
        run.duration_min and shown_duration(run.duration_min),
        run.surface and SURFACE_LABELS.get(run.surface, run.surface),
        run.effort is not None and f"effort {run.effort} of 10",
        _pains(run),
        run.response and f"next morning {run.response}",
        run.heart_rate and f"heart rate {run.heart_rate}",
        run.ascent_m is not None and f"{run.ascent_m:g} m up",
        run.title,
        run.note,
    ]
    return ", ".join(str(part) for part in parts if part)


def _pains(run: Run) -> str:
    pains = (("before", run.pain_before), ("during", run.pain_during), ("after", run.pain_after))
    named = [f"{when} {pain}" for when, pain in pains if pain is not None]
    return f"pain {', '.join(named)}" if named else ""


def _moment_words(moment: Moment) -> str:
    parts = [
        moment.start and f"{moment.start:%H:%M}",
        moment.pain is not None and f"pain {moment.pain} of 10",
        " ".join(filter(None, (moment.region, moment.side))),
    ]
    head = ", ".join(str(part) for part in parts if part)
    return ": ".join(filter(None, (head, moment.text)))


def _reflection_lines(reflections: tuple[Reflection, ...]) -> Iterator[str]:
    if not reflections:
        return
    from sciatica_journal.guide.practices import load_practices

    titles = {practice.id: practice.title for practice in load_practices()}
    for reflection in reflections:
        parts = [
            titles.get(reflection.practice or "", reflection.practice or "Free writing"),
            reflection.minutes is not None and f"{reflection.minutes:g} min",
            reflection.before is not None and f"before {reflection.before}",
            reflection.after is not None and f"after {reflection.after}",
            not reflection.kept and "the words were let go",
        ]
        head = ", ".join(str(part) for part in parts if part)
        yield ": ".join(filter(None, (head, reflection.text)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
