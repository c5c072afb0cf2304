"""Today through the real app: what keys record, what stays after leaving, how many keys it takes."""

from datetime import timedelta
from pathlib import Path

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries import days
from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.widgets.writing import WritingArea, WritingLine
from tests.ui.harness import Clock, day_of, opened, screen_text, session_in, settle, today, until, with_journal, written

TODAY = day_of("2026-03-04")
YESTERDAY = day_of("2026-03-03")


def add_yesterdays_run(session: Session) -> None:
    save_run(
        session,
        Run("run-1", YESTERDAY, kind="run", distance_km=5.2, duration_min=32.17, surface="track"),
        YESTERDAY,
    )


def read_day(folder: Path, clock: Clock, day: str = "2026-03-04") -> days.DayView:
    session = session_in(folder, clock)
    try:
        return view_day(session, day_of(day))
    finally:
        session.close()


async def test_a_quiet_day_is_one_key(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("o")
        await settle(app, pilot)
    assert read_day(tmp_path, clock).day == Day(TODAY, uneventful=True)


async def test_a_full_structured_day_takes_at_most_twelve_keys(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, add_yesterdays_run)
    keys = ["s", "w", "4", "l", "5", "t", "l", "e", "6", "down", "5"]
    assert len(keys) <= 12
    async with opened(tmp_path, clock) as (app, pilot):
        for key in keys:
            await pilot.press(key)
        await settle(app, pilot)
    view = read_day(tmp_path, clock)
    assert view.day == Day(TODAY, pain_worst=4, leg_left=5, tingling="left", stress=6, mood=5)
    assert view.asked[0].response == "settled"


async def test_an_answered_run_is_not_asked_first_again(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, add_yesterdays_run)
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("s")
        await settle(app, pilot)
    async with opened(tmp_path, clock) as (app, _):
        assert app.focused is not None
        assert app.focused.id == "function"


async def test_a_click_on_a_label_begins_to_write(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        for field in ("note", "did"):
            label = today(app).query_one(f"#{field}").parent
            assert label is not None
            await pilot.click(label.query_one(".label"))
            assert app.focused is not None
            assert app.focused.id == field


async def test_yesterdays_run_is_asked_first(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, add_yesterdays_run)
    async with opened(tmp_path, clock) as (app, _):
        assert app.focused is not None
        assert app.focused.id == "response-run-1"
        assert "5.2 km run · track · 32:10" in screen_text(app)


async def test_the_focus_opens_on_no_text(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, _):
        assert not isinstance(app.focused, WritingLine | WritingArea)


async def test_one_then_nought_is_ten(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("w", "1", "0")
        await settle(app, pilot)
        assert not app._notifications
    assert read_day(tmp_path, clock).day.pain_worst == 10


async def test_arrows_and_mouse_set_ratings_too(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("w", "right", "right", "right")
        await pilot.click("#mood", offset=(9 + 3 * 7 + 1, 0))
        await settle(app, pilot)
    day = read_day(tmp_path, clock).day
    assert (day.pain_worst, day.mood) == (2, 7)


async def test_yesterdays_place_is_offered_but_never_its_number(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda s: change_day(s, YESTERDAY, {"leg_left": 5, "pain_worst": 7}))
    async with opened(tmp_path, clock) as (app, pilot):
        assert "calf?" in screen_text(app)
        assert "[7]" not in screen_text(app)
        await pilot.press("l", "enter")
        await settle(app, pilot)
    assert read_day(tmp_path, clock).day == Day(TODAY, leg_left=5)


async def test_typed_text_is_in_the_file_within_a_second(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("N")
        app.screen.query_one("#note", WritingArea).insert("felt [L5-S1] and [/x] today")
        await until(lambda: read_day(tmp_path, clock).day.note == "felt [L5-S1] and [/x] today", seconds=1.0)
        await settle(app, pilot)
        assert "[L5-S1] and [/x]" in screen_text(app)
        await pilot.press("escape")


async def test_undo_takes_a_stretch_of_typing_and_works_after_a_restart(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        note = app.screen.query_one("#note", WritingArea)
        for words in ("one ", "two ", "three"):
            note.insert(words)
            await written(app, pilot)
    assert read_day(tmp_path, clock).day.note == "one two three"
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("u")
        await settle(app, pilot)
        assert read_day(tmp_path, clock).day.note is None
        assert app.screen.query_one("#note", WritingArea).text == ""
        await pilot.press("U")
        await settle(app, pilot)
    assert read_day(tmp_path, clock).day.note == "one two three"


async def test_stepping_days_saves_first_and_goes_to_the_right_day(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        app.screen.query_one("#did", WritingLine).value = "gardened"
        await pilot.press("left_square_bracket")
        await settle(app, pilot)
        assert today(app).day == YESTERDAY
        await pilot.press("w", "3", "f4", "f4")
        await settle(app, pilot)
        assert today(app).day == TODAY
    assert read_day(tmp_path, clock).day.did == "gardened"
    assert read_day(tmp_path, clock, "2026-03-03").day.pain_worst == 3


async def test_the_day_turns_at_day_ends(tmp_path: Path, clock: Clock) -> None:
    now = clock().replace(hour=2, minute=59) + timedelta(days=1)
    times = [now]
    async with opened(tmp_path, lambda: times[0]) as (app, pilot):
        assert today(app).day == TODAY
        times[0] = now + timedelta(minutes=2)
        await today(app)._look_again()
        await settle(app, pilot)
        assert today(app).day == TODAY + timedelta(days=1)


async def test_another_window_is_shown_and_never_overwritten(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        app.screen.query_one("#note", WritingArea).insert("mine")
        with_journal(tmp_path, clock, lambda s: change_day(s, TODAY, {"note": "theirs", "mood": 3}))
        await written(app, pilot)
        note = read_day(tmp_path, clock).day.note or ""
        assert "mine" in note
        assert "theirs" in note
        with_journal(tmp_path, clock, lambda s: change_day(s, TODAY, {"stress": 8}))
        await today(app)._look_again()
        await settle(app, pilot)
        assert "[8]" in screen_text(app)


async def test_a_kept_reflection_is_saved_as_it_is_written(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("i")
        app.screen.query_one("#reflection_text", WritingArea).insert("be kind")
        await written(app, pilot)
        assert [item.text for item in read_day(tmp_path, clock).reflections] == ["be kind"]
    async with opened(tmp_path, clock) as (app, pilot):
        assert app.screen.query_one("#reflection_text", WritingArea).text == "be kind"


def raw_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


async def test_words_let_go_never_touch_the_disk(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("i", "escape")
        today(app).action_jump("words")
        await pilot.press("l")
        area = app.screen.query_one("#reflection_text", WritingArea)
        area.insert("unspeakable-secret")
        await written(app, pilot)
        assert b"unspeakable" not in raw_bytes(tmp_path)
        today(app).action_jump("after")
        await pilot.press("7")
        await today(app).reflecting.finish()
        await settle(app, pilot)
        assert area.text == ""
    assert b"unspeakable" not in raw_bytes(tmp_path)
    (reflection,) = read_day(tmp_path, clock).reflections
    assert (reflection.kept, reflection.text, reflection.after) == (False, None, 7)


async def test_letting_go_of_what_was_kept_wipes_it(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        area = app.screen.query_one("#reflection_text", WritingArea)
        for words in ("regrettable-word ", "and more "):
            area.insert(words)
            await written(app, pilot)
        assert b"regrettable" in raw_bytes(tmp_path)
        today(app).action_jump("words")
        await pilot.press("l")
        await settle(app, pilot)
        assert b"regrettable" not in raw_bytes(tmp_path)
    assert b"regrettable" not in raw_bytes(tmp_path)
    assert isinstance(read_day(tmp_path, clock).reflections[0], Reflection)


async def test_it_stays_whole_in_small_and_tiny_terminals(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, size=(80, 24)) as (app, pilot):
        await pilot.press("e", "4")
        await settle(app, pilot)
        assert "Reflection" in screen_text(app)
        for width, height in ((60, 20), (40, 12), (20, 5), (120, 36)):
            await pilot.resize_terminal(width, height)
            await settle(app, pilot)
            assert screen_text(app).strip()
    assert read_day(tmp_path, clock).day.stress == 4


async def test_a_day_with_a_run_and_a_line_of_reflection_takes_at_most_25_keys(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, add_yesterdays_run)
    keys = ["s", "w", "4", "l", "5", "t", "l", "e", "6", "down", "5"]
    keys += ["a", "5", "full_stop", "2", "enter", "3", "2", "colon", "1", "0", "ctrl+s", "i"]
    assert len(keys) <= 25
    async with opened(tmp_path, clock) as (app, pilot):
        for key in keys:
            await pilot.press(key)
        await settle(app, pilot)
        app.screen.query_one("#reflection_text", WritingArea).insert("it went well")
        await written(app, pilot)
    view = read_day(tmp_path, clock)
    assert (view.day.pain_worst, view.day.stress, view.asked[0].response) == (4, 6, "settled")
    assert [(run.distance_km, run.duration_min) for run in view.runs] == [(5.2, 32.17)]
    assert [item.text for item in view.reflections] == ["it went well"]
