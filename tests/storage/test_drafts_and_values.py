"""Drafts of unfinished writing, small values and open red flags: kept across restarts."""

from pathlib import Path

import pytest

from sciatica_journal.domain.errors import InvalidValue, JournalUnusable
from sciatica_journal.storage.drafts import Draft, drop_draft, load_draft, save_draft
from sciatica_journal.storage.flags import acknowledge_flags, close_flags, open_flags, raise_flag
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.values import load_value, save_value

from .journals import DAY, NOW, count, edit, files_with, opened

DRAFT = Draft("quick line", DAY, NOW, {"text": "pain 4, [L5-S1] 🏃 \x1b", "at": 3})


def test_a_draft_is_there_after_a_restart_and_the_newest_of_a_name_counts(path: Path) -> None:
    with opened(path) as store:
        save_draft(store, DRAFT)
        save_draft(store, DRAFT._replace(body={"text": "pain 5"}))
        save_draft(store, DRAFT._replace(name="run form"))
    with opened(path) as store:
        assert load_draft(store, "quick line") == DRAFT._replace(body={"text": "pain 5"})
        assert load_draft(store, "run form") == DRAFT._replace(name="run form")
        assert load_draft(store, "moment form") is None


def test_a_dropped_draft_leaves_no_word_in_the_file(path: Path) -> None:
    with opened(path) as store:
        save_draft(store, DRAFT._replace(body={"text": "UNSAID " * 2000}))
        assert files_with(path.parent, "UNSAID") == ["journal.db"]
        with store.transaction():
            drop_draft(store, "quick line")
        assert load_draft(store, "quick line") is None
    assert files_with(path.parent, "UNSAID") == []


def test_drafts_are_no_changes(store: Store) -> None:
    save_draft(store, DRAFT)
    save_value(store, "reading", [1])
    assert count(store, "change") == count(store, "version") == 0


def test_a_surrogate_in_a_draft_is_kept_as_a_mark(store: Store) -> None:
    save_draft(store, DRAFT._replace(body={"text": "a\ud83d"}))
    found = load_draft(store, "quick line")
    assert found is not None
    assert found.body == {"text": "a\ufffd"}


@pytest.mark.parametrize("value", [None, 5, "text", [1, {"a": None}], {"positions": {"start-here": 12}, "read": []}])
def test_values_come_back_as_they_were(path: Path, value: object) -> None:
    with opened(path) as store:
        save_value(store, "x", "before")
        save_value(store, "x", value)
    with opened(path, writable=False) as store:
        assert load_value(store, "x") == value
        assert load_value(store, "y") is None


def test_a_value_that_json_cannot_say_is_refused(store: Store) -> None:
    with pytest.raises(InvalidValue):
        save_value(store, "x", float("inf"))
    assert load_value(store, "x") is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE draft SET body = '{'",
        "UPDATE draft SET body = '5'",
        "UPDATE draft SET day = 'x'",
        "UPDATE draft SET at = ''",
    ],
)
def test_a_damaged_draft_is_told_in_words(path: Path, statement: str) -> None:
    with opened(path) as store:
        save_draft(store, DRAFT)
    edit(path, statement)
    with opened(path) as store, pytest.raises(JournalUnusable, match="does not read"):
        load_draft(store, "quick line")


def test_a_damaged_value_is_told_in_words(path: Path) -> None:
    with opened(path) as store:
        save_value(store, "x", {"a": 1})
    edit(path, "UPDATE value SET body = '{\"a\"'")
    with opened(path) as store, pytest.raises(JournalUnusable, match="does not read"):
        load_value(store, "x")


def test_a_flag_stays_open_until_an_outcome_is_recorded(path: Path) -> None:
    with opened(path) as store:
        assert raise_flag(store, "saddle", "E", DAY, NOW)
        assert not raise_flag(store, "saddle", "E", DAY, NOW)
        assert raise_flag(store, "bladder", "E", DAY, NOW)
    with opened(path) as store:
        acknowledge_flags(store, NOW)
        assert [flag.trigger for flag in open_flags(store)] == ["saddle", "bladder"]
        assert store.rows("SELECT DISTINCT acknowledged FROM flag") == [(NOW.isoformat(),)]
        assert close_flags(store, "by_mistake", "", NOW, "saddle") == 1
        assert [flag.trigger for flag in open_flags(store)] == ["bladder"]
        assert close_flags(store, "seen_cleared", "all fine", NOW) == 1
        assert open_flags(store) == []
        assert raise_flag(store, "saddle", "E", DAY, NOW)
