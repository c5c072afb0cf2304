"""The app's own two themes, and which theme a terminal gets when the user chose none."""

from collections.abc import Mapping
from typing import Final

from textual.color import Color
from textual.theme import Theme

DARK: Final = Theme(
    name="journal-dark",
    primary="#7fb7be",
    secondary="#d3a588",
    accent="#e8b46b",
    foreground="#d9dcd6",
    background="#14181c",
    surface="#1a2026",
    panel="#222a32",
    success="#8fbf8f",
    warning="#e8b46b",
    error="#e07a6a",
    dark=True,
    variables={
        "text-muted": "#929ca3",
        "text-primary": "#7fb7be",
        "text-secondary": "#d3a588",
        "text-accent": "#e8b46b",
        "text-success": "#8fbf8f",
        "text-warning": "#e8b46b",
        "text-error": "#e88b7c",
        "border": "#7fb7be",
        "border-blurred": "#39434c",
        "block-cursor-background": "#2c3742",
        "block-cursor-foreground": "#e8ebe5",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#222a32",
        "input-cursor-background": "#d9dcd6",
        "input-cursor-foreground": "#14181c",
        "input-selection-background": "#35505a",
        "scrollbar": "#39434c",
        "scrollbar-background": "#14181c",
    },
)

LIGHT: Final = Theme(
    name="journal-light",
    primary="#1f6570",
    secondary="#7d4a28",
    accent="#8a5200",
    foreground="#22282c",
    background="#faf8f3",
    surface="#f1ede4",
    panel="#e7e1d4",
    success="#2f6b35",
    warning="#8a5200",
    error="#a8321f",
    dark=False,
    variables={
        "text-muted": "#59626a",
        "text-primary": "#1f6570",
        "text-secondary": "#7d4a28",
        "text-accent": "#8a5200",
        "text-success": "#2f6b35",
        "text-warning": "#8a5200",
        "text-error": "#a8321f",
        "border": "#1f6570",
        "border-blurred": "#b9b2a3",
        "block-cursor-background": "#d9e4e2",
        "block-cursor-foreground": "#14181c",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#e7e1d4",
        "input-cursor-background": "#22282c",
        "input-cursor-foreground": "#faf8f3",
        "input-selection-background": "#bcd8da",
        "scrollbar": "#b9b2a3",
        "scrollbar-background": "#faf8f3",
    },
)

OWN_THEMES: Final = (DARK, LIGHT)


_TERMINAL: Final = {DARK.name: "ansi-dark", LIGHT.name: "ansi-light"}
"""The themes of the terminal's own 16 colours, by the own theme that each stands in for."""


def default_theme(environ: Mapping[str, str], colour_system: str | None) -> str:
    """Return the theme for a terminal whose user chose none.

    A light background, where the terminal tells (COLORFGBG), gets the light theme; a terminal that tells nothing
    of its colours gets its own.
    """
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    own = (LIGHT if background in ("7", "15") else DARK).name
    return suited(own, environ, colour_system or "standard")


def suited(wanted: str, environ: Mapping[str, str], colour_system: str | None) -> str:
    """Return the theme to use for the one wanted.

    Our own themes need more than 16 colours: with NO_COLOR and on terminals of 16 the terminal's own take
    their place, and light stays light.
    """
    few = bool(environ.get("NO_COLOR")) or colour_system == "standard"
    return _TERMINAL.get(wanted, wanted) if few else wanted


MUTED_MARK: Final = "#7b7c7d"
"""Stands for muted text in the themes of the terminal's own colours, where the filter `Muted` makes it dim."""

_MOST_MUTED: Final = 0.35
"""How far muted text may go from the foreground to the background."""

_AA: Final = 4.5
"""The least contrast of text that WCAG 2.2 asks for."""


def with_muted(variables: Mapping[str, str]) -> dict[str, str]:
    """Return a theme's variables with a colour for muted text, as far back as stays readable on every ground.

    Textual's themes say "auto 60%", of which a styled part of a line becomes black or white: stronger than the text.
    """
    if variables["text-muted"].startswith("ansi_default"):
        return {**variables, "text-muted": MUTED_MARK}
    if not variables["text-muted"].startswith("auto"):
        return dict(variables)
    text, *grounds = (Color.parse(variables[name]) for name in ("foreground", "background", "surface", "panel"))
    shares = [_MOST_MUTED - step * 0.05 for step in range(8)]
    paler = (text.blend(grounds[0], share) for share in shares)
    muted = next((colour for colour in paler if min(contrast(colour, ground) for ground in grounds) >= _AA), text)
    return {**variables, "text-muted": muted.hex}


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours as WCAG 2.2 defines it, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    shares = [channel / 255 for channel in (color.r, color.g, color.b)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
