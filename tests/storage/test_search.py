"""Full-text search: every text a person wrote, by the beginnings of words, whatever else is typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.storage.history import redo, undo
from sciatica_journal.storage.search import CLOSE, OPEN, search
from sciatica_journal.storage.store import Store

from .journals import DAY, note, put, remove


def found(store: Store, words: str) -> list[tuple[str, str]]:
    """Kind and key of each hit, in order."""
    return [(hit.kind, hit.key) for hit in search(store, words)]


def has(store: Store, words: str) -> bool:
    return bool(search(store, words))


def test_every_text_of_every_kind_is_found(store: Store) -> None:
    put(
        store,
        Day(DAY, did="gardened", note="sciatic", lines=("slept six",), feelings=("proud",)),
        Run("r", DAY, title="Parkrun", note="muddy"),
        Reflection("s", DAY, text="kindness"),
        Moment("m", DAY, text="twinge"),
    )
    for words in ("gardened", "sciatic", "slept six", "proud"):
        assert found(store, words) == [("day", "2026-03-04")], words
    for words, kind in (("parkrun", "run"), ("muddy", "run"), ("kindness", "reflection"), ("twinge", "moment")):
        assert [hit.kind for hit in search(store, words)] == [kind], words


@pytest.mark.parametrize(
    ("text", "words", "hit"),
    [
        ("a walk in Grünbach", "grun", True),
        ("a walk in Grunbach", "grün", True),
        ("CAFÉ", "cafe", True),
        ("café", "CAFÉ", True),
        ("ran along the river", "riv ran", True),
        ("ran along the river", "river sea", False),
        ("ran along the river", "iver", False),
        ("left calf [L5-S1]", "l5 s1", True),
        ("left calf [L5-S1]", "[L5-S1]", True),
        ("5k in 32:10", "32:10", True),
        ("don't push", "don't", True),
        ("слабость в ноге", "слаб", True),
        ("脚が痛い", "脚が", True),
    ],
)
def test_words_are_found_by_their_beginnings_whatever_their_case_and_marks(
    store: Store, text: str, words: str, hit: bool
) -> None:
    note(store, text)
    assert has(store, words) is hit


@pytest.mark.parametrize(
    "words",
    ['"', '""', 'a"b', "'", "*", "a*", "^a", "a AND", "NOT a", "NEAR(a b)", "note:a", "-a", "(", ")", "{note}: a", "\\",
     "%", "_", "__", "a_b", ";", "--", "\x00", "a\x00b", "\ud800", "", " ", "?", "²", "a" * 5000, "[/x]"],
)  # fmt: skip
def test_nothing_of_the_search_s_own_language_is_understood(store: Store, words: str) -> None:
    note(store, "a b")
    put(store, Day(DAY, note="a b", did="x"))
    assert [hit.kind for hit in search(store, words)] in ([], ["day"])


@given(st.text(max_size=12))
@settings(max_examples=100)
def test_anything_typed_gives_hits_or_none(store: Store, words: str) -> None:
    assert all(hit.kind == "day" for hit in search(store, words))


def test_a_thousand_words_at_once(store: Store) -> None:
    note(store, "a b")
    assert has(store, "a b " * 500)
    assert not has(store, "a b c " * 500)


def test_snippets_mark_the_hits(store: Store) -> None:
    note(store, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen")
    (hit,) = search(store, "thirt")
    assert f"{OPEN}thirteen{CLOSE}" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.date == DAY
    (hit,) = search(store, "one five")
    assert hit.snippet.count(OPEN) == hit.snippet.count(CLOSE) == 2


def test_what_a_person_wrote_cannot_be_taken_for_a_mark(store: Store) -> None:
    note(store, f"a {OPEN}false{CLOSE} hit")
    (hit,) = search(store, "hit")
    assert hit.snippet == f"a \ufffdfalse\ufffd {OPEN}hit{CLOSE}"


def test_snippets_of_feelings_and_lines_read_as_text(store: Store) -> None:
    put(store, Day(DAY, feelings=("at ease", "proud")))
    assert [hit.snippet for hit in search(store, "proud")] == [f"at ease; {OPEN}proud{CLOSE}"]


def test_the_newest_come_first_over_all_kinds_and_no_more_than_asked_for(store: Store) -> None:
    for number in range(5):
        day = DAY - timedelta(days=number)
        put(store, Day(day, note="knee"), Run(f"r{number}", day, note="knee"), Moment(f"m{number}", day, text="knee"))
    hits = search(store, "knee")
    assert len(hits) == 15
    days: list[date] = [hit.date for hit in hits]
    assert days == sorted(days, reverse=True)
    assert {hit.date for hit in search(store, "knee", limit=3)} == {DAY}


def test_the_index_follows_every_change_undo_and_redo(store: Store) -> None:
    note(store, "alpha")
    note(store, "beta")
    assert (has(store, "alpha"), has(store, "beta")) == (False, True)
    undo(store)
    assert (has(store, "alpha"), has(store, "beta")) == (True, False)
    redo(store)
    assert (has(store, "alpha"), has(store, "beta")) == (False, True)
    remove(store, "day", DAY.isoformat())
    assert not has(store, "beta")
    undo(store)
    assert has(store, "beta")


def test_the_index_follows_a_record_to_another_day(store: Store) -> None:
    put(store, Run("r", DAY, note="hill"))
    put(store, Run("r", DAY - timedelta(days=3), note="hill"))
    assert [(hit.key, hit.date) for hit in search(store, "hill")] == [("r", DAY - timedelta(days=3))]


def test_runs_are_found_by_surface_kind_and_response_each_once(store: Store) -> None:
    put(
        store,
        Run("a", DAY, kind="run", surface="trail", title="Trail with Jo", response="flared"),
        Run("b", DAY - timedelta(days=1), kind="run_walk", surface="wet_sand", stride="changed"),
    )
    assert found(store, "trail") == found(store, "tra") == found(store, "trail flared") == [("run", "a")]
    assert found(store, "sand wet") == found(store, "walk") == found(store, "changed stride") == [("run", "b")]
    assert not has(store, "run")
    assert not has(store, "tr xyz")
    assert f"{OPEN}wet{CLOSE}" in search(store, "wet")[0].snippet
