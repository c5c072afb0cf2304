"""reflect: the gates of the practices hold on the shell as they do in the app."""

import pytest

from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.guide.practices import load_practices
from sciatica_journal.services.entries.reflections import keep_reflection
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import raise_signs
from sciatica_journal.services.safety.profile import Profile, save_profile
from tests.cli.conftest import Cli
from tests.given import EVE, TODAY, Clock, session_in

SHEET = next(one for one in load_practices() if one.id == "evidence_sheet")
BOTH = f"{SHEET.columns[0]}\nit follows my walks\n\n{SHEET.columns[1]}\ngone on holiday\n"


@pytest.fixture
def session(home, clock: Clock):  # type: ignore[no-untyped-def]  # a generator of one session
    session = session_in(home, clock)
    save_profile(session, Profile(examined=EVE))
    yield session
    session.close()


def test_all_practices_are_listed_with_why_some_are_closed(cli: Cli) -> None:
    ran = cli("reflect", "--list")
    assert ran.code == 0
    assert "  evidence_sheet: Evidence sheet, 10 min (after an examination)" in ran.out.splitlines()
    assert "  pick_one: Pick one and write, 10 min (cautions first)" in ran.out.splitlines()
    assert sum(line.startswith("  ") for line in ran.out.splitlines()) == 27
    listed = {one["practice"]: one["closed"] for one in cli("reflect", "--list", "--json").json}
    assert (listed["kind_coach"], listed["fear_ladder"]) == (None, "after an examination")


def test_listing_creates_no_journal(cli: Cli, home) -> None:  # type: ignore[no-untyped-def]  # a path
    cli("reflect", "--list")
    assert not home.exists()


def test_a_closed_practice_is_refused_with_why(cli: Cli, session: Session) -> None:
    raise_signs(session, ["saddle"])
    ran = cli("reflect", "-", "--practice", "evidence_sheet", stdin=BOTH)
    assert ran.code == 1
    assert "a red flag is open" in ran.err
    assert cli("show", "--json").json["reflections"] == []


def test_the_deeper_ones_open_once_agreed_and_close_again(cli: Cli, session: Session) -> None:
    ask = ("reflect", "-", "--practice", "pick_one", "--before", "2", "--after", "3")
    assert "cautions first" in cli(*ask, stdin="words").err
    assert "a shock or a loss" in cli("reflect", "--deep", "cautions").out
    assert cli("reflect", "--deep", "agree", "--json").json == {"agreed": "2026-03-04"}
    ran = cli(*ask, stdin="words")
    assert ran.code == 0
    assert "leave it alone today" in ran.out
    assert "one deep sitting a day" in cli(*ask, stdin="words").err
    assert cli("reflect", "--deep", "withdraw", "--json").json == {"agreed": None}


@pytest.mark.parametrize(("given", "missing"), [(["--after", "3"], "--before"), (["--before", "3"], "--after")])
def test_deep_writing_is_rated_before_and_after(cli: Cli, session: Session, given: list[str], missing: str) -> None:
    cli("reflect", "--deep", "agree")
    ran = cli("reflect", "-", "--practice", "pick_one", *given, stdin="words")
    assert (ran.code, missing in ran.err) == (2, True)


def test_a_hard_sitting_ends_on_how_to_come_down(cli: Cli, session: Session) -> None:
    cli("reflect", "--deep", "agree")
    ran = cli("reflect", "-", "--practice", "pick_one", "--before", "2", "--after", "8", "--json", stdin="words")
    assert "name five things you see" in ran.err


def test_both_columns_are_needed_and_no_word_is_lost(cli: Cli, session: Session) -> None:
    ran = cli("reflect", "-", "--practice", "evidence_sheet", stdin="it follows my walks\n")
    assert ran.code == 2
    assert SHEET.columns[1] in ran.err
    assert "records it" in ran.err, "the words are in a file that is named"
    kept = cli("reflect", "-", "--practice", "evidence_sheet", stdin=BOTH)
    assert kept.code == 0
    assert [one["text"] for one in cli("show", "--json").json["reflections"]] == [BOTH.strip()]


def test_yesterdays_guess_is_asked_back_and_answered(cli: Cli, session: Session) -> None:
    keep_reflection(session, Reflection("g", EVE, practice="prediction_check", minutes=1.0, before=6))
    assert "you expected 6" in cli("reflect", "-", "--practice", "kind_coach", stdin="word").err
    assert cli("reflect", "--yesterday", "2", "--json").json == {"id": "g", "answer": 2}
    assert cli("show", "yesterday", "--json").json["reflections"][0]["after"] == 2
    again = cli("reflect", "--yesterday", "2")
    assert (again.code, "Nothing from yesterday waits for an answer" in again.err) == (1, True)


def test_after_plenty_of_writing_words_are_kept_without_a_practice(cli: Cli, session: Session) -> None:
    for number in range(3):
        keep_reflection(session, Reflection(str(number), TODAY, practice="name_it", minutes=1.0, text="x"))
    ran = cli("reflect", "-", "--json", stdin="one more")
    assert (ran.code, ran.json["practice"]) == (0, None)
    assert "Enough for today" in ran.err
