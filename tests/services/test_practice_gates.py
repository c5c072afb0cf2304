"""The gates of the practices on a real journal: what opens them, what closes them, and what is asked back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.errors import InvalidValue, NotThere
from sciatica_journal.domain.practices.deep_writing import NEXT_DAY
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.guide.content import read_toml
from sciatica_journal.guide.practices import load_practices
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.reflections import keep_reflection, let_go
from sciatica_journal.services.entries.sittings import check_columns, offered_practice
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.guide.practice_gates import (
    agree_to_deep,
    agreed_on,
    answer_back,
    open_practices,
    open_to_anybody,
    rules,
    withdraw_deep,
    words_after,
)
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import raise_signs, record_outcome
from sciatica_journal.services.safety.profile import Profile, save_profile
from sciatica_journal.storage.values import save_value
from tests.given import EVE, NOW, TODAY, SetClock, window
from tests.prose import AVOIDED

BY_ID = {one.id: one for one in load_practices()}


def closed(session: Session) -> set[int]:
    return {BY_ID[ident].number for ident in open_practices(session, TODAY).gates.closed}


def test_an_empty_journal_reads_as_someone_nobody_examined(session: Session) -> None:
    assert closed(session) == {1, 2, 4, 6, 9, 10, 11, 12, 13, 23}
    assert open_to_anybody(TODAY).gates == open_practices(session, TODAY).gates
    assert not session.paths.journal.exists()


@pytest.mark.parametrize("told", ["profile", "care"])
def test_an_examination_opens_what_reads_symptoms_anew(session: Session, told: str) -> None:
    if told == "profile":
        save_profile(session, Profile(examined=EVE))
    else:
        save_care(session, Examination("e", EVE))
    assert closed(session) == {1, 2, 4, 6, 23}


def test_an_open_flag_closes_it_again_until_its_outcome(session: Session) -> None:
    save_profile(session, Profile(examined=EVE))
    agree_to_deep(session)
    raise_signs(session, ["saddle"])
    assert closed(session) == {1, 2, 4, 6, 9, 10, 11, 12, 13, 16, 23}
    said = open_practices(session, TODAY).sayings
    assert said["evidence_sheet"] == said["pick_one"] == (rules()["checked_first"],)
    record_outcome(session, "seen_cleared")
    assert closed(session) == set()


def test_new_weakness_closes_watching_a_sensation_until_it_was_examined(session: Session) -> None:
    save_profile(session, Profile(examined=EVE))
    agree_to_deep(session)
    save_care(session, KnownSign("k", EVE, sign="numb", side="left"))
    assert closed(session) == {10}
    save_care(session, KnownSign("k", EVE, sign="numb", side="left", examined=TODAY))
    assert closed(session) == set()
    change_day(session, TODAY, {"numb": "left"})
    assert closed(session) == set()
    change_day(session, TODAY, {"numb": "right"})
    assert 10 in closed(session)


def test_the_cautions_are_agreed_to_with_a_day_and_can_be_withdrawn(session: Session, tmp_path: Path) -> None:
    assert agreed_on(session) is None
    agree_to_deep(session)
    session.close()
    with window(tmp_path / "home") as later:
        assert agreed_on(later) == open_practices(later, TODAY).agreed == TODAY
        withdraw_deep(later)
        assert agreed_on(later) is None
        assert {1, 2, 4, 6, 23} <= closed(later)


@pytest.mark.parametrize("kept", [5, [], {}, {"agreed": 5}, {"agreed": "soon"}])
def test_an_agreement_of_another_shape_is_none(session: Session, kept: object) -> None:
    save_value(session.writer(), "deep_writing", kept)
    assert agreed_on(session) is None


def test_deep_writing_is_told_what_to_mind_and_late_at_night_more(session: Session, clock: SetClock) -> None:
    said = rules()
    keep_reflection(session, Reflection("d", EVE, practice="anger_letter", minutes=9.0, before=1, after=1, text="x"))
    sayings = open_practices(session, TODAY).sayings
    assert sayings["anger_letter"] == (
        said["flip_out"], said["safety_first"], said["never_today"], "Sitting 2 of 2.",
    )  # fmt: skip
    assert said["safety_first"] in sayings["what_id_say"]
    assert sayings["pick_one"] == (said["flip_out"],)
    assert "kind_coach" not in sayings
    clock.now = NOW.replace(hour=22)
    assert open_practices(session, TODAY).sayings["pick_one"] == (said["late"], said["flip_out"])


def sit(session: Session, practice: str, day: int = 1, **fields: object) -> Reflection:
    values: dict[str, object] = {"minutes": 5.0, "text": "words", **fields}
    one = Reflection(f"{practice}{day}", TODAY - timedelta(days=day), practice=practice, **values)  # type: ignore[arg-type]  # chosen by the test
    keep_reflection(session, one)
    return one


def test_a_guess_is_asked_back_and_the_answer_is_its_second_rating(session: Session) -> None:
    guess = sit(session, "prediction_check", before=6)
    (asked,) = open_practices(session, TODAY).asked
    assert asked == (guess.id, "Prediction check, yesterday: you expected 6. How bad was it?")
    assert open_practices(session, EVE).asked == ()
    answer_back(session, guess.id, 2, TODAY)
    assert session.writer().get("reflection", guess.id) == replace(guess, after=2)
    assert open_practices(session, TODAY).asked == ()
    undo(session)
    assert len(open_practices(session, TODAY).asked) == 1


def test_a_guess_whose_words_were_let_go_is_asked_back_too(session: Session) -> None:
    guess = sit(session, "fear_ladder", before=3)
    let_go(session, guess)
    answer_back(session, guess.id, 1, TODAY)
    assert session.writer().get("reflection", guess.id) == replace(guess, kept=False, text=None, after=1)


def test_after_a_hard_sitting_the_next_day_is_asked_and_kept_beside_it(session: Session) -> None:
    agree_to_deep(session)
    hard = sit(session, "pick_one", before=2, after=8)
    found = open_practices(session, TODAY)
    assert [asked.id for asked in found.asked] == [hard.id]
    assert set(found.gates.closed.values()) >= {"answer yesterday's question"}
    answer_back(session, hard.id, 2, TODAY)
    assert session.writer().get("reflection", hard.id) == replace(hard, extra={NEXT_DAY: 2})
    assert "four_sessions" not in open_practices(session, TODAY).gates.closed
    answer_back(session, hard.id, None, TODAY)
    assert session.writer().get("reflection", hard.id) == hard


def test_the_second_time_it_did_not_settle_deep_writing_rests_and_a_therapist_is_named(session: Session) -> None:
    agree_to_deep(session)
    sit(session, "pick_one", 5, before=2, after=8, extra={NEXT_DAY: 7})
    hard = sit(session, "four_sessions", 1, before=2, after=7)
    assert open_practices(session, TODAY).notice is None
    answer_back(session, hard.id, 6, TODAY)
    found = open_practices(session, TODAY)
    assert found.notice is not None
    assert found.notice[0] == "Deep writing rests until Wed 18 Mar"
    assert found.notice[1].endswith(rules()["therapist"])
    assert found.gates.closed["pick_one"] == "rests until 18 Mar"
    assert all("steadying" in one.traits for one in found.gates.offered)


def test_an_answer_out_of_range_or_for_nothing_is_refused(session: Session) -> None:
    guess = sit(session, "prediction_check", before=6)
    with pytest.raises(InvalidValue):
        answer_back(session, guess.id, 11, TODAY)
    with pytest.raises(NotThere):
        answer_back(session, "gone", 1, TODAY)


def test_after_plenty_of_writing_the_day_offers_no_more(session: Session) -> None:
    for number in range(3):
        keep_reflection(session, Reflection(str(number), TODAY, practice="name_it", minutes=1.0, text="x"))
    found = open_practices(session, TODAY)
    assert found.notice == (rules()["enough_title"], rules()["enough"])
    assert offered_practice(found) is None
    assert offered_practice(found, "kind_coach") == BY_ID["kind_coach"]


def test_a_closed_practice_says_why(session: Session) -> None:
    found = open_practices(session, TODAY)
    with pytest.raises(NotThere, match="Evidence sheet is closed now: after an examination"):
        offered_practice(found, "evidence_sheet")
    with pytest.raises(NotThere, match=r"There is no practice 'x'.*kind_coach"):
        offered_practice(found, "x")


def test_both_columns_of_the_evidence_sheet_are_needed(session: Session) -> None:
    sheet = BY_ID["evidence_sheet"]
    first, second = sheet.columns
    check_columns(sheet, f"{first}\nfollows my walks\n\n{second}\ngone on holiday")
    check_columns(BY_ID["two_columns"], "What happened\nthis")
    for text in ("", "words", f"{first}\nfollows my walks", f"{second}\ngone"):
        with pytest.raises(InvalidValue, match="Nothing stands under"):
            check_columns(sheet, text)


def test_the_closing_step_comes_last_also_after_a_hard_sitting() -> None:
    deep, light = BY_ID["pick_one"], BY_ID["kind_coach"]
    assert words_after(light, Reflection("a", TODAY, before=1, after=9)) == light.closing
    assert words_after(deep, Reflection("a", TODAY, before=1, after=3)) == deep.closing
    assert words_after(deep, Reflection("a", TODAY, before=1, after=4)) == f"{rules()['after_hard']} {deep.closing}"
    assert words_after(None, Reflection("a", TODAY)) == ""


def test_what_is_said_around_the_practices_is_gentle() -> None:
    import re

    text = " ".join(str(value) for value in read_toml("practice_rules.toml").values())
    assert [pattern for pattern in AVOIDED if re.search(rf"\b{pattern}", text, re.IGNORECASE)] == []
    assert not set("!—…") & set(text)


@pytest.mark.parametrize("ident", BY_ID)
def test_every_practice_ends_with_one_ordinary_thing_and_rates_zero_to_ten(ident: str) -> None:
    practice = BY_ID[ident]
    assert practice.closing.count(".") >= 2
    assert "0 " in practice.rating
    assert ", 10 " in practice.rating
    assert 1 <= practice.minutes <= 20
    assert practice.is_deep == (practice.turn == 0)
