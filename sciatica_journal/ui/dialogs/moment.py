"""The form for a moment: words first, then time, pain and place if wanted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any, ClassVar, Final

from textual import on
from textual.widget import Widget

from sciatica_journal.domain.amounts import parse_clock
from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.text import clean_or_none
from sciatica_journal.services.moments import MOMENT_DRAFT
from sciatica_journal.services.reading import Region
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.form import FormDialog, Refused
from sciatica_journal.ui.dialogs.letters import LetterRow
from sciatica_journal.ui.dialogs.region_finder import RegionFinder
from sciatica_journal.ui.messages import TextEdited
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.rating_row import RatingRow

SIDE_LABELS: Final = {"left": "left", "right": "right", "both": "both", "centre": "centre"}


class MomentDialog(FormDialog[Moment]):
    """Adds or changes a moment. `regions` are the places on offer."""

    HELP_PAGE: ClassVar[str] = "moment"
    FIRST: ClassVar[str] = "moment_text"

    def __init__(self, moment: Moment, regions: Sequence[Region], *, new: bool) -> None:
        self.moment = moment
        self.regions = regions
        self.new = new
        title = f"{'Add' if new else 'Change'} a moment · {short_day(moment.date)}"
        draft = MOMENT_DRAFT if new else f"{MOMENT_DRAFT} {moment.id}"
        super().__init__(title, moment.date, draft, self._state_of(moment))

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the fields in the order they are asked."""
        yield Labelled("Words", FormArea("moment_text"))
        yield RatingRow("pain", "Pain")
        yield RegionFinder("place", self.regions, "type to find it: calf, l calf, outer foot", browse=False)
        yield LetterRow("side", "Side", SIDE_LABELS)
        yield Labelled("Time", FormLine("time", "such as 07:05"))

    def _state_of(self, moment: Moment) -> dict[str, str]:
        names = {region.code: region.name for region in self.regions}
        return {
            "moment_text": moment.text or "",
            "pain": "" if moment.pain is None else str(moment.pain),
            "place": names.get(moment.region or "", moment.region or ""),
            "side": moment.side or "",
            "time": f"{moment.start:%H:%M}" if moment.start else "",
        }

    def show_field(self, field: str, value: str) -> None:
        """Show the sides of the place."""
        if field == "place":
            self.query_one(RegionFinder).search(value)
            self._offer_sides(value)

    def _offer_sides(self, name: str) -> None:
        region = self.query_one(RegionFinder).region_named(name)
        row = self.query_one("#side", LetterRow)
        row.display = region is not None
        if region is not None:
            row.show_choices({side: SIDE_LABELS[side] for side in region.sides})
            if row.value not in region.sides:
                row.value = region.sides[0] if len(region.sides) == 1 else None

    @on(RegionFinder.Picked)
    def _picked(self, message: RegionFinder.Picked) -> None:
        finder, row = self.query_one(RegionFinder), self.query_one("#side", LetterRow)
        finder.line.show(message.region.name)
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
                self.query_one("#side", LetterRow).value = None

    def entered(self) -> None:
        """Go on, unless the place typed is none."""
        finder = self.query_one(RegionFinder)
        if self.focused is finder.line and finder.line.value.strip():
            try:
                self._region_code(finder.line.value)
            except Refused as refused:
                self.refuse(refused)
                return
        super().entered()

    def build(self, typed: dict[str, str]) -> Moment | None:
        """Return the moment with what was typed; an old one without a change is nothing to save."""
        if not typed and not self.new:
            return None
        moment = self.moment
        changes: dict[str, Any] = {}
        if "moment_text" in typed:
            changes["text"] = clean_or_none(typed["moment_text"])
        if "pain" in typed:
            changes["pain"] = int(typed["pain"]) if typed["pain"] else None
        if "place" in typed:
            changes["region"] = self._region_code(typed["place"])
        if "side" in typed:
            changes["side"] = typed["side"] or None
        if "time" in typed:
            changes["start"] = self._start(typed["time"])
        moment = replace(moment, **changes)
        if self.new and not (moment.text or moment.region or moment.pain is not None):
            raise Refused(
                "moment_text", InvalidValue("There is nothing in it yet.", "A word, a number or a place will do.")
            )
        return moment

    def _region_code(self, name: str) -> str | None:
        if not name.strip():
            return None
        region = self.query_one(RegionFinder).region_named(name)
        if region is None:
            raise Refused(
                "place",
                InvalidValue(f"“{name}” is no place in the list.", "Try another word for it, such as calf or foot."),
            )
        return region.code

    def _start(self, text: str) -> datetime | None:
        if not text.strip():
            return None
        try:
            return self._at(parse_clock(text))
        except InvalidValue as error:
            raise Refused("time", error) from error

    def _at(self, clock: time) -> datetime:
        """Return the moment's day at that time; a time before the day ends belongs to the night after it."""
        settings = self.journal_app.journal.session.settings
        day = self.moment.date + timedelta(days=1) if clock < settings.day_ends else self.moment.date
        return datetime.combine(day, clock, settings.zone()).astimezone(settings.zone())
