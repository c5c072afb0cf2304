"""What stands above the first row of a dialog that scrolls is shown together with that row."""

from typing import Any

from textual import events
from textual.widget import Widget

from sciatica_journal.ui.dialogs.base import Dialog


def show_above(dialog: Dialog[Any], event: events.DescendantFocus, first: Widget | None) -> None:
    """Scroll to the top where the focus went to the first row."""
    if event.widget is first:
        dialog.call_after_refresh(dialog.query_one(".dialog").scroll_home, animate=False)
