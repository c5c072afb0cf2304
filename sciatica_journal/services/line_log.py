"""The quick line: one line that logs a day, the same on the shell and in the app."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.line.apply import apply_to_day, run_of
from sciatica_journal.domain.line.echo import echo
from sciatica_journal.domain.line.parse import Said, parse
from sciatica_journal.domain.run import Run
from sciatica_journal.services.days import check_not_future
from sciatica_journal.services.drafting import LINE_DRAFT
from sciatica_journal.services.flags import Notice, evaluate
from sciatica_journal.services.session import Session
from sciatica_journal.storage.drafts import drop_draft
from sciatica_journal.storage.history import changing


@dataclass(frozen=True, slots=True)
class LineLogged:
    """What a line set: the day's fields it named alone, its runs, and what was understood in words."""

    date: date
    said: Said
    day: Day
    runs: tuple[Run, ...]
    words: tuple[str, ...]
    warnings: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def preview_line(session: Session, text: str, day: date) -> LineLogged:
    """Return what a line would set, writing nothing."""
    said = parse(text)
    runs = tuple(run_of(part, f"preview-{number}", day) for number, part in enumerate(said.runs))
    words = tuple(echo(said, session.settings.units))
    return LineLogged(day, said, _day_alone(said, day), runs, words, said.warnings)


def log_line(session: Session, text: str, day: date) -> LineLogged:
    """Write a line into the journal as one undoable change.

    A response without a run on the day before stays in the note, with a warning: no word is lost.
    """
    check_not_future(session, day)
    logged = preview_line(session, text, day)
    store = session.writer()
    before = day - timedelta(days=1)
    asked = store.runs(before, before)
    said = logged.said
    warnings = list(said.warnings)
    if said.response and not asked:
        warnings.append(f"no run is recorded on {before}, so “{said.response}” stays in the note.")
        note = "; ".join(filter(None, (said.note, said.response)))
        said = replace(said, note=note, response=None)
    runs = tuple(replace(run, id=session.new_id()) for run in logged.runs)
    with changing(store, "quick line", session.now(), session.window) as change:
        change.put(apply_to_day(said, store.day(day)))
        for run in runs:
            change.put(run)
        if said.response:
            change.put(replace(asked[-1], response=said.response))
        drop_draft(store, LINE_DRAFT)
    return LineLogged(
        day, said, _day_alone(said, day), runs, tuple(echo(said, session.settings.units)), tuple(warnings),
        evaluate(session, day),
    )  # fmt: skip


def _day_alone(said: Said, day: date) -> Day:
    return apply_to_day(said, Day(day))
