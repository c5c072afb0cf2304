"""The imports before this one, newest first."""

from collections.abc import Sequence

from textual.content import Content

from sciatica_journal.domain.text import one_line
from sciatica_journal.services.exchange.taking_back import Import
from sciatica_journal.ui.screens.history.line_list import LineList


class PastList(LineList):
    """One line an import: when, what it brought, from where. One that was taken back says so."""

    def __init__(self) -> None:
        super().__init__(id="past-imports")
        self.imports: Sequence[Import] = ()

    def show(self, imports: Sequence[Import]) -> None:
        """Show these."""
        self.imports = imports
        self.show_count(len(imports))

    @property
    def chosen(self) -> Import | None:
        """The one that one is on."""
        return self.imports[self.cursor] if self.imports else None

    def lines(self, number: int, width: int) -> list[Content]:
        """Return when, what came of it, and the files."""
        one = self.imports[number]
        filled = f", {one.filled:,} filled" if one.filled else ""
        back = ("taken back", "$text-warning") if one.taken_back else (f"{one.added:,} added{filled}", "$foreground")
        when = f"{one.at:%Y-%m-%d %H:%M}" if width >= 70 else f"{one.at:%Y-%m-%d}"
        files = (one_line(one.files), "$text-muted")
        return [Content.assemble((when, "$text-secondary"), "  ", back, "  ", files)]
