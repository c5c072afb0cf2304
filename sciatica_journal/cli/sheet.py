"""`sheet`: one page for the doctor, on standard output or as a file."""

from argparse import Namespace
from typing import Any

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import DATES_HELP, Parser, UsageError, path_of
from sciatica_journal.services.exchange.sheet import (
    ITEMS,
    PERSONAL,
    Sheet,
    choice_of,
    format_of,
    make_sheet,
    period_of,
    rendered,
    write_sheet,
)
from sciatica_journal.services.history.naming_days import named_day


def declare(parser: Parser) -> None:
    """Add the arguments."""
    begins = "by default 90 days ago, or where this episode began"
    parser.add_argument("--from", dest="first", metavar="D", help=f"first day: {DATES_HELP}; {begins}")
    parser.add_argument("--to", dest="last", metavar="D", help="last day; by default today")
    parser.add_argument("-o", "--output", metavar="PATH", help="a new file that ends in .html, .md or .txt")
    private, others = ", ".join(sorted(PERSONAL)), ", ".join(item for item in ITEMS if item not in PERSONAL)
    adds = f"add, with commas between: {private}, or the day of one reflection"
    parser.add_argument("--with", dest="added", metavar="ITEMS", default="", help=adds)
    parser.add_argument("--without", metavar="ITEMS", default="", help=f"leave out: {others}")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print or write the sheet. Nothing recorded is exit code 1, an existing target or another ending 2."""
    args, session = call.args, call.session
    target = _target(args)
    first, last = (named_day(session, text) if text is not None else None for text in (args.first, args.last))
    period = period_of(session, first, last)
    chosen = choice_of(session, _names(args.added), _names(args.without), period)
    sheet = make_sheet(session, period.first, period.last, chosen)
    if target is not None:
        written = write_sheet(session, sheet, target)
        call.out.assure(f"The sheet is written: {written.path}.")
        call.out.json({"path": str(written.path)}) if args.json else call.out.line(written.message)
    elif args.json:
        call.out.json(_plain(sheet))
    else:
        call.out.chunk(rendered(sheet))
    return DONE


def _target(args: Namespace) -> Any:
    """Return where to write, None for standard output. Raises InvalidValue for an ending that names no format."""
    if args.output in (None, "-"):
        return None
    path = path_of(args.output)
    format_of(path)
    return path


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",")]
    if text and not all(names):
        raise UsageError(f"{text!r} has an empty name.", "Write the items with commas between.")
    return [name for name in names if name]


def _plain(sheet: Sheet) -> dict[str, Any]:
    return {
        "title": sheet.title,
        "from": sheet.first.isoformat(),
        "to": sheet.last.isoformat(),
        "days_logged": sheet.logged,
        "days_missing": sheet.missing,
        "sections": [
            {"item": one.item, "title": one.title, "facts": [fact._asdict() for fact in one.facts]}
            | ({"table": one.table._asdict()} if one.table is not None else {})
            for one in sheet.sections
        ],
        "left_out": list(sheet.left_out),
    }
