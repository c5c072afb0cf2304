"""The settings: each change is checked, saved and in force at once."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.settings import AUTO_THEME, Settings
from sciatica_journal.domain.zones import matching_zones
from sciatica_journal.services import health
from sciatica_journal.services.changing_settings import change_settings
from sciatica_journal.services.notice import number_of
from sciatica_journal.services.storage_thread import StorageThread
from sciatica_journal.ui.applying_settings import apply_settings
from sciatica_journal.ui.messages import FieldChanged, RowActivated, RowLeft, TextEdited
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.settings.files import files_words, keys_words
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.row import Row
from sciatica_journal.ui.widgets.top_bar import TopBar
from sciatica_journal.ui.widgets.writing import WritingLine

CHOICES: dict[str, tuple[str, dict[str, str]]] = {
    "mode": ("Mode", {"full": "full", "light": "light"}),
    "units": ("Distance", {"km": "km", "mi": "miles"}),
    "week_starts": ("Week", {"monday": "monday", "sunday": "sunday"}),
}
TEXTS: dict[str, tuple[str, str, str]] = {
    "day_ends": ("Day ends", "03:00", "What you write before this time belongs to the evening before."),
    "home_zone": ("Zone", "the computer's own", "Type a city: Vienna is enough. Empty: the computer's own zone."),
    "region": ("Country", "two letters: GB, US, AU", "For the emergency number. Empty: 112 or your local number."),
    "emergency_number": ("Number", "the number of your country", ""),
}


class SettingsScreen(PlaceScreen):
    """One row a setting. What is refused is said in words below its row, and what was typed stays."""

    CSS_PATH: ClassVar = sheet("steps")
    NAME: ClassVar[str] = "settings"
    HELP_PAGE: ClassVar[str] = "settings"

    def compose_place(self) -> ComposeResult:
        """Compose the rows by topic."""
        with VerticalScroll(id="settings", can_focus=False):
            yield _topic("Look")
            yield OpenRow("Theme", "theme", [], hint="↵ choose, with a preview")
            yield _topic("Your days")
            for field in ("units", "week_starts", "mode"):
                label, choices = CHOICES[field]
                yield ChoiceRow(field, label, choices, optional=False)
            yield _about("mode", "Light asks how much of what mattered was possible, and keeps the safety questions.")
            yield from _text_rows("day_ends", "home_zone")
            yield _topic("If you need help")
            yield from _text_rows("region", "emergency_number")
            yield _topic("Keys")
            yield Static(id="keys", classes="about")
            yield _topic("Your files")
            yield Static(id="files", classes="about")

    async def on_mount(self) -> None:
        """Show what is set."""
        self.query_one("#home_zone", WritingLine).suggester = _ZoneSuggester()
        self._show(self.journal_app.settings)
        self.query_one(Row).focus()
        await self._show_files()

    async def on_screen_resume(self) -> None:
        """Show what other places changed, such as the theme."""
        if self.query("#settings"):
            self._show(self.journal_app.settings)

    async def on_screen_suspend(self) -> None:
        """Save what is typed before another place is shown."""
        await self.flush()

    # -- showing -----------------------------------------------------------------------------------

    def _show(self, settings: Settings) -> None:
        theme = self.app.theme if settings.theme == AUTO_THEME else settings.theme
        words = f"{theme}, chosen for this terminal" if settings.theme == AUTO_THEME else theme
        self.query_one("#open-theme", OpenRow).show([(words, "$foreground")])
        for field in CHOICES:
            self.query_one(f"#{field}", ChoiceRow).value = getattr(settings, field)
        for field in TEXTS:
            line = self.query_one(f"#{field}", WritingLine)
            if not line.has_focus:
                line.show(shown(settings, field))
        self._show_number()
        self.query_one("#keys", Static).update(keys_words(self.journal_app.problems))

    def _show_number(self) -> None:
        number = number_of(self.journal_app.journal.session)
        self._say(
            "emergency_number", f"In an emergency the journal says: call {number}. Please check that it is right."
        )

    async def _show_files(self) -> None:
        found = await self.ask(health.where)
        if found is not None:
            self.query_one("#files", Static).update(files_words(found))

    def _say(self, field: str, words: str, *, wrong: bool = False) -> None:
        said = self.query_one(f"#about-{field}", Static)
        said.update(Content(f"✗ {words}" if wrong else words))
        said.set_class(wrong, "-wrong")

    # -- changing ----------------------------------------------------------------------------------

    @on(FieldChanged)
    async def _chosen(self, message: FieldChanged) -> None:
        message.stop()
        await self._change(message.field, str(message.value))

    @on(TextEdited)
    def _edited(self, message: TextEdited) -> None:
        message.stop()
        if message.field == "home_zone":
            found = matching_zones(message.text)
            self._say("home_zone", ", ".join(found) if found else TEXTS["home_zone"][2])

    @on(events.DescendantBlur)
    async def _left(self, event: events.DescendantBlur) -> None:
        if isinstance(event.widget, WritingLine):
            await self._take(event.widget)

    async def _take(self, line: WritingLine) -> None:
        """Save a text that was changed."""
        if line.value.strip() != shown(self.journal_app.settings, line.field):
            await self._change(line.field, line.value)
        elif self.query_one(f"#about-{line.field}").has_class("-wrong"):
            self._explain(line.field)

    async def _change(self, field: str, text: str) -> None:
        storage: StorageThread = self.journal_app.journal
        try:
            settings = await storage.call(change_settings, field, text)
        except JournalError as error:
            if field in TEXTS:
                self._say(field, f"{error} The setting stays as it was.", wrong=True)
            else:
                self.report(error)
                self._show(self.journal_app.settings)
            return
        await apply_settings(self.journal_app, settings)
        if field in TEXTS:
            self.query_one(f"#{field}", WritingLine).show(shown(settings, field))
            self._explain(field)
        self._show(settings)
        self.query_one(TopBar).state_text = "● saved"

    def _explain(self, field: str) -> None:
        if field == "emergency_number":
            self._show_number()
        else:
            self._say(field, TEXTS[field][2])

    async def flush(self) -> None:
        """Save what is typed."""
        if isinstance(self.focused, WritingLine):
            await self._take(self.focused)

    async def action_save(self) -> None:
        """Save what is typed."""
        await self.flush()

    # -- moving ------------------------------------------------------------------------------------

    @on(RowActivated)
    async def _activated(self, message: RowActivated) -> None:
        message.stop()
        await self.run_action("app.change_theme")

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        stops: list[Widget] = list(self.query("Row, WritingLine"))
        if self.focused in stops:
            place = stops.index(self.focused) + message.step
            if 0 <= place < len(stops):
                self.set_focus(stops[place])
            else:
                self.query_one("#settings", VerticalScroll).scroll_relative(y=4 * message.step, animate=False)


class _ZoneSuggester(Suggester):
    """Offers the rest of a zone's name behind the cursor; Right takes it."""

    def __init__(self) -> None:
        super().__init__(case_sensitive=False)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first zone that begins with what is typed."""
        return next((name for name in matching_zones(value) if name.lower().startswith(value)), None)


def shown(settings: Settings, field: str) -> str:
    """Return a setting as it is typed."""
    return f"{settings.day_ends:%H:%M}" if field == "day_ends" else str(getattr(settings, field))


def _text_rows(*fields: str) -> ComposeResult:
    for field in fields:
        label, placeholder, about = TEXTS[field]
        yield Labelled(label, WritingLine(field, placeholder))
        yield _about(field, about)


def _topic(words: str) -> Static:
    return Static(Content(words), classes="topic")


def _about(field: str, words: str) -> Static:
    return Static(Content(words), id=f"about-{field}", classes="about")
