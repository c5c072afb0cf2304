"""The questions of today: each row says whether it is due, and opens what asks it."""

from sciatica_journal.services.path import PathView
from sciatica_journal.ui.screens.path.elsewhere import ELSEWHERE
from sciatica_journal.ui.screens.path.rows import RowSpec, day_label
from sciatica_journal.ui.widgets.row import Part

_DUE = "bold $text-primary"


def due_rows(view: PathView) -> list[RowSpec]:
    """Return a row for each thing that asks something and that this version has."""
    rows = [RowSpec("Check", "check", _check_words(view))]
    return [row for row in rows if row.name in ELSEWHERE and ELSEWHERE[row.name].is_there]


def _check_words(view: PathView) -> tuple[Part, ...]:
    if view.check.due == "weekly":
        return (("due", _DUE), " · thirty seconds")
    if view.check.due == "short":
        return (("due", _DUE), " · a short one")
    last = view.check.last
    return ((f"not due · last {day_label(last, view.today)}" if last else "not due yet", "$text-muted"),)
