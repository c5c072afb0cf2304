"""Which rows each section of Path shows."""

from collections.abc import Iterator, Mapping
from typing import Final

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.services.care.path import PathView
from sciatica_journal.ui.screens.path.due import due_rows
from sciatica_journal.ui.screens.path.rows import (
    RowSpec,
    appointment_row,
    background_rows,
    examination_row,
    override_row,
    question_row,
    sign_row,
    told_row,
    told_sign_row,
    treatment_row,
)
from sciatica_journal.ui.screens.path.section import SHOWN

LEFT: Final = (
    ("due", "Today's questions", False),
    ("examination", "Examinations", True),
    ("appointment", "Appointments", True),
    ("question", "Questions to ask", True),
    ("sheet", "For your doctor", False),
)
RIGHT: Final = (
    ("runs", "What runs tell", False),
    ("sign", "Known signs", True),
    ("treatment", "Treatments tried", True),
    ("background", "Background", False),
    ("override", "Overrides", False),
)
"""The sections of the two columns: name, title, and whether one adds to it."""

_RUNS: Final = (
    RowSpec("Pushed", "pushed", (("through: runs against a caution", ""),), hint="↵ look at it"),
    RowSpec("Surfaces", "surfaces", (("what you did on each, and how it settled", ""),), hint="↵ look at it"),
)
_SHEET: Final = RowSpec("Sheet", "sheet", (("one page that reads in a minute", ""),), hint="↵ look at it")


def rows_of(view: PathView, purposes: Mapping[str, str]) -> dict[str, list[RowSpec]]:
    """Return the rows of each section by its name; `purposes` says what the sections are for."""
    today = view.today
    examinations = [examination_row(one, today) for one in view.examinations]
    return {
        "due": due_rows(view),
        "examination": examinations or told_row(view.told_examined),
        "appointment": [appointment_row(one, today) for one in view.appointments],
        "question": [question_row(one, today) for one in view.questions],
        "sheet": [_SHEET],
        "runs": list(_RUNS),
        "sign": [sign_row(one, today) for one in view.signs] + [told_sign_row(one) for one in view.told_signs],
        "treatment": [treatment_row(one, today) for one in view.treatments],
        "background": background_rows(view.background, today, purposes["background"]),
        "override": [override_row(one, today) for one in view.overrides],
    }


def shown_at_first(view: PathView, name: str) -> int:
    """Return how many rows of a section show at first: of the appointments those ahead and the last one."""
    if name != "appointment":
        return SHOWN
    return 1 + sum(one.date >= view.today for one in view.appointments)


def records_of(view: PathView) -> Iterator[CareRecord]:
    """Yield every record that a row stands for."""
    yield from view.examinations
    yield from view.appointments
    yield from view.questions
    yield from view.signs
    yield from view.treatments
    yield from view.overrides
    if view.background is not None:
        yield view.background
