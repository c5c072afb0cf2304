"""Overriding a caution on purpose: what is overridden, what that means, and why."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from textual.widget import Widget

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import one_line
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.form import FormDialog
from sciatica_journal.ui.dialogs.record_fields import Refused
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.prose import Prose

DRAFT = "override"


class OverrideDialog(FormDialog[str]):
    """Answers with the reason, one line. `words` are those of Path's overrides, `what` is what is overridden."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("path")]
    HELP_PAGE: ClassVar[str] = "path"
    FIRST: ClassVar[str] = "why"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("save", "go on anyway"), ("Esc", "leave it"))

    def __init__(self, what: str | None, words: Mapping[str, str], today: date, why: str = "") -> None:
        super().__init__("Going on against the caution", today, DRAFT if not why else "override changed", {"why": why})
        self.what = what
        self.words = words

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what it means and the line for the reason."""
        about = (self.words.get(self.what or "", ""), self.words["means"])
        yield Prose("\n\n".join(filter(None, about)), id="asked-about")
        yield Labelled("Why", FormLine("why", "in one line"))

    def build(self, typed: dict[str, str]) -> str | None:
        """Return the reason. Raises Refused without one."""
        why = one_line(typed.get("why", self.initial["why"]))
        if not why:
            raise Refused("why", InvalidValue(self.words["why_first"]))
        return why
