"""A reflection practice whole: its steps, and how far to trust it."""

from typing import ClassVar

from sciatica_journal.domain.practices.practice import Practice
from sciatica_journal.domain.text import as_markdown
from sciatica_journal.ui.dialogs.pages import PageDialog
from sciatica_journal.ui.evidence_words import EVIDENCE_WORDS


class PracticeDialog(PageDialog):
    """Shows a practice."""

    HELP_PAGE: ClassVar[str] = "reflection"

    def __init__(self, practice: Practice) -> None:
        super().__init__(f"{practice.title} · {practice.minutes} min", practice_markdown(practice))


def practice_markdown(practice: Practice) -> str:
    """Return the practice as Markdown: what it is, its steps, evidence, origin and cautions."""
    cautions = "\n".join(f"- {as_markdown(caution)}" for caution in practice.cautions)
    parts = [
        f"*{as_markdown(practice.summary)}*",
        practice.body,
        f"## Evidence: {practice.evidence}, {EVIDENCE_WORDS[practice.evidence]}",
        as_markdown(practice.evidence_note),
        "The grades: " + "; ".join(f"**{grade}** {words}" for grade, words in EVIDENCE_WORDS.items()) + ".",
        "## Where it comes from",
        as_markdown(practice.provenance),
    ]
    if cautions:
        parts += ["## Take care", cautions]
    return "\n\n".join(parts)
