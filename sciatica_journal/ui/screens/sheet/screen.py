"""The doctor's sheet over whatever was there: what is in it on one side, the page on the other."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.commands import Place
from sciatica_journal.domain.errors import JournalError, NotThere
from sciatica_journal.services.exchange.sheet import Sheet, SheetChoices, app_words, make_sheet, sheet_choices
from sciatica_journal.ui.bindings import bindings_for, footer_commands
from sciatica_journal.ui.messages import FieldChanged, RowLeft
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.sheet.items import item_rows, show_default, wanted
from sciatica_journal.ui.screens.sheet.preview import Preview
from sciatica_journal.ui.styling import sheet as style_sheet
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.row import Row, ValueRow

KEYS: Final = (("Space", "tick an item, or take it out; on the page: a screen further"),)


class _Items(VerticalScroll, can_focus=False):
    """The rows of what is in: Home and End go to a row, so that Space never ticks one out of sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "screen.to_row(0)", show=False),
        Binding("end", "screen.to_row(-1)", show=False),
    ]


class SheetScreen(PlaceScreen, inherit_bindings=False):
    """Nothing is written before the person says so, and nothing private is in before it is ticked."""

    CSS_PATH: ClassVar = style_sheet("sheet")
    PLACE: ClassVar[Place] = "sheet"
    NAME: ClassVar[str] = "path"
    HELP_PAGE: ClassVar[str] = "sheet"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("app"),
        *(replace(binding, priority=binding.id == "sheet_items") for binding in bindings_for("sheet")),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # Textual declares it on instances

    def __init__(self) -> None:
        super().__init__()
        self._choices = SheetChoices({}, (), None)
        self._sheet: Sheet | None = None

    def compose(self) -> ComposeResult:
        """Compose the head, both sides and the keys."""
        yield Static(Content("Doctor's sheet"), id="sheet-head")
        with Horizontal(id="sheet-sides"):
            yield _Items(id="sheet-items")
            yield Preview()
        yield KeyBar(footer_commands("sheet", "app"), dict(self.journal_app.keymap_resolved.keys))

    async def on_mount(self) -> None:
        """Show the usual page."""
        self.query_one(Preview).focus()
        choices = await self.ask(sheet_choices)
        if choices is not None:
            self._choices = choices
        await self.query_one("#sheet-items").mount_all(item_rows(self._choices.titles, list(self._choices.reflections)))
        show_default(self._rows())
        await self._make()

    def _rows(self) -> list[ValueRow]:
        return list(self.query(ValueRow))

    async def _make(self) -> None:
        """Make the page anew. Where nothing is recorded, that is what the page says."""
        want = wanted(self._rows(), self.journal_app.journal.session.today(), self._choices.begun)
        said = ""
        try:
            self._sheet = await self.journal_app.journal.call(make_sheet, want.first, None, want.choice)
        except NotThere as error:
            self._sheet, said = None, str(error)
        except JournalError as error:
            self._sheet, said = None, str(error)
            self.report(error)
        self.query_one(Preview).show(self._sheet, said)
        self._show_head()

    async def reload(self, day: date | None = None) -> None:  # noqa: ARG002  # it shows no single day
        """Make the page anew after an undo."""
        await self._make()

    def _show_head(self) -> None:
        left_out = len(self._sheet.left_out) if self._sheet is not None else 0
        holds = "what a file holds · full: see its end" if left_out else "exactly what a file would hold"
        said = holds if self._sheet is not None else "nothing to show yet"
        words = Content.assemble(("Doctor's sheet", "bold $text-primary"), (f" · {said}", "$text-muted"))
        self.query_one("#sheet-head", Static).update(words)

    @on(FieldChanged)
    async def _ticked(self, message: FieldChanged) -> None:
        message.stop()
        await self._make()

    # -- moving ------------------------------------------------------------------------------------

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self.go_to_neighbour(self._rows(), message.step)

    def action_to_row(self, place: int) -> None:
        """Go to the first (0) or the last (-1) row of what is in it."""
        self.set_focus(self._rows()[place])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the side one is on, where there is room for one only."""
        self.set_class(isinstance(event.widget, Row), "-items")

    def action_other_side(self) -> None:
        """Go from the page to what is in it, and back."""
        preview = self.query_one(Preview)
        rows = self._rows()
        on_page = self.focused is preview or self.focused is None
        self.set_class(on_page and bool(rows), "-items")
        self.set_focus(rows[0] if on_page and rows else preview)

    # -- what it does ------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Ask where to, and write the page as a file."""
        if self._sheet is None:
            self.notify(app_words()["nothing_to_write"], markup=False, timeout=3)
            return
        from sciatica_journal.ui.screens.sheet.writing import WriteSheetDialog

        self.app.clear_notifications()
        self.app.push_screen(WriteSheetDialog(self._sheet, self._choices.path), self._written)

    async def action_save(self) -> None:
        """Write a file: the key that saves elsewhere."""
        self.action_write()

    async def _written(self, message: str | None) -> None:
        if message:
            self.notify(message, title="Written", markup=False, timeout=12)
            choices = await self.ask(sheet_choices)
            self._choices = choices or self._choices

    def action_close(self) -> None:
        """Go back to where one was."""
        if self.is_active:
            self.dismiss()

    def own_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys that work here."""
        return KEYS
