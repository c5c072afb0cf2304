"""The own themes are readable: WCAG AA contrast of every text colour on every ground it stands on."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.settings.words import theme_words
from sciatica_journal.ui.themes import DARK, LIGHT, default_theme, suited
from tests.ui.harness import screen_text, session_in, settle, with_journal

AA = 4.5
TEXTS = (
    "text-muted", "text-primary", "text-secondary", "text-accent", "text-success", "text-warning", "text-error",
)  # fmt: skip


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_every_text_colour_meets_aa_on_every_ground(theme: Theme) -> None:
    grounds = [theme.background, theme.surface, theme.panel]
    texts = {"foreground": theme.foreground, **{name: theme.variables[name] for name in TEXTS}}
    for name, text in texts.items():
        for ground in grounds:
            assert text is not None
            assert ground is not None
            ratio = contrast(text, ground)
            assert ratio >= AA, f"{theme.name}: {name} on {ground} has {ratio:.2f}"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_what_is_chosen_stays_readable(theme: Theme) -> None:
    assert theme.background is not None
    for name in ("text-primary", "text-secondary", "text-success", "text-error"):
        assert contrast(theme.background, theme.variables[name]) >= AA
    for ground, text in (
        ("block-cursor-background", "block-cursor-foreground"),
        ("input-cursor-background", "input-cursor-foreground"),
    ):
        assert contrast(theme.variables[ground], theme.variables[text]) >= AA


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
