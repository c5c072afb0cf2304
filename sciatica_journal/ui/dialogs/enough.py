"""The gentle page that comes instead of the form where a rating was changed again and again."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from sciatica_journal.services.tracking.words import tracking_words
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.widgets.prose import Prose


class EnoughDialog(Dialog[None]):
    """Says that it is enough for today. One key leads back; the number stays as it is."""

    HELP_PAGE: ClassVar[str] = "today"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "back"), ("Esc", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space,q", "cancel", show=False)]

    def __init__(self) -> None:
        self.words = tracking_words("enough")
        super().__init__(self.words["title"])

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the text."""
        yield Prose(self.words["text"])
