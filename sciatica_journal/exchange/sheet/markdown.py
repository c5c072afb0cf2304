"""The sheet as Markdown. What people wrote is escaped: text, never structure."""

from collections.abc import Iterator

from sciatica_journal.domain.sheet.model import Section, Sheet, Table
from sciatica_journal.exchange.journal.markdown import escaped
from sciatica_journal.exchange.sheet.grid import grid_lines


def sheet_markdown(sheet: Sheet) -> str:
    """Return the sheet as Markdown; the chart is a code block of letters."""
    blocks = [f"# {escaped(sheet.title)}", *(escaped(line) for line in sheet.head)]
    above, below = sheet.parts
    for place, section in enumerate((*above, *below)):
        if place == len(above) > 0:
            blocks += ["---", f"# {escaped(sheet.captions.details)}"]
        blocks += [f"## {escaped(section.title)}", *_section(section)]
        if section.item == "course" and sheet.chart is not None:
            blocks.append("\n".join(["```text", *grid_lines(sheet), "```"]))
    blocks += [f"*{escaped(line)}*" for line in sheet.foot]
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> Iterator[str]:
    if section.facts:
        yield "\n".join(
            f"- **{escaped(fact.label)}**: {escaped(fact.text)}" if fact.label else f"- {escaped(fact.text)}"
            for fact in section.facts
        )
    if section.table is not None:
        yield _table(section.table)


def _table(table: Table) -> str:
    rows = (table.head, tuple("---" for _ in table.head), *table.rows)
    return "\n".join(
        "| " + " | ".join(cell if place == 1 else escaped(cell) for cell in row) + " |"
        for place, row in enumerate(rows)
    )
