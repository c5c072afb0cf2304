"""What the keys of runs do on Today, beside adding one."""

from textual.screen import Screen

from sciatica_journal.ui.screens.today.forms import open_form
from sciatica_journal.ui.screens.today.responses import ResponseRow


class RunActions(Screen[None]):
    """The actions around the morning after a run, and timing one."""

    def action_morning_after(self) -> None:
        """Say more on how a run settled: the one of the focused row, else of the day before."""
        focused = self.focused
        open_form(self, "morning", focused.run_id if isinstance(focused, ResponseRow) else "")  # type: ignore[arg-type]  # mixed into TodayScreen only

    def action_time_run(self) -> None:
        """Time a walk or a run."""
        from sciatica_journal.ui.screens.timed_run.opening import open_timed_run

        open_timed_run(self.app)  # type: ignore[arg-type]  # the app is JournalApp
