"""What came of a red flag: what closes it, what one was told, and whether one may run."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import ClassVar, Final

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.dates import parse_day, short_day
from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.labels import GREEN_LIGHT_LABELS
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.entries.drafting import discard_draft
from sciatica_journal.services.safety.flags import OUTCOMES, open_notices
from sciatica_journal.services.safety.outcomes import Told, all_open, record_told
from sciatica_journal.services.safety.reopening import Closed, closed_lately, reopen
from sciatica_journal.services.safety.wording import asking_words, safety_words
from sciatica_journal.ui.dialogs.date_line import DateLine
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.form import FormDialog
from sciatica_journal.ui.dialogs.record_fields import Refused
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.tick_row import TickRow

_OUTCOMES: Final = {
    "seen_cleared": "cleared when seen", "seen_treated": "treatment goes on", "by_mistake": "mistaken entry",
    "gone": "went away",
}  # fmt: skip
_FLAG: Final = "flag:"
_REOPEN: Final = "reopen:"
_DRAFT: Final = "outcome"


class OutcomeDialog(FormDialog[bool]):
    """Records what came of the open red flags, all of them or those ticked, and takes an outcome of the last days back.

    Answers True where any flag is closed or open again now.
    """

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("safety")]
    HELP_PAGE: ClassVar[str] = "redflags"
    FIRST: ClassVar[str] = "outcome"

    def __init__(self) -> None:
        super().__init__("What came of it", date.min, _DRAFT, {})
        self.words = asking_words("outcome")
        self._triggers: tuple[str, ...] = ()
        self._lately: tuple[Closed, ...] = ()

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what is open, the outcomes and what one was told."""
        self.day = self.journal_app.journal.session.today()
        self.initial.update({"on": self.day.isoformat(), "keep": "yes"})
        yield Static(id="outcome-open")
        yield Vertical(id="outcome-flags")
        with Vertical(id="outcome-fields"):
            yield ChoiceRow("outcome", "Outcome", _OUTCOMES, title=self.words["title"], moves_on=True)
            yield Static(Content(self._sentence("outcome_why")), classes="why", id="outcome-gone")
            with Vertical(id="outcome-seen"):
                yield Labelled("Told", FormArea("told", self._sentence("outcome_example")))
                yield Labelled("Seen on", DateLine("on", self.day))
                yield TickRow("keep", self.words["keep"])
                yield ChoiceRow("run", "Running", GREEN_LIGHT_LABELS, title=self.words["run"])
                yield Labelled("Limits", FormLine("limits", self.words["limits"]))
        yield Vertical(id="outcome-closed")

    def _sentence(self, name: str, items: str = "") -> str:
        return safety_words(self.journal_app.journal.session, name, items)

    async def on_mount(self) -> None:
        """Say what is open; where nothing is, there is nothing to record."""
        notices = await self.ask(all_open) or ()
        self._triggers = tuple(dict.fromkeys(notice.trigger for notice in notices))
        names = "; ".join(dict.fromkeys(notice.items for notice in notices))
        said = self._sentence("outcome_open", names) if notices else self._sentence("outcome_none")
        self.query_one("#outcome-open", Static).update(Content(said + "\n"))
        self.query_one("#outcome-fields").display = bool(notices)
        if not notices:
            self.query_one(".dialog").border_subtitle = self.key_line("Esc")
        if len(notices) > 1:
            self.initial.update({_FLAG + notice.trigger: "yes" for notice in notices})
            await self.query_one("#outcome-flags").mount_all(
                TickRow(_FLAG + notice.trigger, notice.title) for notice in notices
            )
        await self._list_closed()
        await super().on_mount()
        self._show_fields()
        if self._lately and not self._triggers:
            self.query("#outcome-closed TickRow").first().focus()

    async def _list_closed(self) -> None:
        """List what was closed lately, for whoever closed it by mistake."""
        self._lately = await self.ask(closed_lately) or ()
        if self._lately:
            self.initial.update({_REOPEN + one.trigger: "" for one in self._lately})
            rows = [TickRow(_REOPEN + one.trigger, _told_of(one)) for one in self._lately]
            heading = Static(Content(self.words["closed"]), classes="why")
            await self.query_one("#outcome-closed").mount_all([heading, *rows])

    def edited(self) -> None:
        """Ask only what the outcome makes sense of."""
        super().edited()
        self._show_fields()

    def _show_fields(self) -> None:
        state = self.state()
        self.query_one("#outcome-gone").display = state["outcome"] == "gone"
        self.query_one("#outcome-seen").display = state["outcome"].startswith("seen")
        # Where one stands rests on an examination: without one the answer would be taken and forgotten.
        keep = bool(state["keep"])
        self.query_one("#run").display = keep
        limits = self.query_one("#limits").parent
        if limits is not None:
            limits.display = keep and state["run"] == "limits"

    def action_confirm(self) -> None:
        """Record the outcome chosen; "it went away" leaves everything open, and says so.

        What is ticked to be opened again comes first, and alone.
        """
        chosen = self.state()["outcome"]
        again = [one.trigger for one in self._lately if self.state().get(_REOPEN + one.trigger)]
        if again:
            start_worker(self, partial(self._reopen, again), exclusive=True)
        elif not self._triggers:
            self.leave(False)
        elif chosen == "gone":
            self.notify(self.words["stays"], markup=False, timeout=8)
            start_worker(self, self._leave_open, exclusive=True)
        else:
            try:
                told = self._told()
            except Refused as refused:
                self.refuse(refused)
                return
            start_worker(self, partial(self._record, told), exclusive=True)

    def _told(self) -> Told:
        """Return what the form holds. Raises Refused."""
        state = self.state()
        outcome = next((one for one in OUTCOMES if one == state["outcome"]), None)
        if outcome is None:
            raise Refused("outcome", InvalidValue(self._sentence("outcome_choose")))
        ticked = [one for one in self._triggers if state.get(_FLAG + one, "yes")]
        if not ticked:
            raise Refused("outcome", InvalidValue(self.words["which"]))
        try:
            seen_on = parse_day(state["on"], self.day) if state["on"].strip() else None
        except InvalidValue as error:
            raise Refused("on", error) from error
        limits = one_line(state["limits"]) if state["run"] == "limits" else ""
        told = state["told"].strip()
        return Told(outcome, ticked, told, seen_on, state["run"] or None, limits, bool(state["keep"]))

    async def _record(self, told: Told) -> None:
        try:
            closed = await self.journal_app.journal.call(record_told, told)
            await self._drop_draft()
        except JournalError as error:
            self.report(error)
            return
        self.leave(closed > 0)

    async def _reopen(self, triggers: list[str]) -> None:
        try:
            await self.journal_app.journal.call(reopen, triggers)
            notices = await self.journal_app.journal.call(open_notices)
            await self._drop_draft()
        except JournalError as error:
            self.report(error)
            return
        self.leave(True)
        self.journal_app.answer_notices(tuple(notice for notice in notices if notice.trigger in triggers))

    async def _leave_open(self) -> None:
        await self._drop_draft()
        self.leave(False)

    async def _drop_draft(self) -> None:
        if self.keeper is not None:
            self.keeper.drop()
        await self.journal_app.journal.call(discard_draft, _DRAFT)


def _told_of(closed: Closed) -> str:
    """Return a closed flag as one line: what it was, and what was recorded when."""
    return f"{closed.title} ({short_day(closed.on)}: {_OUTCOMES.get(closed.outcome, closed.outcome)})"
