"""Lists of phrases that are read only as far as a text asks for."""

import re

import pytest

from sciatica_journal.domain.safety.phrase_lists import Names, Phrasebook, PhraseList
from sciatica_journal.domain.safety.phrases import find_phrases, read_words
from sciatica_journal.guide.content import read_text

NAMES = Names({"odd": "numb|pins-and-needles", "limb": "leg|foot"})
PHRASES = PhraseList("<odd> * <limb>\n  cant [even] pee\n  leak~|drip & bladder\n  =<limb> dead", NAMES)


@pytest.mark.parametrize("text", ["pins and needles in a foot", "can't pee", "bladder is leaking", "foot dead"])
def test_few_texts_and_many_find_the_same(text: str) -> None:
    book, words = Phrasebook([("one", PHRASES)]), read_words(text)
    found = [list(find_phrases(book.index([words]), words)) for _ in range(9)]
    assert found[0]
    assert found == found[:1] * 9


@pytest.mark.parametrize("file", ["emergency", "same_day", "appointment"])
def test_a_name_is_an_alternative_of_its_own(file: str) -> None:
    text = "\n".join(line for line in read_text("safety", f"{file}.txt").splitlines() if line.startswith("  "))
    names = re.findall(r".<\w+>.", f"{text}\n")
    assert names
    assert [name for name in names if name[0] not in " |[=!" or name[-1] not in " |]-\n"] == []
