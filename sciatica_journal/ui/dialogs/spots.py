"""The painful places of a day: find one by typing, give side, intensity and qualities."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sciatica_journal.domain.spot import Spot
from sciatica_journal.domain.wording import Names, capital, joined, region_word, spot_facts
from sciatica_journal.services.guide.reading import Region
from sciatica_journal.ui.dialogs.gathering import GatheringDialog
from sciatica_journal.ui.dialogs.moment import SIDE_LABELS
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.dialogs.region_finder import RegionFinder
from sciatica_journal.ui.messages import FieldChanged, RowLeft, TextEdited
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.marks_row import MarksRow
from sciatica_journal.ui.widgets.rating_row import RatingRow


class SpotsDialog(GatheringDialog[tuple[Spot, ...]]):
    """Two views: the list with the finder, and one spot being described (`described` is its place in the list)."""

    HELP_PAGE: ClassVar[str] = "spots"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("save", "keep"),
        ("↵", "next"),
        ("Esc", "leave"),
        ("Del", "remove the spot one is on"),
        ("Space", "mark a quality"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", show=False),
        Binding("delete", "remove", show=False),
    ]

    def __init__(self, spots: tuple[Spot, ...], regions: Sequence[Region], qualities: Mapping[str, str]) -> None:
        super().__init__("Where it hurts")
        self.before = spots
        self.spots = list(spots)
        self.regions = {region.code: region for region in regions}
        self.qualities = qualities
        self.names = Names({region.code: region.name for region in regions}, qualities)
        self.described: int | None = None

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose both views."""
        with Vertical(id="spots-view"):
            yield PickList(id="spots")
            yield RegionFinder(
                "place", tuple(self.regions.values()), "type to add: calf, l calf, outer foot", browse=True
            )
        with Vertical(id="spot-view"):
            yield Static(id="spot-name")
            yield ChoiceRow("side", "Side", SIDE_LABELS)
            yield RatingRow("intensity", "How much")
            yield MarksRow("qualities", "Like", self.qualities)

    def on_mount(self) -> None:
        """Begin with the list."""
        self._show_list()
        self.begin(self.query_one(RegionFinder).line)

    @property
    def changed(self) -> bool:
        """Whether anything differs from the beginning."""
        return tuple(self.spots) != self.before

    def answer(self) -> tuple[Spot, ...]:
        """Return the spots."""
        return tuple(self.spots)

    # -- the list --------------------------------------------------------------------------------

    def _show_list(self, at: int | None = None) -> None:
        self.described = None
        self.query_one("#spots-view").display = True
        self.query_one("#spot-view").display = False
        spots, finder = self.query_one("#spots", PickList), self.query_one(RegionFinder)
        spots.show([Content(joined(spot_facts(spot, self.names))) for spot in self.spots], at)
        spots.display = bool(self.spots)
        if at is not None and self.spots:
            self.set_focus(spots)
        else:
            finder.line.show_text("")
            finder.search("")
            self.set_focus(finder.line)

    @on(TextEdited)
    def _search(self, message: TextEdited) -> None:
        message.stop()
        finder = self.query_one(RegionFinder)
        if finder.searched != finder.line.value:
            self.say("")
            finder.search(finder.line.value)

    @on(RegionFinder.Picked)
    def _picked(self, message: RegionFinder.Picked) -> None:
        region, side = message.region, message.side
        if len(region.sides) == 1:
            side = region.sides[0]
        known = [(spot.region, spot.side) for spot in self.spots]
        wanted = (region.code, side if side in region.sides else None)
        if wanted not in known:
            self.spots.append(Spot(*wanted))
            known.append(wanted)
        self.touched()
        self._describe(known.index(wanted))

    @on(OptionList.OptionSelected, "#spots")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._describe(event.option_index)

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        if self.described is not None:
            self._move(message.step)
        elif message.step < 0 and self.spots:
            self.set_focus(self.query_one("#spots"))

    def on_key(self, event: events.Key) -> None:
        """Letters typed on the list go on in the finder; Down from its last line too."""
        spots, line = self.query_one("#spots", PickList), self.query_one(RegionFinder).line
        if self.focused is spots and event.key == "down" and spots.highlighted == len(self.spots) - 1:
            event.stop()
            self.set_focus(line)
        elif self.focused is spots and event.character and event.character.isalpha():
            self.set_focus(line)
            line.insert_text_at_cursor(event.character)

    def action_remove(self) -> None:
        """Remove the spot one is on."""
        spots = self.query_one("#spots", PickList)
        place = self.described if self.described is not None else spots.highlighted
        if place is not None and (self.described is not None or self.focused is spots):
            del self.spots[place]
            self.touched()
            self._show_list(min(place, len(self.spots) - 1) if self.spots else None)

    # -- one spot --------------------------------------------------------------------------------

    def _describe(self, place: int) -> None:
        self.described = place
        spot = self.spots[place]
        region = self.regions.get(spot.region)
        self.query_one("#spots-view").display = False
        self.query_one("#spot-view").display = True
        self.query_one("#spot-name", Static).update(
            Content.styled(f" {capital(region_word(spot.region, self.names))}", "bold $text-primary")
        )
        sides = region.sides if region else tuple(SIDE_LABELS)
        side, intensity = self.query_one("#side", ChoiceRow), self.query_one("#intensity", RatingRow)
        side.show_choices({name: SIDE_LABELS[name] for name in sides})
        side.display = len(sides) > 1
        side.value, intensity.value = spot.side, spot.intensity
        self.query_one("#qualities", MarksRow).value = spot.qualities
        self.set_focus(side if side.display and spot.side is None else intensity)

    @on(FieldChanged)
    def _field_changed(self, message: FieldChanged) -> None:
        message.stop()
        if self.described is not None:
            changed = replace(self.spots[self.described], **{message.field: message.value})
            self.spots[self.described] = changed
            self.touched()

    def entered(self) -> None:
        """No place was there to take; nothing typed confirms."""
        if self.query_one(RegionFinder).line.value.strip():
            self.say("No place has that name. Try another word for it, such as calf or foot.", wrong=True)
        else:
            self.action_confirm()

    def _move(self, step: int) -> bool:
        stops = [row for row in self.query("#spot-view Row") if row.focusable]
        return self.go_to_neighbour(stops, step)

    def action_next(self) -> None:
        """Go to the next row; from the last one back to the list."""
        if self.described is not None and not self._move(1):
            self._show_list()

    def action_cancel(self) -> None:
        """From one spot go back to the list, from the list leave."""
        if self.described is not None:
            self._show_list()
        else:
            super().action_cancel()
