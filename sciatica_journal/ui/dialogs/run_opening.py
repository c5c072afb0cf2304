"""Opening the form of a run with what it needs to know: the caution, the runs before, the shoes named before."""

from sciatica_journal.domain.run import Run
from sciatica_journal.services.running.card import card_of
from sciatica_journal.ui.dialogs.run import RunDialog
from sciatica_journal.ui.journal_screen import JournalScreen


async def run_dialog(screen: JournalScreen[None], run: Run, *, new: bool, draft: str | None = None) -> RunDialog:
    """Return the form of a run; `draft` names the draft of one that does not begin empty."""
    card = await screen.ask(card_of, run.date, run.id)
    unit = screen.journal_app.settings.units
    known = {} if card is None else card._asdict()
    return (
        RunDialog(run, unit, new=new, **known) if draft is None else RunDialog(run, unit, new=new, draft=draft, **known)
    )
