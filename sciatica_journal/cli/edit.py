"""`edit`: the note of a day in the person's own editor."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.editing import edited
from sciatica_journal.cli.parsing import DATES_HELP, Parser
from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.history.naming_days import day_title, named_day


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("day", nargs="?", metavar="D", help=f"{DATES_HELP}; the default is today")


def run(call: Call) -> int:
    """Open the note in the editor and save it. What another window wrote meanwhile is kept beside it."""
    day = named_day(call.session, call.args.day)
    before = view_day(call.session, day).day.note
    call.session.close()
    with edited(before or "", f"note-{day}.md") as text:
        if text == (before or ""):
            call.out.line("The note is as it was; nothing was saved.")
            return DONE
        saved = change_day(call.session, day, {"note": text}, seen={"note": before})
    call.out.assure(f"The note of {day_title(day)} is saved.")
    call.tell(saved.notices)
    call.out.line(f"{day_title(day)}: the note is saved.")
    if saved.clashes:
        call.out.note("Another window changed the note meanwhile; it now holds the words of both.")
    return DONE
