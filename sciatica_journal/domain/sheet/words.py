"""The sheet's words from the content, and small pieces of text: cut, dated, counted, compared."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from math import floor
from typing import Any, Final, NamedTuple
from unicodedata import combining

from sciatica_journal.domain.safe import safe
from sciatica_journal.domain.text import one_line

CUT: Final = " […]"
"""What stands where a text was cut."""

LONGEST: Final = 160
"""Characters of one text of a person before it is cut."""

COMPARED: Final = 14
"""Days with a value at either end that are compared: a fortnight, as the rules of the signs do."""
_FEWEST: Final = 8
"""Values below which a beginning and an end are not told apart."""
_READ: Final = 4000
"""Characters of a text that are looked at at all."""
_MOST_MARKS: Final = 2
"""Combining marks on one letter: more of them would climb over the lines above."""


class Words(NamedTuple):
    """Titles by item, and sentences and labels by name with places in braces."""

    titles: Mapping[str, str]
    said: Mapping[str, str]
    lists: Mapping[str, Mapping[str, str]]

    def say(self, name: str, **values: Any) -> str:
        """Return a sentence with its places filled; what is filled in is never read as a place."""
        return self.said[name].format(**values)

    def name(self, group: str, key: str | None) -> str:
        """Return the name of a value, the value itself where the content has none."""
        return self.lists[group].get(key or "", (key or "").replace("_", " "))


def plain(text: str | None) -> str:
    """Return a person's text on one line, without characters that could act or pile up."""
    kept: list[str] = []
    marks = 0
    for letter in one_line(safe((text or "")[:_READ])):
        marks = marks + 1 if combining(letter) else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def cut(text: str | None, most: int = LONGEST) -> str:
    """Return a person's text on one line, cut at a word with a mark that says so."""
    words = plain(text)
    if len(words) <= most:
        return words
    kept = words[: most - len(CUT)]
    space = kept.rfind(" ")
    return (kept[:space] if space > most // 2 else kept).rstrip() + CUT


def day_words(day: date, year: int) -> str:
    """Return a day as `3 Nov`, with its year where that is another one."""
    return f"{day.day} {day:%b}" if day.year == year else f"{day.day} {day:%b} {day.year}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return `1 day`, `3 days`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def median(numbers: Sequence[float]) -> float:
    """Return the median of at least one number."""
    found = sorted(numbers)
    middle = len(found) // 2
    return float(found[middle]) if len(found) % 2 else (found[middle - 1] + found[middle]) / 2


def number(value: float, decimals: int = 1) -> str:
    """Return a number with at most so many decimals; a half goes up, so that 5.75 and 7.25 both do."""
    shown = f"{floor(value * 10**decimals + 0.5) / 10**decimals:.{decimals}f}"
    return shown.rstrip("0").rstrip(".") if decimals else shown


def then_and_now(words: Words, values: Sequence[float], shown: Callable[[float], str] = number) -> str:
    """Return the median of values in the order of their days: of the first and the last fortnight of them, or of
    all where they are few."""
    if len(values) < _FEWEST:
        return words.say("median_of", value=shown(median(values)), days=counted(len(values), "day"))
    size = min(COMPARED, len(values) // 2)
    then, now = shown(median(values[:size])), shown(median(values[-size:]))
    said = words.say("then_as_now", now=now) if then == now else words.say("then_and_now", then=then, now=now)
    return said if size == COMPARED else words.say("of_days", words=said, count=len(values))
