"""A reflection practice whole: its steps, and how far to trust it."""

from typing import ClassVar, Final

from sciatica_journal.domain.practice import Practice
from sciatica_journal.ui.dialogs.pages import PageDialog
from sciatica_journal.ui.screens.guide.texts import as_text

_GRADES: Final = {
    "A": "tried in people with long-lasting pain",
    "B": "tried, but not in people with long-lasting pain",
    "C": "part of programmes that were tried as a whole",
    "D": "an idea, not tried on its own",
}


class PracticeDialog(PageDialog):
    """Shows a practice."""

    HELP_PAGE: ClassVar[str] = "reflection"

    def __init__(self, practice: Practice) -> None:
        super().__init__(f"{practice.title} · {practice.minutes} min", practice_markdown(practice))


def practice_markdown(practice: Practice) -> str:
    """Return the practice as Markdown: what it is, its steps, evidence, origin and cautions."""
    cautions = "\n".join(f"- {as_text(caution)}" for caution in practice.cautions)
    parts = [
        f"*{as_text(practice.summary)}*",
        practice.body,
        f"## Evidence: {practice.evidence}, {_GRADES[practice.evidence]}",
        as_text(practice.evidence_note),
        "## Where it comes from",
        as_text(practice.provenance),
    ]
    if cautions:
        parts += ["## Take care", cautions]
    return "\n\n".join(parts)
