"""The reflection pane: the emotional ratings, then one practice with room to write."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.practice import Practice
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.services.days import DayView
from sciatica_journal.ui.screens.today.rows import feelings_parts, reflection_parts
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.rating_row import RatingRow
from sciatica_journal.ui.widgets.timer_row import TimerRow
from sciatica_journal.ui.widgets.writing import WritingArea

KEEP, LET_GO = "keep", "let_go"
TEXT = "reflection_text"


class ReflectionPane(VerticalScroll, can_focus=False):
    """The right pane. What happens to the words is decided in the screen's sitting, not here."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__(id="reflection-pane", classes="pane")
        self.keys = keys
        self.border_title = "Reflection"
        self._shown: tuple[object, ...] = ()
        self._practice: Practice | None = None

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
        return [widget for widget in self.query("Row, WritingArea") if widget.focusable]

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
            area.show(sitting.text or "", force=new)
        if area.has_class("-let-go") == sitting.kept:
            keep = self.keys["keep_or_let_go"]
            area.border_subtitle = "" if sitting.kept else f"these words touch no disk · {keep} keep"
            area.set_class(not sitting.kept, "-let-go")

    @property
    def area(self) -> WritingArea:
        """Where the words are written."""
        return self.query_one(f"#{TEXT}", WritingArea)

    def show_practice(self, practice: Practice | None) -> None:
        """Show the practice on offer: title, length, evidence, invitation."""
        if practice is None or practice == self._practice:
            return
        self._practice = practice
        timer = self.query_one(TimerRow)
        timer.minutes = practice.minutes
        timer.refresh()
        for name in ("before", "after"):
            self.query_one(f"#{name}", RatingRow).hint = f"{name} the practice"
        self.query_one("#practice", Static).update(
            Content.assemble(
                (practice.title, "bold $text-accent"),
                (f" · {practice.minutes} min · evidence {practice.evidence}", "$text-muted"),
                "\n", (practice.summary, "$foreground"),
                "\n", (practice.rating, "italic $text-muted"),
                "\n", (self.keys["another"], "bold $text-accent"), (" another  ", "$text-muted"),
                (self.keys["about_practice"], "bold $text-accent"), (" about it  ", "$text-muted"),
                (self.keys["write"], "bold $text-accent"), (" write  ", "$text-muted"),
                (self.keys["keep_or_let_go"], "bold $text-accent"), (" keep/let go", "$text-muted"),
            )
        )  # fmt: skip

    async def show_finished(self, finished: tuple[Reflection, ...], titles: dict[str, str]) -> None:
        """List the day's other reflections above the practice."""
        if (finished, titles) == self._shown:
            return
        self._shown = (finished, titles)
        box = self.query_one("#sittings", Vertical)
        await box.remove_children()
        await box.mount_all(
            OpenRow(
                "Earlier", "reflection", reflection_parts(item, titles.get(item.practice or "", "")),
                key=item.id, hint="↵ open · del remove",
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
