"""The own themes are readable: WCAG AA contrast of every text colour on every ground it stands on."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.muted import Muted
from sciatica_journal.ui.screens.settings.words import theme_words
from sciatica_journal.ui.themes import DARK, LIGHT, MUTED_MARK, contrast, default_theme, suited, with_muted
from tests.ui.harness import screen_text, session_in, settle, with_journal

AA = 4.5
TEXTS = (
    "text-muted", "text-primary", "text-secondary", "text-accent", "text-success", "text-warning", "text-error",
)  # fmt: skip


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_every_text_colour_meets_aa_on_every_ground(theme: Theme) -> None:
    grounds = [theme.background, theme.surface, theme.panel]
    texts = {"foreground": theme.foreground, **{name: theme.variables[name] for name in TEXTS}}
    for name, text in texts.items():
        for ground in grounds:
            assert text is not None
            assert ground is not None
            ratio = contrast(Color.parse(text), Color.parse(ground))
            assert ratio >= AA, f"{theme.name}: {name} on {ground} has {ratio:.2f}"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_what_is_chosen_stays_readable(theme: Theme) -> None:
    assert theme.background is not None
    for name in ("text-primary", "text-secondary", "text-success", "text-error"):
        assert contrast(Color.parse(theme.background), Color.parse(theme.variables[name])) >= AA
    for ground, text in (
        ("block-cursor-background", "block-cursor-foreground"),
        ("input-cursor-background", "input-cursor-foreground"),
    ):
        assert contrast(Color.parse(theme.variables[ground]), Color.parse(theme.variables[text])) >= AA


@pytest.mark.parametrize(
    ("environ", "colours", "theme"),
    [
        ({}, "truecolor", "journal-dark"),
        ({"COLORFGBG": "0;15"}, "256", "journal-light"),
        ({"NO_COLOR": "1"}, "truecolor", "ansi-dark"),
        ({"NO_COLOR": "1", "COLORFGBG": "0;15"}, "truecolor", "ansi-light"),
        ({}, "standard", "ansi-dark"),
        ({}, None, "ansi-dark"),
    ],
)
def test_a_terminal_gets_the_theme_that_suits_it(environ: dict[str, str], colours: str | None, theme: str) -> None:
    assert default_theme(environ, colours) == theme


@pytest.mark.parametrize(
    ("wanted", "environ", "colours", "theme"),
    [
        ("journal-light", {}, "truecolor", "journal-light"),
        ("journal-light", {}, "standard", "ansi-light"),
        ("journal-dark", {}, None, "journal-dark"),
        ("journal-dark", {"NO_COLOR": "1"}, "truecolor", "ansi-dark"),
        ("journal-light", {"NO_COLOR": "1", "COLORFGBG": "15;0"}, "truecolor", "ansi-light"),
        ("nord", {"NO_COLOR": "1"}, "standard", "nord"),
    ],
)
def test_our_own_themes_give_way_where_there_are_few_colours(
    wanted: str, environ: dict[str, str], colours: str | None, theme: str
) -> None:
    assert suited(wanted, environ, colours) == theme


async def test_settings_say_so_when_a_saved_theme_gives_way(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    (tmp_path / "settings.toml").write_text('theme = "journal-light"\n', encoding="utf-8")
    with_journal(tmp_path, clock, lambda _: None)
    app = JournalApp(session_in(tmp_path, clock), {"NO_COLOR": "1"})
    assert app.theme == "ansi-light"
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        app.go_to("settings")
        await settle(app, pilot)
        assert theme_words("journal-light", "ansi-light") in screen_text(app)
    app.journal.close()


@pytest.mark.parametrize("name", ["dracula", "solarized-light", "textual-dark", "rose-pine-dawn"])
def test_muted_text_of_other_themes_is_no_stronger_than_the_text(name: str) -> None:
    found = with_muted(BUILTIN_THEMES[name].to_color_system().generate())
    text, ground, muted = (Color.parse(found[each]) for each in ("foreground", "background", "text-muted"))
    assert contrast(muted, ground) <= contrast(text, ground)
    assert contrast(muted, ground) >= min(AA, contrast(text, ground))


def test_own_colours_and_the_terminals_stay() -> None:
    assert contrast(Color.parse("white"), Color.parse("black")) == pytest.approx(21)
    assert with_muted({"text-muted": "#929ca3"}) == {"text-muted": "#929ca3"}
    assert with_muted({"text-muted": "ansi_default 50%"}) == {"text-muted": MUTED_MARK}


def test_under_the_terminals_own_colours_muted_text_is_dim() -> None:
    mark = Segment("doses", Style(color=MUTED_MARK, italic=True))
    (hint, text, control) = Muted().apply([mark, Segment("7 h 30", Style(bold=True)), Segment("\n")], Color(0, 0, 0))
    assert hint == Segment("doses", Style(color="default", italic=True, dim=True))
    assert (text, control) == (Segment("7 h 30", Style(bold=True)), Segment("\n"))
