"""What the keys of the practices do on Today."""

from textual.screen import Screen

from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.screens.today.reflecting import Reflecting


class PracticeActions(Screen[None]):
    """The actions around the practice of the reflection pane."""

    reflecting: Reflecting

    async def action_another_practice(self) -> None:
        """Offer another practice."""
        await self.reflecting.another()

    def action_about_practice(self) -> None:
        """Show where the practice comes from."""
        self.reflecting.about()

    def action_choose_practice(self) -> None:
        """Choose from all practices."""
        start_worker(self, self.reflecting.choose, exclusive=True, group="form")

    async def action_keep_or_let_go(self) -> None:
        """Choose the other: keep the words, or let them go."""
        await self.reflecting.keep_or_let_go()
