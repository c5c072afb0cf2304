"""One measure over time: its readings with their dates, how far it moved, and what is noise. No verdict."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.dates import near_day
from sciatica_journal.domain.measures import RMDQ, bar, score, shown
from sciatica_journal.services.measures.view import MeasureView
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.measures.above import show_above
from sciatica_journal.ui.dialogs.measures.hub import MeasureRow
from sciatica_journal.ui.dialogs.measures.sentences import moved_words
from sciatica_journal.ui.messages import RowActivated, RowLeft, RowRemoved
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.row import Part

SHOWN = 26
"""Readings shown, the newest: half a year of weeks."""


class Chosen(NamedTuple):
    """What the person wants to do with a reading: `change` or `remove` it; `stop` has none."""

    what: str
    reading: Reading | None = None


class TrendDialog(Dialog[Chosen]):
    """Shows a measure, the newest reading first; answers with what to do next. `stops`: it can be left out here."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("measures")]
    HELP_PAGE: ClassVar[str] = "measures"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "change"), ("Del", "remove"), ("Esc", "back"))

    def __init__(self, view: MeasureView, today: date, words: Mapping[str, str], *, stops: bool = False) -> None:
        super().__init__(view.measure.title)
        self.view = view
        self.today = today
        self.words = words
        self.stops = stops

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose how far it moved, the readings, and where the marker is from."""
        measure = self.view.measure
        count = len(self.view.readings)
        counted = f"{count} {'answer' if count == 1 else 'answers'}" + ("." if not count else f" since {self._first}.")
        about = f"{measure.anchors[:1].upper()}{measure.anchors[1:]}. {counted}"
        yield Static(Content(about))
        yield Static(Content(self._moved()), classes="ask")
        order = self._names(self.view.readings[-1]) if self.view.readings else ""
        if order:
            yield Static(Content(self.words["order"].format(items=order)), classes="why ask")
        for reading in reversed(self.view.readings[-SHOWN:]):
            label = near_day(reading.date, self.today)
            yield MeasureRow(label, "reading", self._value(reading), key=reading.id, tail=self._other_names(reading))
        if self.stops:
            yield MeasureRow("Leave out", "stop", [self.words["rmdq_stop"]])
        yield Static(Content(f"\n{measure.source}" + (f"\n{measure.credit}" if measure.credit else "")), classes="why")

    @property
    def _first(self) -> str:
        return near_day(self.view.readings[0].date, self.today)

    def _moved(self) -> str:
        """Return how far the newest score moved, each sentence with a capital letter."""
        if len(self.view.readings) < 2:
            return self.words["one_reading"]
        if not self.view.moves:
            return self.words["incomplete" if self.view.measure.items else "other_names"].format(
                day=near_day(self.view.readings[-1].date, self.today)
            )
        last, *first = self.view.moves
        said = [moved_words(last, self.today, self.words, self.view.measure.change_words)]
        said += [moved_words(one, self.today, self.words, name="moved_first") for one in first]
        return " ".join(f"{one[:1].upper()}{one[1:]}." for one in (*said, self.words["no_verdict"].rstrip(".")))

    def _value(self, reading: Reading) -> list[Part]:
        """Return the bar, the score, and the single answers in the order named above."""
        points, highest = score(self.view.measure, reading.answers), self.view.measure.highest_score
        singles = " ".join(str(reading.answers.get(item, "·")) for item in self._items(reading))
        parts: list[Part] = [("·" * 10, "$text-muted"), "    · "]
        if points is not None:
            parts = [(bar(points, highest), "$text-accent"), (f" {shown(points):>4} ", "bold")]
        return [*parts, (f"  {singles}", "$text-muted")]

    def _items(self, reading: Reading) -> list[str]:
        """Return the items in order; of Roland-Morris there are too many to show."""
        if self.view.measure.id == RMDQ:
            return []
        return [item.id for item in self.view.measure.items] or list(reading.answers)

    def _names(self, reading: Reading) -> str:
        texts = {item.id: item.text for item in self.view.measure.items}
        return ", ".join(texts.get(item, item) for item in self._items(reading))

    def _other_names(self, reading: Reading) -> str:
        """Return the names of the activities of a reading where they are not those of the newest."""
        own = self._names(reading)
        return "" if own == self._names(self.view.readings[-1]) else own

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what stands above the first reading together with it."""
        show_above(self, event, next(iter(self.query(MeasureRow)), None))

    def on_mount(self) -> None:
        """Begin with the newest reading."""
        rows = list(self.query(MeasureRow))
        if rows:
            self.begin(rows[0])

    def _reading(self, key: str) -> Reading | None:
        return next((one for one in self.view.readings if one.id == key), None)

    @on(RowActivated)
    def _chosen(self, message: RowActivated) -> None:
        message.stop()
        self.leave(Chosen("stop") if message.name == "stop" else Chosen("change", self._reading(message.key)))

    @on(RowRemoved)
    def _removed(self, message: RowRemoved) -> None:
        message.stop()
        self.leave(Chosen("remove", self._reading(message.key)))

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self.go_to_neighbour(list(self.query(MeasureRow)), message.step)
