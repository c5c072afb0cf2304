"""What is in only where the person asks for it: feelings and the words of reflections."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.sheet.items import Choice
from sciatica_journal.domain.sheet.material import Material
from sciatica_journal.domain.sheet.model import Fact
from sciatica_journal.domain.sheet.words import Words, counted, cut, day_words

_MOST_FEELINGS: Final = 8
_SHORT: Final = 40
"""Feelings that are told, and characters of each before it is cut."""
_WORDS: Final = 240
"""Characters of a reflection before it is cut."""


def feeling_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield the feelings named most."""
    named = Counter(feeling for day in material.days for feeling in day.feelings)
    if named:
        most = named.most_common(_MOST_FEELINGS)
        text = ", ".join(f"{cut(feeling, _SHORT)} ({counted(count, 'day')})" for feeling, count in most)
        rest = len(named) - len(most)
        yield Fact("", text + (words.say("and_more", count=rest) if rest else ""))


def reflection_facts(material: Material, chosen: Choice) -> Iterator[Fact]:
    """Yield the chosen reflections that were kept, the latest first."""
    for one in reversed(material.reflections):
        if one.kept and one.text and (chosen.reflections is None or one.id in chosen.reflections):
            yield Fact(_heading(one, material), cut(one.text, _WORDS))


def _heading(one: Reflection, material: Material) -> str:
    day = day_words(one.date, material.period.last.year)
    return f"{day}, {material.practices.get(one.practice, one.practice)}" if one.practice else day
