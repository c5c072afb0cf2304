"""`path`: today's step on the ladder and why, what was pushed through, and the surfaces, in words or as JSON."""

from collections.abc import Iterable

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.folding import folded, plain_text
from sciatica_journal.cli.parsing import Parser
from sciatica_journal.services.care.words import path_words
from sciatica_journal.services.ladder.plain import plain_path
from sciatica_journal.services.ladder.pushed import Ledgers, ledgers
from sciatica_journal.services.ladder.view import LadderView, ladder_view
from sciatica_journal.services.ladder.wording import mirror_words, reason_words, surface_cells, surface_heads, told


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print where one is. Without a journal it is empty; reading never makes one."""
    view, found = ladder_view(call.session), ledgers(call.session)
    call.notes(view.problems)
    if call.args.json:
        call.out.json(plain_path(call.session, view, found))
        return DONE
    _print_standing(call, view)
    for text in _ladder(call, view):
        call.out.line(plain_text(text, call.out.width))
    _print_ledgers(call, found)
    return DONE


def _print_standing(call: Call, view: LadderView) -> None:
    """Print what is allowed, with the limits as they were noted."""
    call.out.line(path_words()["standing"][view.standing.reason]["head"])
    if view.standing.limits:
        call.out.line(folded(f"  {' '.join(view.standing.limits.split())}", call.out.width))


def _ladder(call: Call, view: LadderView) -> Iterable[str]:
    said, words = told(view, call.session.today()), path_words()
    yield from filter(None, (said.head, said.why, *said.lines))
    if view.position is None:
        yield "The ladders: " + "; ".join(ladder.title for ladder in view.ladders) + "."
    yield words["ladder"]["caution"]


def _print_ledgers(call: Call, found: Ledgers) -> None:
    words = path_words()["ledger"]
    call.out.line(f"\n{words['pushed']}")
    for text in [mirror_words(one) for one in found.mirrors] or [words["pushed_none"]]:
        call.out.line(plain_text(text, call.out.width))
    if found.reasons:
        call.out.line(f"\n{words['reasons']}")
    for given in found.reasons:
        call.out.line(folded(reason_words(given), call.out.width))
    call.out.line(f"\n{words['surfaces']}")
    if not found.surfaces:
        call.out.line(plain_text(words["surfaces_none"], call.out.width))
        return
    unit = call.session.settings.units
    rows = [surface_heads(unit), *(surface_cells(row, unit) for row in found.surfaces)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        call.out.line("  ".join(cells).rstrip())
