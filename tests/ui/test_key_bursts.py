"""Keys that arrive in one read of a real terminal: each finds the row, day and screen that the one before led to."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="pseudo-terminals are a POSIX thing")

from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.days import DayView, view_day
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.journal.session import Session
from tests.ui.harness import session_in, with_journal
from tests.ui.pseudo_terminal import AppInTerminal

QUIT = "\x11"
ESCAPE = "\x1b[27u"
"""Escape as terminals send it that tell it from the start of a sequence, also amid other keys."""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal with a run on the day before, so that Today begins with the question how it settled."""

    def add_run(session: Session) -> None:
        yesterday = session.today() - timedelta(days=1)
        save_run(session, Run("run-1", yesterday, kind="run", distance_km=5.2), yesterday)

    with_journal(tmp_path, lambda: datetime.now().astimezone(), add_run)
    return tmp_path


@pytest.fixture
def app(journal: Path) -> Iterator[AppInTerminal]:
    with AppInTerminal(journal) as app:
        app.wait_for("Function")
        app.wait_for("F1 help")
        app.read(0.6)
        yield app


def burst(app: AppInTerminal, keys: str) -> None:
    """Write all keys at once, let them be done with, and leave."""
    os.write(app.terminal, keys.encode())
    app.read(1.0)
    os.write(app.terminal, QUIT.encode())
    assert app.wait_exit() == 0


def day(folder: Path, back: int = 0) -> DayView:
    session = session_in(folder, lambda: datetime.now().astimezone())
    try:
        return view_day(session, session.today() - timedelta(days=back))
    finally:
        session.close()


def test_digits_go_to_the_rows_that_letters_lead_to(journal: Path, app: AppInTerminal) -> None:
    burst(app, "w4s7e6p10")
    found = day(journal).day
    assert (found.pain_worst, found.sleep_hours, found.stress, found.pain_morning) == (4, 7.0, 6, 10)


def test_words_go_into_the_dialog_that_opens(journal: Path, app: AppInTerminal) -> None:
    burst(app, ":hollow words\r:mood 4\rw3")
    found = day(journal).day
    assert (found.note, found.mood, found.pain_worst) == ("hollow words", 4, 3)
    assert found.sleep_hours is None
    assert day(journal).asked[0].response is None


def test_steps_of_the_day_are_each_made(journal: Path, app: AppInTerminal) -> None:
    burst(app, "[[w3[w2]]p1")
    assert [day(journal, back).day.pain_worst for back in range(4)] == [None, None, 3, 2]
    assert day(journal, 1).day.pain_morning == 1


def test_an_answer_a_text_and_an_undo_in_one_read(journal: Path, app: AppInTerminal) -> None:
    burst(app, f"yfw5w6uNa [b] c{ESCAPE}H\rN d{ESCAPE}")
    found = day(journal)
    assert found.asked[0].response == "flared"
    assert (found.day.note, found.day.pain_worst) == ("a [b] c d", 5)


def test_dialogs_and_pages_open_and_close_in_turn(journal: Path, app: AppInTerminal) -> None:
    burst(app, f"\x1bOQ{ESCAPE}\x1bOP{ESCAPE}:pain 6\rmthe step\x13w7")
    found = day(journal)
    assert (found.day.pain_worst, found.day.note) == (7, None)
    assert [moment.text for moment in found.moments] == ["the step"]


def test_the_first_key_of_a_place_comes_after_it(journal: Path, app: AppInTerminal) -> None:
    burst(app, "H\x1b[DGTw4\x1bORw8")
    assert day(journal).day.pain_worst == 4
    assert day(journal, 1).day.pain_worst == 8
