"""The dry run, and after it the report: totals by outcome, which filter, and every item."""

from collections.abc import Mapping, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from sciatica_journal.services.exchange.plan import ACTIONS, Action, Item
from sciatica_journal.ui.screens.importing.item_list import NAMES, ItemList
from sciatica_journal.ui.widgets.keyed_words import chosen, keyed
from sciatica_journal.ui.widgets.row import Part

_ALL: Final = "all"


class ItemsStep(Vertical):
    """Shows items; `only` is the outcome that is listed alone, empty for all."""

    def __init__(self) -> None:
        super().__init__(id="items-step")
        self.only = ""
        self._totals: Mapping[Action, int] = {}

    def compose(self) -> ComposeResult:
        """Compose what is said, the totals and the list."""
        yield Static(id="items-said")
        yield Static(id="totals")
        yield ItemList()

    @property
    def list(self) -> ItemList:
        """The list."""
        return self.query_one(ItemList)

    def show(self, items: Sequence[Item], totals: Mapping[Action, int], said: Content) -> None:
        """Show all items; `said` stands above them."""
        self._totals, self.only = totals, ""
        self.query_one("#items-said", Static).update(said)
        self.list.show(items)
        self._show_totals()

    def filter(self, only: str) -> None:
        """List one outcome alone; the same one again, or none, lists all."""
        only = "" if only == self.only else only
        if only and not self._totals.get(only):  # type: ignore[call-overload]  # an Action by its name
            self.notify(f"None of it is {NAMES.get(only, only)}.", markup=False, timeout=2)  # type: ignore[call-overload]  # as above
            return
        self.only = only
        self.list.show(self.list.items, only)
        self._show_totals()

    def _show_totals(self) -> None:
        self.query_one("#totals", Static).update(totals_line(self._totals, self.only))


def totals_line(totals: Mapping[Action, int], only: str) -> Content:
    """Return the totals, each with the letter that lists it alone; what is listed stands in brackets."""
    cells = [("", _ALL, sum(totals.values())), *((one, NAMES[one], totals.get(one, 0)) for one in ACTIONS)]
    parts: list[Content | Part] = []
    for name, label, count in cells:
        parts.append("  " if parts else "")
        said = f"{label} {count:,}"
        words = chosen(said, "bold $text-primary reverse") if name == only else keyed(said, 0, _style(count))
        click = Style.from_meta({"@click": f"screen.only('{name}')"})
        parts.append(Content.assemble(*words).stylize(click))
    return Content.assemble(*parts)


def _style(count: int) -> str:
    return "$foreground" if count else "$text-muted"
