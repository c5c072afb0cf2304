"""`export`: the journal as JSON lines on standard output, or as files."""

from pathlib import Path

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import Parser, UsageError
from sciatica_journal.services.exchange.exporting import FORMATS, Exported, export_jsonl, export_to


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--format", choices=FORMATS, default="jsonl", help="jsonl, the complete one, is the default")
    parser.add_argument("-o", "--output", metavar="PATH", help="a new file for jsonl, a new folder for csv or markdown")
    parser.add_argument("--without-reflections", action="store_true", help="leave reflections out")


def run(call: Call) -> int:
    """Write the export. An existing target is refused; csv and markdown need one."""
    with_reflections = not call.args.without_reflections
    target = call.args.output
    if target == "-" and call.args.format != "jsonl":
        raise UsageError(f"{call.args.format} is written to a folder, not to standard output.", "Name one: -o FOLDER.")
    if target is None or (target == "-" and call.args.format == "jsonl"):
        if call.args.format != "jsonl":
            raise UsageError(f"{call.args.format} is written to a folder.", "Name a new one: -o FOLDER.")
        call.out.as_file()
        for line in export_jsonl(call.session, with_reflections=with_reflections):
            call.out.json_line(line)
        return DONE
    if not target:
        raise UsageError("The target has no name.", "Name a new one after -o.")
    exported = _export(call, Path(target), with_reflections)
    call.out.assure(f"The export is written: {exported.path}.")
    call.out.line(exported.message)
    return DONE


def _export(call: Call, target: Path, with_reflections: bool) -> Exported:
    if not call.out.shows_progress:
        return export_to(call.session, call.args.format, target, with_reflections=with_reflections)
    from sciatica_journal.cli.progress import progress
    from sciatica_journal.services.exchange.watching import Watch

    watch = Watch()
    with progress(call.out, watch):
        return export_to(call.session, call.args.format, target, with_reflections=with_reflections, watch=watch)
