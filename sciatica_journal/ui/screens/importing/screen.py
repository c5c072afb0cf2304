"""Import, in steps on one screen: which file, reading it, its questions, the dry run, the report."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar, Final, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.commands import Place
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.exchange.finding_files import path_of, recent_folder, remember_folder
from sciatica_journal.services.exchange.looking_closer import look_closer
from sciatica_journal.services.exchange.plan import Plan
from sciatica_journal.services.exchange.taking_back import Import, list_imports
from sciatica_journal.services.exchange.watching import Cancelled, Watch
from sciatica_journal.ui.bindings import bindings_for, footer_commands
from sciatica_journal.ui.journal_screen import Work, start_worker
from sciatica_journal.ui.screens.importing import writing
from sciatica_journal.ui.screens.importing.file_step import FileStep
from sciatica_journal.ui.screens.importing.item_dialog import ItemDialog
from sciatica_journal.ui.screens.importing.items_step import ItemsStep
from sciatica_journal.ui.screens.importing.job import ImportJob
from sciatica_journal.ui.screens.importing.question_step import QuestionStep
from sciatica_journal.ui.screens.importing.step_keys import step_commands
from sciatica_journal.ui.screens.importing.waiting_step import WaitingStep
from sciatica_journal.ui.screens.importing.words import plan_words, short, stopping_words
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.key_bar import KeyBar

Step = Literal["file", "waiting", "question", "items"]
STOPS_WITHIN: Final = 0.4
"""Seconds after which one is back although the reading has not ended yet: what it still finds is dropped."""


class ImportScreen(PlaceScreen, inherit_bindings=False):
    """Nothing is changed before the dry run was seen and its import confirmed."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("importing")]
    PLACE: ClassVar[Place] = "import"
    NAME: ClassVar[str] = "history"
    HELP_PAGE: ClassVar[str] = "import"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("app"),
        *(replace(binding, priority=binding.id == "import_past") for binding in bindings_for("import")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.step: Step = "file"
        self.job: ImportJob | None = None
        self.is_done = False
        self.is_writing = False

    def compose(self) -> ComposeResult:
        """Compose the head, the steps and the keys."""
        yield Static(Content("Import"), id="import-head")
        with Container(id="import-steps"):
            yield FileStep()
            yield WaitingStep()
            yield QuestionStep()
            yield ItemsStep()
        yield KeyBar(footer_commands("import", "app"), dict(self.journal_app.keymap_resolved.keys))

    async def on_mount(self) -> None:
        """Begin with the folder that was imported from last."""
        self.show_step("file")
        folder = await self.ask(recent_folder)
        self.files.begin(folder or "~/")
        await self.list_past()

    def on_unmount(self) -> None:
        """Read no further. What is being written is finished."""
        if self.job is not None and not self.is_writing:
            self.job.watch.stop()

    @property
    def files(self) -> FileStep:
        """The first step."""
        return self.query_one(FileStep)

    @property
    def items(self) -> ItemsStep:
        """The dry run or the report."""
        return self.query_one(ItemsStep)

    async def list_past(self) -> None:
        """Show the past imports."""
        self.files.show_past(await self.ask(list_imports) or ())
        self._show_keys()

    async def reload(self, day: date | None = None) -> None:  # noqa: ARG002  # it shows no single day
        """Show the past imports as they are after an undo."""
        await self.list_past()

    # -- steps -------------------------------------------------------------------------------------

    def show_step(self, step: Step, said: str = "") -> None:
        """Show one step; `said` stands in the head behind the name of what is imported."""
        self.step = step
        for each in ("file", "waiting", "question", "items"):
            self.query_one(f"#{each}-step").display = each == step
        if step != "waiting":
            self.query_one(WaitingStep).end()
        if step == "file":
            self.files.line.focus()
        elif step == "items":
            self.items.list.focus()
        elif step == "waiting":
            self.set_focus(None)
        name = f" · {short(self.job.path)}" if self.job is not None and step != "file" else ""
        words = Content.assemble(("Import", "bold $text-primary"), name, (f" · {said}" if said else "", "$text-muted"))
        self.query_one("#import-head", Static).update(words)
        self._show_keys()

    def _show_keys(self) -> None:
        part: str = "report" if self.step == "items" and self.is_done else self.step
        if self.step == "file" and self.focused is self.files.past:
            part = "past"
        plan = self.job.plan if self.job is not None else None
        self.query_one(KeyBar).show(step_commands(part, plan, has_past=bool(self.files.past.imports)))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of where the focus is, also while a path is typed: it is no text to save."""
        event.prevent_default()
        self._show_keys()

    def action_other_part(self) -> None:
        """Go from the line to the past imports, and back."""
        if self.step == "file":
            past = self.files.past
            self.set_focus(past if past.display and self.focused is not past else self.files.line)

    def action_close(self) -> None:
        """Stop what is under way, else go a step back, from the first one out."""
        if self.step == "waiting" and self.job is not None:
            self._stop(self.job)
        elif self.step == "question":
            self._back_from_question()
        elif self.step == "items":
            self.begin_again()
        elif self.focused is self.files.past:
            self.files.line.focus()
        elif self.is_active:
            self.dismiss()

    def begin_again(self, said: JournalError | str = "") -> None:
        """Go to the first step and say what went wrong, or that it was stopped."""
        self.job, self.is_done = None, False
        self.show_step("file")
        self.files.say(str(said), wrong=not isinstance(said, Cancelled))
        self.files.look()
        start_worker(self, self.list_past, group="past", exclusive=True)

    def wait_for(self, title: str, job: ImportJob | None) -> None:
        """Show that something is under way, under a watch of its own; without a job it cannot be stopped."""
        watch = Watch()
        if job is not None:
            job.watch = watch
        self.show_step("waiting")
        after = (lambda: stopping_words("saved" if job.is_saved else "stop")) if job is not None else str
        self.query_one(WaitingStep).begin(title, watch, after)

    def _stop(self, job: ImportJob) -> None:
        job.watch.stop()
        if not self.is_writing:
            self.set_timer(STOPS_WITHIN, lambda: self._give_up(job))

    def _give_up(self, job: ImportJob) -> None:
        """Go back although the reading has not noticed yet that it was stopped."""
        if self.step == "waiting" and self.job is job:
            self.workers.cancel_group(self, "reading")
            self.begin_again(Cancelled())

    # -- reading -----------------------------------------------------------------------------------

    @on(FileStep.Chosen)
    def _chosen(self, message: FileStep.Chosen) -> None:
        message.stop()
        self.job = ImportJob(self.journal_app.journal, path_of(message.text))
        self._read(self.job)

    def _read(self, job: ImportJob) -> None:
        self._work(job, f"Reading {short(job.path)}", partial(self._read_all, job))

    def _work(self, job: ImportJob, title: str, work: Work[None]) -> None:
        self.wait_for(title, job)
        start_worker(self, work, exclusive=True, group="reading")

    async def _read_all(self, job: ImportJob) -> None:
        try:
            plan = await job.read()
        except (JournalError, OSError) as error:
            self.begin_again(error if isinstance(error, JournalError) else f"It cannot be read: {error.strerror}.")
            return
        await self.ask(remember_folder, job.path)
        if job.to_ask:
            self._ask(job)
        else:
            self.show_plan(plan)

    def show_plan(self, plan: Plan) -> None:
        """Show a dry run."""
        self.is_done = False
        self.items.show(plan.items, plan.totals, plan_words(plan, self.journal_app.with_keys))
        self.show_step("items", "a dry run")

    # -- questions ---------------------------------------------------------------------------------

    def _ask(self, job: ImportJob) -> None:
        """Ask the first question that is open; with the last answer, read once more."""
        left = [question for question in job.to_ask if question.key not in job.given]
        if not left:
            job.take_given()
            self._read(job)
            return
        number = len(job.to_ask) - len(left) + 1
        again = "The earlier answer does not fit the file. " if left[0].key in job.answers else ""
        place = f"{again}Question {number} of {len(job.to_ask)}" if len(job.to_ask) > 1 else again
        self.show_step("question", "what the files do not say")
        self.query_one(QuestionStep).show(left[0], place, job.answers.get(left[0].key, ""))

    @on(QuestionStep.Answered)
    def _answered(self, message: QuestionStep.Answered) -> None:
        message.stop()
        if self.job is not None:
            self.job.given[message.key] = message.value
            self._ask(self.job)

    def _back_from_question(self) -> None:
        """Go to the question before; from the first one to the file."""
        if self.job is not None and self.job.given:
            self.job.given.popitem()
            self._ask(self.job)
        else:
            self.begin_again()

    def action_ask_again(self) -> None:
        """Ask what was answered before."""
        if self.step == "items" and not self.is_done and self.job is not None:
            self.job.ask_again()
            self._read(self.job)

    # -- the dry run -------------------------------------------------------------------------------

    def action_only(self, only: str) -> None:
        """List one outcome alone."""
        if self.step == "items":
            self.items.filter(only)

    async def action_look_closer(self) -> None:
        """Show the row of the file; at a question, go on."""
        if self.step == "question":
            self.query_one(QuestionStep).enter()
        number = self.items.list.chosen if self.step == "items" else None
        if number is None or self.job is None or self.job.plan is None:
            return
        closer = await self.ask(look_closer, self.job.plan, number)
        if closer is not None:
            self.app.push_screen(ItemDialog(closer))

    def action_keep_others(self) -> None:
        """Keep other sports as factors, or leave them out again."""
        if self.step == "items" and not self.is_done and self.job is not None:
            self._work(self.job, "Comparing with the journal", partial(self._keep, self.job))

    async def _keep(self, job: ImportJob) -> None:
        try:
            plan = await job.keep(not job.keep_others)
        except JournalError as error:
            self.begin_again(error)
            return
        if plan is not None:
            self.show_plan(plan)

    def action_import_now(self) -> None:
        """Import, after a question."""
        if self.step == "items" and not self.is_done and self.job is not None:
            start_worker(self, partial(writing.confirm_and_run, self, self.job), group="form")

    async def action_save(self) -> None:
        """Import: the key that saves elsewhere."""
        self.action_import_now()

    def action_take_back(self) -> None:
        """Take back the import just done, or the past one that one is on."""
        if (self.step == "items" and self.is_done) or self.focused is self.files.past:
            chosen: Import | None = self.files.past.chosen if self.step == "file" else None
            start_worker(self, partial(writing.take_back, self, chosen), group="form")

    def own_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys that work here and have no command."""
        return (("Tab", "complete the path"), ("1 to 9", "answer a question"))
