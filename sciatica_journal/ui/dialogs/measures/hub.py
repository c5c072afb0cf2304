"""All measures at a glance: what may be answered, the last values, and what the person wants to be asked."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.measures import RMDQ, WEEKLY
from sciatica_journal.services.measures.view import MeasuresView, view_measures
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.measures import sentences
from sciatica_journal.ui.dialogs.measures.above import show_above
from sciatica_journal.ui.messages import RowActivated, RowLeft
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.row import Part

Opener = Callable[["MeasuresDialog", str], None]


class MeasureRow(OpenRow):
    """A row with room for the name of a measure."""

    head_width: ClassVar[int] = 16

    def show_all(self, value: list[Part], tail: str = "") -> None:
        """Show another value and tail."""
        self.tail = tail
        self.show(value)
        self.refresh(layout=True)


class MeasuresDialog(Dialog[None]):
    """The measures. `opens` does what a row stands for: weekly, names, offer, check, or the name of a measure."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("measures")]
    HELP_PAGE: ClassVar[str] = "measures"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "open"), ("Esc", "leave"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "cancel", show=False),
    ]

    def __init__(self, view: MeasuresView, words: Mapping[str, str], opens: Opener) -> None:
        super().__init__("Measures")
        self.view = view
        self.words = words
        self.opens = opens

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the rows; what they hold is shown by `show_view`."""
        yield Static(id="measures-first")
        yield Static(id="measures-grown")
        yield MeasureRow("Safety check", "check", ["answer it now"])
        yield Static(id="measures-about", classes="why")
        yield MeasureRow("This week", "weekly", [])
        for name, each in self.view.measures.items():
            if name in WEEKLY:
                yield MeasureRow(each.measure.label, name, [])
        yield MeasureRow(self.view.measures[RMDQ].measure.label, RMDQ, [])
        yield MeasureRow("Activities", "names", [])
        yield MeasureRow("Ask me", "offer", [])

    def on_mount(self) -> None:
        """Begin with what is most worth answering."""
        self.show_view(self.view)
        row = "check" if self.view.growth.items else "weekly"
        self.begin(self.query_one(f"#open-{row}"))

    async def on_screen_resume(self) -> None:
        """Show what was written meanwhile, such as a safety check."""
        await self.reload()

    async def reload(self) -> None:
        """Read again what is shown."""
        view = await self.ask(view_measures)
        if view is not None and self.is_mounted:
            self.show_view(view)

    def show_view(self, view: MeasuresView) -> None:
        """Show the values."""
        self.view = view
        words = self.words
        self._say_above("measures-first", words["flag_open"] if view.flag_open else "")
        grown = sentences.growth_words(view, words)
        self._say_above("measures-grown", grown)
        self._row("check").display = bool(grown)
        self._say_above("measures-about", words["about_light" if view.is_light else "about"])
        self._row("weekly").show_all(sentences.weekly_words(view, words))
        for name in WEEKLY:
            seen = view.measures[name]
            moved = sentences.moved_shortly(seen, view.today, words)
            self._row(name).show_all(sentences.measure_words(seen, view.today, words), moved)
        tail = sentences.rmdq_tail(view, words)
        self._row(RMDQ).show_all(sentences.rmdq_words(view, words), tail)
        names = ", ".join(view.names)
        self._row("names").show_all([names] if names else [(words["unnamed"], "$text-muted")])
        self._row("offer").show_all(sentences.offer_words(view, words))

    def _say_above(self, ident: str, text: str) -> None:
        said = self.query_one(f"#{ident}", Static)
        said.update(Content(text))
        said.display = bool(text)

    def _row(self, name: str) -> MeasureRow:
        return self.query_one(f"#open-{name}", MeasureRow)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what stands above the first row together with it."""
        show_above(self, event, self._rows[0])

    @property
    def _rows(self) -> list[MeasureRow]:
        return [row for row in self.query(MeasureRow) if row.display]

    @on(RowActivated)
    def _open(self, message: RowActivated) -> None:
        message.stop()
        self.opens(self, message.name)

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self.go_to_neighbour(self._rows, message.step)
