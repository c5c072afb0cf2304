"""The places of the app by mode. Today is loaded at start, the others when one goes there."""

from collections.abc import Callable
from typing import Any, Final

from textual.screen import Screen

from sciatica_journal.ui.screens.today.screen import TodayScreen


def _history() -> Screen[None]:
    from sciatica_journal.ui.screens.history.screen import HistoryScreen

    return HistoryScreen()


def _patterns() -> Screen[None]:
    from sciatica_journal.ui.screens.patterns.screen import PatternsScreen

    return PatternsScreen()


def _path() -> Screen[None]:
    from sciatica_journal.ui.screens.path.screen import PathScreen

    return PathScreen()


def _guide() -> Screen[None]:
    from sciatica_journal.ui.screens.guide.screen import GuideScreen

    return GuideScreen()


def _settings() -> Screen[None]:
    from sciatica_journal.ui.screens.settings.screen import SettingsScreen

    return SettingsScreen()


PLACES: Final[dict[str, str | Callable[[], Screen[Any]]]] = {
    "today": TodayScreen, "history": _history, "patterns": _patterns, "path": _path, "guide": _guide,
    "settings": _settings,
}  # fmt: skip
