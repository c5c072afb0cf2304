"""Finding a place on the body by typing: `calf`, `l calf`, `outer foot`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from sciatica_journal.services.guide.reading import Region
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.messages import RowLeft
from sciatica_journal.ui.widgets.labelled import Labelled

_SIDES: Final = {"l": "left", "r": "right", "left": "left", "right": "right", "both": "both"}
_MOST: Final = 60
_PAGE: Final = 7


def matching(regions: Iterable[Region], typed: str) -> tuple[list[Region], str | None]:
    """Return the regions that hold every typed word, the best first, and the side that was typed, if any.

    A word of the name counts from its beginning first, then anywhere in it, then in the group.
    """
    words = typed.lower().replace(",", " ").split()
    side = next((_SIDES[word] for word in words if word in _SIDES), None)
    words = [word for word in words if word not in _SIDES]
    ranked = [(_rank(region, words), region) for region in regions]
    return [region for rank, region in sorted(ranked, key=lambda pair: pair[0]) if rank < _MOST], side


def _rank(region: Region, words: list[str]) -> int:
    name = region.name.lower()
    parts = name.replace(",", "").split()
    rank = 0
    for word in words:
        if name.startswith(word):
            continue
        if any(part.startswith(word) for part in parts):
            rank += 1
        elif word in name:
            rank += 2
        elif word in region.group:
            rank += 4
        else:
            return _MOST
    return rank


class RegionLine(FormLine):
    """The text of a finder. While its list is shown, arrows move in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def action_leave(self, step: int) -> None:
        """Move in the list, or leave the field where there is none."""
        finder = self.query_ancestor(RegionFinder)
        if not finder.step(step):
            self.post_message(RowLeft(step))

    def action_page(self, step: int) -> None:
        """Move in the list by a page."""
        self.query_ancestor(RegionFinder).page(step)

    def action_enter(self) -> None:
        """Take the place one is on; what is typed and not looked for yet is looked for first."""
        finder = self.query_ancestor(RegionFinder)
        if finder.searched != self.value:
            finder.search(self.value)
        if not finder.take():
            super().action_enter()


class RegionFinder(Vertical):
    """A field for a place and, under it, the places that match. With `browse` all are shown before typing."""

    @dataclass
    class Picked(Message):
        """A place was picked, with the side if one was typed."""

        region: Region
        side: str | None

    def __init__(self, field: str, regions: Sequence[Region], placeholder: str, *, browse: bool) -> None:
        super().__init__(classes="finder")
        self.regions = regions
        self.browse = browse
        self.line = RegionLine(field, placeholder)
        self.found = PickList(led=True)
        self.found.can_focus = False
        self._regions: list[Region] = []
        self._side: str | None = None
        self.searched = ""

    def compose(self) -> ComposeResult:
        """Compose the field and its list."""
        yield Labelled("Place", self.line)
        yield self.found

    def on_mount(self) -> None:
        """Show what there is to begin with."""
        self.search(self.line.value)

    def search(self, typed: str) -> None:
        """Show the places that match."""
        self.searched = typed
        self._regions, self._side = matching(self.regions, typed)
        named = len(self._regions) > 0 and self._regions[0].name == typed
        self.found.display = bool(self._regions) and (self.browse or bool(typed.strip())) and not named
        self.found.show([Content(region.name) for region in self._regions])

    def region_named(self, name: str) -> Region | None:
        """Return the region of that name."""
        return next((region for region in self.regions if region.name == name), None)

    def step(self, step: int) -> bool:
        """Move in the list. Returns whether it is shown."""
        if not self.found.display or (step < 0 and self.found.highlighted == 0):
            return False
        self.found.action_cursor_down() if step > 0 else self.found.action_cursor_up()
        return True

    def page(self, step: int) -> None:
        """Move in the list by a page."""
        if self.found.display:
            place = (self.found.highlighted or 0) + step * _PAGE
            self.found.highlighted = min(max(0, place), len(self._regions) - 1)

    def take(self) -> bool:
        """Pick the place one is on. Returns whether there is one."""
        place = self.found.highlighted
        if not self.found.display or place is None or place >= len(self._regions):
            return False
        self.post_message(self.Picked(self._regions[place], self._side))
        return True

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.found.highlighted = event.option_index
        self.take()
