"""A web address, shown whole: the program itself goes nowhere."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.widgets.spans import Span
from sciatica_journal.ui.widgets.wrapping import cut

_WIDTH = 60


class AddressDialog(Dialog[None]):
    """Shows an address in full, to read or copy."""

    HELP_PAGE: ClassVar[str] = "reader"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("c", "copy"), ("Esc", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q", "cancel", show=False),
        Binding("c", "copy", show=False),
    ]

    def __init__(self, address: str) -> None:
        super().__init__("A page on the web")
        self._address = address

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the address and what it is."""
        lines = ("".join(span.text for span in spans) for spans in cut(Span(self._address), _WIDTH))
        yield Static(Content("\n".join(lines)), classes="address")
        words = screen_words("reader")
        yield Static(Content(f"{words['no_network']} {words['copy']}"))

    def action_copy(self) -> None:
        """Hand the address to the terminal's clipboard."""
        self.app.copy_to_clipboard(self._address)
        self.say(screen_words("reader")["copied"])
