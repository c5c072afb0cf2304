"""How the app ends in a real terminal: kill -9, SIGTERM, SIGHUP, a closed window, the quit key."""

import signal
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="pseudo-terminals are a POSIX thing")

from sciatica_journal.services.entries.days import view_day
from sciatica_journal.services.journal.session import Session
from tests.ui.harness import session_in, with_journal
from tests.ui.pseudo_terminal import LEAVES_ALTERNATE_SCREEN, SHOWS_CURSOR, AppInTerminal


def note_of_today(folder: Path) -> str | None:
    session = session_in(folder, lambda: datetime.now().astimezone())
    try:
        return view_day(session, session.today()).day.note
    finally:
        session.close()


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    with_journal(tmp_path, lambda: datetime.now().astimezone(), lambda _: None)
    return tmp_path


def start_writing(app: AppInTerminal, words: str) -> None:
    app.wait_for("Function")
    app.wait_for("F1 help")
    app.read(0.5)
    app.keys("N" + words)


def test_kill_9_loses_at_most_a_second_of_typing(journal: Path) -> None:
    with AppInTerminal(journal) as app:
        start_writing(app, "kept words [L5-S1]")
        until = time.monotonic() + 1.0
        while note_of_today(journal) != "kept words [L5-S1]" and time.monotonic() < until:
            app.read(0.05)
        app.kill(signal.SIGKILL)
        assert app.wait_exit() == -9
    assert note_of_today(journal) == "kept words [L5-S1]"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_and_gives_the_terminal_back(journal: Path, number: signal.Signals) -> None:
    with AppInTerminal(journal) as app:
        start_writing(app, "last words")
        app.kill(number)
        assert app.wait_exit() == 128 + number
        app.read(0.2)
        assert LEAVES_ALTERNATE_SCREEN in app.output
        assert SHOWS_CURSOR in app.output
    assert note_of_today(journal) == "last words"


def test_a_closed_window_loses_nothing(journal: Path) -> None:
    with AppInTerminal(journal) as app:
        start_writing(app, "words before the window closed")
        app.close_window()
        app.wait_exit()
    assert note_of_today(journal) == "words before the window closed"


def test_the_quit_key_loses_nothing_also_after_the_process_was_stopped(journal: Path) -> None:
    with AppInTerminal(journal) as app:
        start_writing(app, "and ")
        app.kill(signal.SIGSTOP)
        app.kill(signal.SIGCONT)
        app.read(0.2)
        app.keys("out\x11")
        assert app.wait_exit() == 0
        import termios

        assert termios.tcgetattr(app.terminal)[3] & termios.ECHO, "the terminal is still raw"
    assert note_of_today(journal) == "and out"


def test_hostile_text_reaches_no_terminal(journal: Path, clock: Callable[[], datetime]) -> None:
    hostile = "\u202eevil\u202c \u2066x\u2069 [/x] [@click=app.quit]y[/] [L5-S1]"
    from sciatica_journal.services.entries.days import change_day

    with_journal(journal, lambda: datetime.now().astimezone(), lambda s: change_day(s, s.today(), {"note": hostile}))
    with AppInTerminal(journal, size=(36, 120)) as app:
        app.wait_for("[L5-S1]")
        assert "[/x]" in app.text
        assert not set("\u202e\u202c\u2066\u2069") & set(app.text)


def test_a_dumb_terminal_is_told_what_to_do(journal: Path) -> None:
    with AppInTerminal(journal, env={"TERM": "dumb"}) as app:
        assert app.wait_exit() == 2
        assert "show" in app.text or "log" in app.text


def test_a_sign_written_just_before_leaving_is_still_answered(journal: Path) -> None:
    with AppInTerminal(journal) as app:
        start_writing(app, "saddle numb and I cannot pee")
        app.kill(signal.SIGTERM)
        assert app.wait_exit() == 128 + signal.SIGTERM
        app.read(0.3)
        assert "112" in app.text
    assert note_of_today(journal) == "saddle numb and I cannot pee"


def test_a_record_id_may_hold_anything(journal: Path) -> None:
    from datetime import timedelta

    from sciatica_journal.domain.run import Run
    from sciatica_journal.services.entries.runs import save_run

    def add(session: Session) -> None:
        yesterday = session.today() - timedelta(days=1)
        for ident in ("a.b", "a b", "é [/x]", "1"):
            save_run(session, Run(ident, yesterday, kind="run", distance_km=5.0), yesterday)

    with_journal(journal, lambda: datetime.now().astimezone(), add)
    with AppInTerminal(journal, size=(36, 120)) as app:
        app.wait_for("Function")
        app.wait_for("settled")
        app.keys("\x11")
        assert app.wait_exit() == 0
