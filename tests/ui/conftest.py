"""Keeps the environment from changing what is painted."""

from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from .idleness import wait_for_idle
from .quick_textual import paint_when_idle, quicken

quicken()


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLORFGBG", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture(autouse=True)
def quick_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait after keys and in pauses until nothing is under way, and paint then."""
    monkeypatch.setattr("textual.app.wait_for_idle", wait_for_idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", wait_for_idle)
    monkeypatch.setattr("textual.screen.Screen._compositor_refresh", paint_when_idle)


@pytest.fixture(autouse=True)
def quick_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take keys for answers at once: these tests press them faster than a person reads."""
    monkeypatch.setattr("sciatica_journal.ui.screens.keys_ahead.UNSEEN_SECONDS", 0.0)


_PARSED: dict[tuple[object, ...], list[RuleSet]] = {}


@pytest.fixture(autouse=True)
def styles_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse each style sheet once for all apps of a run: a tenth of the time of the screen tests."""
    parse = Stylesheet._parse_rules

    def parse_once(sheet: Stylesheet, css: str, *place: Any, **more: Any) -> list[RuleSet]:
        variables = frozenset(sheet._variables.items())
        key = (css, variables, repr(place), repr(sorted(more.items())))
        if key not in _PARSED:
            _PARSED[key] = parse(sheet, css, *place, **more)
        return _PARSED[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_once)


@pytest.fixture(autouse=True)
def notices_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what comes up by itself come up between the keys of a test, which no person typed."""
    monkeypatch.setattr("sciatica_journal.ui.key_order.PAUSE_SECONDS", 0.0)
