"""The base of the places: top bar, content, key bar, and what works everywhere."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Input, TextArea

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.bindings import bindings_for, footer_commands, full_action
from sciatica_journal.ui.journal_screen import JournalScreen
from sciatica_journal.ui.messages import CommandChosen, DayStepped, PlaceChosen
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.row import Row
from sciatica_journal.ui.widgets.top_bar import TopBar
from sciatica_journal.ui.widgets.writing import WritingArea, WritingLine

_FRAMES: Final = frozenset({"pane", "section"})


class PlaceScreen(JournalScreen[None]):
    """A place of the app. Subclasses set PLACE, HELP_PAGE and compose their content."""

    NAME: ClassVar[str] = "today"
    HOLDS: ClassVar[bool] = False
    """Whether this screen must be answered: no command leads past it to another place."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("app", "row")]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # Textual declares it on instances
        (0, "-narrow"), (70, "-normal"), (100, "-wide"),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._framed: DOMNode | None = None
        self._take_size()

    def _take_size(self) -> None:
        """Set the breakpoints' classes before the first style pass, which would else be done twice."""
        width, height = self.app.size
        for extent, breakpoints in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            fitting = [name for least, name in sorted(breakpoints or []) if extent >= least]
            self.add_class(*fitting[-1:])

    def compose(self) -> ComposeResult:
        """Compose the bars around the content."""
        app = self.journal_app
        yield TopBar(self.NAME, app.banner)
        yield from self.compose_place()
        yield KeyBar(footer_commands(self.PLACE, "row", "app"), dict(app.keymap_resolved.keys))

    def compose_place(self) -> ComposeResult:
        """Compose the place's own content."""
        yield from ()

    def watch_focused(self, focused: Widget | None) -> None:
        """Frame the pane or section one is in. With `:focus-within` each move would style all in it anew."""
        around = focused.ancestors if focused is not None else []
        framed = next((each for each in around if each.classes & _FRAMES), None)
        if framed is self._framed:
            return
        for each, is_within in ((self._framed, False), (framed, True)):
            if each is not None:
                each.set_class(is_within, "-within", update=False)
                self.app.stylesheet.apply(each)
        self._framed = framed

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tell the bars what works and what is meant where the focus is."""
        widget = event.widget
        for bar in self.query(KeyBar):
            bar.typing = isinstance(widget, Input | TextArea)
        for top in self.query(TopBar):
            top.hint_text = widget.hint if isinstance(widget, Row) else ""
            top.flag_text = self.journal_app.flag_text

    @on(events.ScreenResume)
    def _show_flag(self) -> None:
        """Show an open red flag in the bar, also where it was raised on another place."""
        for top in self.query(TopBar):
            top.flag_text = self.journal_app.flag_text

    def action_leave_text(self) -> None:
        """Stop writing, as Escape does."""
        if isinstance(self.focused, WritingArea | WritingLine):
            self.focused.action_leave_text()

    @on(CommandChosen)
    async def _run_command(self, message: CommandChosen) -> None:
        await self.run_action(full_action(message.action))

    @on(PlaceChosen)
    def _go(self, message: PlaceChosen) -> None:
        self.journal_app.go_to(message.place)

    @on(DayStepped)
    async def _step(self, message: DayStepped) -> None:
        await self.run_action(f"step_day({message.step})")

    async def action_go_place(self, place: str) -> None:
        """Go to a place."""
        self.journal_app.go_to(place)

    def action_safety(self) -> None:
        """Do the safety check."""
        from sciatica_journal.ui.dialogs.safety.opening import open_check

        open_check(self.journal_app)

    def action_search(self) -> None:
        """Search every text."""
        self.journal_app.go_to("history", search=True)

    def action_import_files(self) -> None:
        """Bring in files of other programs."""
        from sciatica_journal.ui.screens.importing.screen import ImportScreen

        self.app.push_screen(ImportScreen())

    def action_export_files(self) -> None:
        """Write the journal to files."""
        from sciatica_journal.ui.dialogs.export import ExportDialog

        self.app.push_screen(ExportDialog())

    async def action_save(self) -> None:
        """Everything saves by itself; places that hold unsaved text override this."""

    async def action_undo(self) -> None:
        """Undo the newest change."""
        from sciatica_journal.services.entries.undoing import undo

        await self._undo(undo, "Undone", "There is nothing to undo.")

    async def action_redo(self) -> None:
        """Redo what was undone."""
        from sciatica_journal.services.entries.undoing import redo

        await self._undo(redo, "Done again", "There is nothing to redo.")

    async def _undo(self, service: Callable[[Session], object], done: str, nothing: str) -> None:
        from sciatica_journal.services.entries.undoing import Undone

        await self.flush()
        try:
            step = await self.journal_app.journal.call(service)
        except JournalError as error:
            self.report(error)
            return
        if not isinstance(step, Undone):
            self.notify(nothing, markup=False, timeout=3)
            return
        self.notify(f"{done}: {step.label}", markup=False, timeout=4)
        await self.reload(step.day)

    async def flush(self) -> None:
        """Write what is typed and not yet written."""

    async def reload(self, day: date | None = None) -> None:
        """Read the file again and show it; `day` is the one to look at, if any."""
