"""`reflect`: one sitting with a practice; the words are kept, or let go and never written."""

from dataclasses import replace

from sciatica_journal.cli.call import DONE, Call, typed_text
from sciatica_journal.cli.folding import plain_text
from sciatica_journal.cli.parsing import PROGRAM, Parser
from sciatica_journal.services.reflections import keep_reflection, let_go, notices_in_memory
from sciatica_journal.services.sittings import Practice, Reflection, new_sitting, offered_practice


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("source", nargs="?", choices=["-"], metavar="-", help="read the words from standard input")
    parser.add_argument("--practice", metavar="ID", help="the practice; the default is the one offered today")
    parser.add_argument("--let-go", action="store_true", help="keep the practice, minutes and ratings, never the words")
    parser.add_argument("--before", type=int, metavar="0-10", help="the practice's rating before writing")
    parser.add_argument("--after", type=int, metavar="0-10", help="the same rating after writing")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print the practice, read the words, and keep them or let them go."""
    piped = call.args.source == "-"
    practice = offered_practice(call.session.today(), call.args.practice)
    sitting = new_sitting(call.session, practice, before=call.args.before, after=call.args.after)
    if practice and not call.args.json:
        _print_practice(call, practice)
        call.out.flush()
    text = typed_text(
        call, piped=piped, prompt="Write; Ctrl+D on a line of its own ends it.", whole=True,
        instead=f"Pipe the words in: `{PROGRAM} reflect -`.",
    )  # fmt: skip
    if not piped and sitting.start:
        spent = (call.session.now() - sitting.start).total_seconds() / 60
        sitting = replace(sitting, minutes=round(min(max(spent, 0), 1440), 1))
    return _finish(call, sitting, text.strip(), practice)


def _finish(call: Call, sitting: Reflection, text: str, practice: Practice | None) -> int:
    if not text and call.args.before is None and call.args.after is None and not call.args.let_go:
        call.out.note("Nothing was written, so nothing was kept.")
        return DONE
    if call.args.let_go:
        notices = notices_in_memory(call.session, text)
        let_go(call.session, sitting)
    else:
        notices = keep_reflection(call.session, replace(sitting, text=text)).notices
    call.tell(notices)
    if call.args.json:
        call.out.json(
            {"id": sitting.id, "date": sitting.date.isoformat(), "practice": sitting.practice,
             "kept": not call.args.let_go, "flags": [notice.trigger for notice in notices]}
        )  # fmt: skip
    else:
        call.out.line("Let go: the words are nowhere." if call.args.let_go else "Kept.")
        if practice:
            call.out.line(practice.closing)
    return DONE


def _print_practice(call: Call, practice: Practice) -> None:
    call.out.line(f"{practice.title}, {practice.minutes} min ({practice.id})\n")
    call.out.line(plain_text(practice.body, call.out.width))
    call.out.line()
    for caution in practice.cautions:
        call.out.line(plain_text(caution, call.out.width))
    call.out.line(plain_text(f"Rating: {practice.rating}", call.out.width))
