"""What fits on one page: lines are counted, and the least important goes first."""

from collections.abc import Sequence
from math import ceil
from typing import Final
from unicodedata import east_asian_width

from sciatica_journal.domain.sheet.items import ALWAYS, LEAST_FIRST
from sciatica_journal.domain.sheet.model import Fact, Section
from sciatica_journal.domain.sheet.words import Words

COLUMN: Final = 62
"""Letters of usual width in a line of half an A4 page at the smallest size that is printed."""
PAGE_LINES: Final = 106
"""Lines of both halves of the page, below its head and its chart and above its foot; what a column loses where it
breaks is left out of the count."""
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


def fitted(
    sections: Sequence[Section], words: Words, room: float = PAGE_LINES
) -> tuple[tuple[Section, ...], list[str], list[str]]:
    """Return the sections that fit, some with fewer facts; the titles of those that do not; and what else is missing.

    First long sections lose facts, then whole sections go, then those that are never left out lose facts, the red
    flags last.
    """
    page = _Page({section.item: section for section in sections}, room)
    for shrink in (page.shorten, page.drop, page.cut_down):
        for item in LEAST_FIRST:
            while item in page.kept and page.is_too_full and shrink(item):
                pass
    kept, gone = page.kept, page.gone
    dropped = [section.title.lower() for section in sections if section.item not in kept]
    fewer = [words.say("left_some", count=gone[item], title=kept[item].title.lower()) for item in kept if item in gone]
    return tuple(_with_mark(kept[item], gone.get(item, 0), words) for item in kept), dropped, fewer


class _Page:
    """The sections that are left by item, and how many facts each has lost."""

    def __init__(self, kept: dict[str, Section], room: float) -> None:
        self.kept = kept
        self.gone: dict[str, int] = {}
        self._room = room

    @property
    def is_too_full(self) -> bool:
        """Whether it is more than fits, the marks of what is left out included."""
        return sum(map(lines_of, self.kept.values())) + len(self.gone) > self._room

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
