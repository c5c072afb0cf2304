"""Choosing a theme: each is shown as one moves to it."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from sciatica_journal.domain.settings import AUTO_THEME
from sciatica_journal.services.settings.changing_settings import change_settings
from sciatica_journal.ui.applying_settings import apply_settings
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.themes import OWN_THEMES, default_theme, suited

_TERMINAL: Final = ("ansi-dark", "ansi-light")


def theme_names(available: Iterable[str]) -> list[str]:
    """Return the themes in the order of the list: our own, the automatic choice, the terminal's, all others."""
    first = [*(theme.name for theme in OWN_THEMES), AUTO_THEME, *_TERMINAL]
    return [*first, *sorted(name for name in available if name not in first)]


class ThemeDialog(Dialog[None]):
    """Enter keeps the theme one is on, Escape puts the old one back."""

    HELP_PAGE: ClassVar[str] = "settings"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑↓", "look"), ("↵", "keep"), ("Esc", "as before"))
    CLICKS: ClassVar[dict[str, str]] = {**Dialog.CLICKS, "↵": "screen.save"}

    def __init__(self) -> None:
        super().__init__("Theme")
        self.names: list[str] = []
        self._before = ""
        self._kept = False

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the list."""
        yield PickList()

    def on_mount(self) -> None:
        """Begin at the theme that was chosen."""
        app = self.journal_app
        self._before = app.theme
        self.names = theme_names(app.available_themes)
        wanted = app.settings.theme
        at = self.names.index(wanted) if wanted in self.names else self.names.index(self._before)
        names = self.query_one(PickList)
        names.show([self._line(name) for name in self.names], at)
        self.begin(names)

    def _line(self, name: str) -> Content:
        return Content.assemble((name.ljust(22), "$foreground"), (self._described(name), "$text-muted"))

    def _described(self, name: str) -> str:
        own = {theme.name: f"the journal's own, {'dark' if theme.dark else 'light'}" for theme in OWN_THEMES}
        if name == AUTO_THEME:
            return f"by terminal: {self._automatic()}"
        if name in _TERMINAL:
            return f"the terminal's colours, {name.removeprefix('ansi-')}"
        return own.get(name) or ("dark" if self.app.available_themes[name].dark else "light")

    def _automatic(self) -> str:
        return default_theme(self.journal_app.environ, self.app.console.color_system)

    @on(OptionList.OptionHighlighted)
    def _look(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        name = self.names[event.option_index]
        app = self.journal_app
        self.app.theme = (
            self._automatic() if name == AUTO_THEME else suited(name, app.environ, app.console.color_system)
        )

    @on(OptionList.OptionSelected)
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self._keep(self.names[event.option_index])

    async def _keep(self, name: str) -> None:
        settings = await self.ask(change_settings, "theme", name)
        if settings is not None:
            await apply_settings(self.journal_app, settings)
            self._kept = True
            self.leave()

    def action_confirm(self) -> None:
        """Keep the theme one is on."""
        self.query_one(PickList).action_select()

    def action_change_theme(self) -> None:
        """It is open already."""

    def on_unmount(self) -> None:
        """Put the old theme back unless another was kept, however the dialog goes away."""
        if not self._kept and self._before and self.app.is_running:
            self.app.theme = self._before
