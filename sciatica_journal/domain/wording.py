"""A record in words: its facts, each short and complete in itself, in the order they are read.

Callers join and style them; what a thing is called is decided here and in `domain.labels`.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from sciatica_journal.domain.labels import FIELD_LABELS, KIND_LABELS, SLOPE_LABELS, SURFACE_LABELS
from sciatica_journal.domain.legs import FURTHEST_POINTS
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.units import exact_distance, shown_distance, shown_duration, shown_hours

if TYPE_CHECKING:
    from sciatica_journal.domain.day import Day
    from sciatica_journal.domain.line.parse import RunPart
    from sciatica_journal.domain.moment import Moment
    from sciatica_journal.domain.reflection import Reflection
    from sciatica_journal.domain.run import Run
    from sciatica_journal.domain.spot import Spot

_NOT_OF_TEN: Final = ("leg_left", "leg_right", "painkillers")
_TEXTS: Final = ("did", "note")
_STRIDES: Final = {"usual": "stride as usual", "changed": "changed stride", "limp": "limped"}
_PROPER_NAMES: Final = ("Achilles",)


class Names(NamedTuple):
    """What the content calls regions of the body and qualities of pain, by their codes."""

    regions: Mapping[str, str] = {}
    qualities: Mapping[str, str] = {}


NO_NAMES: Final = Names()
"""For records that name no place: codes stand as words."""


class Line(NamedTuple):
    """A labelled line; `is_text` says that `text` is what the person wrote, which may have line breaks."""

    label: str
    text: str
    is_text: bool = False

    @property
    def words(self) -> str:
        """The line as one text."""
        return ": ".join(part for part in (self.label, self.text) if part)


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def joined(facts: list[str]) -> str:
    """Return the facts as one phrase with a capital."""
    return capital(", ".join(facts))


def outing_facts(run: "Run | RunPart", unit: str, *, exact: bool = False) -> list[str]:
    """Return what an outing was: kind, distance (in `unit`), time, surface, effort, pains, stride.

    `exact` gives the distance with all its decimals, to compare with what was typed.
    """
    distance = exact_distance if exact else shown_distance
    facts = [kind_word(run.kind)]
    if run.distance_km is not None:
        facts.append(distance(run.distance_km, unit))
    if run.duration_min is not None:
        facts.append(shown_duration(run.duration_min))
    if run.surface is not None:
        facts.append(surface_word(run.surface))
    numbers = (
        ("effort", run.effort), ("pain before", run.pain_before), ("pain during", run.pain_during),
        ("pain after", run.pain_after),
    )  # fmt: skip
    facts += [f"{name} {value}" for name, value in numbers if value is not None]
    return facts if run.stride is None else [*facts, _STRIDES[run.stride]]


def run_facts(run: "Run", unit: str) -> list[str]:
    """Return all facts of a run but its title and note."""
    facts = [*outing_facts(run, unit), *card_facts(run)]
    if run.heart_rate is not None:
        facts.append(f"heart rate {run.heart_rate}")
    if run.ascent_m is not None:
        facts.append(f"{abs(run.ascent_m):g} m up")
    if run.cadence is not None:
        facts.append(f"{run.cadence} steps a minute")
    return facts + morning_facts(run)


def card_facts(run: "Run") -> list[str]:
    """Return what was expected, the slope, the shoes and the company of a run."""
    facts = [] if run.expected is None else [f"expected pain {run.expected}"]
    if run.slope is not None:
        facts.append(SLOPE_LABELS.get(run.slope, run.slope))
    if run.shoes is not None:
        facts.append(f"shoes {one_line(run.shoes)}")
    if run.company is not None:
        facts.append("with others" if run.company == "others" else "alone")
    return facts


def morning_facts(run: "Run") -> list[str]:
    """Return how a run had settled by the next morning, how far down it was then, and when it had settled."""
    facts = [] if run.response is None else [f"next morning {run.response}"]
    if run.response_furthest is not None:
        facts.append(f"furthest then {FURTHEST_POINTS[run.response_furthest]}")
    if run.settle_hours is not None:
        facts.append(f"settled after {shown_hours(run.settle_hours)}")
    return facts


def short_run(run: "Run", unit: str) -> list[str]:
    """Return a run for a narrow row: `5.2 km run`, `track`, `32:10`."""
    kind = kind_word(run.kind)
    facts = [kind if run.distance_km is None else f"{shown_distance(run.distance_km, unit)} {kind}"]
    if run.surface is not None:
        facts.append(surface_word(run.surface))
    if run.duration_min is not None:
        facts.append(shown_duration(run.duration_min))
    return facts


def run_ratings(run: "Run") -> list[str]:
    """Return a run's ratings for a narrow row: `e4` for the effort, `2→5→3` for the pain before, during, after,
    and a stride that was not as usual."""
    facts = [] if run.effort is None else [f"e{run.effort}"]
    pains = (run.pain_before, run.pain_during, run.pain_after)
    if any(pain is not None for pain in pains):
        facts.append("→".join("-" if pain is None else str(pain) for pain in pains))
    return [*facts, _STRIDES[run.stride]] if run.stride is not None and run.limped else facts


def kind_word(kind: str | None) -> str:
    """Return the name of a kind of run; what is not said to be one is an outing."""
    return KIND_LABELS.get(kind or "", "outing")


def surface_word(surface: str) -> str:
    """Return the name of a surface."""
    return SURFACE_LABELS.get(surface, surface)


def region_word(code: str, names: Names) -> str:
    """Return the name of a region in a sentence: `middle of buttock`."""
    name = names.regions.get(code)
    if name is None:
        return code.replace("_", " ")
    return name if name.startswith(_PROPER_NAMES) else name[:1].lower() + name[1:]


def place_word(region: str | None, side: str | None, names: Names) -> str:
    """Return where on the body: `middle of buttock, left`. Empty where neither is known."""
    return ", ".join(word for word in (region and region_word(region, names), side) if word)


def spot_facts(spot: "Spot", names: Names) -> list[str]:
    """Return a spot's place, intensity and qualities."""
    facts = [place_word(spot.region, spot.side, names)]
    if spot.intensity is not None:
        facts.append(f"{spot.intensity} of 10")
    return facts + [names.qualities.get(code, code.replace("_", " ")) for code in spot.qualities]


def moment_facts(moment: "Moment", names: Names) -> list[str]:
    """Return a moment's time, pain and place; its words are apart."""
    facts = [] if moment.start is None else [f"{moment.start:%H:%M}"]
    if moment.pain is not None:
        facts.append(f"pain {moment.pain} of 10")
    place = place_word(moment.region, moment.side, names)
    return [*facts, place] if place else facts


def reflection_facts(reflection: "Reflection", titles: Mapping[str, str]) -> list[str]:
    """Return the title of the practice (`titles` has them by id), the minutes and ratings; its words are apart."""
    practice = reflection.practice
    facts = [] if practice is None else [titles.get(practice, practice.replace("_", " "))]
    if reflection.minutes:
        facts.append(minutes_words(reflection.minutes))
    facts += [f"{name} {value}" for name, value in reflection.ratings if value is not None]
    return facts if reflection.kept else [*facts, "the words were let go"]


def minutes_words(minutes: float) -> str:
    """Return the minutes of a sitting in words, whole ones as its parts say nothing."""
    return "under 1 min" if minutes < 1 else f"{minutes:.0f} min"


def factor_facts(factors: Mapping[str, float]) -> list[str]:
    """Return factors with their numbers, an underscore as the space that it stands for: `sitting hours 2`."""
    return [f"{spaced(name)} {shown_factor(value)}" for name, value in factors.items()]


def shown_factor(value: float) -> str:
    """Return the number of a factor as it is read, with up to ten digits: `2`, `7.5`, `1234567.25`."""
    return f"{value:.10g}"


def spaced(name: str) -> str:
    """Return the name of a factor as it is read: the quick line takes one word, `#sitting_hours`."""
    return name.replace("_", " ")


def day_lines(day: "Day", names: Names) -> Iterator[Line]:
    """Yield what is recorded of a day itself, a line a field, then the lines as they were typed."""
    for name, label in FIELD_LABELS.items():
        value = getattr(day, name)
        if value is not None and value != () and value != {}:
            yield Line(capital(label), _value_words(name, day, names), name in _TEXTS)
    for line in day.lines:
        yield Line("Typed", line, True)


def _value_words(name: str, day: "Day", names: Names) -> str:
    value = getattr(day, name)
    if name == "spots":
        return "; ".join(", ".join(spot_facts(spot, names)) for spot in day.spots)
    if name == "feelings":
        return ", ".join(day.feelings)
    if name == "factors":
        return ", ".join(factor_facts(day.factors))
    if name == "uneventful":
        return "yes" if value else "no"
    if name == "sleep_hours":
        return shown_hours(value)
    if name in ("leg_left", "leg_right"):
        return FURTHEST_POINTS[value]
    return f"{value} of 10" if isinstance(value, int) and name not in _NOT_OF_TEN else str(value)


def run_line(run: "Run", unit: str) -> Line:
    """Return a run: its facts and title, then its note."""
    facts = run_facts(run, unit)
    return Line(joined([*facts, one_line(run.title)] if run.title else facts), run.note or "", True)


def moment_line(moment: "Moment", names: Names) -> Line:
    """Return a moment: its facts, then its words."""
    return Line(joined(moment_facts(moment, names)), moment.text or "", True)


def reflection_line(reflection: "Reflection", titles: Mapping[str, str]) -> Line:
    """Return a reflection: its facts, then its words."""
    return Line(joined(reflection_facts(reflection, titles)), reflection.text or "", True)
