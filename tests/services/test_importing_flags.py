"""Red flags and what the first launch was told travel with an export, and no import makes a flag weaker."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.plain import Record, to_plain
from sciatica_journal.services.entries.undoing import redo, undo
from sciatica_journal.services.exchange.exporting import export_jsonl
from sciatica_journal.services.exchange.importing import notices_of_plan, run_import
from sciatica_journal.services.exchange.plan import Report
from sciatica_journal.services.exchange.planning import plan_import
from sciatica_journal.services.exchange.taking_back import undo_import
from sciatica_journal.services.guide.practice_gates import agree_to_deep, agreed_on
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.measures.choices import Choices, keep, load_choices
from sciatica_journal.services.safety import flags
from sciatica_journal.services.safety.flag_answers import load_answers
from sciatica_journal.services.safety.notice import Notice
from sciatica_journal.services.safety.profile import Profile, is_first_launch, load_profile, save_profile
from sciatica_journal.services.safety.telling import notices_for_signs
from sciatica_journal.storage.check import faults, unreadable
from sciatica_journal.storage.flags import close_flags, open_flags, open_triggers, raise_flag
from sciatica_journal.storage.history import changing
from sciatica_journal.storage.set_aside import flag_records
from tests.given import SetClock, window

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
FLAG = {
    "type": "flag", "id": "mine", "date": "2026-11-20", "trigger": "saddle", "tier": "E",
    "opened": "2026-11-20T08:00:00+00:00",
}  # fmt: skip
CLOSED = {**FLAG, "outcome": "seen_cleared", "told": "all fine", "closed": "2026-11-21T09:00:00+00:00"}


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
def session(tmp_path: Path, clock: SetClock) -> Iterator[Session]:
    with window(tmp_path / "one", clock) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path, clock: SetClock) -> Iterator[Session]:
    with window(tmp_path / "two", clock) as opened:
        yield opened


def save(session: Session, day: date, **fields: Any) -> tuple[Notice, ...]:
    with changing(session.writer(), "test", session.now(), session.window) as change:
        change.put(Day(day, **fields))
    return flags.evaluate(session, day)


def file_of(folder: Path, *objects: dict[str, Any] | Record | str) -> Path:
    path = folder / f"{len(list(folder.iterdir()))}.jsonl"
    lines = [one if isinstance(one, str) else json.dumps(one if isinstance(one, dict) else to_plain(one))
             for one in objects]  # fmt: skip
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def imported(session: Session, path: Path) -> Report:
    return run_import(session, plan_import(session, [path]))


def test_what_was_asked_and_answered_travels_and_nothing_is_asked_again(
    session: Session, other: Session, clock: SetClock, tmp_path: Path
) -> None:
    save_profile(session, Profile(date(2026, 3, 1), leg_worse=True, signs={"saddle": "new", "numb": "none"}))
    notices_for_signs(session, load_profile(session))
    flags.record_outcome(session, "seen_treated", "keep [moving]")
    for back in range(60, -1, -1):
        clock.now = NOW - timedelta(days=back)
        day = TODAY - timedelta(days=back)
        save(session, day, pain_worst=5, numb="left" if back > 50 else None, weak="left" if back == 9 else None)
        if back in (52, 8):
            flags.answer(session, "weakness", day, yes=False)
            flags.record_outcome(session, "by_mistake")
    save(session, TODAY, note="cannot pee since noon")
    assert "bladder" in open_triggers(session.readable())
    first = list(export_jsonl(session))
    assert sum('"type":"flag"' in line for line in first) >= 3

    path = file_of(tmp_path, *first)
    report = imported(other, path)
    assert list(export_jsonl(other)) == first
    assert not is_first_launch(other)
    assert load_profile(other) == load_profile(session)
    assert open_triggers(other.readable()) == open_triggers(session.readable())
    assert "bladder" in {notice.trigger for notice in report.notices}
    assert imported(other, path).totals["new"] == 0
    assert list(export_jsonl(other)) == first
    assert faults(other.readable()) == unreadable(other.readable()) == []


def test_of_several_answers_each_day_gets_its_own(session: Session, other: Session, tmp_path: Path) -> None:
    days = [TODAY - timedelta(days=back) for back in (9, 11, 40, 400)]
    imported(session, file_of(tmp_path, *(Day(day, numb="both") for day in days)))
    flags.record_outcome(session, "seen_cleared", "known")
    save(session, TODAY, note="numb in both legs again, and it is new")
    flags.record_outcome(session, "by_mistake")
    first = list(export_jsonl(session))
    assert not imported(other, file_of(tmp_path, *first)).notices
    assert list(export_jsonl(other)) == first
    settled = {key: entry["answer"] for key, entry in load_answers(other.readable()).entries.items()}
    assert [settled[f"both_legs {day}"] for day in days] == ["seen"] * 4


def test_an_open_flag_comes_open_with_its_notice_and_is_closed_by_an_outcome_alone(
    session: Session, tmp_path: Path
) -> None:
    report = imported(session, file_of(tmp_path, FLAG))
    assert [notice.trigger for notice in report.notices] == ["saddle"]
    assert [notice.trigger for notice in flags.open_notices(session)] == ["saddle"]
    imported(session, file_of(tmp_path, CLOSED))
    assert [flag.trigger for flag in open_flags(session.readable())] == ["saddle"]
    assert flags.record_outcome(session, "seen_cleared") == 1
    imported(session, file_of(tmp_path, FLAG))
    assert not open_flags(session.readable())


def test_a_flag_of_another_journal_neither_closes_nor_doubles_one_of_this(session: Session, tmp_path: Path) -> None:
    save(session, TODAY, numb="both")
    theirs = {**CLOSED, "trigger": "both_legs", "id": "a"}
    still = {**FLAG, "trigger": "both_legs", "id": "b", "opened": "2026-11-20T09:00:00+00:00"}
    report = imported(session, file_of(tmp_path, theirs, still))
    assert [item.action for item in report.items] == ["new", "skipped"]
    assert [flag.date for flag in open_flags(session.readable())] == [TODAY]


def test_taking_an_import_back_takes_its_flags_unless_an_outcome_was_noted_since(
    session: Session, tmp_path: Path
) -> None:
    more = {**FLAG, "id": "x", "trigger": "bladder"}
    profile = {"type": "profile", "examined": True, "signs": {}}
    path = file_of(tmp_path, FLAG, more, profile, {"type": "day", "date": "2026-11-01", "mood": 5})
    imported(session, path)
    flags.record_outcome(session, "seen_cleared", "fine", "bladder")
    back = undo_import(session)
    assert (back.removed, back.kept) == (3, 1)
    assert [flag.trigger for flag in flag_records(session.readable())] == ["bladder"]
    assert is_first_launch(session)


def test_undo_of_an_import_keeps_what_came_of_its_flags(session: Session, tmp_path: Path) -> None:
    imported(session, file_of(tmp_path, FLAG, {**FLAG, "id": "x", "trigger": "bladder"}))
    flags.record_outcome(session, "seen_cleared", "fine", "bladder")
    undo(session)
    assert [(flag.trigger, flag.told) for flag in flag_records(session.readable())] == [("bladder", "fine")]
    redo(session)
    assert {flag.trigger: flag.is_open for flag in flag_records(session.readable())} == {
        "bladder": False, "saddle": True,
    }  # fmt: skip
    assert unreadable(session.readable()) == []


@pytest.mark.parametrize("take_back", [undo_import, undo])
def test_what_ones_own_notes_raised_stays_open_once_the_import_is_gone(
    session: Session, tmp_path: Path, take_back: Callable[[Session], object]
) -> None:
    theirs = {"type": "day", "date": "2026-11-20", "numb": "both"}
    imported(session, file_of(tmp_path, {**FLAG, "id": "x", "trigger": "both_legs"}, FLAG, theirs))
    with changing(session.writer(), "test", NOW, "w"):
        session.writer().put(Day(TODAY, numb="both"))
    assert flags.evaluate(session, TODAY) == (), "it is open already"
    take_back(session)
    assert [(flag.trigger, flag.date) for flag in open_flags(session.readable())] == [("both_legs", TODAY)]


def test_flags_of_one_trigger_and_second_are_told_apart(session: Session, other: Session, tmp_path: Path) -> None:
    for _ in range(3):
        assert raise_flag(session.writer(), "saddle", "E", TODAY, NOW)
        close_flags(session.writer(), "by_mistake", "", NOW)
    first = list(export_jsonl(session))
    imported(other, file_of(tmp_path, *first))
    assert list(export_jsonl(other)) == first
    assert len({flag.id for flag in flag_records(other.readable())}) == 3


def test_what_other_programs_add_to_a_flag_survives(session: Session, other: Session, tmp_path: Path) -> None:
    imported(session, file_of(tmp_path, {**CLOSED, "phone": "[x]"}, {**FLAG, "tier": "X"}))
    first = list(export_jsonl(session))
    assert '"phone":"[x]"' in "".join(first)
    assert [record.TYPE for record in flag_records(session.readable())] == ["flag"], "the strange one goes unread"
    imported(other, file_of(tmp_path, *first))
    assert list(export_jsonl(other)) == first


def test_a_flag_without_any_day_is_open_as_of_today(session: Session, tmp_path: Path) -> None:
    path = file_of(tmp_path, {"type": "flag", "trigger": "saddle", "tier": "E"})
    assert [notice.trigger for notice in imported(session, path).notices] == ["saddle"]
    assert [flag.date for flag in open_flags(session.readable())] == [TODAY]
    assert imported(session, path).totals["new"] == 0


def test_the_named_activities_and_the_agreement_to_deep_practices_travel(
    session: Session, other: Session, tmp_path: Path
) -> None:
    save_profile(session, Profile(examined=True))
    keep(session, Choices(names=("run 5 km", "sit [still]"), rmdq=True))
    agree_to_deep(session)
    first = list(export_jsonl(session))
    imported(other, file_of(tmp_path, *first))
    assert list(export_jsonl(other)) == first
    assert load_choices(other) == load_choices(session)
    assert agreed_on(other) == TODAY
    undo_import(other)
    assert (load_choices(other), agreed_on(other), is_first_launch(other)) == (Choices(), None, True)


def test_a_profile_of_another_shape_is_no_first_launch(session: Session, tmp_path: Path) -> None:
    strange = ({"type": "profile", "id": "a", "name": "Ana"}, {"type": "profile", "signs": {}, "examined": 3})
    imported(session, file_of(tmp_path, *strange))
    assert is_first_launch(session)
    assert sum('"type":"profile"' in line for line in export_jsonl(session)) == 2


def test_the_profile_of_this_journal_stays(session: Session, tmp_path: Path) -> None:
    mine = Profile(None, signs={"numb": "new"})
    save_profile(session, mine)
    report = imported(session, file_of(tmp_path, {"type": "profile", "examined": True, "signs": {"numb": "known"}}))
    assert [item.action for item in report.items] == ["skipped"]
    assert load_profile(session) == mine


@pytest.mark.parametrize(
    ("record", "trigger"),
    [
        (Background("background", TODAY, accident=True), "accident"),
        (Background("background", TODAY, cancer=True), "cancer_signs"),
        (KnownSign("s", TODAY - timedelta(days=90), sign="saddle"), "saddle"),
        (KnownSign("s", TODAY - timedelta(days=3), sign="weak", side="left"), "weakness"),
        ({"type": "profile", "signs": {"bladder": "new"}}, "bladder"),
    ],
)
def test_what_was_told_asks_once_it_is_imported(
    session: Session, tmp_path: Path, record: Record | dict[str, Any], trigger: str
) -> None:
    report = imported(session, file_of(tmp_path, record))
    assert trigger in {notice.trigger for notice in report.notices}
    flags.record_outcome(session, "seen_cleared")
    assert imported(session, file_of(tmp_path, record)).notices == ()


def test_a_sign_that_was_examined_asks_nothing(session: Session, tmp_path: Path) -> None:
    sign = KnownSign("s", TODAY - timedelta(days=90), sign="saddle", examined=TODAY)
    assert imported(session, file_of(tmp_path, sign)).notices == ()
    assert imported(session, file_of(tmp_path, replace(sign, id="t", ended=TODAY))).notices == ()


KNOWN = {"type": "sign", "id": "toes", "date": "2024-05-01", "sign": "weak", "side": "left", "examined": "2024-06-01"}
WEAK_TODAY = {"type": "day", "date": "2026-11-22", "weak": "left"}
NOTED = {"type": "day", "date": "2026-11-20", "note": "numb between my legs"}


@pytest.mark.parametrize(
    ("brought", "asks"),
    [
        ([{**FLAG, "date": "2026-10-01", "opened": "2026-10-01T08:00:00+00:00"}], {"saddle"}),
        ([NOTED, CLOSED], set()),
        ([{**NOTED, "date": "2026-11-22"}, CLOSED], {"saddle"}),
        ([NOTED, FLAG], {"saddle"}),
        ([WEAK_TODAY], {"weakness"}),
        ([WEAK_TODAY, KNOWN], set()),
        ([WEAK_TODAY, {**KNOWN, "changed": "2026-11-19"}], {"weakness"}),
        ([WEAK_TODAY, {**KNOWN, "side": "right"}], {"weakness"}),
        ([{**WEAK_TODAY, "date": f"2026-11-{day}"} for day in (18, 20, 22)], {"weakness"}),
        ([{**KNOWN, "sign": "bladder", "examined": None}], {"bladder"}),
        ([{**KNOWN, "sign": "bladder"}], set()),
        ([{"type": "profile", "signs": {"saddle": "new"}}], {"saddle"}),
        ([{"type": "profile", "examined": True, "signs": {"weak": "known"}}, WEAK_TODAY], set()),
        ([{"type": "background", "id": "background", "date": "2026-01-01", "cancer": True}], {"cancer_signs"}),
    ],
)  # fmt: skip
def test_a_dry_run_tells_what_the_import_asks(
    session: Session, tmp_path: Path, brought: list[dict[str, Any]], asks: set[str]
) -> None:
    plan = plan_import(session, [file_of(tmp_path, *brought)])
    ahead = {notice.trigger for notice in notices_of_plan(session, plan)}
    assert session.reader() is None, "nothing was written"
    assert ahead == {notice.trigger for notice in run_import(session, plan).notices}
    assert ahead == asks
