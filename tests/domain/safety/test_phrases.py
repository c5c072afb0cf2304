"""Phrases in text, and how the safety content writes them."""

import pytest

from sciatica_journal.domain.safety.phrases import find_phrases, index_phrases, plain_word, read_words
from sciatica_journal.guide.content import read_text
from sciatica_journal.guide.safety import load_safety


def found(phrase: str, text: str) -> list[tuple[int, int]]:
    return [(start, end) for _, start, end in find_phrases(index_phrases([("one", phrase)]), read_words(text))]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("both legs", "both legs, both leg", [(0, 2), (2, 4)]),
        ("=legs numb", "leg numb, legs numb", [(2, 4)]),
        ("pins-and-needles|numb * foot|toe", "pins and needles in my foot", [(0, 6)]),
        ("numb * foot", "numb a b c foot", [(0, 5)]),
        ("numb * foot", "numb a b c d foot", []),
        ("numb ** foot", "numb a b c d foot", [(0, 6)]),
        ("numb * foot", "numb not foot", []),
        ("numb * foot", "numb. Foot", []),
        ("end it $", "end it, end it all", [(0, 2)]),
        ("cant [even|really] pee", "can't pee, cannot really pee, can not even pee", [(0, 2), (2, 5), (5, 8)]),
        ("numb * [left] $", "numb left", [(0, 2)]),
        ("leak~|drip & bladder", "bladder is leaking, the tap too", [(0, 3)]),
        ("leak~ &2 bladder", "leaking a b c bladder", []),
        ("leak~ & bladder !tap", "the tap was leaking, bladder fine", []),
        ("leak~ & bladder", "leaking. Bladder fine", []),
        ("leak~ &. bladder", "leaking. Bladder", [(0, 2)]),
        ("bladder & leak~", "bladder not leaking", []),
        ("lost & foot|=leg", "lost in my leg", [(0, 4)]),
        ("lost & foot|=leg", "lost in my legs", []),
        ("pee-myself &", "I pee myself", [(1, 3)]),
        ("bladder &", "no trouble with my bladder", []),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, text: str, places: list[tuple[int, int]]) -> None:
    assert found(phrase, text) == places


def test_phrases_are_written_plainly() -> None:
    for trigger in load_safety().triggers:
        for phrase in (*trigger.phrases, *trigger.mild, *trigger.excepted):
            assert phrase == phrase.lower()
            assert phrase[0].isalnum() or phrase[0] == "=", phrase
            assert "& &" not in phrase, phrase
            assert "<" not in phrase
            assert not {"'", "’", '"', ",", ":"}.intersection(phrase), phrase


def test_phrases_have_only_words_that_texts_are_read_as() -> None:
    for trigger in load_safety().triggers:
        for phrase in (*trigger.phrases, *trigger.mild, *trigger.excepted):
            for element in set(phrase.split()) - {"*", "**", "$"}:
                if element[0] == "&":
                    continue
                for choice in element.strip("[]").removeprefix("!").split("|"):
                    written = choice.removeprefix("=").replace("-", " ")
                    if "~" in written:
                        assert written.index("~") == len(written) - 1 >= 3, f"{choice} in {phrase}"
                        continue
                    assert read_words(written).exact == tuple(written.split()) != (), f"{choice} in {phrase}"


@pytest.mark.parametrize(
    "slip", ["numness", "weekness", "feaver", "achillies", "swolen", "bladdr", "tingeling", "suisidal"]
)
def test_common_slips_are_put_right(slip: str) -> None:
    assert read_words(slip.upper()).words != (slip,)


def test_a_phrase_of_many_alternatives_is_found_by_any_spelling() -> None:
    assert found("calf|thighs|=leg * swollen", "Calves swolen, thigh swollen; leg is swollen, legs swollen") == [
        (2, 4), (4, 7),
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["delicious", "peroneal", "breaking", "election", "wedding", "drizzling", "button"])
def test_english_words_stay_themselves(word: str) -> None:
    assert read_words(word).exact == (word,)


@pytest.mark.parametrize("name", ["negations.txt", "past.txt"])
def test_the_lists_of_denials_are_written_as_texts_are_compared(name: str) -> None:
    lines = read_text("safety", name).splitlines()
    assert len(set(lines)) == len(lines) > 50
    for line in lines:
        assert read_words(line).words == tuple(map(plain_word, line.split())), line
