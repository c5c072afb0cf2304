"""Path: where one stands with running, what is due, and the records of one's care, as one screen shows them."""

from dataclasses import dataclass
from datetime import date as Date
from typing import Final, Literal, NamedTuple

from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.overriding import overridable, override_in_force
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.season import Season
from sciatica_journal.domain.care.standing import Standing
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.domain.signs.known import SignState
from sciatica_journal.services.care.records import care_records, find_background, running_standing
from sciatica_journal.services.journal.session import Session

Due = Literal["short", "weekly"]


class MeasuresState(NamedTuple):
    """Whether measures are to be answered now, and from which day on otherwise (None: any)."""

    due: bool = False
    next_day: Date | None = None


class CheckState(NamedTuple):
    """The safety check: which one is due today, if any, and the day of the last one."""

    due: Due | None = None
    last: Date | None = None


NO_CHECK: Final = CheckState()


@dataclass(frozen=True, slots=True)
class PathView:
    """What Path shows. Records are in the order they are read: what lies ahead or is open first, else newest first.

    `flags` are the signs of the open urgent flags in words, and `is_crisis` says that they are about thoughts of
    ending one's life. `overridable` is what an override would be about, `override` the one in force.
    `told_examined` and `told_signs` are what only the first launch was told of. `measures` is None where none are
    to be offered: in light mode, and while an urgent flag is open. `unanswered` is how many runs of the last week have
    no answer of the morning after.
    """

    today: Date
    standing: Standing
    flags: tuple[str, ...] = ()
    is_crisis: bool = False
    overridable: str | None = None
    override: Override | None = None
    told_examined: Date | bool | None = None
    check: CheckState = NO_CHECK
    measures: MeasuresState | None = None
    season: Season | None = None
    examinations: tuple[Examination, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    questions: tuple[Question, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    overrides: tuple[Override, ...] = ()
    signs: tuple[KnownSign, ...] = ()
    told_signs: tuple[SignState, ...] = ()
    background: Background | None = None
    unanswered: int = 0

    @property
    def asks_for_tests(self) -> bool:
        """Whether there was an examination, but none in which strength, reflexes and feeling were tested."""
        return bool(self.examinations) and not any(one.neurological for one in self.examinations)


def view_path(session: Session) -> PathView:
    """Return what Path shows. Reads only."""
    from sciatica_journal.services.running.mornings import unanswered
    from sciatica_journal.services.safety.flags import open_notices
    from sciatica_journal.services.safety.profile import load_profile
    from sciatica_journal.services.safety.signs import sign_states
    from sciatica_journal.services.tracking.seasons import current_season

    today = session.today()
    state = running_standing(session)
    overrides = tuple(care_records(session, Override))
    known = care_records(session, KnownSign)
    notices = open_notices(session)
    return PathView(
        today=today,
        standing=state,
        flags=tuple(dict.fromkeys(notice.items for notice in notices)),
        is_crisis=bool(notices) and all(notice.is_crisis for notice in notices),
        overridable=overridable(state),
        override=override_in_force(state, overrides),
        told_examined=load_profile(session).examined,
        check=_check_state(session, today),
        measures=_measures_state(session, state),
        season=current_season(session),
        examinations=tuple(care_records(session, Examination)),
        appointments=next_first(care_records(session, Appointment), today),
        questions=open_questions_first(care_records(session, Question)),
        treatments=going_on_first(care_records(session, Treatment), today),
        overrides=overrides,
        signs=living_first(known),
        told_signs=tuple(state for state in sign_states(session) if state.sign not in {one.sign for one in known}),
        background=find_background(session),
        unanswered=len(unanswered(session, today)),
    )


def _check_state(session: Session, today: Date) -> CheckState:
    from sciatica_journal.services.safety.checks import due_today, recent_checks

    done = recent_checks(session, today)
    return CheckState(due_today(session).kind, done[-1].date if done else None)


def _measures_state(session: Session, state: Standing) -> MeasuresState | None:
    from sciatica_journal.services.measures.due import due

    if session.settings.mode == "light" or state.reason == "flag_open":
        return None
    found = due(session)
    return MeasuresState(found.weekly or found.rmdq, found.next_week)


def next_first(appointments: list[Appointment], today: Date) -> tuple[Appointment, ...]:
    """Return the appointments from today on, the next one first, then the past ones, the newest first."""
    ahead = [one for one in appointments if one.date >= today]
    return (*sorted(ahead, key=_when), *(one for one in appointments if one.date < today))


def _when(appointment: Appointment) -> tuple[Date, bool, str]:
    start = appointment.start
    return appointment.date, start is None, start.isoformat() if start else ""


def open_questions_first(questions: list[Question]) -> tuple[Question, ...]:
    """Return the questions not asked yet, the oldest first, then those asked, the latest asked first."""
    waiting = [one for one in reversed(questions) if one.asked is None]
    asked = [one for one in questions if one.asked is not None]
    return (*waiting, *sorted(asked, key=lambda one: one.asked or one.date, reverse=True))


def going_on_first(treatments: list[Treatment], today: Date) -> tuple[Treatment, ...]:
    """Return the treatments going on, then the ended ones, the latest ended first."""
    ended = [one for one in treatments if one.until is not None and one.until < today]
    going_on = [one for one in treatments if one.until is None or one.until >= today]
    return (*going_on, *sorted(ended, key=lambda one: one.until or one.date, reverse=True))


def living_first(signs: list[KnownSign]) -> tuple[KnownSign, ...]:
    """Return the signs that are there, then those that are gone, the latest gone first."""
    gone = [one for one in signs if one.ended is not None]
    return (*(one for one in signs if one.ended is None), *sorted(gone, key=lambda one: one.ended or one.date)[::-1])
