"""What a line says, laid onto a day."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.line.parse import RunPart, Said

if TYPE_CHECKING:
    from sciatica_journal.domain.run import Run


def apply_to_day(said: Said, day: Day) -> Day:
    """Return the day with what the line says: named fields overwritten, the note appended on a line of its
    own, feelings united, factors overwritten by name, and the line itself kept as typed.
    """
    changes: dict[str, Any] = dict(said.fields)
    if said.note is not None:
        changes["note"] = f"{day.note}\n{said.note}" if day.note else said.note
    return replace(
        day,
        **changes,
        feelings=tuple(dict.fromkeys((*day.feelings, *said.feelings))),
        factors={**day.factors, **said.factors},
        lines=(*day.lines, said.line) if said.line.strip() else day.lines,
    )


def run_of(part: RunPart, ident: str, day: date) -> "Run":
    """Return the run that the part describes, with its identifier and day."""
    from sciatica_journal.domain.run import Run

    return Run(
        id=ident,
        date=day,
        kind=part.kind,
        distance_km=part.distance_km,
        duration_min=part.duration_min,
        surface=part.surface,
        effort=part.effort,
        pain_before=part.pain_before,
        pain_during=part.pain_during,
        pain_after=part.pain_after,
        stride=part.stride,
    )
