"""The sheet as one frozen value: what every format writes and the preview shows."""

from datetime import date
from typing import NamedTuple


class Fact(NamedTuple):
    """A line: what it is about (may be empty) and what there is to say. Both may hold a person's words."""

    label: str
    text: str

    @property
    def words(self) -> str:
        """The fact as one text."""
        return ": ".join(part for part in (self.label, self.text) if part)


class Table(NamedTuple):
    """A small table; each row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Section(NamedTuple):
    """A heading with its facts, the most important first. `item` is the id by which a person leaves it out."""

    item: str
    title: str
    facts: tuple[Fact, ...] = ()
    table: Table | None = None


class Chart(NamedTuple):
    """The furthest point over time, by stretches of `days` days each that begin on `starts`.

    `left` and `right` are the furthest point 0-6 of each stretch, `pain` the median of the worst pain (NPRS), `logged`
    the days with a record; None where nothing was noted.
    """

    days: int
    starts: tuple[date, ...]
    last: date
    left: tuple[int | None, ...]
    right: tuple[int | None, ...]
    pain: tuple[float | None, ...]
    logged: tuple[int, ...]


class Captions(NamedTuple):
    """The words of the chart and of the line below what matters most, in the content's wording."""

    furthest: str
    pain: str
    logged: str
    left: str
    right: str
    both: str
    points: tuple[str, ...]
    details: str


class Sheet(NamedTuple):
    """One page. `head` says what it is and how complete, `foot` what was left out and what it is not.

    `above` is how many sections come first, the minute's reading; a line divides them from the rest. `left_out` names
    what had no room; what the person chose to leave out is not named.
    """

    title: str
    first: date
    last: date
    logged: int
    missing: int
    head: tuple[str, ...]
    sections: tuple[Section, ...]
    above: int
    chart: Chart | None
    captions: Captions
    foot: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
        """The sections above the line and those below it."""
        return self.sections[: self.above], self.sections[self.above :]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on it but its frame."""
        return not self.sections
