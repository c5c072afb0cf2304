"""`check`: the whole journal, looked through for damage."""

from collections.abc import Sequence

from sciatica_journal.cli.call import DONE, NOT_THERE, Call
from sciatica_journal.cli.parsing import Parser
from sciatica_journal.services.errors import JournalUnusable, NotThere
from sciatica_journal.services.journal.health import check, mending, warnings


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print what is wrong; a fault is exit code 1.

    Raises NotThere where there is no journal yet, JournalUnusable where it cannot be looked at; with `--json` the
    document then says why.
    """
    try:
        faults = check(call.session)
    except (NotThere, JournalUnusable) as error:
        if call.args.json:
            _print_json(call, (), (), str(error))
        raise
    journal = str(call.session.paths.journal)
    warned = warnings(call.session)
    if call.args.json:
        _print_json(call, faults, warned, None)
    elif not faults:
        call.out.line(f"{journal} is sound.")
    else:
        for fault in faults:
            call.out.line(fault)
    call.notes(warned)
    if faults:
        call.out.failed(f"{journal} has faults: {len(faults)}. {mending(faults)}")
    return NOT_THERE if faults else DONE


def _print_json(call: Call, faults: Sequence[str], warned: Sequence[str], problem: str | None) -> None:
    journal = str(call.session.paths.journal)
    call.out.json({"journal": journal, "faults": list(faults), "warnings": list(warned), "problem": problem})
