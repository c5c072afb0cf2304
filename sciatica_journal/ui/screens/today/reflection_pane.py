"""The reflection pane: the emotional ratings, then one practice with room to write."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.services.entries.days import DayView
from sciatica_journal.ui.evidence_words import EVIDENCE_WORDS
from sciatica_journal.ui.screens.today.practice_card import enough_card, practice_card
from sciatica_journal.ui.screens.today.rows import feelings_parts, reflection_parts, reflection_tail
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.rating_row import RatingRow
from sciatica_journal.ui.widgets.timer_row import TimerRow
from sciatica_journal.ui.widgets.writing import WritingArea

if TYPE_CHECKING:
    from sciatica_journal.domain.practices.practice import Practice
    from sciatica_journal.services.guide.practice_gates import AskedBack
    from sciatica_journal.ui.screens.today.columns import TwoColumns

KEEP, LET_GO = "keep", "let_go"
TEXT = "reflection_text"
ASKED = "asked:"
"""The field of a row that asks back begins so; the id of the reflection follows."""


class ReflectionPane(VerticalScroll, can_focus=False):
    """The right pane. What happens to the words is decided in the screen's sitting, not here."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__(id="reflection-pane", classes="pane")
        self.keys = keys
        self.border_title = "Reflection"
        self._shown: tuple[object, ...] = ()
        self._practice: Practice | None = None
        self._card: tuple[object, ...] = ()
        self._columns: TwoColumns | None = None

    def compose(self) -> ComposeResult:
        """Compose all rows once."""
        yield RatingRow("stress", "Stress", hint="0 none, 10 the most")
        yield RatingRow("mood", "Mood", hint="0 low, 10 the best")
        yield RatingRow("energy", "Energy", hint="0 none, 10 full")
        yield OpenRow("Feelings", "feelings", [], hint="↵ choose or type", empty="choose or type")
        yield Vertical(id="sittings", classes="list spaced")
        yield Static(id="practice")
        yield ChoiceRow("words", "Words", {KEEP: "keep", LET_GO: "let go"}, optional=False)
        yield RatingRow("before", "Before")
        yield WritingArea(TEXT)
        yield TimerRow()
        yield RatingRow("after", "After")
        yield OpenRow("Done", "finish", [("finish this reflection", "$text-muted")], hint="↵")
        yield Static(id="closing")

    def stops(self) -> list[Widget]:
        """Return the rows and texts in order, those one can go to."""
        hidden = self.area if self._columns is not None else None
        return [widget for widget in self.query("Row, WritingArea") if widget.focusable and widget is not hidden]

    def show(self, view: DayView) -> None:
        """Show the day's ratings and feelings."""
        for name in ("stress", "mood", "energy"):
            row = self.query_one(f"#{name}", RatingRow)
            row.day = view.day.date
            row.value = getattr(view.day, name)
        self.query_one("#open-feelings", OpenRow).show(feelings_parts(view.day))

    def show_sitting(self, sitting: Reflection, *, new: bool) -> None:
        """Show the ratings and words of a sitting; in the same sitting, words being typed stay as they are."""
        self.query_one("#before", RatingRow).value = sitting.before
        self.query_one("#after", RatingRow).value = sitting.after
        self.query_one("#words", ChoiceRow).value = KEEP if sitting.kept else LET_GO
        area = self.area
        if sitting.kept or new:
            (self._columns or area).show(sitting.text or "", force=new)
        if self._columns is not None:
            self._columns.let_go(not sitting.kept, self.keys["keep_or_let_go"])
        if area.has_class("-let-go") == sitting.kept:
            keep = self.keys["keep_or_let_go"]
            area.border_subtitle = "" if sitting.kept else f"these words touch no disk · {keep} keep"
            area.set_class(not sitting.kept, "-let-go")

    @property
    def area(self) -> WritingArea:
        """Where the words of a practice without columns are written."""
        return self.query_one(f"#{TEXT}", WritingArea)

    @property
    def unsaved(self) -> str | None:
        """The words that were edited since the last save, None where there are none."""
        return (self._columns or self.area).unsaved

    def saved(self, text: str) -> None:
        """Take note that these words are on disk."""
        (self._columns or self.area).saved(text)

    def place_to_write(self, title: str = "") -> WritingArea:
        """Return where to write: the one text, else the column of that title, else the first."""
        return self._columns.place_for(title) if self._columns is not None else self.area

    async def show_practice(self, practice: "Practice | None", sayings: Sequence[str] = (), remark: str = "") -> None:
        """Show the practice on offer; `sayings` come before it, `remark` is about all of them."""
        if practice is None or (practice, sayings, remark) == self._card:
            return
        self._card = (practice, sayings, remark)
        if practice != self._practice:
            self._practice = practice
            await self._show_columns(practice.columns)
            self.query_one(TimerRow).begin_with(practice.minutes)
            self._show_ratings(practice)
        box = self.query_one("#practice", Static)
        grade = practice.evidence
        box.tooltip = Content(f"Evidence {grade}: {EVIDENCE_WORDS[grade]}. {self.keys['about_practice']} tells more.")
        box.update(practice_card(practice, self.keys, sayings, remark))

    async def show_enough(self, title: str, text: str) -> None:
        """Show that nothing more is offered today; writing stays possible."""
        if (title, text) != self._card:
            self._card, self._practice = (title, text), None
            await self._show_columns(())
            box = self.query_one("#practice", Static)
            box.tooltip = None
            box.update(enough_card(title, text, self.keys))

    def _show_ratings(self, practice: "Practice") -> None:
        hints = ("what you expect", "what came of it") if practice.asks_back else ("before the practice", "after it")
        labels = ("Expected", "Came") if practice.asks_back else ("Before", "After")
        for name, label, hint in zip(("before", "after"), labels, hints, strict=True):
            row = self.query_one(f"#{name}", RatingRow)
            row.label, row.hint = label, hint
            row.refresh()

    async def _show_columns(self, titles: Sequence[str]) -> None:
        """Put two columns in the place of the one text, or the other way round."""
        if tuple(titles) == (self._columns.titles if self._columns is not None else ()):
            return
        if self._columns is not None:
            old, self._columns = self._columns, None
            await old.remove()
        if titles:
            from sciatica_journal.ui.screens.today.columns import TwoColumns

            columns = TwoColumns(TEXT, titles)
            await self.mount(columns, after=self.area)
            self._columns = columns
        self.area.display = not titles

    async def show_finished(
        self, finished: tuple[Reflection, ...], titles: dict[str, str], asked: "Sequence[AskedBack]" = ()
    ) -> None:
        """List the day's other reflections above the practice, and what yesterday's ask back."""
        if (finished, titles, asked) == self._shown:
            return
        self._shown = (finished, titles, asked)
        box = self.query_one("#sittings", Vertical)
        await box.remove_children()
        for one in asked:
            row = RatingRow(f"{ASKED}{one.id}", "Answer", hint="asked once; leave it empty if you like")
            row.add_class("asked")
            await box.mount(Static(Content.styled(one.question, "$text-secondary"), classes="question"), row)
        await box.mount_all(
            OpenRow(
                "Earlier", "reflection", reflection_parts(item, titles.get(item.practice or "", "")),
                key=item.id, hint="↵ open · Del remove", tail=reflection_tail(item),
            )
            for item in finished
        )  # fmt: skip

    def show_closing(self, line: str) -> None:
        """Show the closing line, or nothing."""
        closing = self.query_one("#closing", Static)
        if not line and not closing.display:
            return
        closing.update(Content.assemble(("\n " + line, "italic $text-success")) if line else Content(""))
        closing.display = bool(line)
