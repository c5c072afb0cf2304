"""Export: which format, with reflections or without, where to; nothing that exists is written over."""

from collections.abc import Iterable
from functools import partial
from time import monotonic
from typing import ClassVar, Final

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.exchange.exporting import Exported
from sciatica_journal.services.exchange.exporting_beside import export_beside, offered_target
from sciatica_journal.services.exchange.finding_files import path_of
from sciatica_journal.services.exchange.pace import pace_of
from sciatica_journal.services.exchange.watching import Cancelled, Watch
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.apart import apart
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.messages import FieldChanged, RowLeft, TextEdited
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled

FORMATS: Final = {"jsonl": "JSON lines", "csv": "CSV", "markdown": "Markdown"}
REFLECTIONS: Final = {"in": "everything", "out": "no reflections"}


class ExportDialog(Dialog[Exported]):
    """Writes the export itself; Escape stops it and nothing is left behind."""

    HELP_PAGE: ClassVar[str] = "export"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("save", "write"), ("↑↓", "move"), ("Esc", "leave"))

    def __init__(self) -> None:
        super().__init__("Export the journal")
        self.words = screen_words("export")
        self._offered = ""
        self._watch: Watch | None = None
        self._begun = 0.0

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the choices, the path and what is said about it."""
        yield ChoiceRow("format", "Format", FORMATS, optional=False)
        yield Static(id="about-format", classes="about")
        yield ChoiceRow("reflections", "Holds", REFLECTIONS, optional=False)
        yield Labelled("To", FormLine("target"))
        yield Static(Content(self.words["not_encrypted"]), classes="about")

    async def on_mount(self) -> None:
        """Offer the complete format, and a name that is free."""
        self.query_one("#format", ChoiceRow).value = "jsonl"
        self.query_one("#reflections", ChoiceRow).value = "in"
        self.begin(self.query_one("#format"))
        self.set_interval(0.2, self._tell)
        await self._offer()

    def on_unmount(self) -> None:
        """Write no further."""
        if self._watch is not None:
            self._watch.stop()

    @property
    def format(self) -> str:
        """The chosen format."""
        return self.query_one("#format", ChoiceRow).as_text()

    @property
    def line(self) -> FormLine:
        """The line for the path."""
        return self.query_one(FormLine)

    async def _offer(self) -> None:
        """Offer a name for the format, unless another one was typed."""
        self.query_one("#about-format", Static).update(Content(self.words["about"][self.format]))
        offered = await self.ask(offered_target, self.format)
        if offered is not None and self.line.value in ("", self._offered):
            self._offered = str(offered)
            self.line.show_text(self._offered)

    @on(FieldChanged)
    async def _changed(self, message: FieldChanged) -> None:
        message.stop()
        self.say("")
        if message.field == "format":
            await self._offer()

    @on(TextEdited)
    def _edited(self, message: TextEdited) -> None:
        message.stop()
        self.say("")

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self.go_to_neighbour([*self.query(ChoiceRow), self.line], message.step)

    def entered(self) -> None:
        """Write: the path is the last thing asked."""
        self.action_confirm()

    def action_confirm(self) -> None:
        """Write; what is refused is told and everything stays as typed."""
        if self._watch is None:
            start_worker(self, self._write, exclusive=True, group="export")

    async def _write(self) -> None:
        typed = self.line.value.strip() or self._offered
        with_reflections = self.query_one("#reflections", ChoiceRow).value == "in"
        watch = self._watch = Watch()
        self._begun = monotonic()
        session = self.journal_app.journal.session
        await self.journal_app.journal.call(lambda _: None)  # what is queued for the journal is in it first
        work = partial(
            export_beside, session, self.format, path_of(typed), with_reflections=with_reflections, watch=watch
        )
        try:
            exported = await apart(work)
        except Cancelled:
            self.say(self.words["stopped"])
        except JournalError as error:
            self.report(error)
        else:
            self.app.notify(exported.message, title="Exported", markup=False, timeout=12)
            self.leave(exported)
        finally:
            self._watch = None

    def _tell(self) -> None:
        """Say how far it is."""
        if self._watch is None:
            return
        pace = pace_of(self._watch, monotonic() - self._begun)
        share = f", {100 * pace.share:.0f} %" if pace.share is not None else ""
        writing = self.words["writing"].format(records=f"{pace.items:,}", share=share)
        self.say(self.words["stopping"] if self._watch.is_stopped else writing)

    def action_cancel(self) -> None:
        """Stop the writing, else leave."""
        if self._watch is not None:
            self._watch.stop()
        else:
            self.leave()
