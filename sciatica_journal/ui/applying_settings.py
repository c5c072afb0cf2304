"""Putting changed settings in force in the running app."""

from typing import TYPE_CHECKING

from sciatica_journal.domain.settings import Settings

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp


async def apply_settings(app: "JournalApp", settings: Settings) -> None:
    """Show every place by the new settings. Places that are not open are built by them when they are next opened."""
    before, app.settings = app.settings, settings
    today = app.today_screen
    today.set_class(settings.mode == "light", "-light")
    if settings.units != before.units:
        await today.finish()
        await today.recompose()
        await today.show_day(today.day)
        today.set_focus(today.query_one("#function"))
    shown = ("units", "week_starts", "mode")
    if app.current_mode != "history" and any(getattr(settings, name) != getattr(before, name) for name in shown):
        await app.remove_mode("history")
        app.add_mode("history", app.MODES["history"])
