"""`log`: a day in one line, and in words what was understood of it."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import DATES_HELP, PROGRAM, Parser, UsageError
from sciatica_journal.services.entries.line_log import LineLogged, log_line, preview_line
from sciatica_journal.services.errors import JournalUnusable
from sciatica_journal.services.history.naming_days import day_title, named_day

_EXAMPLE = f'`{PROGRAM} log "pain 4, left calf"`'

_MOST_WARNINGS = 5


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.leading_date = True
    parser.add_argument(
        "text", nargs="*", metavar="TEXT", help="the line; - reads it from standard input; without one it is asked for"
    )
    parser.add_argument("--date", metavar="D", help=f"{DATES_HELP}; the default is today")
    parser.add_argument("--dry-run", action="store_true", help="say what would be set, and save nothing")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Log the line and echo what was understood. Safety words go to standard error before anything else."""
    day = named_day(call.session, call.args.date)
    line = _line(call)
    if not line.strip():
        raise UsageError("There is no text to log.", f"Write it after the command: {_EXAMPLE}.")
    try:
        logged = (preview_line if call.args.dry_run else log_line)(call.session, line, day)
    except JournalUnusable:
        from sciatica_journal.services.entries.line_log import safety_words

        call.tell(safety_words(call.session, line, day))
        if not call.args.text:
            _keep_line(call, line)
        raise
    if not call.args.dry_run:
        call.out.assure(f"{day_title(logged.date)} is saved.")
    call.tell(logged.notices)
    if call.args.json:
        from sciatica_journal.services.entries.line_log import flags_of
        from sciatica_journal.services.history.showing import plain_logged

        call.out.json(plain_logged(logged) | {"flags": flags_of(call.session, logged)})
    else:
        _echo(call, logged)
    call.notes(f"Warning: {warning}" for warning in logged.warnings[:_MOST_WARNINGS])
    if len(logged.warnings) > _MOST_WARNINGS:
        call.out.note(f"And {len(logged.warnings) - _MOST_WARNINGS} more warnings: `--json` prints them all.")
    return DONE


def _line(call: Call) -> str:
    """Return the words joined by spaces, or what standard input holds.

    Several lines on standard input are one entry: a line end separates parts as a semicolon does.
    """
    words = call.args.text
    if words and words != ["-"]:
        return " ".join(words)
    from sciatica_journal.cli.standard_input import read_text

    return read_text(
        piped=bool(words), whole=False, ask=lambda: call.out.note("Today in one line:"), instead=f"Write {_EXAMPLE}."
    ).strip("\r\n")


def _keep_line(call: Call, line: str) -> None:
    """Keep a line that was typed when asked for, and is in no shell's history, where it cannot be saved."""
    from sciatica_journal.services.entries.unsaved_words import keep_words

    kept = keep_words(call.session.paths, "line", line, call.session.now())
    if kept:
        call.out.assure(f"What you wrote is in {kept}; `{PROGRAM} log - < FILE` logs it.")


def _echo(call: Call, logged: LineLogged) -> None:
    saved = "not saved (dry run)" if call.args.dry_run else "saved"
    call.out.line(f"{day_title(logged.date)}, {saved}:")
    for words in logged.words:
        call.out.line(f"  {words}")
