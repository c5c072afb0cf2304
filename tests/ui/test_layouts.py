"""Rows are measured without laying the whole screen out for their width: that made a start half as dear again."""

from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.geometry import Size
from textual.widget import Widget

from tests.given import Clock

from .harness import opened


async def test_measuring_a_row_lays_nothing_else_out(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrange, measure = Compositor._arrange_root, Widget._render
    layouts: list[Widget | None] = []
    measured: list[Widget] = []

    def arranged(compositor: Compositor, root: Widget, size: Size, visible_only: bool = True) -> Any:
        layouts.append(measured[-1] if measured else None)
        return arrange(compositor, root, size, visible_only)

    def rendered(widget: Widget) -> Any:
        measured.append(widget)
        try:
            return measure(widget)
        finally:
            measured.pop()

    monkeypatch.setattr(Compositor, "_arrange_root", arranged)
    monkeypatch.setattr(Widget, "_render", rendered)
    async with opened(tmp_path, clock, (80, 24)):
        assert layouts
        assert set(layouts) == {None}
