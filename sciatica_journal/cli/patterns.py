"""`patterns`: what went with pain, as sentences or as JSON."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.folding import folded
from sciatica_journal.cli.parsing import Parser
from sciatica_journal.services.patterns.asking import ask_patterns, ask_view
from sciatica_journal.services.patterns.lines import page_lines
from sciatica_journal.services.patterns.plain import plain_page
from sciatica_journal.services.patterns.words import pattern_words


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print the patterns. Nothing is written; without data the answer is empty."""
    words = pattern_words()
    if call.args.json:
        call.out.json(plain_page(ask_patterns(call.session), words))
        return DONE
    for line in page_lines(ask_view(call.session), words):
        call.out.line(folded(line, call.out.width))
    return DONE
