"""A timed run that was not ended, because the program was: go on, or end it where it was."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.running.intervals import LONGEST
from sciatica_journal.services.running.timing import TimedRun, drop_timed, find_timed
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.screens.timed_run.card import form_draft
from sciatica_journal.ui.screens.timed_run.words import clock_text, plan_text

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen

GO_ON, FROM_THERE, END, DROP = "go on", "from there", "end", "drop"


class UnfinishedDialog(Dialog[str]):
    """Says until when the time ran; `away` is what the clock would say if the time since counts, None: it does not."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "choose"), ("Esc", "decide later"))
    HELP_PAGE: ClassVar[str] = "timer"

    def __init__(self, timed: TimedRun, at_last: float, away: float | None) -> None:
        super().__init__("A timed run was not ended")
        self.timed = timed
        there = clock_text(at_last)
        self.choices = {FROM_THERE: f"Go on from {there}", END: f"End it at {there}: the form of the run opens"}
        if away is not None:
            self.choices = {GO_ON: f"Go on at {clock_text(away)}: the time since counts"} | self.choices
        self.choices[DROP] = "Throw it away"

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what it was and what can be done."""
        seen = self.timed.seen
        last = f", last kept {seen:%H:%M}" if seen is not None else ""
        what = f"{short_day(self.timed.day)}: {plan_text(self.timed.timing.intervals)}{last}"
        yield Static(Content(what), id="detail")
        yield PickList()

    def on_mount(self) -> None:
        """Begin at the first answer."""
        answers = self.query_one(PickList)
        answers.show([Content(words) for words in self.choices.values()])
        self.begin(answers)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.leave(list(self.choices)[event.option_index])

    def action_confirm(self) -> None:
        """Answer with the marked line."""
        self.query_one(PickList).action_select()


async def what_is_left(screen: "TimedRunScreen") -> tuple[TimedRun | None, bool] | None:
    """Return a timed run that was not ended, as it is to go on, and whether it is to end at once; None: not decided.

    One that this window itself times goes on without a question.
    """
    timed = await screen.ask(find_timed)
    if timed is None or timed.window == screen.journal_app.journal.session.window:
        return timed, False
    now, last = screen.now(), timed.at_last()
    elapsed = timed.timing.elapsed(now)
    away = None if timed.timing.is_paused or elapsed >= LONGEST else elapsed
    answer = await screen.app.push_screen_wait(UnfinishedDialog(timed, last.timing.elapsed(now), away))
    if answer == GO_ON:
        return timed, False
    if answer == FROM_THERE:
        return replace(last, timing=last.timing.going_on(screen.now())), False
    if answer == DROP:
        await screen.ask(drop_timed, form_draft(timed))
        return None, False
    return (last, True) if answer == END else None
