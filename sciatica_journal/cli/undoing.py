"""`undo` and `redo`: one step back or forward through the changes, also those of the app."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import PROGRAM, Parser
from sciatica_journal.services.entries.undoing import redo, undo
from sciatica_journal.services.errors import NotThere
from sciatica_journal.services.history.naming_days import day_title


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Undo or redo one change. Raises NotThere where there is none."""
    back = call.args.command == "undo"
    step = None if call.session.reader() is None else (undo if back else redo)(call.session)
    if step is None:
        if call.args.json:
            call.out.json({"change": None, "date": None})
        raise NotThere(f"There is nothing to {call.args.command}.", f"`{PROGRAM} show` shows the day as it is.")
    call.out.assure(f"The change is {'undone' if back else 'done again'} and saved: {step.label}.")
    if call.args.json:
        call.out.json({"change": step.label, "date": step.day and step.day.isoformat()})
        return DONE
    where = f", {day_title(step.day)}" if step.day else ""
    call.out.line(f"{'Undone' if back else 'Done again'}: {step.label}{where}.")
    return DONE
