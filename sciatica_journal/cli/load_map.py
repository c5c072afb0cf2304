"""`map`: the mean next morning by load and stress, in nine cells."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.folding import folded
from sciatica_journal.cli.parsing import Parser
from sciatica_journal.services.patterns.asking import ask_map
from sciatica_journal.services.patterns.lines import map_lines
from sciatica_journal.services.patterns.plain import plain_map


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON, null where there is no map yet")


def run(call: Call) -> int:
    """Print the map. Nothing is written; too few days are no failure."""
    found, why_not = ask_map(call.session)
    if call.args.json:
        call.out.json(plain_map(found) if found else None)
        return DONE
    for line in map_lines(found) if found else [why_not]:
        call.out.line(folded(line, call.out.width))
    return DONE
