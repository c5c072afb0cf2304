"""The form for a moment: words first, then time, pain and place if wanted."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import ClassVar, Final

from textual import on
from textual.widget import Widget

from sciatica_journal.domain.amounts import parse_clock
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.moment import Moment
from sciatica_journal.services.entries.moments import MOMENT_DRAFT
from sciatica_journal.services.guide.reading import Region
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.record_fields import FormField, Refused, whole
from sciatica_journal.ui.dialogs.region_finder import RegionFinder
from sciatica_journal.ui.messages import TextEdited
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.rating_row import RatingRow

SIDE_LABELS: Final = {"left": "left", "right": "right", "both": "both", "centre": "centre"}


class MomentDialog(RecordForm[Moment]):
    """Adds or changes a moment. `regions` are the places on offer."""

    HELP_PAGE: ClassVar[str] = "moment"
    FIRST: ClassVar[str] = "moment_text"

    def __init__(self, moment: Moment, regions: Sequence[Region], *, new: bool) -> None:
        self.regions = regions
        names = {region.code: region.name for region in regions}
        fields = {
            "moment_text": FormField("text"),
            "pain": whole("pain"),
            "place": FormField("region", self._region_code, lambda code: names.get(code, code)),
            "side": FormField("side"),
            "time": FormField("start", self._start, lambda start: f"{start:%H:%M}"),
        }
        super().__init__("a moment", moment, fields, new=new, draft=MOMENT_DRAFT)

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the fields in the order they are asked."""
        yield Labelled("Words", FormArea("moment_text"))
        yield RatingRow("pain", "Pain")
        yield RegionFinder("place", self.regions, "type to find it: calf, l calf, outer foot", browse=False)
        yield ChoiceRow("side", "Side", SIDE_LABELS)
        yield Labelled("Time", FormLine("time", "such as 07:05"))

    def show_field(self, field: str, value: str) -> None:
        """Show the sides of the place."""
        if field == "place":
            self.query_one(RegionFinder).search(value)
            self._offer_sides(value)

    def _offer_sides(self, name: str) -> None:
        region = self.query_one(RegionFinder).region_named(name)
        row = self.query_one("#side", ChoiceRow)
        row.display = region is not None
        if region is not None:
            row.show_choices({side: SIDE_LABELS[side] for side in region.sides})
            if row.value not in region.sides:
                row.value = region.sides[0] if len(region.sides) == 1 else None

    @on(RegionFinder.Picked)
    def _picked(self, message: RegionFinder.Picked) -> None:
        finder, row = self.query_one(RegionFinder), self.query_one("#side", ChoiceRow)
        finder.line.show_text(message.region.name)
        finder.search(message.region.name)
        self._offer_sides(message.region.name)
        if message.side in message.region.sides:
            row.value = message.side
        self.edited()
        self.set_focus(row)

    @on(TextEdited)
    def _typed_place(self, message: TextEdited) -> None:
        if message.field == "place":
            finder = self.query_one(RegionFinder)
            place = finder.line.value  # what is told may be older than what was picked since
            finder.search(place)
            self._offer_sides(place)
            if not place.strip():
                self.query_one("#side", ChoiceRow).value = None

    def entered(self) -> None:
        """Go on, unless the place typed is none."""
        finder = self.query_one(RegionFinder)
        if self.focused is finder.line and finder.line.value.strip():
            try:
                self._region_code(finder.line.value)
            except InvalidValue as error:
                self.refuse(Refused("place", error))
                return
        super().entered()

    def build(self, typed: dict[str, str]) -> Moment | None:
        """Return the moment with what was typed; an old one without a change is nothing to save."""
        moment = super().build(typed)
        if moment is not None and self.new and not (moment.text or moment.region or moment.pain is not None):
            raise Refused(
                "moment_text", InvalidValue("There is nothing in it yet.", "A word, a number or a place will do.")
            )
        return moment

    def _region_code(self, name: str) -> str:
        region = self.query_one(RegionFinder).region_named(name)
        if region is None:
            raise InvalidValue(f"“{name}” is not a place in the list.", "Try another word, such as calf or foot.")
        return region.code

    def _start(self, text: str) -> datetime:
        return self._at(parse_clock(text))

    def _at(self, clock: time) -> datetime:
        """Return the moment's day at that time; a time before the day ends belongs to the night after it."""
        settings = self.journal_app.journal.session.settings
        day = self.record.date + timedelta(days=1) if clock < settings.day_ends else self.record.date
        return datetime.combine(day, clock, settings.zone()).astimezone(settings.zone())
