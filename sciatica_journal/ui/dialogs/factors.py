"""Factors of a day: anything else one counts, a name and a number each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.amounts import parse_amount
from sciatica_journal.domain.checks import check_name
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.wording import shown_factor, spaced
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.gathering import GatheringDialog
from sciatica_journal.ui.messages import FieldChanged, RowLeft, TextEdited
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.number_row import NumberRow

HIGHEST: Final = 1e9
_LONGEST_NAME: Final = 60
_SHOWN_NAME: Final = 26
_SAID = re.compile(r"#?\s*(?P<name>.*?)\s*(?:[=:]\s*|\s)(?P<number>[-+]?\d[\d.,]*)")


def parse_factor(text: str) -> tuple[str, float]:
    """Return name and number of `coffee 2`, `coffee=2` or `#coffee = 2`. Raises InvalidValue for anything else."""
    found = _SAID.fullmatch(one_line(text))
    if found is None:
        raise InvalidValue(f"“{one_line(text)}” has no name and number.", "Write it as coffee 2.")
    name = found["name"]
    check_name("The name of a factor", name, _LONGEST_NAME)
    return name, parse_amount(found["number"])


class FactorRow(NumberRow):
    """A factor with room for its name."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__(f"factor-{number}", name, highest=HIGHEST, step=1, shown=shown_factor)
        self.factor = name

    def render(self) -> Content:
        """Return the focus mark, the name and the number."""
        mark, style = ("▸", "bold $text-accent") if self.has_focus else (" ", "$text-secondary")
        name = Content(spaced(self.factor)).truncate(_SHOWN_NAME, ellipsis=True, pad=True)
        return Content.assemble((mark, style), name.stylize(style), " ", *self.parts())


class FactorsDialog(GatheringDialog[dict[str, float]]):
    """`factors` are the day's, `used` the names used before; new ones are typed into the last field."""

    HELP_PAGE: ClassVar[str] = "factors"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("save", "keep"),
        ("↵", "next"),
        ("Esc", "leave"),
        ("backspace", "take a number away"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "next", show=False)]

    def __init__(self, factors: Mapping[str, float], used: Sequence[str]) -> None:
        super().__init__("Factors: anything else you count")
        self.before = dict(factors)
        self.factors = dict(factors)
        self._refused = ""
        self.names = list(dict.fromkeys([*factors, *used]))

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose a row for each factor, and the field for a new one."""
        with Vertical(id="factor-rows"):
            for name in self.names:
                yield self._row(name)
        yield Static(
            " " if self.names else " Coffee, hours sitting, glasses of wine: whatever you want to look at later."
        )
        yield Labelled("New", FormLine("new_factor", "a name and a number: coffee 2"))

    def _row(self, name: str) -> FactorRow:
        row = FactorRow(name, self.names.index(name))
        row.set_reactive(FactorRow.value, self.factors.get(name))
        return row

    def on_mount(self) -> None:
        """Begin with the first factor."""
        self.begin(self._stops()[0])

    @property
    def line(self) -> FormLine:
        """The field for a new factor."""
        return self.query_one("#new_factor", FormLine)

    @property
    def changed(self) -> bool:
        """Whether any number differs from the beginning, or a factor is typed."""
        return self.factors != self.before or bool(self.line.value.strip())

    def answer(self) -> dict[str, float]:
        """Return the factors that have a number."""
        return dict(self.factors)

    @on(FieldChanged)
    def _field_changed(self, message: FieldChanged) -> None:
        message.stop()
        name = self.names[int(message.field.removeprefix("factor-"))]
        if message.value is None:
            self.factors.pop(name, None)
        else:
            self.factors[name] = int(message.value) if float(message.value).is_integer() else message.value
        self.touched()

    @on(TextEdited)
    def _typed(self, message: TextEdited) -> None:
        message.stop()
        if self.line.value != self._refused:
            self.touched()

    def entered(self) -> None:
        """Take what is typed; nothing typed confirms."""
        if not self.line.value.strip():
            self.action_confirm()
        elif (name := self._take_typed()) is not None:
            self.call_next(self._show, name)

    def _take_typed(self) -> str | None:
        try:
            name, number = parse_factor(self.line.value)
        except InvalidValue as error:
            self._refused = self.line.value
            self.say(str(error), wrong=True)
            return None
        name = next((known for known in self.names if known.casefold() == name.casefold()), name)
        self.factors[name] = number
        self.line.show_text("")
        self.touched()
        return name

    async def _show(self, name: str) -> None:
        if name in self.names:
            self.query_one(f"#factor-{self.names.index(name)}", FactorRow).value = self.factors[name]
            return
        self.names.append(name)
        await self.query_one("#factor-rows", Vertical).mount(self._row(name))
        self.call_after_refresh(self.line.scroll_visible)

    def _stops(self) -> list[Widget]:
        return [widget for widget in self.query("FactorRow, FormLine") if widget.focusable]

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self._move(message.step)

    def _move(self, step: int) -> None:
        self.go_to_neighbour(self._stops(), step)

    def action_next(self) -> None:
        """Go to the next row."""
        self._move(1)

    def action_confirm(self) -> None:
        """Answer; a factor still in the field is meant too."""
        if not self.line.value.strip() or self._take_typed() is not None:
            super().action_confirm()
