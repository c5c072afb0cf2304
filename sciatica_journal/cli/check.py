"""`check`: the whole journal, looked through for damage."""

from sciatica_journal.cli.call import DONE, NOT_THERE, Call
from sciatica_journal.cli.parsing import PROGRAM, Parser
from sciatica_journal.services.health import check


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print what is wrong; a fault is exit code 1. Raises NotThere where there is no journal yet."""
    faults = check(call.session)
    journal = str(call.session.paths.journal)
    if call.args.json:
        call.out.json({"journal": journal, "faults": faults})
    elif not faults:
        call.out.line(f"{journal} is sound.")
    else:
        for fault in faults:
            call.out.line(fault)
    if faults:
        call.out.note(
            f"{PROGRAM}: {journal} has faults: {len(faults)}. `{PROGRAM} where` names the newest backup; "
            f"`{PROGRAM} restore PATH` puts it in place and keeps the damaged file."
        )
    return NOT_THERE if faults else DONE
