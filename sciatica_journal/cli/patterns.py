"""`patterns`: what went with pain, as sentences or as JSON."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import Parser
from sciatica_journal.services.patterns.asking import ask_patterns
from sciatica_journal.services.patterns.telling import page_lines, pattern_words, plain_page
from sciatica_journal.services.safety.reminding import flags_open


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print the patterns. Nothing is written; without data the answer is empty."""
    page, words = ask_patterns(call.session), pattern_words()
    if call.args.json:
        call.out.json(plain_page(page, words))
        return DONE
    for line in page_lines(page, words, flag_open=flags_open(call.session).is_urgent):
        call.out.line(line)
    return DONE
