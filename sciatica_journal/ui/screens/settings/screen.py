"""The settings: each change is checked, saved and in force at once."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.commands import Place
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.settings import Settings
from sciatica_journal.domain.zones import matching_zones
from sciatica_journal.services.journal import health
from sciatica_journal.services.safety.notice import number_of, urgent_of
from sciatica_journal.services.safety.profile import load_profile
from sciatica_journal.services.settings.changing_settings import change_settings
from sciatica_journal.ui.applying_settings import apply_settings
from sciatica_journal.ui.messages import FieldChanged, RowActivated, RowLeft, TextEdited
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.settings.text_row import SettingLine, TextRow
from sciatica_journal.ui.screens.settings.words import (
    KEYS_WORDS,
    files_words,
    number_words,
    pain_words,
    problem_words,
    shown,
    theme_words,
    urgent_words,
)
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.row import Row
from sciatica_journal.ui.widgets.top_bar import TopBar

CHOICES: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "mode": ("Mode", {"full": "full", "light": "light"}),
    "units": ("Distance", {"km": "km", "mi": "miles"}),
    "week_starts": ("Week", {"monday": "Monday", "sunday": "Sunday"}),
    "bell": ("Bell", {"on": "on", "off": "off"}),
    "countdown": ("Delay", {"on": "5 s, then it starts", "off": "none"}),
}
TEXTS: Final[dict[str, tuple[str, str, str]]] = {
    "day_ends": ("Day ends", "03:00", "What you write before this time belongs to the evening before."),
    "home_zone": ("Zone", "the computer's own", "Type a city: Vienna is enough. Empty: the computer's own zone."),
    "region": ("Country", "not set", "Two letters, such as GB or US, for the emergency number. Empty: your system's."),
    "emergency_number": ("Number", "the number of your country", ""),
    "urgent_number": ("Same day", "your doctor or urgent-care line", ""),
    "contacts": (
        "Contacts", "nobody yet",
        "People to call when it is too much: Anna 0660 1234; Dr Berg 01 555. Shown on the support page.",
    ),
}  # fmt: skip
KEYS: Final = (("↵", "change"), ("← →", "choose another"), ("Esc", "go to Today; in a text, leave it as it was"))


class SettingsScreen(PlaceScreen):
    """One row a setting. What is refused is said in words below its row, with what stays instead."""

    CSS_PATH: ClassVar = sheet("steps")
    PLACE: ClassVar[Place] = "row"
    NAME: ClassVar[str] = "settings"
    HELP_PAGE: ClassVar[str] = "settings"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def compose_place(self) -> ComposeResult:
        """Compose the rows by topic."""
        with VerticalScroll(id="settings", can_focus=False):
            if self.journal_app.problems:
                yield _topic("Not used")
                yield Static(problem_words(self.journal_app.problems), id="problems", classes="about")
            yield _topic("Look")
            yield OpenRow("Theme", "theme", [], hint="↵ choose, with a preview")
            yield _topic("Your days")
            for field in ("units", "week_starts", "mode"):
                label, choices = CHOICES[field]
                yield ChoiceRow(field, label, choices, optional=False)
            yield Static(
                Content("Light leaves out pain ratings, places, sleep, painkillers and what you count."),
                classes="about",
            )
            yield from _text_rows("day_ends", "home_zone")
            yield _topic("If you need help")
            yield OpenRow("Your pain", "pain", [], hint="↵ see and change your answers")
            yield from _text_rows("region", "emergency_number", "urgent_number", "contacts")
            yield _topic("A timed run")
            yield ChoiceRow("bell", *CHOICES["bell"], optional=False)
            yield ChoiceRow("countdown", *CHOICES["countdown"], optional=False)
            yield _topic("Keys")
            yield Static(Content(KEYS_WORDS), id="keys", classes="about")
            yield _topic("Your files")
            yield OpenRow(
                "Import", "import", [("from other programs, after a dry run", "$foreground")], hint="↵ choose"
            )
            yield OpenRow("Export", "export", [("to JSON lines, CSV or Markdown", "$foreground")], hint="↵ choose")
            yield Static(id="files")

    async def on_mount(self) -> None:
        """Show what is set."""
        self._row("home_zone").suggest(_ZoneSuggester())
        self.query_one(Row).focus()
        await self._show_all()

    async def on_screen_resume(self) -> None:
        """Show what other places changed, such as the theme."""
        if self.query("#files"):
            await self._show_all()

    async def on_screen_suspend(self) -> None:
        """Save what is typed before another place is shown."""
        await self.flush()

    def _row(self, field: str) -> TextRow:
        return self.query_one(f"#row-{field}", TextRow)

    # -- showing -----------------------------------------------------------------------------------

    async def _show_all(self) -> None:
        self._show(self.journal_app.settings)
        profile, found = await self.ask(load_profile), await self.ask(health.where)
        if profile is not None:
            self.query_one("#open-pain", OpenRow).show([(pain_words(profile), "$foreground")])
        if found is not None:
            self.query_one("#files", Static).update(files_words(found))

    def _show(self, settings: Settings) -> None:
        words = theme_words(settings.theme, self.app.theme)
        self.query_one("#open-theme", OpenRow).show([(words, "$foreground")])
        for field in CHOICES:
            self.query_one(f"#{field}", ChoiceRow).value = getattr(settings, field)
        for field in TEXTS:
            self._row(field).show(shown(settings, field))
        self._row("emergency_number").about = number_words(number_of(self.journal_app.journal.session))
        self._row("emergency_number").say()
        self._row("urgent_number").about = urgent_words(urgent_of(self.journal_app.journal.session))
        self._row("urgent_number").say()

    # -- changing ----------------------------------------------------------------------------------

    @on(FieldChanged)
    async def _chosen(self, message: FieldChanged) -> None:
        message.stop()
        try:
            await self._change(message.field, str(message.value))
        except JournalError as error:
            self.report(error)
            self._show(self.journal_app.settings)

    async def _change(self, field: str, text: str) -> None:
        settings = await self.journal_app.journal.call(change_settings, field, text)
        await apply_settings(self.journal_app, settings)
        self._show(settings)
        self.query_one(TopBar).state_text = "● saved"

    @on(TextEdited)
    def _edited(self, message: TextEdited) -> None:
        message.stop()
        found = matching_zones(message.text) if message.field == "home_zone" else ()
        self._row(message.field).say(", ".join(found))

    @on(SettingLine.Left)
    async def _line_left(self, message: SettingLine.Left) -> None:
        message.stop()
        row = self._row(message.field)
        if not message.keep:
            row.close(focus=True)
            row.show(shown(self.journal_app.settings, row.field))
            row.say()
        elif await self._take(row):
            row.close(focus=True)

    @on(events.DescendantBlur)
    async def _blurred(self, event: events.DescendantBlur) -> None:
        """Save a text that one goes away from; of one that is refused, the words below tell."""
        row = self._row(event.widget.field) if isinstance(event.widget, SettingLine) else None
        if row is None or not row.editing or not self.app.app_focus:
            return
        await self._take(row)
        row.close(focus=False)
        row.show(shown(self.journal_app.settings, row.field))

    async def _take(self, row: TextRow) -> bool:
        """Save a text that was changed. Returns whether it could be kept."""
        before = shown(self.journal_app.settings, row.field)
        if row.line.value.strip() == before:
            row.say()
            return True
        try:
            await self._change(row.field, row.line.value)
        except JournalError as error:
            row.say(f"{error} {f'{before} stays.' if before else 'It stays unset.'}", wrong=True)
            return False
        row.line.show(shown(self.journal_app.settings, row.field), force=True)
        row.say()
        return True

    async def flush(self) -> None:
        """Save what is typed."""
        for row in self.query(TextRow):
            if row.editing:
                await self._take(row)

    async def action_save(self) -> None:
        """Save what is typed."""
        await self.flush()

    # -- moving ------------------------------------------------------------------------------------

    @on(RowActivated)
    async def _activated(self, message: RowActivated) -> None:
        message.stop()
        if message.name == "theme":
            await self.run_action("app.change_theme")
        elif message.name == "pain":
            from sciatica_journal.ui.screens.welcome.pain import PainScreen

            self.app.push_screen(PainScreen())
        elif message.name in ("import", "export"):
            await self.run_action(f"{message.name}_files")
        else:
            self._row(message.name).open()

    def action_leave(self) -> None:
        """Go to Today."""
        self.journal_app.go_to("today")

    def own_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys that work here."""
        return KEYS

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        stops = [stop for stop in self.query("Row, SettingLine") if _is_shown(stop)]
        if not self.go_to_neighbour(stops, message.step):
            self.query_one("#settings", VerticalScroll).scroll_relative(y=4 * message.step, animate=False)


class _ZoneSuggester(Suggester):
    """Offers the rest of a zone's name behind the cursor; Right takes it."""

    def __init__(self) -> None:
        super().__init__(case_sensitive=False)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first zone that begins with what is typed."""
        return next((name for name in matching_zones(value) if name.lower().startswith(value)), None)


def _is_shown(stop: Widget) -> bool:
    return stop.display and (not isinstance(stop.parent, Widget) or stop.parent.display)


def _text_rows(*fields: str) -> ComposeResult:
    for field in fields:
        yield TextRow(field, *TEXTS[field])


def _topic(words: str) -> Static:
    return Static(Content(words), classes="topic")
