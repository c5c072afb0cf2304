"""Messages between widgets and their screens: what the person did, never what to do about it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from textual.message import Message


@dataclass
class FieldChanged(Message):
    """A field was set (None: cleared); `day` is the one its row showed, None where it shows no day."""

    field: str
    value: Any
    day: date | None = None


@dataclass
class TextEdited(Message):
    """A text field was typed into; `text` is the whole text now."""

    field: str
    text: str


@dataclass
class RowLeft(Message):
    """The person moves to another row: -1 up, 1 down; with `to_row` to one where single keys work, not to a text."""

    step: int
    to_row: bool = False


@dataclass
class RowActivated(Message):
    """Enter or a click on a row that opens something."""

    name: str
    key: str = ""


@dataclass
class RowRemoved(Message):
    """Delete on a row that stands for a record."""

    name: str
    key: str


@dataclass
class DayStepped(Message):
    """The day before (-1) or after (1) was asked for."""

    step: int


@dataclass
class PlaceChosen(Message):
    """A place was chosen by name."""

    place: str


@dataclass
class CommandChosen(Message):
    """A command was clicked in the key bar."""

    action: str
