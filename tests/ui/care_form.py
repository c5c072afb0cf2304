"""A form of every kind of field, made as the docstring of form.py says, for the tests of what all forms do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date
from typing import ClassVar

from textual.widget import Widget

from sciatica_journal.domain.checks import check_rating
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.ui.dialogs.date_line import DateLine
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.record_fields import FormField, Refused, day, whole, yes_no
from sciatica_journal.ui.widgets.choice_row import YES_NO, YES_NO_UNSURE, ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.marks_row import MarksRow
from sciatica_journal.ui.widgets.number_row import NumberRow
from sciatica_journal.ui.widgets.rating_row import RatingRow
from sciatica_journal.ui.widgets.tick_row import TickRow

LONG = "I stay at home most of the time because of the pain in my back or in my leg, whatever I had planned to do."


@dataclass(frozen=True)
class Visit:
    """A record with an attribute of every kind."""

    TYPE: ClassVar[str] = "visit"

    id: str
    date: Date
    until: Date | None = None
    who: str | None = None
    told: str | None = None
    tested: bool | None = None
    worse: str | None = None
    makes_sense: int | None = None
    hours: float | None = None
    helped: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        check_rating("makes_sense", self.makes_sense)
        if self.until is not None and self.until < self.date:
            raise InvalidValue(f"until is {self.until}, before it began.", f"It began on {self.date}.")


class VisitDialog(RecordForm[Visit]):
    """Adds or changes a visit."""

    FIRST: ClassVar[str] = "on"

    def __init__(self, visit: Visit, today: Date, *, new: bool) -> None:
        fields = {
            "on": day("date", today),
            "until": day("until", today, ahead=True, words="The last day"),
            "who": FormField("who"),
            "told": FormField("told"),
            "tested": yes_no("tested"),
            "worse": FormField("worse"),
            "sense": whole("makes_sense"),
            "hours": FormField("hours", float),
            "helped": FormField("helped", lambda text: tuple(text.split()), " ".join),
        }
        super().__init__("a visit", visit, fields, new=new)
        self.today = today

    def compose_dialog(self) -> Iterable[Widget]:
        yield Labelled("On", DateLine("on", self.today))
        yield Labelled("Until", DateLine("until", self.today, ahead=True))
        yield Labelled("Who", FormLine("who", "a physiotherapist, a doctor"))
        yield Labelled("Told", FormArea("told"))
        yield ChoiceRow("tested", "Tested", YES_NO)
        yield ChoiceRow("worse", "Leg", YES_NO_UNSURE, title=LONG)
        yield RatingRow("sense", "Sense")
        yield NumberRow("hours", "Hours", highest=24, step=0.5, shown=lambda hours: f"{hours:g} h")
        yield MarksRow("helped", "Helped", {"walking": "walking", "rest": "rest"})
        yield TickRow("home", LONG)

    def build(self, typed: dict[str, str]) -> Visit | None:
        visit = super().build(typed)
        if visit is not None and not visit.who:
            raise Refused("who", InvalidValue("Nobody is named.", "Write who it was."))
        return visit
