"""The form for a run or a walk."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, ClassVar, Final

from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.amounts import parse_distance, parse_minutes
from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.labels import KIND_LABELS
from sciatica_journal.domain.run import SURFACES, Run
from sciatica_journal.domain.text import clean_or_none
from sciatica_journal.domain.units import exact_distance, shown_duration
from sciatica_journal.domain.wording import surface_word
from sciatica_journal.services.runs import RUN_DRAFT
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.form import FormDialog, Refused
from sciatica_journal.ui.dialogs.letters import LetterRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.rating_row import RatingRow

_KINDS: Final = {kind: KIND_LABELS[kind] for kind in ("run", "run_walk", "walk")}
_SURFACES: Final = {surface: surface_word(surface) for surface in SURFACES}

_ATTRIBUTES: Final = {
    "kind": "kind",
    "distance": "distance_km",
    "time": "duration_min",
    "surface": "surface",
    "effort": "effort",
    "before": "pain_before",
    "worst": "pain_during",
    "after": "pain_after",
    "run_note": "note",
}
_IN_WORDS: Final = {"distance_km": "The distance", "duration_min": "The time"}


class RunDialog(FormDialog[Run]):
    """Adds or changes a run; `unit` is that of a bare distance, `new` says that the run is not recorded yet."""

    HELP_PAGE: ClassVar[str] = "run"
    FIRST: ClassVar[str] = "distance"

    def __init__(self, run: Run, unit: str, *, new: bool) -> None:
        self.unit = unit
        self.new = new
        self.run = replace(run, kind="run") if new and run.kind is None else run
        title = f"{'Add' if new else 'Change'} a run or a walk · {short_day(run.date)}"
        draft = RUN_DRAFT if new else f"{RUN_DRAFT} {run.id}"
        super().__init__(title, run.date, draft, _state_of(self.run, unit))

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the fields in the order they are asked."""
        yield LetterRow("kind", "Kind", _KINDS)
        yield Labelled("Distance", FormLine("distance", f"{self.unit}, such as 5.2"))
        yield Labelled("Time", FormLine("time", "32:10, 1:32:05, 40 (minutes) or 1h20"))
        yield LetterRow("surface", "Surface", _SURFACES)
        yield RatingRow("effort", "Effort")
        yield Static(" Pain before, at its worst on the way, and after", classes="heading")
        yield RatingRow("before", "Before")
        yield RatingRow("worst", "Worst")
        yield RatingRow("after", "After")
        yield Labelled("Note", FormArea("run_note"))

    def build(self, typed: dict[str, str]) -> Run | None:
        """Return the run with what was typed; an old one without a change is nothing to save."""
        if not typed and not self.new:
            return None
        run = self.run
        readers: dict[str, Callable[[str], Any]] = {
            "kind": str,
            "distance": lambda text: parse_distance(text, self.unit),
            "time": parse_minutes,
            "surface": str,
            "run_note": clean_or_none,
        }
        for field, attribute in _ATTRIBUTES.items():
            if field in typed:
                run = _with(run, field, attribute, typed[field], readers.get(field, int))
        return run


def _with(run: Run, field: str, attribute: str, text: str, reader: Callable[[str], Any]) -> Run:
    try:
        changes: dict[str, Any] = {attribute: reader(text) if text.strip() else None}
        return replace(run, **changes)
    except InvalidValue as error:
        message = error.message.replace(attribute, _IN_WORDS.get(attribute, field), 1)
        raise Refused(field, InvalidValue(message, error.hint)) from error


def _state_of(run: Run, unit: str) -> dict[str, str]:
    state = {field: getattr(run, attribute) for field, attribute in _ATTRIBUTES.items()}
    if run.distance_km is not None:
        state["distance"] = exact_distance(run.distance_km, unit).removesuffix(f" {unit}")
    if run.duration_min is not None:
        state["time"] = shown_duration(run.duration_min)
    return {field: "" if value is None else str(value) for field, value in state.items()}
