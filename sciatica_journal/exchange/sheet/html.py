"""The sheet as one HTML file for one A4 page: no script, nothing from elsewhere, readable in black and white."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from sciatica_journal.domain.sheet.fit import PAGE_LINES, lines_of
from sciatica_journal.domain.sheet.model import Section, Sheet, Table
from sciatica_journal.exchange.sheet.chart import chart_svg

_STYLE: Final = """
@page { size: A4; margin: 10mm 11mm; }
* { box-sizing: border-box; }
html { color: #000; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; padding: 10mm 11mm; max-width: 210mm; overflow-wrap: anywhere;
  font: 8pt/1.27 "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans Condensed", sans-serif; }
@media print { body { padding: 0; max-width: none; } }
.pt85 { font-size: 8.5pt; }
.pt90 { font-size: 9pt; }
.pt95 { font-size: 9.5pt; }
.pt100 { font-size: 10pt; }
h1 { font-size: 1.6em; line-height: 1.25; margin: 0; }
header { border-bottom: .6mm solid #000; padding-bottom: 1mm; margin-bottom: 1.5mm; }
header p, footer p { margin: .4mm 0 0; }
.name { display: flex; gap: 4mm; float: right; width: 88mm; margin-top: 1.6mm; }
.name span { flex: 1; border-bottom: .2mm solid #000; }
.name span:last-child { flex: none; width: 34mm; }
.columns { columns: 2; column-gap: 6mm; }
.line { border-top: .6mm solid #000; margin: .6mm 0 .8mm; padding-top: .3mm; font-weight: bold; text-align: right; }
section { margin: 0 0 1.3mm; }
.flags, dl > div, table { break-inside: avoid; }
h2 { break-after: avoid; font-size: 1.06em; line-height: 1.25; margin: 0 0 .3mm; border-bottom: .2mm solid #777; }
dl, ul { margin: 0; padding: 0; list-style: none; }
dl > div, li { padding-left: 1.2em; text-indent: -1.2em; }
dt, dd { display: inline; margin: 0; }
dt { font-weight: bold; }
dt::after { content: ": "; font-weight: normal; }
section.flags { border: .5mm solid #000; padding: .5mm 1.2mm; }
table { border-collapse: collapse; text-indent: 0; }
th, td { padding: 0 1.6mm 0 0; text-align: right; font-weight: normal; }
th:first-child { text-align: left; }
thead th { font-weight: bold; }
svg { display: block; width: 100%; height: auto; margin: 0 0 1mm; }
text { font: 8.5px Arial, "Liberation Sans", sans-serif; }
.e { text-anchor: end; }
.m { text-anchor: middle; }
.g { stroke: #ccc; stroke-width: .5; }
.l, .r { fill: none; stroke: #000; stroke-width: 1.3; }
.r { stroke-dasharray: 4 2.5; }
.lm { fill: #000; }
.rm { fill: #fff; stroke: #000; stroke-width: 1.2; }
footer { border-top: .2mm solid #000; margin-top: 1mm; padding-top: .6mm; }
"""

_SIZES: Final = ((0.62, "pt100"), (0.7, "pt95"), (0.78, "pt90"), (0.88, "pt85"))
"""Shares of the page's lines up to which larger letters still fit: room shrinks with the square of their size."""


def sheet_html(sheet: Sheet) -> str:
    """Return the whole file. Everything that is said in it is escaped."""
    share = sum(map(lines_of, sheet.sections)) / PAGE_LINES
    size = next((name for most, name in _SIZES if share <= most), "pt80")
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(sheet.title)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            f'<body class="{size}">',
            "<header>",
            '<div class="name"><span>Name</span><span>Born</span></div>',
            f"<h1>{escape(sheet.title)}</h1>",
            *(f"<p>{escape(line)}</p>" for line in sheet.head),
            "</header>",
            chart_svg(sheet),
            *_parts(sheet),
            "<footer>",
            *(f"<p>{escape(line)}</p>" for line in sheet.foot),
            "</footer>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _parts(sheet: Sheet) -> Iterator[str]:
    """Yield what matters most, then below a line the rest, each in two columns of its own."""
    above, below = sheet.parts
    yield "<main>"
    yield from _columns(above)
    if above and below:
        yield f'<p class="line">{escape(sheet.captions.details)}</p>'
    yield from _columns(below)
    yield "</main>"


def _columns(sections: Iterable[Section]) -> Iterator[str]:
    lines = [line for section in sections for line in _section(section)]
    if lines:
        yield from ('<div class="columns">', *lines, "</div>")


def _section(section: Section) -> Iterator[str]:
    yield f'<section class="{section.item}">'
    yield f"<h2>{escape(section.title)}</h2>"
    if section.facts:
        yield "<dl>"
        for fact in section.facts:
            label = f"<dt>{escape(fact.label)}</dt>" if fact.label else ""
            yield f"<div>{label}<dd>{escape(fact.text)}</dd></div>"
        yield "</dl>"
    if section.table is not None:
        yield from _table(section.table)
    yield "</section>"


def _table(table: Table) -> Iterator[str]:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    yield f"<table><thead><tr>{head}</tr></thead><tbody>"
    for first, *cells in table.rows:
        yield f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
    yield "</tbody></table>"
