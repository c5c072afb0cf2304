"""`search`: everything the person wrote that holds all the words, newest first."""

from sciatica_journal.cli.call import DONE, NOT_THERE, Call
from sciatica_journal.cli.parsing import Parser
from sciatica_journal.services.history.searching import CLOSE, OPEN, find, kind_name

MOST = 50
LONGEST_QUOTE = 80
"""Characters of the words that are repeated where nothing holds them."""


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="each word matches from its beginning")
    parser.add_argument("--json", action="store_true", help="print a JSON list")


def run(call: Call) -> int:
    """Print date, kind and snippet of each hit, the hit between asterisks. No hit is exit code 1."""
    words = " ".join(call.args.words)
    hits = find(call.session, words, MOST + 1)
    rows = [(hit, hit.snippet.replace(OPEN, "*").replace(CLOSE, "*")) for hit in hits[:MOST]]
    if call.args.json:
        call.out.json(
            [{"date": hit.date.isoformat(), "kind": hit.kind, "key": hit.key, "snippet": text} for hit, text in rows]
        )
    else:
        for hit, text in rows:
            call.out.line(f"{hit.date} {kind_name(hit)}: {text}")
    if len(hits) > MOST:
        call.out.note(f"More than {MOST} places match; the newest are shown. Add a word to narrow the search.")
    if not hits:
        shown = words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}…"
        if any(map(str.isalnum, words)):
            call.out.failed(f"Nothing contains {shown!r}. Try fewer words, or only their beginnings.")
        else:
            call.out.failed("There is no word to look for. Name one, or its beginning.")
    return DONE if hits else NOT_THERE
