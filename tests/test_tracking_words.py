"""The words of the quiet line and of safe tracking: gentle, plain, and short enough for a line."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from sciatica_journal.guide.content import read_toml
from sciatica_journal.guide.offers import load_offers
from sciatica_journal.guide.pages import find_page
from tests.prose import AVOIDED, HARDEST_GRADE

NAGGING = (r"streak", r"missed", r"don't forget", r"you should", r"must", r"because", r"!", r"—")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


TEXTS = [*strings(read_toml("tracking.toml")), *strings(read_toml("offers.toml"))]


@pytest.mark.parametrize("pattern", [*(rf"\b{pattern}" for pattern in AVOIDED), *NAGGING])
def test_no_word_hurts_blames_promises_or_nags(pattern: str) -> None:
    assert [text for text in TEXTS if re.search(pattern, text, re.IGNORECASE)] == []


def test_a_tired_person_can_read_it() -> None:
    textstat = pytest.importorskip("textstat", reason="installed for development only")
    sentences = " ".join(text for text in TEXTS if text.strip().endswith("."))
    assert textstat.automated_readability_index(sentences) <= HARDEST_GRADE
    assert textstat.coleman_liau_index(sentences) <= HARDEST_GRADE


def test_a_line_fits_a_terminal_of_eighty_columns_with_its_keys() -> None:
    content = load_offers()
    filled = {"sign": "Weakness in the right leg", "surface": "Wet sand", "rhythm": "every other day"}
    for rule in content.rules:
        page = find_page(rule.page) if rule.page else None
        of_page = {"page": page.title.partition(":")[0], "minutes": str(page.minutes)} if page else {}
        words = rule.words.format(**filled, **of_page)
        assert len(f" {words}   g {content.open[rule.id]}   x {content.away} ") <= 80, rule.id
