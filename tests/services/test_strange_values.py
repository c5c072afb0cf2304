"""Small values that another program wrote, as a restored backup can bring them: they are left out, nothing stops."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety import flags
from sciatica_journal.services.safety.safety_line import put_away, safety_line
from sciatica_journal.storage.values import save_value
from tests.given import TODAY, SetClock, window


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with window(tmp_path, SetClock()) as session:
        yield session


@pytest.mark.parametrize("value", [["numb left"], {"numb left": 5}, {"numb left": "soon"}, "numb left", 7])
def test_a_sign_is_asked_about_whatever_was_kept_of_the_question(session: Session, value: Any) -> None:
    change_day(session, TODAY, {"numb": "left"})
    save_value(session.writer(), "signs_asked", value)
    line = safety_line(session, view_day(session, TODAY).day)
    assert line is not None
    assert line.opens == "sign"
    put_away(session, line)
    again = safety_line(session, view_day(session, TODAY).day)
    assert again is None or again.opens != "sign"


@pytest.mark.parametrize("day", ["soon", 5, None, "9999-12-31"])
def test_a_check_is_due_whatever_was_kept_of_putting_it_away(session: Session, day: Any) -> None:
    change_day(session, TODAY - timedelta(days=8), {"pain_worst": 4})
    save_value(session.writer(), "safety_lines", {"check_weekly": day})
    line = safety_line(session, view_day(session, TODAY).day)
    assert line is not None
    assert line.opens == "check"


@pytest.mark.parametrize("entry", [{"answer": "no", "evidence": 5}, {"answer": ["no"]}, {"evidence": [5]}, {}, 5])
def test_a_red_flag_opens_whatever_was_kept_of_the_answers(session: Session, entry: Any) -> None:
    change_day(session, TODAY, {"pain_worst": 3})
    save_value(session.writer(), "flag_answers", {f"bladder {TODAY}": entry, "bladder": entry, "bladder soon": entry})
    (notice,) = change_day(session, TODAY, {"note": "can't pee"}).notices
    assert notice.trigger == "bladder"
    assert [one.trigger for one in flags.open_notices(session)] == ["bladder"]
