"""`ok`: an uneventful day, in one word."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import DATES_HELP, Parser
from sciatica_journal.services.entries.days import mark_uneventful
from sciatica_journal.services.history.naming_days import day_title, named_day


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.leading_date = True
    parser.add_argument("--date", metavar="D", help=f"{DATES_HELP}; the default is today")
    parser.add_argument("--json", action="store_true", help="print JSON in the shape of `log --json`")


def run(call: Call) -> int:
    """Mark the day; nothing else of it changes."""
    day = named_day(call.session, call.args.date)
    saved = mark_uneventful(call.session, day)
    call.out.assure(f"{day_title(day)} is saved.")
    call.tell(saved.notices)
    if call.args.json:
        iso = day.isoformat()
        call.out.json(
            {"date": iso, "line": None, "note": None, "day": {"type": "day", "date": iso, "uneventful": True},
             "runs": [], "warnings": [], "flags": [notice.trigger for notice in saved.notices]}
        )  # fmt: skip
    else:
        call.out.line(f"{day_title(day)}: a quiet day, saved.")
    return DONE
