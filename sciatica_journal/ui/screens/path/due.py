"""The questions of today: each row says whether it is due, and opens what asks it."""

from sciatica_journal.domain.dates import near_day
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.care.path import PathView
from sciatica_journal.ui.screens.path.rows import RowSpec
from sciatica_journal.ui.widgets.row import Part

_DUE = ("due", "bold $text-primary")
_MUTED = "$text-muted"


def due_rows(view: PathView) -> list[RowSpec]:
    """Return a row for each thing that asks something."""
    rows = [RowSpec("Check", "check", _check_words(view)), RowSpec("Season", "season", _season_words(view))]
    if view.measures is not None:
        rows.insert(1, RowSpec("Measures", "measures", _measures_words(view)))
    if view.unanswered:
        rows.append(RowSpec("Mornings", "morning", _mornings_words(view.unanswered)))
    return rows


def _mornings_words(count: int) -> tuple[Part, ...]:
    return ((f"{count} run{'' if count == 1 else 's'} of the last week without an answer", _MUTED),)


def _check_words(view: PathView) -> tuple[Part, ...]:
    if view.check.due is not None:
        return (_DUE, " · thirty seconds" if view.check.due == "weekly" else " · a short one")
    last = view.check.last
    return ((f"not due · last {near_day(last, view.today)}" if last else "not due yet", _MUTED),)


def _measures_words(view: PathView) -> tuple[Part, ...]:
    if view.measures is not None and view.measures.due:
        return (_DUE, " · a minute, if you like")
    following = view.measures.next_day if view.measures is not None else None
    return ((f"not due · from {near_day(following, view.today)}" if following else "not due", _MUTED),)


def _season_words(view: PathView) -> tuple[Part, ...]:
    season = view.season
    if season is None:
        return (("none · one question for some weeks", _MUTED),)
    question = one_line(season.question or "")
    if season.until is not None and season.until <= view.today:
        return (_DUE, f" · its end has come: {question}")
    return (f"until {near_day(season.until, view.today)}: {question}" if season.until else question,)
