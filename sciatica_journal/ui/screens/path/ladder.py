"""The ladder in Path: today's step and why, where one is, and a row for each thing to do about it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.text import one_line
from sciatica_journal.services.ladder.view import LadderView
from sciatica_journal.services.ladder.wording import told
from sciatica_journal.ui.screens.path.rows import RowSpec
from sciatica_journal.ui.screens.path.section import CareRow

LADDER: Final = "ladder-"
"""What stands before the name of what a row of the ladder does."""
_STYLES: Final = {
    "closed": "bold $text-error", "answer": "bold $text-primary", "rest": "bold $text-secondary",
    "walk_only": "bold $text-warning", "step_back": "bold $text-primary", "do": "bold $text-success",
    "done": "bold $text-success",
}  # fmt: skip
_DOABLE: Final = ("walk_only", "step_back", "do", "done")


class LadderPanel(Vertical):
    """The words, and the rows."""

    def __init__(self) -> None:
        super().__init__(id="path-ladder", classes="section")
        self._specs: list[RowSpec] | None = None

    def compose(self) -> ComposeResult:
        """Compose the words; the rows follow when they are known."""
        yield Static(id="ladder-words")

    def on_mount(self) -> None:
        """Name the section."""
        self.border_title = Content.styled("Ladder", "bold $text-accent")

    async def show(self, view: LadderView, today: date) -> None:
        """Show the ladder. The row that has the focus keeps it, else the first one gets it."""
        self.query_one("#ladder-words", Static).update(ladder_words(view, today))
        specs = ladder_rows(view)
        if specs == self._specs:
            return
        self._specs = specs
        focused = next((row.opens for row in self.query(CareRow) if row.has_focus), None)
        with self.app.batch_update():
            await self.query(CareRow).remove()
            await self.mount_all(CareRow(one.label, one.name, list(one.value), hint=one.hint) for one in specs)
        if focused is not None:
            rows = list(self.query(CareRow))
            self.screen.set_focus(next((row for row in rows if row.opens == focused), rows[0]))


def ladder_words(view: LadderView, today: date) -> Content:
    """Return today's step and why, then where one is."""
    said = told(view, today)
    style = _STYLES[view.proposal.kind] if view.proposal is not None else ""
    lines = "".join(f"\n{line}" for line in (said.why, *said.lines) if line)
    return Content.assemble((said.head, style), lines)


def ladder_rows(view: LadderView) -> list[RowSpec]:
    """Return the rows: what can be done today, the steps, the ladders."""
    return list(_rows(view))


def _rows(view: LadderView) -> Iterator[RowSpec]:
    here, proposal = view.position, view.proposal
    if here is None or proposal is None:
        yield RowSpec("Begin", f"{LADDER}choose", (("choose a ladder", ""),))
        return
    if proposal.kind == "answer":
        yield RowSpec("Answer", f"{LADDER}answer", (("settled, lingering or flared?", ""),))
    if proposal.kind in _DOABLE and proposal.step is not None:
        minutes = proposal.step.minutes
        takes = f"now, {minutes:g} minute{'' if minutes == 1 else 's'}"
        yield RowSpec("Do it", f"{LADDER}do", ((takes, ""),), hint="↵ begin")
        yield RowSpec("Done", f"{LADDER}log", (("note it as done today", ""),), hint="↵ note it")
    if proposal.kind == "step_back":
        yield RowSpec("Stay", f"{LADDER}stay", (("on your own step", ""),))
    yield RowSpec("Steps", f"{LADDER}steps", ((f"all {len(here.ladder.steps)}, and going to another", ""),))
    yield RowSpec(
        "Ladder", f"{LADDER}choose", ((one_line(here.ladder.title), ""), (" · change or leave", "$text-muted"))
    )
