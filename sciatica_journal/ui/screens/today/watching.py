"""What is looked up for each day that Today shows, once the first paint is done."""

from typing import TYPE_CHECKING

from sciatica_journal.ui.screens.today.offer_line import watch_offers
from sciatica_journal.ui.screens.today.safety_row import watch_safety

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.screen import TodayScreen


def watch_today(screen: "TodayScreen") -> None:
    """Watch for what safety asks for, and then for the one quiet offer."""
    watch_safety(screen)
    watch_offers(screen)
