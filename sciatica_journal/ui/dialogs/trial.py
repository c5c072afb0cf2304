"""Setting up a coin-flip trial: two safe options, what is compared, how many draws."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.widget import Widget

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.trial.trial import USUAL_DRAWS
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.trial.actions import Plan, check_plan, usual_outcome
from sciatica_journal.services.trial.words import trial_words
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.form import FormDialog
from sciatica_journal.ui.dialogs.record_fields import Refused
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.prose import Prose
from sciatica_journal.ui.widgets.tick_row import TickRow

_DRAWS: Final = {"20": "20", "40": "40", "60": "60", "80": "80"}
_INITIAL: Final = {
    "option_a": "", "option_b": "", "running": "both", "outcome": "pain", "planned": str(USUAL_DRAWS), "safe": "",
}  # fmt: skip


class TrialDialog(FormDialog[Plan]):
    """Answers with the plan, which holds: both options are said to be safe, and no coin decides about medicine."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("path")]
    HELP_PAGE: ClassVar[str] = "patterns"
    FIRST: ClassVar[str] = "option_a"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("save", "start"), ("↵", "next"), ("Esc", "leave"), ("^n", "start afresh, dropping what is typed"),
    )  # fmt: skip

    def __init__(self, session: Session) -> None:
        self.words = trial_words()
        super().__init__(
            self.words["setup"]["title"], session.today(), "trial", {**_INITIAL, "outcome": usual_outcome(session)}
        )
        self.session = session

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what a trial is, the options and the rest."""
        words = self.words["setup"]
        yield Prose(words["about"], id="asked-about")
        yield Labelled(words["option_a"], FormLine("option_a", words["example_a"]))
        yield Labelled(words["option_b"], FormLine("option_b", words["example_b"]))
        yield ChoiceRow("running", words["running"], words["runnings"], optional=False)
        yield ChoiceRow("outcome", words["outcome"], words["outcomes"], optional=False)
        yield ChoiceRow("planned", words["planned"], _DRAWS, optional=False)
        yield TickRow("safe", words["safe"])

    def build(self, typed: dict[str, str]) -> Plan | None:
        """Return the plan. Raises Refused where it does not hold."""
        said = {**self.initial, **typed}
        plan = Plan(
            said["option_a"], said["option_b"], said["outcome"], said["running"], int(said["planned"]),
            said["safe"] == "yes",
        )  # fmt: skip
        for field in ("option_a", "option_b"):
            if not said[field].strip():
                raise Refused(field, InvalidValue(self.words["setup"]["two"]))
        try:
            check_plan(self.session, plan._replace(safe=True))
        except InvalidValue as error:
            raise Refused("option_b", error) from error
        if not plan.safe:
            raise Refused("safe", InvalidValue(self.words["safe"]["missing"], self.words["setup"]["tick"]))
        return plan
