"""What can be in the sheet, each to tick or not: the period, the items, and each reflection by itself."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.exchange.sheet import ITEMS, PERSONAL, Choice
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.row import ValueRow
from sciatica_journal.ui.widgets.tick_row import TickRow

PERIOD: Final = "period"
PERIODS: Final = {"usual": "usual", "30": "30 days", "365": "a year", "all": "all"}
MOST_REFLECTIONS: Final = 30
"""Reflections that can be ticked, the latest: hardly more than a few fit on the page."""
_ONE: Final = "reflection:"
_BEGINNING: Final = 60


class Wanted(NamedTuple):
    """What was chosen: the first day, None for the usual one, and the items."""

    first: date | None
    choice: Choice


def item_rows(titles: Mapping[str, str], reflections: list[Reflection]) -> Iterator[Widget]:
    """Yield the rows; private ones come last and are not ticked."""
    yield ChoiceRow(PERIOD, "Days", PERIODS, optional=False)
    yield Static(Content("In the sheet"), classes="topic")
    for item in ITEMS:
        if item not in PERSONAL:
            yield TickRow(item, titles[item])
    yield Static(Content("Private: out unless you tick it"), classes="topic")
    for item in ("stress", "feelings"):
        yield TickRow(item, titles[item])
    for one in reflections[:MOST_REFLECTIONS]:
        words = one_line((one.text or "")[: 2 * _BEGINNING])
        beginning = words if len(words) <= _BEGINNING else f"{words[:_BEGINNING].rstrip()}…"
        yield TickRow(f"{_ONE}{one.id}", f"{short_day(one.date)}: {beginning}")


def show_default(rows: list[ValueRow]) -> None:
    """Show what is in by default."""
    for row in rows:
        if isinstance(row, TickRow):
            row.value = True if row.field in ITEMS and row.field not in PERSONAL else None
        elif row.field == PERIOD:
            row.value = "usual"


def wanted(rows: list[ValueRow], today: date, begun: date | None) -> Wanted:
    """Return what the rows say."""
    ticked = {row.field for row in rows if isinstance(row, TickRow) and row.value}
    single = frozenset(field.removeprefix(_ONE) for field in ticked if field.startswith(_ONE))
    items = frozenset(field for field in ticked if field in ITEMS) | (
        frozenset({"reflections"}) if single else frozenset()
    )
    days = next((str(row.value) for row in rows if row.field == PERIOD), "usual")
    first = None
    if days == "all":
        first = begun
    elif days != "usual":
        first = today - timedelta(days=int(days) - 1)
    return Wanted(first, Choice(items, single))
