"""The quick line: one line that logs a day, the same on the shell and in the app."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.line.apply import apply_to_day, run_of
from sciatica_journal.domain.line.echo import echo
from sciatica_journal.domain.line.parse import Said, parse
from sciatica_journal.services.entries.drafting import LINE_DRAFT
from sciatica_journal.services.history.naming_days import check_not_future
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import evaluate
from sciatica_journal.services.safety.notice import Notice
from sciatica_journal.storage.drafts import drop_draft
from sciatica_journal.storage.flags import open_triggers
from sciatica_journal.storage.history import changing
from sciatica_journal.storage.store import Store

if TYPE_CHECKING:
    from sciatica_journal.domain.run import Run

    Runs = tuple[Run, ...]
else:
    Runs = tuple  # not quoted: see `domain.signs.records`

SENSATION = "sensation"
"""The trigger that asks about a numb, tingling or weak that stands alone."""


class LineLogged(NamedTuple):
    """What a line set: the day's fields it named alone, its runs, and what was understood in words."""

    date: date
    said: Said
    day: Day
    runs: Runs
    words: tuple[str, ...]
    warnings: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def preview_line(session: Session, text: str, day: date) -> LineLogged:
    """Return what `log_line` would do with a line, its safety notices included, writing nothing."""
    from sciatica_journal.services.entries.unsaved import notices_unsaved

    check_not_future(session, day)
    logged = _understood(session, text, day)[0]
    notices = notices_unsaved(session, logged.day, logged.runs)
    return logged._replace(notices=(*notices, *_placeless(session, logged.said, day, notices)))


def log_line(session: Session, text: str, day: date) -> LineLogged:
    """Write a line into the journal as one undoable change.

    A response without a run on the day before stays in the note, with a warning: no word is lost.
    """
    check_not_future(session, day)
    store = session.writer()
    logged, asked = _understood(session, text, day)
    with changing(store, "quick line", session.now(), session.window) as change:
        change.put(apply_to_day(logged.said, store.day(day)))
        for run in logged.runs:
            change.put(run)
        if asked and logged.said.response:
            change.put(replace(asked, response=logged.said.response))
        drop_draft(store, LINE_DRAFT)
    notices = evaluate(session, day)
    return logged._replace(notices=(*notices, *_placeless(session, logged.said, day, notices)))


def flags_of(session: Session, logged: LineLogged) -> list[str]:
    """Return the triggers that a line raised: those of its notices, and of flags that were open before it said so."""
    new = [notice.trigger for notice in logged.notices]
    store = session.reader()
    before = set(open_triggers(store)).difference(new) if store is not None else set()
    if not before:
        return new
    from sciatica_journal.services.entries.unsaved import notices_unsaved

    again = notices_unsaved(session, logged.day, logged.runs)
    return [*new, *(notice.trigger for notice in again if notice.trigger in before)]


def _asked(store: Store | None, day: date) -> "Run | None":
    """Return the run that a response in the line is about: the last one of the day before, a walk where there is no
    other."""
    before = day - timedelta(days=1)
    runs = store.runs(before, before) if store is not None else []
    if len(runs) < 2:
        return next(iter(runs), None)
    from sciatica_journal.domain.run import runs_first

    return runs_first(reversed(runs))[0]


def _understood(session: Session, text: str, day: date) -> "tuple[LineLogged, Run | None]":
    """Return what was understood, and the run that its response is about, looked for only where there is one."""
    said = parse(text)
    asked = _asked(session.reader(), day) if said.response else None
    warnings = said.warnings
    if said.response and not asked:
        before = day - timedelta(days=1)
        warnings = (*warnings, f"no run is recorded on {before}, so “{said.response}” stays in the note.")
        note = "; ".join(filter(None, (said.note, said.response)))
        said = said._replace(note=note, response=None)
    if said.note:
        from sciatica_journal.domain.line.other_day import other_day

        strayed = other_day(said.note, day, session.today())
        warnings = (*warnings, strayed) if strayed else warnings
    runs = tuple(run_of(part, session.new_id(), day) for part in said.runs)
    if any(run.distance_km for run in runs):
        from sciatica_journal.services.running.guard import jumps_of

        warnings = (*warnings, *jumps_of(session, runs))
    words = tuple(echo(said, session.settings.units))
    return LineLogged(day, said, _day_alone(said, day), runs, words, warnings), asked


def _day_alone(said: Said, day: date) -> Day:
    return apply_to_day(said, Day(day))


def safety_words(session: Session, text: str, day: date) -> tuple[Notice, ...]:
    """Return the safety notices of a line that could not be logged; the journal is not needed for them."""
    from sciatica_journal.services.entries.unsaved import notices_unsaved

    said = parse(text)
    runs = [run_of(part, f"unsaved-{number}", day) for number, part in enumerate(said.runs)]
    return notices_unsaved(session, apply_to_day(said, Day(day)), runs, readable=False)


def _placeless(session: Session, said: Said, day: date, notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """Return the question about a sign said with neither side nor leg, unless it is asked already or well known."""
    if not said.questions or notices:
        return ()
    from sciatica_journal.services.entries.unsaved import notice_of_words

    return notice_of_words(session, SENSATION, said.questions, day)
