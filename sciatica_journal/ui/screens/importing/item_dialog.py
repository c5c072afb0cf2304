"""One item of a dry run, closely: what would be filled, the record it belongs to, the row of the file as it is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.services.exchange.looking_closer import Closer
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.screens.importing.item_list import NAMES, STYLES, what_of
from sciatica_journal.ui.widgets.row import Part

_NAMES_WIDTH: Final = (12, 24)
"""Least and most columns of the names."""


class ItemDialog(Dialog[None]):
    """Only to look at."""

    HELP_PAGE: ClassVar[str] = "import"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑↓", "read on"), ("Esc", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q", "cancel", show=False)]

    def __init__(self, closer: Closer) -> None:
        day = f" · {closer.item.date}" if closer.item.date is not None else ""
        super().__init__(f"{NAMES[closer.item.action].capitalize()}{day}")
        self.closer = closer

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the text, which scrolls."""
        with VerticalScroll(id="closer"):
            yield Static(Content.assemble(*_parts(self.closer)))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.begin(self.query_one("#closer"))


def _parts(closer: Closer) -> Iterator[Part]:
    item = closer.item
    yield (what_of(item), "bold")
    yield (f"\n{NAMES[item.action]}", STYLES[item.action])
    yield f": {item.why}\n" if item.why else "\n"
    yield from _table("Would be filled", closer.filled)
    yield from _table("In the file", closer.row)
    yield from _table("In the journal", closer.there)


def _table(heading: str, pairs: Sequence[tuple[str, str]]) -> Iterator[Part]:
    if not pairs:
        return
    yield (f"\n{heading}\n", "bold $text-accent")
    least, most = _NAMES_WIDTH
    width = max(least, min(most, max(cell_len(name) for name, _ in pairs)))
    for name, value in pairs:
        yield (f"{name}{' ' * max(0, width - cell_len(name))}  ", "$text-secondary")
        yield f"{value}\n"
