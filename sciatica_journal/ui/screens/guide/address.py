"""A web address, shown whole: the program itself goes nowhere."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sciatica_journal.ui.widgets.markdown_blocks import Span
from sciatica_journal.ui.widgets.wrapping import cut


class AddressDialog(ModalScreen[None]):
    """Shows an address in full, to read or copy."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss(None)", show=False),
        Binding("c", "copy", show=False),
    ]

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def compose(self) -> ComposeResult:
        """Compose the address and what it is."""
        with Vertical(classes="guide-dialog") as box:
            box.border_title = "A page on the web"
            box.border_subtitle = "c copy   esc back"
            lines = ("".join(span.text for span in spans) for spans in cut(Span(self._address), 64))
            yield Static(Content("\n".join(lines)), classes="address")
            yield Static(Content("This program opens nothing on the network. Copy the address to your browser."))

    def action_copy(self) -> None:
        """Hand the address to the terminal's clipboard."""
        self.app.copy_to_clipboard(self._address)
        self.notify("Copied, where your terminal allows it.", markup=False, timeout=3)
