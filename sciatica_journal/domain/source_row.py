"""A row of another program's file, kept as it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.checks import check_name, check_text
from sciatica_journal.domain.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class SourceRow(CareRecord):
    """What `source` (strava, garmin, fit ...) said of `source_id`, its filled cells by their names in `row`.

    `record` names what came of it: `run:ID`, `moment:ID` or `day:DATE`. By this an import knows what it brought
    before, also where the record was joined to one that was typed, changed or removed since.
    """

    TYPE: ClassVar[str] = "source_row"

    source: str = ""
    source_id: str = ""
    record: str | None = None
    row: Mapping[str, str] = field(default_factory=dict)

    def check_fields(self) -> None:
        """Refuse values of the wrong kind. Raises InvalidValue."""
        check_name("The source", self.source)
        check_name("The id at the source", self.source_id)
        check_text("record", self.record)
        if not all(isinstance(name, str) and isinstance(cell, str) for name, cell in self.row.items()):
            raise InvalidValue("The row of a source holds something that is not text.", "It maps names to texts.")


def source_row_id(source: str, source_id: str) -> str:
    """Return the identity of the row: the same at every import."""
    return f"{source}:{source_id}"
