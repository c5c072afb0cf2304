"""`trends`: how pain moved over the last weeks, the last three months and all days."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.folding import folded
from sciatica_journal.cli.parsing import Parser
from sciatica_journal.services.patterns.asking import ask_trends
from sciatica_journal.services.patterns.groups import trend_lines
from sciatica_journal.services.patterns.plain import plain_trend
from sciatica_journal.services.patterns.words import pattern_words


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print the trend object of `patterns --json`")


def run(call: Call) -> int:
    """Print the trends. Nothing is written; too few days are no failure."""
    (trends, outcome), words = ask_trends(call.session), pattern_words()
    if call.args.json:
        call.out.json(plain_trend(trends))
        return DONE
    for line in list(trend_lines(trends, outcome, words)) or [words["trend"]["none"]]:
        call.out.line(folded(line, call.out.width))
    return DONE
