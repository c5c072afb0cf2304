"""What every form does with every kind of field."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.days_ahead import FURTHEST_DAYS, parse_day_ahead
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.services.entries.drafting import find_draft
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.record_fields import state_of, with_typed
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.row import Row, neighbour
from sciatica_journal.ui.widgets.tick_row import TickRow
from tests.ui.care_form import Visit, VisitDialog
from tests.ui.dialogs import NASTY, TODAY, Clock, asked, said, still, typed
from tests.ui.harness import opened, screen_text

FULL = Visit("v1", TODAY, TODAY + timedelta(days=3), NASTY, f"{NASTY}\nsecond", True, "unsure", 10, 2.5, ("walking",))


async def test_every_kind_of_field_is_filled_by_keys(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        dialog = VisitDialog(Visit("v1", TODAY), TODAY, new=True)
        answers = await asked(app, pilot, dialog)
        assert dialog.query_one("#on", FormLine).value == TODAY.isoformat()
        dialog.query_one("#on", FormLine).value = "yesterday"
        await typed(app, pilot, "<enter>", "+3d", "<enter>", NASTY, "<enter>", "a", "<ctrl+j>", "b", "<enter>")
        assert dialog.state()["until"] == (TODAY + timedelta(days=3)).isoformat()
        await pilot.press("y", "down", "u", "down", "1", "0", "down", *"2.5", "down", "w", "down", "space", "enter")
        await still(app, pilot)
        before, until = TODAY - timedelta(days=1), TODAY + timedelta(days=3)
        assert answers == [Visit("v1", before, until, NASTY, "a\nb", True, "unsure", 10, 2.5, ("walking",))]


async def test_what_was_recorded_is_shown_and_not_read_anew(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        dialog = VisitDialog(FULL, TODAY, new=False)
        answers = await asked(app, pilot, dialog)
        assert dialog.typed() == {}
        assert {name: text for name, text in dialog.state().items() if text} == state_of(FULL, dialog.fields)
        await pilot.press("ctrl+s")
        assert answers == [None]


async def test_a_draft_holds_every_kind_of_field(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        dialog = VisitDialog(Visit("v1", TODAY), TODAY, new=True)
        await asked(app, pilot, dialog)
        filled = {**state_of(FULL, dialog.fields), "home": "yes"}
        dialog.show_state(filled)
        dialog.edited()
        await pilot.press("escape")
        await still(app, pilot)
        draft = await app.journal.call(find_draft, "visit")
        assert draft is not None
        again = VisitDialog(Visit("v2", TODAY), TODAY, new=True)
        await asked(app, pilot, again)
        assert again.state() == filled
        await pilot.press("ctrl+n")
        await still(app, pilot)
        assert again.state() == again.initial | {"home": ""}


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [("on", "someday", "“someday” is not a date"), ("on", "2099-01-01", "is in the future"),
     ("until", "2026-01-01", "The last day is 2026-01-01, before it began"), ("until", "2999-01-01", "ten years")],
)  # fmt: skip
async def test_what_is_refused_is_told_at_its_field(
    tmp_path: Path, clock: Clock, field: str, text: str, words: str
) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        dialog = VisitDialog(Visit("v1", TODAY, who="x"), TODAY, new=False)
        answers = await asked(app, pilot, dialog)
        dialog.query_one(f"#{field}", FormLine).value = text
        await pilot.press("ctrl+s")
        await still(app, pilot)
        assert words in said(app)
        assert app.focused is dialog.query_one(f"#{field}")
        assert answers == []


def test_fields_that_cannot_be_together_are_told_too() -> None:
    dialog = VisitDialog(Visit("v1", TODAY), TODAY, new=True)
    late, early = TODAY.isoformat(), (TODAY - timedelta(days=9)).isoformat()
    moved = with_typed(FULL, {"on": early, "until": (TODAY - timedelta(days=5)).isoformat()}, dialog.fields)
    assert moved.until == TODAY - timedelta(days=5)
    with pytest.raises(Exception, match="before it began") as refused:
        with_typed(Visit("v1", TODAY), {"on": late, "until": early}, dialog.fields)
    assert refused.value.field == "until"  # type: ignore[attr-defined]  # pytest knows it as an Exception


async def test_a_form_refuses_what_is_wrong_only_as_a_whole(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        dialog = VisitDialog(Visit("v1", TODAY), TODAY, new=True)
        await asked(app, pilot, dialog)
        await pilot.press("ctrl+s")
        await still(app, pilot)
        assert "Nobody is named" in said(app)
        assert app.focused is dialog.query_one("#who")


@pytest.mark.parametrize("size", [(120, 36), (60, 20), (40, 12), (20, 5)], ids=str)
async def test_long_questions_and_sentences_are_whole(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    async with opened(tmp_path, clock, size) as (app, pilot):
        dialog = VisitDialog(FULL, TODAY, new=False)
        await asked(app, pilot, dialog)
        tick, question = dialog.query_one("#home", TickRow), dialog.query_one("#worse", ChoiceRow)
        for row in (tick, question):
            dialog.set_focus(row)
            await pilot.pause()
            lines = row.render().plain.split("\n")
            assert len(lines) == row.size.height
            assert size[0] < 40 or max(map(len, lines)) <= row.content_size.width
        if size[1] >= 20:
            assert "(u)nsure" not in screen_text(app), "the chosen answer stands in brackets"
            assert "[unsure]" in screen_text(app)
            assert "(y)es" in screen_text(app)


async def test_a_sentence_is_ticked_by_key_and_mouse(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        dialog = VisitDialog(FULL, TODAY, new=False)
        await asked(app, pilot, dialog)
        row = dialog.query_one("#home", TickRow)
        row.focus()
        seen = []
        for key in ("x", "space", "space", "backspace"):
            await pilot.press(key)
            seen.append(row.as_text())
        await pilot.click("#home")
        assert [*seen, row.as_text()] == ["yes", "", "yes", "", "yes"]
        assert dialog.query_one("#told", FormArea).text == f"{NASTY}\nsecond"


def test_the_neighbour_of_a_stop() -> None:
    rows = [Row("a"), Row("b"), Row("c")]
    assert neighbour(rows, rows[0], 1) is rows[1]
    assert neighbour(rows, rows[2], 1) is None
    assert neighbour(rows, rows[0], -1) is None
    assert neighbour(rows, rows[2], 1, around=True) is rows[0]
    assert neighbour(rows, rows[0], -1, around=True) is rows[2]
    assert neighbour(rows, None, -1) is rows[0]
    assert neighbour([], None, 1, around=True) is None


@given(st.integers(-400, FURTHEST_DAYS))
def test_days_ahead_are_read_as_written(days: int) -> None:
    assert parse_day_ahead((TODAY + timedelta(days=days)).isoformat(), TODAY) == TODAY + timedelta(days=days)


def test_days_ahead_by_name() -> None:
    assert parse_day_ahead("Tomorrow", TODAY) == TODAY + timedelta(days=1)
    assert parse_day_ahead("+14d", TODAY) == TODAY + timedelta(days=14)
    assert parse_day_ahead("yesterday", TODAY) == TODAY - timedelta(days=1)
    for wrong in ("", "soon", "+9999d", "2999-01-01", "1800-01-01", "2026-02-30"):
        with pytest.raises(InvalidValue):
            parse_day_ahead(wrong, TODAY)
