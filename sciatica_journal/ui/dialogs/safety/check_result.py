"""What stands at the end of a check: strength over time with its dates, and what is open. No verdict."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Final

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.signs.check_trend import Trend, TrendRow
from sciatica_journal.domain.signs.in_checks import ITEM_NAMES
from sciatica_journal.services.safety.checking import Outcome
from sciatica_journal.services.safety.notice import urgent_of
from sciatica_journal.services.safety.wording import asking_words
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.messages import RowActivated, RowLeft
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.open_row import OpenRow

_NAMES: Final = {"heel_walk": "Heel walk", "toe_walk": "Toe walk", "calf_raises": "Calf raises"}
_LABEL: Final = 15
_CELL: Final = 8
_FRAME: Final = 5
"""Columns of the border, its padding and the scroll bar."""


class CheckResultDialog(Dialog[None]):
    """Shows what came of a check beside the checks before."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("safety")]
    AUTO_FOCUS = ""
    HELP_PAGE: ClassVar[str] = "check"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "go on"), ("Esc", "go on"), ("F2", "red flags"))
    CLICKS: ClassVar[dict[str, str]] = {**Dialog.CLICKS, "↵": "screen.save", "F2": "screen.red_flags"}

    def __init__(self, check: Check, asked: Iterable[str], outcome: Outcome) -> None:
        self.words = asking_words("result")
        super().__init__(self.words["title"])
        self.check = check
        self.asked = tuple(asked)
        self.outcome = outcome

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the trend and the sentences."""
        yield Static(Content(self._standing()), classes="check-first")
        yield Static(Content(self.words["trend"] if self.outcome.trend.dates else self.words["no_trend"]))
        if self.outcome.trend.dates:
            yield Static(trend_table(self.outcome.trend, self.app.size.width - _FRAME), id="trend")
            yield Static(Content(self.words["compare"]), classes="heading")
        yield OpenRow("Go on", "go_on", ["↵"])

    def _standing(self) -> str:
        """Return what is open; only where all was answered and nothing is, that nothing needs urgent care."""
        if self.outcome.open_items:
            return self.words["open"].replace("{items}", "; ".join(self.outcome.open_items))
        missing = [ITEM_NAMES[item] for item in self.asked if item not in self.check.answers]
        if missing:
            return self.words["not_answered"].replace("{items}", ", ".join(missing))
        if self.outcome.down:
            urgent = urgent_of(self.journal_app.journal.session)
            return self.words["down"].replace("{items}", " and ".join(self.outcome.down)).replace("{urgent}", urgent)
        return self.words["quiet"] if self.asked else asking_words("check")["kept"]

    def on_mount(self) -> None:
        """Let Enter go on, with the first sentence in sight."""
        self.set_focus(self.query_one(OpenRow), scroll_visible=False)

    @on(RowActivated)
    def _go_on(self, message: RowActivated) -> None:
        message.stop()
        self.leave()

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self.query_one(VerticalScroll).scroll_relative(y=2 * message.step, animate=False)


def trend_table(trend: Trend, width: int) -> Content:
    """Return the trend as a table: a row for each test and side, a column for each of the latest dates that fit."""
    fit = max(1, (width - _LABEL) // _CELL)
    lines = [_line("", map(_short, trend.dates[-fit:]))]
    lines += [_line(_name(row), map(_word, row.values[-fit:])) for row in trend.rows]
    return Content("\n").join(Content(line) for line in lines)


def _line(label: str, cells: Iterable[str]) -> str:
    return (label.ljust(_LABEL) + "".join(cell.rjust(_CELL) for cell in cells)).rstrip()


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"


def _word(value: str | int | None) -> str:
    return "·" if value is None else str(value)


def _name(row: TrendRow) -> str:
    return f"{_NAMES[row.test]} {row.side[0].upper()}"
