"""`show`: a day, or the recorded days of a range, in words or as JSON."""

from sciatica_journal.cli.call import DONE, NOT_THERE, Call
from sciatica_journal.cli.parsing import DATES_HELP, PROGRAM, Parser
from sciatica_journal.services.entries.days import DayView, view_day
from sciatica_journal.services.history.describing import Care, care_on, care_sections, described
from sciatica_journal.services.history.naming_days import day_title, named_day, named_days
from sciatica_journal.services.history.showing import care_of_days, empty_view, plain_view, recorded_views


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("days", nargs="?", metavar="D | D..D", help=f"{DATES_HELP}; or two with .. between")
    parser.add_argument("--json", action="store_true", help="print JSON: an object for one day, a list for a range")


def run(call: Call) -> int:
    """Print the day or days. Nothing recorded is exit code 1."""
    if ".." in (call.args.days or ""):
        return _show_range(call)
    day = named_day(call.session, call.args.days)
    view = view_day(call.session, day)
    if call.args.json:
        call.out.json(plain_view(view))
        return _found(call, day_title(day), not view.is_empty)
    care = care_on(call.session, day)
    if care or not view.is_empty:
        print_day(call, view, care)
    return _found(call, day_title(day), bool(care) or not view.is_empty)


def _show_range(call: Call) -> int:
    first, last = named_days(call.session, call.args.days)
    views = recorded_views(call.session, first, last)
    if call.args.json:
        call.out.json([plain_view(view) for view in views])
        return _found(call, f"the days from {first} to {last}", bool(views))
    care = care_of_days(call.session, first, last)
    by_day = {day: empty_view(day) for day in care} | {view.day.date: view for view in views}
    for number, day in enumerate(sorted(by_day)):
        if number:
            call.out.line()
        print_day(call, by_day[day], care.get(day, ()))
    return _found(call, f"the days from {first} to {last}", bool(by_day))


def _found(call: Call, what: str, found: bool) -> int:
    if not found:
        call.out.failed(f"Nothing is recorded for {what}. `{PROGRAM} log` records a day.")
    return DONE if found else NOT_THERE


def print_day(call: Call, view: DayView, care: Care = ()) -> None:
    """Print a day with a heading and labelled lines; further lines of a text are indented."""
    call.out.line(day_title(view.day.date))
    for section in (*described(view, call.session.settings.units), *care_sections(care)):
        call.out.line(section.title)
        for line in section.lines:
            call.out.line("  " + line.words.replace("\n", "\n    "))
