"""`versions`: what the texts of a day were before each change."""

from typing import Any

from sciatica_journal.cli.call import DONE, NOT_THERE, Call
from sciatica_journal.cli.parsing import DATES_HELP, PROGRAM, Parser
from sciatica_journal.services.entries.versions import EarlierText, earlier_texts
from sciatica_journal.services.history.naming_days import day_title, named_day


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("day", nargs="?", metavar="D", help=f"{DATES_HELP}; default: today")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print each earlier text below the time at which it was changed, newest first. None is exit code 1."""
    day = named_day(call.session, call.args.day)
    found = earlier_texts(call.session, day)
    if call.args.json:
        call.out.json({"date": day.isoformat(), "versions": [_plain(earlier) for earlier in found]})
    elif found:
        call.out.line(f"{day_title(day)}, texts before each change")
        for earlier in found:
            call.out.line(f"{earlier.at:%Y-%m-%d %H:%M} {earlier.label}{', undone' if earlier.undone else ''}")
            call.out.line("  " + earlier.text.replace("\n", "\n  "))
    if not found:
        call.out.failed(f"No text of {day_title(day)} was ever changed. `{PROGRAM} show {day}` shows the day.")
    return DONE if found else NOT_THERE


def _plain(earlier: EarlierText) -> dict[str, Any]:
    return {
        "at": earlier.at.isoformat(),
        "kind": earlier.kind,
        "key": earlier.key,
        "field": earlier.field,
        "text": earlier.text,
        "undone": earlier.undone,
    }
