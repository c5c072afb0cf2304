"""A section of Path: a titled rule, a row a record, one line on what it is for while it is empty."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.containers import Vertical
from textual.content import Content

from sciatica_journal.ui.screens.path.rows import RowSpec
from sciatica_journal.ui.widgets.open_row import OpenRow

SHOWN: Final = 4
"""Rows that a section shows at first; the others follow behind a row that opens them."""

MORE: Final = "more-"
"""What stands before a kind in the name of the row that shows the rest."""


class CareRow(OpenRow):
    """A row of Path: its label has room for a date with its year."""

    head_width: ClassVar[int] = 13


class Section(Vertical):
    """The rows of one kind. `adds` says that something can be added: by `a`, by Enter while it is empty, by a click."""

    def __init__(self, name: str, title: str, purpose: str = "", *, adds: bool = False) -> None:
        super().__init__(id=f"path-{name}", classes="section")
        self.kind = name
        self.heading = title
        self.purpose = purpose
        self.adds = adds
        self._specs: tuple[RowSpec, ...] | None = None
        self._open = False
        self._at_first = SHOWN

    def on_mount(self) -> None:
        """Write the rule."""
        self._write_title(0)

    def _write_title(self, count: int) -> None:
        parts = [(self.heading, "bold $text-accent")]
        if count > 1:
            parts.append((f" {count}", "$text-muted"))
        if self.adds and count:
            parts += [(" ·", "$text-muted"), (" + add ", f"$text-primary @click=screen.add_to('{self.kind}')")]
        self.border_title = Content.assemble(*parts)

    @property
    def rows(self) -> list[CareRow]:
        """The rows in order."""
        return list(self.query(CareRow))

    async def show(self, specs: Sequence[RowSpec], at_first: int = SHOWN) -> None:
        """Show records, so many of them until one asks for all. The row that has the focus keeps it, or the one
        that comes in its place."""
        if tuple(specs) == self._specs:
            return
        self._at_first = at_first
        self._specs = tuple(specs)
        await self._rebuild()

    async def row_of(self, key: str) -> CareRow | None:
        """Return the row of a record, shown if it was not; None where the section has none of it."""
        if not any(spec.key == key for spec in self._specs or ()):
            return None
        if all(row.key != key for row in self.rows):
            await self.open_all()
        return next((row for row in self.rows if row.key == key), None)

    async def open_all(self) -> None:
        """Show all records."""
        self._open = True
        await self._rebuild()

    async def _rebuild(self) -> None:
        specs = self._specs or ()
        before = self.rows
        at = next((number for number, row in enumerate(before) if row.has_focus), None)
        key = before[at].key if at is not None else ""
        with self.app.batch_update():
            await self.remove_children()
            await self.mount_all(self._new_rows(specs))
        self._write_title(sum(bool(spec.key) for spec in specs))
        if at is not None:
            rows = self.rows
            same = next((row for row in rows if key and row.key == key), None)
            self.screen.set_focus(same or (rows[min(at, len(rows) - 1)] if rows else None))

    def _new_rows(self, specs: Sequence[RowSpec]) -> list[CareRow]:
        if not specs:
            name = f"add-{self.kind}" if self.adds else f"about-{self.kind}"
            return [CareRow("+ add" if self.adds else "none", name, [], empty=self.purpose)]
        shown = specs if self._open or len(specs) <= self._at_first + 1 else specs[: self._at_first]
        rows = [
            CareRow(one.label, one.name, list(one.value), key=one.key, hint=one.hint or self._hint(one), tail=one.tail)
            for one in shown
        ]
        if len(shown) < len(specs):
            more = f"{len(specs) - len(shown)} more"
            rows.append(CareRow("…", f"{MORE}{self.kind}", [(more, "$text-muted")], hint="↵ show them"))
        return rows

    def _hint(self, spec: RowSpec) -> str:
        if not spec.key:
            return ""
        return "↵ change · Del remove · a add" if self.adds else "↵ change · Del remove"
