"""`restore`: a backup in the journal's place; what was there is kept."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import Parser, path_of
from sciatica_journal.services.journal.backups import restore


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("path", metavar="PATH", help="the backup; `where` names the newest")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Restore the backup and say what it holds and where the former journal is."""
    report = restore(call.session, path_of(call.args.path))
    call.out.assure("The backup is restored.")
    if call.args.json:
        call.out.json(
            {"restored": str(report.source), "records": report.records, "kept": report.kept and str(report.kept),
             "was_damaged": report.was_damaged}
        )  # fmt: skip
        return DONE
    records = ", ".join(f"{kind} {count}" for kind, count in report.records.items() if count) or "no records"
    call.out.line(f"Restored from {report.source}: {records}.")
    if report.kept:
        state = "The former journal, which is damaged," if report.was_damaged else "The former journal"
        call.out.line(f"{state} is kept in {report.kept}.")
    return DONE
