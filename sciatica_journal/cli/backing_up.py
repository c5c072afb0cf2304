"""`backup`: a checked copy of the journal."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import Parser, path_of
from sciatica_journal.services.journal.backups import backup


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="a new file or a folder; by default the backups folder")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Make the backup and say where it is. Raises NotThere where there is no journal yet."""
    made = backup(call.session, None if call.args.path is None else path_of(call.args.path))
    call.out.assure(f"The backup is made: {made}.")
    if call.args.json:
        call.out.json({"backup": str(made)})
    else:
        call.out.line(f"Backed up and checked: {made}. This file is not encrypted.")
    return DONE
