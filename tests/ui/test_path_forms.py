"""The forms of care: what is typed becomes the record, what cannot be is told at its field."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.services.care.words import path_words
from sciatica_journal.ui.dialogs.care.examined import ExaminedDialog
from sciatica_journal.ui.dialogs.care.forms import CARE_FORMS, care_form
from sciatica_journal.ui.dialogs.care.override import OverrideDialog
from sciatica_journal.ui.dialogs.form import FormDialog, RecordForm
from tests.given import EVE, NOW, TODAY, window
from tests.ui.dialogs import NASTY, Clock, asked, said, still, typed
from tests.ui.harness import opened, screen_text

NEXT_WEEK = TODAY + timedelta(days=7)
FULL: dict[str, Any] = {
    "examination": Examination("x", EVE, who="GP", neurological=True, told=f"{NASTY}\nb", makes_sense=4,
                               green_light="limits", limits="20 min", scan="MRI 2025", note="n"),
    "appointment": Appointment("x", NEXT_WEEK, start=NOW.replace(hour=9, minute=30) + timedelta(days=7), who="GP",
                               place="Main Street", note=NASTY),
    "question": Question("x", EVE, text=NASTY, asked=TODAY, answer="b"),
    "treatment": Treatment("x", EVE, until=TODAY, what=NASTY, helped="unsure", note="b\nc"),
}  # fmt: skip


def filled(dialog: FormDialog[Any], state: dict[str, str]) -> None:
    dialog.show_state({**dialog.state(), **state})


@pytest.mark.parametrize("kind", sorted(CARE_FORMS))
async def test_a_full_record_shows_whole_and_unchanged_is_nothing_to_save(
    tmp_path: Path, clock: Clock, kind: str
) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        dialog = care_form(app.journal.session, kind, FULL[kind])
        answers = await asked(app, pilot, dialog)
        assert dialog.typed() == {}
        assert all(dialog.state().values())
        await pilot.press("ctrl+s")
        assert answers == [None]


@pytest.mark.parametrize("kind", sorted(CARE_FORMS))
async def test_typed_anew_it_is_the_same_record(tmp_path: Path, clock: Clock, kind: str) -> None:
    with window(tmp_path / "other", clock) as session:
        form: RecordForm[Any] = care_form(session, kind, FULL[kind])
        state = dict(form.initial)
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        dialog = care_form(app.journal.session, kind)
        answers = await asked(app, pilot, dialog)
        filled(dialog, state)
        await pilot.press("ctrl+s")
        await still(app, pilot)
        day = {} if kind != "question" else {"date": EVE}
        assert [replace(answer, id="x", **day) for answer in answers] == [FULL[kind]], said(app)


@pytest.mark.parametrize(
    ("kind", "state", "words"),
    [
        ("appointment", {"who": "GP"}, "When is it?"),
        ("appointment", {"on": "+7d", "time": "25:99"}, "not a time of day"),
        ("examination", {}, "Nothing is filled in"),
        ("examination", {"on": NEXT_WEEK.isoformat()}, "in the future"),
        ("question", {"answer": "yes"}, "no question yet"),
        ("treatment", {"on": "yesterday"}, "What was tried?"),
        ("treatment", {"what": "x", "until": "-9d"}, "before it began"),
    ],
)
async def test_what_cannot_be_kept_is_told(
    tmp_path: Path, clock: Clock, kind: str, state: dict[str, str], words: str
) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        dialog = care_form(app.journal.session, kind)
        answers = await asked(app, pilot, dialog)
        filled(dialog, state)
        await pilot.press("ctrl+s")
        await still(app, pilot)
        assert words in said(app)
        assert answers == []


async def test_a_new_examination_without_a_day_is_of_today(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        answers = await asked(app, pilot, care_form(app.journal.session, "examination"))
        await typed(app, pilot, "<enter>", "GP", "<enter>", "<n>", "<ctrl+s>")
        assert [(one.date, one.who, one.neurological) for one in answers] == [(TODAY, "GP", False)]


async def test_whether_nerves_were_tested_can_stay_unsure(tmp_path: Path, clock: Clock) -> None:
    seen = replace(FULL["examination"], neurological=None)
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        dialog = care_form(app.journal.session, "examination", seen)
        answers = await asked(app, pilot, dialog)
        assert dialog.state()["tested"] == "unsure"
        await pilot.press("ctrl+s")
        assert answers == [None]


async def test_an_appointment_that_is_moved_keeps_its_time(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        dialog = care_form(app.journal.session, "appointment", FULL["appointment"])
        answers = await asked(app, pilot, dialog)
        filled(dialog, {"on": "+35d"})
        await pilot.press("ctrl+s")
        (moved,) = answers
        assert moved.start.isoformat() == "2026-04-08T09:30:00+02:00", (
            "the wall clock holds over the summer-time change"
        )


async def test_a_draft_of_a_question_is_there_again(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await asked(app, pilot, care_form(app.journal.session, "question"))
        await typed(app, pilot, f"May I {NASTY}", "<escape>")
        await still(app, pilot)
        again = care_form(app.journal.session, "question")
        await asked(app, pilot, again)
        assert again.state()["question"] == f"May I {NASTY}"
        assert "not saved" in said(app)


@pytest.mark.parametrize("size", [(120, 36), (60, 20), (40, 12)], ids=str)
async def test_going_on_says_what_it_means_before_it_asks_why(
    tmp_path: Path, clock: Clock, size: tuple[int, int]
) -> None:
    async with opened(tmp_path, clock, size) as (app, pilot):
        answers = await asked(app, pilot, OverrideDialog("not_examined", path_words()["override"], TODAY))
        if size[1] > 12:
            assert "Nobody has examined this pain" in screen_text(app)
        await pilot.press("enter")
        await still(app, pilot)
        assert answers == []
        await typed(app, pilot, NASTY, "<enter>")
        assert answers == [NASTY]


async def test_no_sign_is_ticked_beforehand(tmp_path: Path, clock: Clock) -> None:
    signs = {"one 1": f"numb, left, {NASTY}", "two": "weak"}
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        dialog = ExaminedDialog(signs, TODAY, path_words()["examined"]["ask"])
        answers = await asked(app, pilot, dialog)
        assert set(dialog.state().values()) == {""}
        assert NASTY in screen_text(app)
        await pilot.press("down", "space", "ctrl+s")
        assert answers == [("two",)]


async def test_a_form_bears_every_size(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        for kind in sorted(CARE_FORMS):
            await asked(app, pilot, care_form(app.journal.session, kind, FULL[kind]))
            for size in ((20, 5), (1, 1), (80, 24)):
                await pilot.resize_terminal(*size)
                screen_text(app)
            await pilot.press("escape")
            await still(app, pilot)
