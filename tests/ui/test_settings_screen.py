"""The settings: saved at once, in force at once, refused in words, and never at the cost of the file."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.settings import Settings
from sciatica_journal.domain.zones import matching_zones, zone_names
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.profile import Profile
from sciatica_journal.services.settings.changing_settings import change_settings, with_setting
from sciatica_journal.services.settings.settings_file import load_settings
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.settings.screen import SettingsScreen
from sciatica_journal.ui.screens.settings.text_row import SettingLine
from sciatica_journal.ui.screens.settings.words import pain_words
from sciatica_journal.ui.screens.trouble import TroubleScreen
from sciatica_journal.ui.widgets.page_view import PageView
from tests.ui.harness import opened, screen_text, session_in, settle, with_journal

Clock = Callable[[], datetime]
TALL = (80, 44)


def on_disk(folder: Path) -> Settings:
    settings, problems = load_settings(folder / "settings.toml")
    assert problems == ()
    return settings


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (Profile(), "three questions, not answered"),
        (Profile(leg_worse=False), "answered"),
        (Profile(signs={"numb": "known", "weak": "new"}), "new: weak; long known: numb"),
        (Profile(date(2026, 2, 10), True), "examined 2026-02-10; leg worse than back"),
    ],
)
def test_what_was_said_about_the_pain_in_few_words(profile: Profile, words: str) -> None:
    assert pain_words(profile) == words


async def test_a_choice_is_saved_and_in_force_at_once(tmp_path: Path, clock: Clock) -> None:
    def add_run(session: Session) -> None:
        save_run(session, Run("run-1", session.today(), kind="run", distance_km=10.0), session.today())

    with_journal(tmp_path, clock, add_run)
    async with opened(tmp_path, clock, TALL) as (app, pilot):
        await pilot.press("H")
        await settle(app, pilot)
        app.go_to("settings")
        await settle(app, pilot)
        await pilot.press("down", "m", "down", "s", "down", "l")
        await settle(app, pilot)
        assert app.journal.session.settings == app.settings
        assert on_disk(tmp_path) == Settings(units="mi", week_starts="sunday", mode="light")
        app.go_to("today")
        await settle(app, pilot)
        assert app.screen.has_class("-light")
        assert "6.2 mi run" in screen_text(app)
        app.go_to("history")
        await settle(app, pilot)
        assert "6.2" in screen_text(app)


async def in_settings(app: JournalApp, pilot: Pilot[None], row: str = "") -> None:
    app.go_to("settings")
    await settle(app, pilot)
    if row:
        app.screen.query_one(f"#open-{row}").focus()
        await pilot.pause()


async def test_texts_are_saved_when_one_goes_on(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, TALL) as (app, pilot):
        await in_settings(app, pilot, "home_zone")
        await pilot.press("enter", *"perth")
        await pilot.pause()
        assert "Australia/Perth" in screen_text(app)
        await pilot.press("down", "down", "enter", *"gb", "enter")
        await settle(app, pilot)
        assert on_disk(tmp_path) == Settings(home_zone="Australia/Perth", region="GB")
        assert "call 999 or 112" in screen_text(app)
        await pilot.press("down", "enter", *"144")
        app.go_to("today")
        await settle(app, pilot)
        assert on_disk(tmp_path).emergency_number == "144"


async def test_letters_on_a_text_are_commands_until_enter(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, TALL) as (app, pilot):
        await in_settings(app, pilot, "region")
        await pilot.press("H")
        await settle(app, pilot)
        assert app.current_mode == "history"
        await in_settings(app, pilot, "region")
        await pilot.press("enter", *"FR", "escape")
        await settle(app, pilot)
        assert isinstance(app.screen, SettingsScreen), "Escape leaves the text first"
        assert "FR" not in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.current_mode == "today"
        assert app.settings == Settings()


@pytest.mark.parametrize("going", ["enter", "down"])
async def test_a_refused_value_is_said_in_words_with_what_stays(tmp_path: Path, clock: Clock, going: str) -> None:
    (tmp_path / "settings.toml").write_text('region = "AT"\n', encoding="utf-8")
    async with opened(tmp_path, clock, TALL) as (app, pilot):
        await in_settings(app, pilot, "region")
        await pilot.press("enter", "backspace", "backspace", *"[/x]", going)
        await settle(app, pilot)
        shown = " ".join(screen_text(app).split())
        assert "✗ '[/x]' is not a country code. It has two letters, such as GB, US or AT. AT stays." in shown
        assert ("Country [/x]" in shown) == (going == "enter")
        assert ("Country AT" in shown) == (going == "down")
        assert on_disk(tmp_path) == app.settings == Settings(region="AT")


async def test_help_lists_the_keys_of_the_settings(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 60)) as (app, pilot):
        await in_settings(app, pilot)
        await pilot.press("f1")
        await settle(app, pilot)
        app.screen.query_one(PageView).scroll_end(animate=False)
        await pilot.pause()
        shown = screen_text(app)
        assert "go to Today" in shown
        assert "Keys where no text is being typed" in shown


async def test_problems_files_and_keys_are_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "settings.toml").write_text('units = "parsec"\n[keys]\nundo = "ctlr+x"\n', encoding="utf-8")
    async with opened(tmp_path, clock, (100, 44)) as (app, pilot):
        app.go_to("settings")
        await settle(app, pilot)
        shown = " ".join(screen_text(app).split())
        assert "settings.toml: 2 things were not used." in [each.title for each in app._notifications]
        assert "units is 'parsec'. It is one of: km, mi." in shown
        assert "'ctlr+x' for undo is not a key" in shown
        app.screen.query_one("#settings").scroll_end(animate=False)
        await pilot.pause()
        shown = screen_text(app)
        assert "Backups" in shown
        assert "[keys]" in shown


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (20, 5)])
async def test_it_is_there_at_every_size(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    async with opened(tmp_path, clock, size) as (app, pilot):
        app.go_to("settings")
        await settle(app, pilot)
        await pilot.press(*["down"] * 8)
        assert isinstance(app.screen, SettingsScreen)
        assert app.screen.focused is not None
        assert app.screen.focused.id == "open-emergency_number"
        await pilot.press("enter", *"112")
        assert app.screen.focused.id == "emergency_number"


def test_comments_and_keys_survive_a_change(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# mine\nunits = "km" # short\n[keys]\nundo = "z"\n', encoding="utf-8")
    session = session_in(tmp_path, clock)
    assert change_settings(session, "day_ends", "4:30").day_ends == time(4, 30)
    assert change_settings(session, "units", "mi").units == "mi"
    assert session.settings == load_settings(file)[0]
    text = file.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# short" in text
    assert text.index("day_ends") < text.index("[keys]")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("day_ends", "25:00"), ("day_ends", "13:00"), ("home_zone", "Mars/Base"), ("units", "parsec"), ("mode", ""),
        ("week_starts", "friday"), ("region", "GBR"), ("region", "XX"), ("region", "É1"),
        ("emergency_number", "police"), ("emergency_number", "112 or 144"), ("emergency_number", "-"), ("keys", "x"),
    ],
)  # fmt: skip
def test_what_is_refused_changes_nothing(tmp_path: Path, clock: Clock, name: str, text: str) -> None:
    session = session_in(tmp_path, clock)
    with pytest.raises(InvalidValue):
        change_settings(session, name, text)
    assert session.settings == Settings()
    assert not (tmp_path / "settings.toml").exists()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("day_ends", "4", time(4)), ("day_ends", "4:00", time(4)), ("day_ends", "04.30", time(4, 30)),
        ("region", "at", "AT"), ("region", "uk", "GB"), ("region", "", ""),
        ("emergency_number", "+43 1-40 144", "+43 1-40 144"), ("emergency_number", " 112 ", "112"),
    ],
)  # fmt: skip
def test_what_is_taken(name: str, text: str, value: object) -> None:
    assert getattr(with_setting(Settings(), name, text), name) == value


def test_a_file_that_is_no_toml_is_left_as_it_is(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("units = km", encoding="utf-8")
    session = session_in(tmp_path, clock)
    with pytest.raises(JournalError, match="not valid TOML"):
        change_settings(session, "units", "mi")
    assert file.read_text(encoding="utf-8") == "units = km"
    assert session.settings == Settings()


def test_a_city_is_enough_for_a_zone() -> None:
    assert with_setting(Settings(), "home_zone", "perth").home_zone == "Australia/Perth"
    assert with_setting(Settings(), "home_zone", "new york").home_zone == "America/New_York"
    assert with_setting(Settings(home_zone="Europe/Vienna"), "home_zone", " ").home_zone == ""
    assert matching_zones("europe/vi")[:1] == ("Europe/Vienna",)
    assert matching_zones("") == ()
    assert all(Settings(home_zone=name).zone() for name in zone_names())


async def test_a_damaged_journal_is_told_of_and_restored(tmp_path: Path, clock: Clock) -> None:
    from sciatica_journal.services.entries.days import change_day
    from sciatica_journal.services.journal.backups import backup

    def prepare(session: Session) -> None:
        change_day(session, session.today(), {"note": "kept in the backup"})
        backup(session)

    with_journal(tmp_path, clock, prepare)
    journal = tmp_path / "journal.db"
    damaged = journal.read_bytes()[:5000] + b"x" * 4000 + journal.read_bytes()[9000:]
    journal.write_bytes(damaged)
    async with opened(tmp_path, clock, welcomed=False) as (app, pilot):
        assert isinstance(app.screen, TroubleScreen)
        shown = screen_text(app)
        assert "THE JOURNAL CANNOT BE USED" in shown
        assert "backup-2026-03-04" in "".join(shown.split())
        await pilot.press("escape", "ctrl+p")
        assert isinstance(app.screen, TroubleScreen)
        await pilot.press("b")
        await settle(app, pilot)
        await pilot.press("y")
        await settle(app, pilot)
        await settle(app, pilot)
        assert "kept in the backup" in screen_text(app)
    assert [path.read_bytes() for path in tmp_path.glob("journal-damaged-*.db")] == [damaged]


async def test_own_contacts_and_the_same_day_line_are_typed_and_kept(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, TALL) as (app, pilot):
        await in_settings(app, pilot, "contacts")
        await pilot.press("enter")
        app.screen.query_one("#contacts", SettingLine).value = "Anna [/x] 0660 1; Ben 555"
        await pilot.press("enter")
        await settle(app, pilot)
        assert "Anna [/x] 0660 1; Ben 555" in screen_text(app)
        await in_settings(app, pilot, "urgent_number")
        await pilot.press("enter")
        app.screen.query_one("#urgent_number", SettingLine).value = "Dr Berg, 01 555"
        await pilot.press("enter")
        await settle(app, pilot)
        assert "speak to a doctor today (Dr Berg, 01 555)" in " ".join(screen_text(app).split())
        found = on_disk(tmp_path)
        assert dict(found.contacts) == {"Anna [/x]": "0660 1", "Ben": "555"}
        assert found.urgent_number == "Dr Berg, 01 555"
        await in_settings(app, pilot, "contacts")
        await pilot.press("enter")
        app.screen.query_one("#contacts", SettingLine).value = "nobody"
        await pilot.press("enter")
        await settle(app, pilot)
        assert "lacks a name or a number" in screen_text(app)
    assert dict(on_disk(tmp_path).contacts) == {"Anna [/x]": "0660 1", "Ben": "555"}
