"""The form for a run or a walk."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar, Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.amounts import parse_distance, parse_minutes
from sciatica_journal.domain.labels import KIND_LABELS
from sciatica_journal.domain.run import SURFACES, Run
from sciatica_journal.domain.units import exact_distance, shown_duration
from sciatica_journal.domain.wording import surface_word
from sciatica_journal.services.entries.runs import RUN_DRAFT
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.record_fields import FormField, FormFields, whole
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.rating_row import RatingRow

_KINDS: Final = {kind: KIND_LABELS[kind] for kind in ("run", "run_walk", "walk")}
_SURFACES: Final = {surface: surface_word(surface) for surface in SURFACES}


class RunDialog(RecordForm[Run]):
    """Adds or changes a run; `unit` is that of a bare distance, `new` says that the run is not recorded yet.

    `caution` stands above the fields while a red flag stops running.
    """

    HELP_PAGE: ClassVar[str] = "run"
    FIRST: ClassVar[str] = "distance"

    def __init__(self, run: Run, unit: str, *, new: bool, caution: str = "") -> None:
        self.unit = unit
        self.caution = caution
        begun = replace(run, kind="run") if new and run.kind is None else run
        super().__init__("a run or a walk", begun, _fields(unit), new=new, draft=RUN_DRAFT)

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the fields in the order they are asked."""
        if self.caution:
            yield Static(Content.styled(f"! {self.caution}", "bold $text-error"))
        yield ChoiceRow("kind", "Kind", _KINDS)
        yield Labelled("Distance", FormLine("distance", f"{self.unit}, such as 5.2"))
        yield Labelled("Time", FormLine("time", "32:10, 1:32:05, 40 (minutes) or 1h20"))
        yield ChoiceRow("surface", "Surface", _SURFACES)
        yield RatingRow("effort", "Effort")
        yield Static(" Pain before, at its worst on the way, and after", classes="heading")
        yield RatingRow("before", "Before")
        yield RatingRow("worst", "Worst")
        yield RatingRow("after", "After")
        yield Labelled("Note", FormArea("run_note"))


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
        "surface": FormField("surface"),
        "effort": whole("effort"),
        "before": whole("pain_before"),
        "worst": whole("pain_during"),
        "after": whole("pain_after"),
        "run_note": FormField("note"),
    }
