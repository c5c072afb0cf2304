"""The form for a run or a walk."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar, Final, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.amounts import parse_distance, parse_minutes
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.labels import COMPANY_LABELS, KIND_LABELS, SLOPE_LABELS, STRIDE_LABELS
from sciatica_journal.domain.run import SURFACES, WITH_RUNNING, Run
from sciatica_journal.domain.units import exact_distance, shown_duration
from sciatica_journal.domain.wording import card_facts, surface_word
from sciatica_journal.services.entries.runs import RUN_DRAFT
from sciatica_journal.services.running.guard import jump_line
from sciatica_journal.services.running.mornings import MORNING, late_line
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.morning import MORNING_FIELDS, morning_rows
from sciatica_journal.ui.dialogs.record_fields import FormField, FormFields, whole
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.rating_row import RatingRow

_KINDS: Final = {kind: KIND_LABELS[kind] for kind in ("run", "run_walk", "walk")}
_SURFACES: Final = {surface: surface_word(surface) for surface in SURFACES}
_MORE: Final = ("expected", "slope", "shoes", "company")
"""Attributes that open the rest of the form at once where one of them is recorded."""
_REST: Final = "what you expected, slope, shoes, company"

W = TypeVar("W", bound=Widget)


class RunDialog(RecordForm[Run]):
    """Adds or changes a run; `unit` is that of a bare distance, `new` says that the run is not recorded yet.

    `caution` stands above the fields while a red flag stops running. `before` are the runs that its distance is
    compared with, `shoes` those named before. What is asked less often opens with a key; the morning after is
    asked from the day after on.
    """

    HELP_PAGE: ClassVar[str] = "run"
    FIRST: ClassVar[str] = "distance"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (*RecordForm.KEYS, ("^o", f"more: {_REST}"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+o", "more", show=False)]

    def __init__(
        self, run: Run, unit: str, *, new: bool, caution: str = "", before: Sequence[Run] = (),
        shoes: Sequence[str] = (), draft: str = RUN_DRAFT,
    ) -> None:  # fmt: skip
        self.unit = unit
        self.caution = caution
        self.before = before
        self.shoes = shoes
        begun = replace(run, kind="run") if new and run.kind is None else run
        super().__init__("a run or a walk", begun, _fields(unit), new=new, draft=draft)
        self.draft = draft if new else self.draft
        self.set_class(any(getattr(run, name) is not None for name in _MORE), "-more")

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the fields in the order in which a run goes: before, at its worst, after, how and where it was."""
        if self.caution:
            yield Static(Content.styled(f"! {self.caution}", "bold $text-error"))
        yield ChoiceRow("kind", "Kind", _KINDS)
        yield Labelled("Distance", FormLine("distance", f"{self.unit}, such as 5.2"))
        yield Labelled("Time", FormLine("time", "32:10, 1:32:05, 40 (minutes) or 1h20"))
        yield Static(id="guard")
        yield Static(" Pain before, at its worst on the way, and after", classes="heading")
        yield RatingRow("before", "Before")
        yield _more(RatingRow("expected", "Expected", hint="the worst that you expect on the way"))
        yield RatingRow("worst", "Worst")
        yield ChoiceRow("stride", "Stride", STRIDE_LABELS)
        yield RatingRow("after", "After")
        yield RatingRow("effort", "Effort")
        yield ChoiceRow("surface", "Surface", _SURFACES)
        yield _more(ChoiceRow("slope", "Slope", SLOPE_LABELS))
        yield _more(Labelled("Shoes", self._shoes_line()))
        yield _more(ChoiceRow("company", "With", COMPANY_LABELS))
        yield from self._morning()
        yield Labelled("Note", FormArea("run_note"))
        yield Static(id="more")

    def _shoes_line(self) -> FormLine:
        line = FormLine("shoes", ", ".join(self.shoes[:3]) or "any name")
        line.suggester = SuggestFromList(self.shoes, case_sensitive=False)
        return line

    def _morning(self) -> Iterable[Widget]:
        """Compose the morning after: from the next day on it is asked."""
        today = self.journal_app.journal.session.today()
        if self.record.date < today or any(getattr(self.record, name) is not None for name in MORNING):
            words = late_line(self.record.date, today) or "The morning after"
            yield Static(Content(f" {words}"), classes="heading")
            yield from morning_rows()

    def show_state(self, state: dict[str, str]) -> None:
        """Show values in all fields, and what follows from them."""
        super().show_state(state)
        self._show_more()
        self._guard()

    def edited(self) -> None:
        """Keep a draft, and look at the distance."""
        super().edited()
        self._guard()

    def _guard(self) -> None:
        """Say in one line where the distance is a jump."""
        said = self.query_one("#guard", Static)
        state = self.state()
        line = self._jump(state["distance"]) if state["kind"] in ("", *WITH_RUNNING) else ""
        said.update(Content.styled(f"! {line}" if line else "", "$text-warning"))
        said.display = bool(line)

    def _jump(self, distance: str) -> str:
        try:
            km = parse_distance(distance, self.unit) if distance.strip() else 0.0
        except InvalidValue:
            return ""
        return jump_line(km, self.record.date, self.before, self.unit, but=self.record.id) if km > 0 else ""

    def action_more(self) -> None:
        """Show the rest of the fields, or put it away again."""
        self.toggle_class("-more")
        self._show_more()
        if self.has_class("-more"):
            self.set_focus(self.query_one("#expected"))
        elif self.focused is not None and self.focused not in self.stops():
            self.set_focus(self.query_one(f"#{self.FIRST}"))

    def _show_more(self) -> None:
        """Say what the key opens, and what is recorded there."""
        is_open = self.has_class("-more")
        held = " · ".join(card_facts(self.record))
        words = "less" if is_open else f"more: {held or _REST}"
        line = Content.from_markup("[@click=screen.more]$words[/]", words=f"^o {words}")
        self.query_one("#more", Static).update(line.stylize("$text-muted"))

    def stops(self) -> Sequence[Widget]:
        """Return the fields that are shown, in order."""
        return [each for each in super().stops() if all(node.display for node in (each, *each.ancestors[:2]))]


def _more(widget: W) -> W:
    """Mark a field that the key opens."""
    widget.add_class("more")
    return widget


def _fields(unit: str) -> FormFields:
    return {
        "kind": FormField("kind"),
        "distance": FormField(
            "distance_km",
            lambda text: parse_distance(text, unit),
            lambda km: exact_distance(km, unit).removesuffix(f" {unit}"),
            "The distance",
        ),
        "time": FormField("duration_min", parse_minutes, shown_duration, "The time"),
        "before": whole("pain_before"),
        "expected": whole("expected"),
        "worst": whole("pain_during"),
        "stride": FormField("stride"),
        "after": whole("pain_after"),
        "effort": whole("effort"),
        "surface": FormField("surface"),
        "slope": FormField("slope"),
        "shoes": FormField("shoes"),
        "company": FormField("company"),
        **MORNING_FIELDS,
        "run_note": FormField("note"),
    }
