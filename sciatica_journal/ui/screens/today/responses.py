"""How runs settled: a row for each run of the day before, one quiet row for earlier ones without an answer."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.wording import morning_facts, short_run
from sciatica_journal.ui.messages import RowActivated
from sciatica_journal.ui.screens.today.rows import RESPONSES, run_words
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.row import ValueRow

RESPONSE_PREFIX: Final = "response:"


SETTLING: Final = "your usual; above it but easing; clearly worse"
"""What the three answers mean, in their order."""


class ResponseRow(ChoiceRow):
    """Asks by letters how a run settled; Enter opens what can be added to that."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    def __init__(self, run: Run, unit: str) -> None:
        more = morning_facts(run)[0 if run.response is None else 1 :]
        title = " · ".join((run_words(run, unit), *more))
        super().__init__(RESPONSE_PREFIX + run.id, "Yesterday", RESPONSES, title=title, moves_on=True)
        self.run_id = run.id
        self.second_label = " morning"
        self.hint = SETTLING if run.response is None else "↵ how far down, how long"
        self.set_reactive(ValueRow.value, run.response)

    def action_open(self) -> None:
        """Open what can be added."""
        self.post_message(RowActivated("morning", self.run_id))


def waiting_row(runs: Sequence[Run], unit: str) -> OpenRow:
    """Return the one row about earlier runs that have no answer yet; it opens the latest of them."""
    latest = runs[0]
    more = f" (and {len(runs) - 1} more)" if len(runs) > 1 else ""
    words = f"{short_day(latest.date)}, {short_run(latest, unit)[0]}: the morning after?{more}"
    return OpenRow("Earlier", "waiting", [(words, "$text-muted")], hint="↵ say how it settled, or leave it")
