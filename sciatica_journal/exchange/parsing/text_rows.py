"""Text files of other programs as lines and as rows of cells, whatever wrote them, a piece at a time."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Final, NamedTuple, TextIO

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Found, Refused
from sciatica_journal.exchange.parsing.cells import lines_in, rows_in
from sciatica_journal.exchange.parsing.decoding import decoded, head_text
from sciatica_journal.exchange.watch import Watch

_DELIMITERS: Final = ",;\t"


class Row(NamedTuple):
    """A row by its column names, lower-case; `number` is the line it ends on, `cells` only those that are filled."""

    number: int
    cells: dict[str, str]

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return f"line {self.number}"

    def first(self, *names: str) -> str:
        """Return the first filled cell of those columns, an empty text where none is."""
        return next((self.cells[name] for name in names if name in self.cells), "")


@contextmanager
def opened_text(file: InFile) -> Iterator[TextIO]:
    """Open a file as text, decoded as `decoded` does."""
    with file.open() as stream:
        text = decoded(stream, file.head(4))
        try:
            yield text
        finally:
            text.detach()


def lines_of(file: InFile) -> Iterator[str]:
    """Yield the lines of a file with their ends. Raises InvalidValue for a line that is too long."""
    with opened_text(file) as text:
        yield from lines_in(text, file.base)


def header_of(file: InFile) -> list[str]:
    """Return the first row of a file, lower-case: empty for what is not a table."""
    first = head_text(file).splitlines()[:1]
    return _names(next(csv.reader(first, delimiter=_delimiter(first[0])), [])) if first else []


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _names(cells: Sequence[str]) -> list[str]:
    return [" ".join(cell.lower().replace("_", " ").split()) for cell in cells]


def named_rows(file: InFile, watch: Watch) -> Iterator[Row | Refused]:
    """Yield the rows of a CSV file, the first of which names the columns (`full_date` is called `full date`).

    Of two columns of one name the first filled cell is taken. A row of more cells than columns is refused. Raises
    InvalidValue for what is no CSV at all, Cancelled.
    """
    with opened_text(file) as text:
        lines = lines_in(text, file.base)
        first = next(lines, "")
        rows = rows_in(chain([first], lines), _delimiter(first), file.base)
        _, header = next(rows, (0, []))
        names = _names(header)
        for number, cells in rows:
            watch.count_item()
            if len(cells) > len(names):
                yield Refused(f"line {number}", f"It has {len(cells)} cells for {len(names)} columns.")
            elif found := _filled(names, cells):
                yield Row(number, found)


def _filled(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        text = cell.strip()
        if text:
            found.setdefault(name, text)
    return found


def found_in(rows: Iterable[Row | Refused], take: Callable[[Row], Iterable[Found]]) -> Iterator[Found]:
    """Yield what a reader takes from each row; a row that it finds unsound is refused with its place."""
    for row in rows:
        if isinstance(row, Refused):
            yield row
            continue
        try:
            yield from take(row)
        except InvalidValue as error:
            yield Refused(row.place, error.message)
