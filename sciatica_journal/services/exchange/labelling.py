"""What an item of an import is called: title, distance and time, what was noted of care, or what it fills."""

from typing import Final

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.labels import FIELD_LABELS
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.units import shown_distance, shown_duration
from sciatica_journal.exchange.filling import filled_names

_LONGEST: Final = 60
_FIELDS: Final = {
    "distance_km": "distance",
    "duration_min": "time",
    "ascent_m": "ascent",
    "heart_rate": "heart rate",
    "lines": "typed lines",
}
_NOT_TOLD: Final = ("source", "source_id")


def label_of(record: Record, unit: str) -> str:
    """Return what a record is called, on one line: of a run its title, distance in `unit` and time."""
    match record:
        case Run():
            return ", ".join(_of_run(record, unit))
        case Reflection() if not record.kept:
            return "the words were let go"
        case Moment() | Reflection():
            return shortened(record.text or "")
        case Day():
            return ", ".join(_named(name) for name in filled_names(Day(record.date), record))
        case CareRecord():
            return _of_care(record)
    return ""


def _of_care(record: CareRecord) -> str:
    from sciatica_journal.domain.care_wording import care_words

    words = care_words(record)
    return shortened(", ".join([*(line.text for line in words.texts if not line.label), *words.facts]))


def label_of_filled(before: Day | Run, after: Day | Run, unit: str) -> str:
    """Return what an item is called that fills fields of a record, and which."""
    if isinstance(before, Run) and isinstance(after, Run):
        names = [name for name in filled_names(before, after) if name not in _NOT_TOLD]
        called = ", ".join(_of_run(after, unit))
    elif isinstance(before, Day) and isinstance(after, Day):
        names, called = filled_names(before, after), ""
    else:
        return ""
    told = ", ".join(map(_named, names)) or "where it came from"
    return f"{called}: fills {told}" if called else told


def shortened(text: str) -> str:
    """Return the text on one line, its end left out where it is long."""
    line = one_line(text[: 4 * _LONGEST])
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _named(name: str) -> str:
    return _FIELDS.get(name) or str(FIELD_LABELS.get(name, name)).lower()


def _of_run(run: Run, unit: str) -> list[str]:
    facts = [shortened(run.title)] if run.title else []
    if run.distance_km is not None:
        facts.append(shown_distance(run.distance_km, unit))
    if run.duration_min is not None:
        facts.append(shown_duration(run.duration_min))
    return facts
