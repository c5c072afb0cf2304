"""The sentences of the screens: each file is whole, names only places that are filled in, and hurts nobody."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from string import Formatter

import pytest

from sciatica_journal.domain.commands import COMMANDS
from sciatica_journal.guide.content import names
from sciatica_journal.services.guide.screen_words import screen_words
from tests.prose import AVOIDED

SCREENS = [PurePath(name).stem for name in names("screens", ".toml")]
PLACES = {command.id for command in COMMANDS} | {
    "back", "before", "certainty", "column", "count", "days", "emptied", "fields", "items", "kept", "key", "number",
    "outings", "path", "records", "share", "size", "theme", "title", "used", "wanted", "words",
}  # fmt: skip


def sentences(words: Mapping[str, object]) -> Iterator[str]:
    for value in words.values():
        if isinstance(value, Mapping):
            yield from sentences(value)
        else:
            yield str(value)


@pytest.mark.parametrize("screen", SCREENS)
def test_each_sentence_is_plain_and_its_places_are_known(screen: str) -> None:
    found = list(sentences(screen_words(screen)))
    assert found
    assert {name for said in found for _, name, _, _ in Formatter().parse(said) if name is not None} <= PLACES
    assert [said for said in found if any(re.search(pattern, said, re.IGNORECASE) for pattern in AVOIDED)] == []


@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen != "trouble"])  # its keys are fixed
def test_no_key_stands_there_that_the_settings_can_change(screen: str) -> None:
    letter = re.compile(r"(?<![\w'\"])[b-zB-HJ-Z](?![\w'\"])")
    assert [said for said in sentences(screen_words(screen)) if letter.search(said)] == []


def test_words_that_are_kept_cannot_be_changed_by_a_screen() -> None:
    with pytest.raises(TypeError):
        screen_words("guide")["note"] = ""  # type: ignore[index]  # that it is refused is what is tested
