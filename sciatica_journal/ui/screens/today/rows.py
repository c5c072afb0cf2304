"""The rows of the two panes, and how a day is shown in them."""

from typing import Final

from sciatica_journal.domain.day import MOST_PAINKILLERS, MOST_SLEEP_HOURS, Day
from sciatica_journal.domain.labels import KIND_LABELS, SURFACE_LABELS
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.units import shown_distance, shown_duration, shown_hours
from sciatica_journal.ui.widgets.number_row import NumberRow
from sciatica_journal.ui.widgets.row import Part

RESPONSES: Final = {"settled": "settled", "lingering": "lingering", "flared": "flared"}


def sleep_row() -> NumberRow:
    """Return the row of the hours of sleep."""
    return NumberRow("sleep_hours", "Sleep", highest=MOST_SLEEP_HOURS, step=0.5, shown=shown_hours, empty="hours")


def painkillers_row() -> NumberRow:
    """Return the row of the doses taken."""
    return NumberRow(
        "painkillers", "Pills", highest=MOST_PAINKILLERS, step=1, whole=True, empty="doses",
        shown=lambda doses: f"{doses:g} painkiller{'' if doses == 1 else 's'}",
    )  # fmt: skip


def run_words(run: Run, unit: str) -> str:
    """Return a run in words: `5.2 km run · track · 32:10`."""
    kind = KIND_LABELS.get(run.kind or "run", "run")
    parts = [f"{shown_distance(run.distance_km, unit)} {kind}" if run.distance_km else kind]
    if run.surface:
        parts.append(SURFACE_LABELS.get(run.surface, run.surface))
    if run.duration_min:
        parts.append(shown_duration(run.duration_min))
    return " · ".join(parts)


def run_parts(run: Run, unit: str) -> list[Part]:
    """Return a run as a row's value, with its effort and pains."""
    details = []
    if run.effort is not None:
        details.append(f"effort {run.effort}")
    pains = (run.pain_before, run.pain_during, run.pain_after)
    if any(pain is not None for pain in pains):
        details.append("pain " + "→".join("·" if pain is None else str(pain) for pain in pains))
    if run.response:
        details.append(run.response)
    tail = f"  {', '.join(details)}" if details else ""
    title = f"  {run.title or one_line(run.note or '')}"
    return [(run_words(run, unit), "$foreground"), (tail, "$text-muted"), (title.rstrip(), "$text-muted")]


def moment_parts(moment: Moment) -> list[Part]:
    """Return a moment as a row's value: time, pain, place, words."""
    time = f"{moment.start:%H:%M}" if moment.start else "--:--"
    parts: list[Part] = [(time, "$text-primary"), " "]
    if moment.pain is not None:
        parts.append((f"pain {moment.pain} ", "bold"))
    if moment.region:
        place = " ".join(filter(None, (moment.side, moment.region.replace("_", " "))))
        parts.append((f"{place} ", "$text-secondary"))
    parts.append((one_line(moment.text or ""), "$foreground"))
    return parts


def reflection_parts(reflection: Reflection, title: str) -> list[Part]:
    """Return a finished reflection as a row's value."""
    parts: list[Part] = [(title or "Reflection", "$text-accent")]
    if reflection.minutes:
        parts.append((f" · {reflection.minutes:.0f} min", "$text-muted"))
    if reflection.before is not None or reflection.after is not None:
        before, after = ("·" if rating is None else str(rating) for rating in (reflection.before, reflection.after))
        parts.append((f" · {before}→{after}", "$foreground"))
    words = "let go" if not reflection.kept else one_line(reflection.text or "")[:60]
    parts.append((f" · {words}" if words else "", "$text-muted"))
    return parts


def spot_words(spot: Spot) -> str:
    """Return a spot in words: `left buttock mid 4 (burning)`."""
    words = " ".join(filter(None, (spot.side, spot.region.replace("_", " "))))
    if spot.intensity is not None:
        words += f" {spot.intensity}"
    if spot.qualities:
        words += f" ({', '.join(quality.replace('_', ' ') for quality in spot.qualities)})"
    return words


def spots_parts(day: Day) -> list[Part]:
    """Return the spots as a row's value."""
    if not day.spots:
        return [("·", "$text-muted")]
    return [("; ".join(spot_words(spot) for spot in day.spots), "$foreground")]


def factors_parts(day: Day) -> list[Part]:
    """Return the factors as a row's value."""
    if not day.factors:
        return [("·", "$text-muted")]
    return [("  ".join(f"{name} {value:g}" for name, value in day.factors.items()), "$foreground")]


def feelings_parts(day: Day) -> list[Part]:
    """Return the feelings as a row's value."""
    if not day.feelings:
        return [("·", "$text-muted")]
    return [(", ".join(day.feelings), "$foreground")]
