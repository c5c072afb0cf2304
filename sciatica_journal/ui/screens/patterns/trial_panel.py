"""The coin-flip trial in Patterns: what is compared, how far it is, what it came to. The one card with a because."""

from textual.content import Content
from textual.widgets import Static

from sciatica_journal.services.trial.telling import told
from sciatica_journal.services.trial.view import TrialView
from sciatica_journal.services.trial.words import trial_words
from sciatica_journal.ui.widgets.row import Part


class TrialPanel(Static):
    """Shows a view of the service; a click does what the key of the trial does. It cannot have the focus."""

    DEFAULT_CSS = """
    TrialPanel {
        height: auto; width: 1fr; padding: 0 1 1 1; border-top: solid $border-blurred; border-title-align: left;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="trial", classes="section")

    def on_mount(self) -> None:
        """Name the section."""
        self.border_title = Content.styled(trial_words()["setup"]["title"], "bold $text-accent")

    def show(self, view: TrialView | None, key: str = "t") -> None:
        """Show the trial, None for none yet; `key` opens what can be done about it."""
        said, words = told(view), trial_words()["setup"]
        does = words["begin" if view is None else "again" if view.is_over else "see_to"]
        parts: list[Part] = [(said.head, "" if view is None else "bold")]
        if said.today:
            parts.append((f"\n{said.today}", "$text-primary"))
        for line in said.lines:
            parts.append((f"\n{line}", "bold $text-primary" if line == said.answer else "$text-muted"))
        parts += [("\n", ""), (key, "bold $text-accent"), (f" {does}", "$text-muted")]
        self.update(Content.assemble(*parts))

    async def on_click(self) -> None:
        """Do what the key does."""
        await self.screen.run_action("trial")
