"""The measures at a glance: what each came to, how far it moved, and what may be answered."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.measure_times import is_dropped
from sciatica_journal.domain.measures import RMDQ, Measure, Moved, Scored, grown, moves, scores
from sciatica_journal.guide.measures import load_measures
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.measures.choices import Choices, load_choices
from sciatica_journal.services.measures.due import due, readings_of
from sciatica_journal.services.measures.forms import names_in
from sciatica_journal.services.safety.checks import recent_checks
from sciatica_journal.services.safety.reminding import flags_open


class MeasureView(NamedTuple):
    """One measure: its readings and those of them that have a score, oldest first, and how far the newest moved."""

    measure: Measure
    readings: tuple[Reading, ...] = ()
    scores: tuple[Scored, ...] = ()
    moves: tuple[Moved, ...] = ()


class Growth(NamedTuple):
    """Nerve signs that bother more than at the answer before, of `since`, with no safety check done after it."""

    items: tuple[str, ...] = ()
    since: date | None = None


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """All measures. `next_week` and `next_rmdq` are the days from which each may be answered, None for any day."""

    today: date
    measures: dict[str, MeasureView]
    is_light: bool
    flag_open: bool
    weekly_due: bool
    next_week: date | None
    next_rmdq: date | None
    choices: Choices
    rmdq_on: bool
    rmdq_dropped: bool
    names: tuple[str, ...]
    growth: Growth

    @property
    def can_answer_week(self) -> bool:
        """Whether a week has passed since the last answers; else they are changed."""
        return self.next_week is None or self.next_week <= self.today

    @property
    def can_answer_rmdq(self) -> bool:
        """Whether a month has passed since the last Roland-Morris reading."""
        return self.next_rmdq is None or self.next_rmdq <= self.today


def view_measures(session: Session) -> MeasuresView:
    """Return the measures at a glance. Reads only."""
    found = readings_of(session)
    now, choices = due(session), load_choices(session)
    measures = {name: _view(measure, found[name]) for name, measure in load_measures().items()}
    dropped = is_dropped(one.score for one in measures[RMDQ].scores)
    return MeasuresView(
        today=session.today(),
        measures=measures,
        is_light=session.settings.mode == "light",
        flag_open=flags_open(session).is_urgent,
        weekly_due=now.weekly,
        next_week=now.next_week,
        next_rmdq=now.next_rmdq,
        choices=choices,
        rmdq_on=choices.rmdq and not dropped,
        rmdq_dropped=dropped,
        names=names_in(choices, found["activities"]),
        growth=_growth(session, found["bother"]),
    )


def _view(measure: Measure, readings: tuple[Reading, ...]) -> MeasureView:
    return MeasureView(measure, readings, scores(measure, readings), moves(measure, readings))


def _growth(session: Session, readings: tuple[Reading, ...]) -> Growth:
    items, since = grown(readings)
    if not items or any(check.date >= readings[-1].date for check in recent_checks(session, session.today())):
        return Growth()
    return Growth(items, since)
