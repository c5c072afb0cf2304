"""The rows of the two panes, and how a day is shown in them."""

from typing import Final

from sciatica_journal.domain.day import MOST_PAINKILLERS, MOST_SLEEP_HOURS, Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.units import shown_hours
from sciatica_journal.domain.wording import (
    NO_NAMES,
    Names,
    factor_facts,
    minutes_words,
    place_word,
    run_ratings,
    short_run,
    spot_facts,
)
from sciatica_journal.ui.widgets.number_row import NumberRow
from sciatica_journal.ui.widgets.row import Part

RESPONSES: Final = {"settled": "settled", "lingering": "lingering", "flared": "flared"}
_NOTHING: Final[list[Part]] = [("·", "$text-muted")]


def sleep_row() -> NumberRow:
    """Return the row of the hours of sleep."""
    return NumberRow(
        "sleep_hours", "Sleep", highest=MOST_SLEEP_HOURS, step=0.5, shown=shown_hours, empty="hours",
        hint="hours, such as 7.5, or ← →",
    )  # fmt: skip


def painkillers_row() -> NumberRow:
    """Return the row of the doses taken."""
    return NumberRow(
        "painkillers", "Pills", highest=MOST_PAINKILLERS, step=1, whole=True, empty="doses",
        shown=lambda doses: f"{doses:g} painkiller{'' if doses == 1 else 's'}",
    )  # fmt: skip


def run_words(run: Run, unit: str) -> str:
    """Return a run in words: `5.2 km run · track · 32:10`."""
    return " · ".join(short_run(run, unit))


def run_parts(run: Run, unit: str) -> list[Part]:
    """Return a run as a row's value: what it was, its ratings, how it settled."""
    ratings = " · ".join(run_ratings(run))
    return [
        (run_words(run, unit), "$foreground"),
        (f"  {ratings}" if ratings else "", "$text-muted"),
        (f"  {run.response}" if run.response else "", "$text-secondary"),
    ]


def run_tail(run: Run) -> str:
    """Return a run's title or note on one line, empty if it has neither."""
    return one_line(run.title or run.note or "")


def moment_parts(moment: Moment) -> list[Part]:
    """Return a moment as a row's value: time, pain, place, words."""
    time = f"{moment.start:%H:%M}" if moment.start else "--:--"
    parts: list[Part] = [(time, "$text-primary"), " "]
    if moment.pain is not None:
        parts.append((f"pain {moment.pain} ", "bold"))
    place = place_word(moment.region, moment.side, _names() if moment.region else NO_NAMES)
    if place:
        parts.append((f"{place} ", "$text-secondary"))
    parts.append((one_line(moment.text or ""), "$foreground"))
    return parts


def reflection_parts(reflection: Reflection, title: str) -> list[Part]:
    """Return a finished reflection as a row's value."""
    parts: list[Part] = [(title or "Reflection", "$text-accent")]
    if reflection.minutes:
        parts.append((f" · {minutes_words(reflection.minutes)}", "$text-muted"))
    ratings = [f"{name} {value}" for name, value in reflection.ratings if value is not None]
    if ratings:
        both = f"{reflection.before}→{reflection.after}"
        parts.append((f" · {both if len(ratings) == 2 else ratings[0]}", "$foreground"))
    return parts


def reflection_tail(reflection: Reflection) -> str:
    """Return the first words of a finished reflection, or that they were let go."""
    return one_line(reflection.text or "")[:60] if reflection.kept else "let go"


def spots_parts(day: Day) -> list[Part]:
    """Return the spots as a row's value."""
    if not day.spots:
        return _NOTHING
    names = _names()
    return [("; ".join(", ".join(spot_facts(spot, names)) for spot in day.spots), "$foreground")]


def factors_parts(day: Day) -> list[Part]:
    """Return the factors as a row's value."""
    return [("  ".join(factor_facts(day.factors)), "$foreground")] if day.factors else _NOTHING


def feelings_parts(day: Day) -> list[Part]:
    """Return the feelings as a row's value."""
    return [(", ".join(day.feelings), "$foreground")] if day.feelings else _NOTHING


def _names() -> Names:
    """Return the names of places; only a day that has some reads them, so that no start waits for them."""
    from sciatica_journal.services.guide.reading import body_names

    return body_names()
