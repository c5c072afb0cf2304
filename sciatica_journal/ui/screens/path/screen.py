"""Path: where one stands with running, what is due, and the records of one's care."""

from asyncio import Lock
from collections.abc import Callable
from datetime import date
from typing import ClassVar, Concatenate, ParamSpec

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.commands import Place
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.care.path import PathView, view_path
from sciatica_journal.services.care.words import path_words
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder.view import LadderView, ladder_view
from sciatica_journal.ui.bindings import bindings_for
from sciatica_journal.ui.messages import RowActivated, RowLeft, RowRemoved
from sciatica_journal.ui.screens.path.ladder import LADDER, LadderPanel
from sciatica_journal.ui.screens.path.opening import ADD, open_row, remove_record
from sciatica_journal.ui.screens.path.section import MORE, CareRow, Section
from sciatica_journal.ui.screens.path.sections import LEFT, RIGHT, records_of, rows_of, shown_at_first
from sciatica_journal.ui.screens.path.standing import StandingPanel
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.row import neighbour

P = ParamSpec("P")


class PathScreen(PlaceScreen):
    """One scrolling page, in two columns where there is room."""

    CSS_PATH: ClassVar = sheet("path")
    PLACE: ClassVar[Place] = "path"
    NAME: ClassVar[str] = "path"
    HELP_PAGE: ClassVar[str] = "path"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("path")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012  # Textual declares it on instances

    def __init__(self) -> None:
        super().__init__()
        self.view: PathView | None = None
        self.ladder: LadderView | None = None
        self._words = path_words()
        self._records: dict[tuple[str, str], CareRecord] = {}
        self._one_at_a_time = Lock()

    def compose_place(self) -> ComposeResult:
        """Compose the sections; their rows follow when they are read."""
        with VerticalScroll(id="path", can_focus=False):
            yield StandingPanel()
            yield LadderPanel()
            with Horizontal(id="path-columns"):
                for column in (LEFT, RIGHT):
                    with Vertical(classes="column"):
                        for name, title, adds in column:
                            yield Section(name, title, self._words["purpose"].get(name, ""), adds=adds)

    @property
    def session(self) -> Session:
        """The session, for its clock, its ids and the settings."""
        return self.journal_app.journal.session

    def record(self, kind: str, key: str) -> CareRecord | None:
        """Return the record that a row of a kind stands for."""
        return self._records.get((kind, key))

    # -- showing ---------------------------------------------------------------------------------

    async def on_screen_resume(self) -> None:
        """Show what was written meanwhile."""
        await self.reload()

    async def reload(self, day: date | None = None) -> None:  # noqa: ARG002  # it shows no single day
        """Read again what is shown. A form's answer and its closing both ask for it: one after the other."""
        async with self._one_at_a_time:
            view, ladder = await self.ask(view_path), await self.ask(ladder_view)
            if view is not None and ladder is not None:
                self.ladder = ladder
                await self._show(view, ladder)

    async def _show(self, view: PathView, ladder: LadderView) -> None:
        self.view = view
        self._records = {(record.TYPE, record.id): record for record in records_of(view)}
        await self.query_one(StandingPanel).show(view, self._words)
        await self.query_one(LadderPanel).show(ladder, view.today)
        for name, rows in rows_of(view, self._words["purpose"]).items():
            await self.query_one(f"#path-{name}", Section).show(rows, shown_at_first(view, name))
        if self.focused is None:
            self.set_focus(next(iter(self._rows()), None))

    async def done(self, service: Callable[Concatenate[Session, P], object], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Run a service that changes something; an error is shown in words. Returns whether it was done."""
        try:
            await self.journal_app.journal.call(service, *args, **kwargs)
        except JournalError as error:
            self.report(error)
            return False
        return True

    async def show_record(self, key: str) -> None:
        """Go to the row of a record; where there is none, everything stays as it is."""
        await self.reload()
        for section in self.query(Section):
            row = await section.row_of(key)
            if row is not None:
                self.set_focus(row)
                return

    # -- moving ----------------------------------------------------------------------------------

    def _rows(self) -> list[CareRow]:
        return list(self.query(CareRow))

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self.go_to_neighbour(self._rows(), message.step)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the words above the first row together with it, where both fit."""
        page = self.query_one("#path", VerticalScroll)
        is_first = event.widget is next(iter(self._rows()), None)
        bottom = event.widget.region.bottom - page.region.y + round(page.scroll_y)
        if is_first and bottom <= page.size.height:
            page.scroll_home(animate=False)

    def action_next_section(self, step: int) -> None:
        """Go to the first row of the next section, or of the one before."""
        firsts = [rows[0] for rows in (list(each.query(CareRow)) for each in self.query(".section")) if rows]
        section = self._section_of_focus()
        here = next((row for row in firsts if section is not None and row in section.query(CareRow)), None)
        stop = neighbour(firsts, here, step, around=True)
        if stop is not None:
            self.set_focus(stop)

    def action_other_column(self) -> None:
        """Go to the nearest row of the other column, where there are two side by side."""
        here = self.focused
        if here is None:
            return
        beside = [row for row in self._rows() if row.region.x != here.region.x]
        if beside and here in self.query("#path-columns CareRow"):
            self.set_focus(min(beside, key=lambda row: abs(row.region.y - here.region.y)))

    def _section_of_focus(self) -> Section | StandingPanel | LadderPanel | None:
        if self.focused is None:
            return None
        found = (each for each in self.focused.ancestors if isinstance(each, Section | StandingPanel | LadderPanel))
        return next(found, None)

    def action_leave(self) -> None:
        """Go to Today."""
        self.journal_app.go_to("today")

    # -- what opens ------------------------------------------------------------------------------

    @on(RowActivated)
    async def _row_activated(self, message: RowActivated) -> None:
        message.stop()
        if message.name.startswith(LADDER):
            self.action_ladder(message.name.removeprefix(LADDER))
        elif message.name == "support":
            self.journal_app.open_page("support")
        elif message.name.startswith(MORE):
            await self.query_one(f"#path-{message.name.removeprefix(MORE)}", Section).open_all()
        else:
            open_row(self, message.name, message.key)

    @on(RowRemoved)
    async def _row_removed(self, message: RowRemoved) -> None:
        message.stop()
        if await remove_record(self, message.name, message.key):
            said = self.journal_app.with_keys("Removed. {undo} brings it back.")
            self.notify(said, markup=False, timeout=4)
            await self.reload()

    def action_add_here(self) -> None:
        """Add in the section one is in; where nothing is added, a question to ask."""
        section = self._section_of_focus()
        self.action_add_to(section.kind if isinstance(section, Section) and section.adds else "question")

    def action_add_to(self, kind: str) -> None:
        """Add a record of a kind."""
        open_row(self, f"{ADD}{kind}")

    def action_time_run(self) -> None:
        """Time a walk or a run."""
        from sciatica_journal.ui.screens.timed_run.opening import open_timed_run

        open_timed_run(self.journal_app)

    def action_ladder(self, name: str) -> None:
        """Do something about the ladder: its step now or done, up, down, to a step, choose or leave it."""
        open_row(self, f"{LADDER}{name}")

    def action_open_here(self, name: str) -> None:
        """Open what is built elsewhere: the check, the sheet."""
        open_row(self, name)
