"""What a day looks like in a cell or line: a digit, a shade, and marks that read without colour."""

from typing import Final

from textual.app import App

from sciatica_journal.services.history.looking_back import DaySummary

RUN: Final = "»"
REFLECTION: Final = "*"
WORDS: Final = "="
ON_WAKING: Final = "m"
QUIET: Final = "○"
TODAY: Final = "◂"
OFF: Final = "~"

_MOST_COUNTED: Final = 9
_LIGHTEST_SHADE: Final = 8
_SHADE_A_POINT: Final = 4
"""Percent of the hue: up to 48 at 10, so that text on it stays readable in both themes."""


def rating_of(summary: DaySummary | None, light: bool) -> int | None:
    """Return the rating that stands for a day: its pain, in light mode how much was possible."""
    if summary is None:
        return None
    return summary.function if light else summary.pain


def rating_text(summary: DaySummary | None, light: bool) -> str:
    """Return the rating as a number, `3m` where it is only that on waking; a quiet day without one shows its mark."""
    rating = rating_of(summary, light)
    if summary is not None and rating is not None:
        return f"{rating}{ON_WAKING}" if summary.on_waking and not light else str(rating)
    return QUIET if summary is not None and summary.uneventful else ""


def run_mark(summary: DaySummary) -> str:
    """Return the mark of a day's runs: `»s` is one that settled, `»2f` two of which one flared."""
    if not summary.runs:
        return ""
    count = "" if summary.runs == 1 else str(summary.runs) if summary.runs <= _MOST_COUNTED else "+"
    return f"{RUN}{count}{(summary.response or '')[:1]}"


def word_marks(summary: DaySummary) -> str:
    """Return the marks of what was written: reflections, and a note, what the day held or moments."""
    return (REFLECTION if summary.reflections else "") + (WORDS if summary.text or summary.moments else "")


def marks(summary: DaySummary, light: bool) -> str:
    """Return all marks of a day; the quiet one only where the rating does not show it."""
    quiet = QUIET if summary.uneventful and rating_of(summary, light) is not None else ""
    return run_mark(summary) + word_marks(summary) + quiet


def shade(app: App[object], rating: int | None, light: bool) -> str:
    """Return the background style of a rating, none where there are no colours of our own to mix.

    One hue, stronger with the number; in light mode the hue of what goes well.
    """
    if not rating or app.no_color or app.native_ansi_color:
        return ""
    return f" on {'$success' if light else '$secondary'} {_LIGHTEST_SHADE + rating * _SHADE_A_POINT}%"
