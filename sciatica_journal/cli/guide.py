"""`guide`: the list of pages, or one page as plain text."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.folding import plain_text
from sciatica_journal.cli.parsing import Parser
from sciatica_journal.services.care.support import own_help
from sciatica_journal.services.guide.reading import all_pages, page


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("page", nargs="?", metavar="PAGE", help="a page's name in the list")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print the list, or the page folded to the terminal's width. Raises NotThere for an unknown page."""
    return _print_list(call) if call.args.page is None else _print_page(call)


def _print_list(call: Call) -> int:
    pages = all_pages()
    if call.args.json:
        call.out.json(
            [{"page": item.slug, "title": item.title, "minutes": item.minutes, "summary": item.summary}
             for item in pages]
        )  # fmt: skip
        return DONE
    for item in pages:
        call.out.line(f"{item.slug}: {item.title}, {item.minutes} min. {item.summary}")
    return DONE


def _print_page(call: Call) -> int:
    found = page(call.args.page)
    if call.args.json:
        call.out.json({"page": found.slug, "title": found.title, "minutes": found.minutes, "text": found.body})
        return DONE
    call.out.line(f"{found.title}, {found.minutes} min\n")
    own = own_help(call.session, found.slug)
    call.out.line(plain_text(f"{own}\n\n{found.body}" if own else found.body, call.out.width))
    reviewed = "" if found.clinician_reviewed else " Not reviewed by a clinician."
    sources = " Sources:" if found.sources else ""
    call.out.line(f"\nLast checked {found.last_checked}.{reviewed}{sources}")
    for source in found.sources:
        call.out.line(plain_text(f"- {source.id}: {source.what}. {source.where}", call.out.width))
    return DONE
