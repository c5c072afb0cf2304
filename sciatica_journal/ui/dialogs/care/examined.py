"""After an examination: which of the known signs were looked at."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from textual.widget import Widget

from sciatica_journal.domain.dates import short_day
from sciatica_journal.ui.dialogs.form import FormDialog
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.prose import Prose
from sciatica_journal.ui.widgets.tick_row import TickRow

DRAFT = "signs examined"


class ExaminedDialog(FormDialog[tuple[str, ...]]):
    """Answers with the keys of the signs that were ticked; `signs` are their words by key."""

    HELP_PAGE: ClassVar[str] = "care"
    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("path")]
    FIRST: ClassVar[str] = "sign-0"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("Space", "tick"), ("save", "done"), ("Esc", "none of them"))

    def __init__(self, signs: Mapping[str, str], day: date, ask: str) -> None:
        super().__init__(f"Signs examined on {short_day(day)}", day, DRAFT, {})
        self.signs = signs
        self.question = ask

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the question and a line a sign."""
        yield Prose(self.question, id="asked-about")
        for number, words in enumerate(self.signs.values()):
            yield TickRow(f"sign-{number}", words)

    def build(self, typed: dict[str, str]) -> tuple[str, ...]:
        """Return the keys that are ticked."""
        return tuple(key for number, key in enumerate(self.signs) if typed.get(f"sign-{number}"))
