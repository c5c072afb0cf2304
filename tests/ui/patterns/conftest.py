"""Patterns without the engine: pages made by hand are told."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from sciatica_journal.services.patterns.view import PatternsView
from sciatica_journal.ui.screens.patterns import screen as patterns_screen
from tests.ui.patterns import views


class Service:
    """What the service would tell: `view`; each new one is a changed diary. While `gate` is closed it works on. With
    `first` the first page is that one, and not whole; the gate closes behind it."""

    def __init__(self) -> None:
        self.view: PatternsView = views.FULL
        self.gate = asyncio.Event()
        self.gate.set()
        self.worked = 0
        self.first: PatternsView | None = None

    async def diary(self, _screen: object, before: Any) -> Any:
        return before if before is not None and before.view is self.view else SimpleNamespace(view=self.view)

    async def told(self, diary: Any, before: Any, notice: Callable[[], None]) -> Any:
        self.worked += 1
        if not self.gate.is_set():
            notice()
            await self.gate.wait()
        if self.first is not None and before is None:
            self.gate.clear()
            return SimpleNamespace(view=self.first, diary=diary, is_whole=False)
        return SimpleNamespace(view=diary.view, diary=diary, is_whole=True)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Service:
    """The service in the place of the engine."""
    found = Service()
    monkeypatch.setattr(patterns_screen, "ask_diary", found.diary)
    monkeypatch.setattr(patterns_screen, "work_out", found.told)
    return found
