"""Messages of the parts of History to their screen."""

from dataclasses import dataclass
from datetime import date

from textual.message import Message


@dataclass
class DayChosen(Message):
    """A day was moved to."""

    day: date


@dataclass
class DayOpened(Message):
    """A day was asked for on Today."""

    day: date


@dataclass
class DayWanted(Message):
    """The preview came into sight and has no day yet: while it is hidden none is read."""


@dataclass
class LinesWanted(Message):
    """Lines of the list are on screen whose summaries are not loaded yet."""


@dataclass
class WordsChanged(Message):
    """The words to search for are others now."""

    words: str


@dataclass
class SearchLeft(Message):
    """The person goes from the search line to its results (1) or back (-1)."""

    step: int
