"""Snippets of long texts: the first hit marked, soon, whatever the text repeats."""

from time import perf_counter

import pytest

from sciatica_journal.storage.search import LONG, search
from sciatica_journal.storage.snippet import CLOSE, OPEN, first_snippet
from sciatica_journal.storage.store import Store

from .journals import note


def marked(snippet: str) -> str:
    return snippet.replace(OPEN, "<").replace(CLOSE, ">")


@pytest.mark.parametrize(
    ("texts", "words", "snippet"),
    [
        ([None, "the left calf"], "calf", "the left <calf>"),
        (["walked home", "a Câlf, so weak"], "calf weak", "a <Câlf>, so <weak>"),
        (["a " * 9 + "calf" + " b" * 20], "cal", "…a a a <calf> b b b b b b b b…"),
        (["snake_case"], "case", "snake_<case>"),
        (["home"], "calf", "home"),
        ([None, ""], "calf", ""),
    ],
)
def test_a_snippet_shows_the_first_hit(texts: list[str | None], words: str, snippet: str) -> None:
    assert marked(first_snippet(texts, words)) == snippet


def test_a_long_text_is_found_as_a_short_one_is(store: Store) -> None:
    note(store, "ran far " * (LONG // 8) + "until the Knöchel hurt")
    (hit,) = search(store, "knoch hurt")
    assert marked(hit.snippet) == "…far until the <Knöchel> <hurt>"


@pytest.mark.timeout(20)
def test_a_word_repeated_many_times_costs_little(store: Store) -> None:
    note(store, "pain " * 20_000)
    began = perf_counter()
    (hit,) = search(store, "pain")
    assert perf_counter() - began < 1
    assert hit.snippet.count(OPEN) == 12
