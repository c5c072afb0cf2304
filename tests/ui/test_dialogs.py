"""All dialogs: the same keys work in each, in every size; places, help, themes, questions."""

from pathlib import Path
from typing import Any, ClassVar

import pytest
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widgets import OptionList

from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.spot import Spot
from sciatica_journal.services.entries.drafting import find_draft
from sciatica_journal.services.entries.runs import RUN_DRAFT
from sciatica_journal.services.guide import reading
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.confirm import ConfirmDialog
from sciatica_journal.ui.dialogs.factors import FactorsDialog
from sciatica_journal.ui.dialogs.go import GoDialog
from sciatica_journal.ui.dialogs.help import HelpDialog
from sciatica_journal.ui.dialogs.line import LineDialog
from sciatica_journal.ui.dialogs.moment import MomentDialog
from sciatica_journal.ui.dialogs.practice import PracticeDialog
from sciatica_journal.ui.dialogs.run import RunDialog
from sciatica_journal.ui.dialogs.theme import ThemeDialog, theme_names
from sciatica_journal.ui.screens.today.screen import TodayScreen
from tests.ui.dialogs import NASTY, TODAY, Clock, asked, feelings_dialog, run_form, shown, spots_dialog, still, typed
from tests.ui.harness import day_of, opened, screen_text, with_journal


async def test_one_letter_goes_to_a_place(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        for letter, place in (
            ("t", "today"),
            ("h", "history"),
            ("a", "patterns"),
            ("p", "path"),
            ("g", "guide"),
            ("s", "settings"),
        ):
            answers = await asked(app, pilot, GoDialog())
            await pilot.press(letter)
            assert answers == [place]


async def test_every_place_is_two_keys_away_also_while_typing_into_a_form(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("a", "7", "ctrl+g")
        assert shown(app) is GoDialog
        await pilot.press("s")
        await still(app, pilot)
        assert app.current_mode == "settings"
        assert not issubclass(shown(app), Dialog)
        draft = await app.journal.call(find_draft, RUN_DRAFT)
        assert draft is not None
        assert draft.body == {"distance": "7"}


async def test_a_place_can_be_clicked_or_chosen_with_enter(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, GoDialog())
        await pilot.press("down", "enter")
        answers += await asked(app, pilot, GoDialog())
        await pilot.click(OptionList, offset=(6, 2))
        assert answers == ["history"]
        assert shown(app) is TodayScreen


async def test_the_day_before_and_the_red_flags_can_be_reached_from_a_form(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("a", "7", "f2")
        await still(app, pilot)
        assert shown(app) is not RunDialog
        await pilot.press("escape")
        await still(app, pilot)
        assert shown(app) is RunDialog
        await pilot.press("f3")
        await still(app, pilot)
        await app.workers.wait_for_complete()
        assert app.today_screen.day == day_of("2026-03-03")
        assert shown(app) is TodayScreen


async def test_help_shows_the_page_and_the_users_own_keys(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda _session: None)
    (tmp_path / "settings.toml").write_text('[keys]\nadd_run = "X"\n')
    async with opened(tmp_path, clock, (80, 400)) as (app, pilot):
        await asked(app, pilot, HelpDialog("today", "today"))
        app.screen.query_one(".dialog").styles.max_height = "100%"
        await pilot.pause()
        text = screen_text(app)
        assert "Everything is optional." in text
        assert any("Add a run or a walk." in line and " X " in line for line in text.splitlines())
        assert any("Go to the day before." in line and "[" in line for line in text.splitlines())
        assert "Keys that work everywhere" in text


async def test_help_of_a_form_names_its_own_keys(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await asked(app, pilot, run_form())
        await pilot.press("f1")
        await still(app, pilot)
        assert shown(app) is HelpDialog
        assert "any outing on foot" in screen_text(app)
        await pilot.press("escape")
        assert shown(app) is RunDialog


async def test_a_practice_shows_all_there_is_to_know(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 120)) as (app, pilot):
        practice = next(one for one in await app.journal.call(reading.all_practices) if one.cautions)
        await asked(app, pilot, PracticeDialog(practice))
        app.screen.query_one(".dialog").styles.max_height = "100%"
        await pilot.pause()
        text = " ".join(screen_text(app).replace("│", " ").split())
        for part in (practice.title, practice.summary, practice.provenance, *practice.cautions):
            assert " ".join(part.split())[:40] in text
        assert f"Evidence: {practice.evidence}" in text


def test_own_themes_come_first() -> None:
    names = theme_names(["nord", "journal-light", "ansi-dark", "ansi-light", "dracula", "journal-dark"])
    assert names == ["journal-dark", "journal-light", "auto", "ansi-dark", "ansi-light", "dracula", "nord"]


async def test_a_theme_is_shown_while_moving_and_put_back_by_escape(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        before = app.theme
        await asked(app, pilot, ThemeDialog())
        await pilot.press("home", "down")
        assert app.theme == "journal-light"
        await pilot.press("escape")
        await still(app, pilot)
        assert app.theme == before
        assert not (tmp_path / "settings.toml").exists()


async def test_a_kept_theme_is_written(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda _session: None)
    (tmp_path / "settings.toml").write_text('# mine\nunits = "mi"\n')
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await asked(app, pilot, ThemeDialog())
        await pilot.press("home", "down", "enter")
        await still(app, pilot)
        assert app.theme == app.settings.theme == "journal-light"
    text = (tmp_path / "settings.toml").read_text()
    assert "# mine" in text
    assert 'theme = "journal-light"' in text


async def test_no_is_the_default(tmp_path: Path, clock: Clock) -> None:
    given = {"enter": False, "escape": False, "n": False, "y": True, "down enter": True}
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        for keys, answer in given.items():
            answers = await asked(app, pilot, ConfirmDialog(NASTY, NASTY, "Yes, remove it"))
            await pilot.press(*keys.split())
            assert answers == [answer], keys


def every_dialog() -> list[Dialog[Any]]:
    return [
        run_form(),
        MomentDialog(Moment("m1", TODAY, text=NASTY), reading.all_regions(), new=False),
        spots_dialog(Spot("calf", "left", 3, ("burning",)), Spot("unknown_place")),
        feelings_dialog(NASTY, own=(NASTY, "proud")),
        FactorsDialog({NASTY: 2}, ["coffee", "a name that is longer than the row has room for it"]),
        LineDialog(TODAY),
        GoDialog(),
        HelpDialog("today", "today"),
        ThemeDialog(),
        ConfirmDialog("Remove?", NASTY, "Yes"),
    ]


@pytest.mark.parametrize("size", [(60, 20), (20, 5)], ids=str)
async def test_every_dialog_opens_in_small_terminals(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    screen = Region(0, 0, *size)
    async with opened(tmp_path, clock, size) as (app, pilot):
        for dialog in every_dialog():
            name = type(dialog).__name__
            answers = await asked(app, pilot, dialog)
            assert screen.contains_region(dialog.query_one(".dialog").region), name
            await pilot.press("down", "down")
            focused = app.focused
            assert focused is not None, name
            whole = screen.contains_region(focused.region)
            assert whole or (size == (20, 5) and focused.region.overlaps(screen)), name
            await pilot.press("escape")
            await still(app, pilot)
            assert shown(app) is TodayScreen, name
            assert answers == [False if isinstance(dialog, ConfirmDialog) else None], name


async def test_the_keys_in_the_border_can_be_clicked(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, run_form())
        await typed(app, pilot, "5")
        lines = screen_text(app).splitlines()
        line = next(number for number, text in enumerate(lines) if "^s keep" in text)
        await pilot.click(offset=(lines[line].index("^s keep") + 1, line))
        assert [run.distance_km for run in answers] == [5.0]


class Bare(Dialog[None]):
    """A dialog without anything to focus."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("c", "cancel", show=False)]


async def test_keys_reach_a_dialog_without_a_field(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, Bare("Bare"))
        await pilot.press("c")
        assert answers == [None]
