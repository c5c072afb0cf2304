"""What fits on one page: lines are counted, and the least important goes first."""

from collections.abc import Sequence
from math import ceil
from typing import Final
from unicodedata import east_asian_width

from sciatica_journal.domain.sheet.items import ALWAYS, LEAST_FIRST
from sciatica_journal.domain.sheet.model import Fact, Section
from sciatica_journal.domain.sheet.words import CUT, Words

COLUMN: Final = 62
"""Letters of usual width in a line of half an A4 page at the smallest size that is printed."""
PAGE_LINES: Final = 103
"""Lines of both halves of the page, below its head and its chart and above its foot; what a column loses where it
breaks is left out of the count."""
MOST_WORDS: Final = 800
"""Words in the sections of a page, figures among them: about what its lines hold. What a minute is enough for stands
above its line (domain/sheet/minute.py); the rest is looked up, and is of no use where it is missing."""
LONG_FACT: Final = 30
"""Words that a fact keeps where there are too many on the page, but for those of the _WHOLE items."""
_WHOLE: Final = frozenset({"flags", "signs", "checks", "strength", "examinations", "questions"})
HEADING: Final = 1.6
"""Lines that a heading takes, with the space and the rule around it."""
FEW: Final = 3
"""Facts that a section keeps at first, where the page is too full."""
LONG: Final = 14
"""Lines above which a section loses facts even if they are few."""

_WIDEST: Final = frozenset("MW@%—…")
_WIDE: Final = frozenset("ABCDEFGHIJKLNOPQRSTUVXYZmwÄÖÜ")


def text_width(text: str) -> float:
    """Return the width of a text in letters of usual width, rather too wide than too narrow."""
    return sum(map(_width, text))


def _width(letter: str) -> float:
    if letter.isascii() or letter in _WIDEST:
        return 1.9 if letter in _WIDEST else 1.4 if letter in _WIDE else 1
    return 2.2 if east_asian_width(letter) in "WF" else 1.4 if letter in _WIDE or letter.isupper() else 1.1


def lines_of(section: Section) -> float:
    """Return the lines that a section takes in half a page, its heading included."""
    lines = HEADING + sum(max(1, ceil(text_width(fact.words) / COLUMN)) for fact in section.facts)
    return lines + (len(section.table.rows) + 1 if section.table is not None else 0)


def words_of(section: Section) -> int:
    """Return the words that a section has; a table, whose figures are looked up and not read, counts its head."""
    texts = [section.title, *(fact.words for fact in section.facts)]
    texts += section.table.head if section.table is not None else ()
    return sum(len(text.split()) for text in texts)


def fitted(
    sections: Sequence[Section], words: Words, room: float = PAGE_LINES, most_words: int = MOST_WORDS
) -> tuple[tuple[Section, ...], list[str], list[str]]:
    """Return the sections that fit, some with fewer facts; the titles of those that do not; and what else is missing.

    First long facts are cut where there are too many words, and long sections lose facts, then whole sections go, then
    those that are never left out lose facts, the red flags last.
    """
    page = _Page({section.item: section for section in sections}, room, most_words)
    for shrink in (page.condense, page.shorten, page.drop, page.cut_down):
        for item in LEAST_FIRST:
            while item in page.kept and page.is_too_full and shrink(item):
                pass
    kept, gone = page.kept, page.gone
    dropped = [section.title.lower() for section in sections if section.item not in kept]
    fewer = [words.say("left_some", count=gone[item], title=kept[item].title.lower()) for item in kept if item in gone]
    return tuple(_with_mark(kept[item], gone.get(item, 0), words) for item in kept), dropped, fewer


class _Page:
    """The sections that are left by item, and how many facts each has lost."""

    def __init__(self, kept: dict[str, Section], room: float, most_words: int) -> None:
        self.kept = kept
        self.gone: dict[str, int] = {}
        self._room = room
        self._most_words = most_words

    @property
    def is_too_full(self) -> bool:
        """Whether it is more than fits or than is read in a minute, the marks of what is left out included."""
        if sum(map(lines_of, self.kept.values())) + len(self.gone) > self._room:
            return True
        return self._is_too_long

    @property
    def _is_too_long(self) -> bool:
        return sum(map(words_of, self.kept.values())) > self._most_words

    def condense(self, item: str) -> bool:
        """Cut the longest fact of a section, where the words are too many; return whether it was cut."""
        facts = self.kept[item].facts
        at = max(range(len(facts)), key=lambda place: len(facts[place].text.split()), default=-1)
        if item in _WHOLE or at < 0 or not self._is_too_long:
            return False
        words = facts[at].text.split()
        if len(words) <= LONG_FACT:
            return False
        shorter = facts[at]._replace(text=" ".join([*words[: LONG_FACT - 1], CUT]))
        self.kept[item] = self.kept[item]._replace(facts=(*facts[:at], shorter, *facts[at + 1 :]))
        return True

    def shorten(self, item: str) -> bool:
        """Take the last fact of a section that has many, or is long; return whether it had."""
        section = self.kept[item]
        if item == "flags" or len(section.facts) < 2:
            return False
        is_long = lines_of(section) > LONG
        if not is_long and len(section.facts) <= FEW + (item not in self.gone):
            return False  # the mark of a single fact that is missing takes the room of that fact
        return self.cut_down(item)

    def drop(self, item: str) -> bool:
        """Take a section, unless it is one that always stays; return whether it was taken."""
        if item in ALWAYS:
            return False
        del self.kept[item]
        self.gone.pop(item, None)
        return True

    def cut_down(self, item: str) -> bool:
        """Take the last fact of a section that has more than one; return whether it had."""
        section = self.kept[item]
        if len(section.facts) < 2:
            return False
        self.kept[item] = section._replace(facts=section.facts[:-1])
        self.gone[item] = self.gone.get(item, 0) + 1
        return True


def _with_mark(section: Section, gone: int, words: Words) -> Section:
    if not gone:
        return section
    return section._replace(facts=(*section.facts, Fact("", words.say("more_here", count=gone))))
