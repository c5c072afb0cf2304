"""`import`: files into the journal, each import one change that can be taken back."""

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import PROGRAM, Parser, UsageError
from sciatica_journal.services.exchange.taking_back import list_imports, undo_import

_NEWEST = "newest"


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="the files, folders or ZIPs")
    parser.add_argument("--from", dest="kind", metavar="KIND", help="what the files are; found out by default")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and change nothing")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--answer", action="append", default=[], metavar="KEY=VALUE", dest="answers",
        help="answer a question that the files leave open; it is remembered",
    )  # fmt: skip
    parser.add_argument(
        "--keep-others", action="store_true", help="keep the minutes of other sports as factors of their days"
    )
    parser.add_argument("--verbose", action="store_true", help="list every item")
    parser.add_argument(
        "--undo", nargs="?", const=_NEWEST, metavar="ID", help="take back an import; the newest, if none is named"
    )
    parser.add_argument("--list", action="store_true", help="list the imports")


def run(call: Call) -> int:
    """Import, list the imports or take one back."""
    args = call.args
    if bool(args.paths) + bool(args.list) + (args.undo is not None) != 1:
        raise UsageError("Name files to import, or give --list or --undo, and one of these.",
                         f"See `{PROGRAM} import --help`.")  # fmt: skip
    if args.undo is not None and args.dry_run:
        raise UsageError("--undo cannot be tried out with --dry-run.", f"`{PROGRAM} undo` brings an import back.")
    if args.list:
        return _list(call)
    if args.undo is not None:
        return _undo(call)
    from sciatica_journal.cli.import_files import import_files

    return import_files(call)


def _list(call: Call) -> int:
    found = list_imports(call.session)
    if call.args.json:
        call.out.json(
            [{"id": item.id, "at": item.at.isoformat(), "files": item.files, "added": item.added,
              "filled": item.filled, "taken_back": item.taken_back} for item in found]
        )  # fmt: skip
        return DONE
    for item in found:
        back = ", taken back" if item.taken_back else ""
        call.out.line(
            f"{item.id}: {item.at:%Y-%m-%d %H:%M}, {item.files}, {item.added} added, {item.filled} filled{back}"
        )
    if not found:
        call.out.note("Nothing has been imported yet.")
    return DONE


def _undo(call: Call) -> int:
    wanted = call.args.undo
    if wanted != _NEWEST and not (wanted.isascii() and wanted.isdigit()):
        raise UsageError(f"{wanted!r} is not the number of an import.", f"`{PROGRAM} import --list` lists them.")
    back = undo_import(call.session, None if wanted == _NEWEST else int(wanted))
    call.out.assure(f"Import {back.what.id} is taken back.")
    if call.args.json:
        call.out.json({"id": back.what.id, "removed": back.removed, "emptied": back.emptied, "kept": back.kept,
                       "shared": back.shared})  # fmt: skip
        return DONE
    shared = f", {back.shared} kept because another import has them too" if back.shared else ""
    call.out.line(
        f"Import {back.what.id} ({back.what.files}) is taken back: {back.removed} removed, {back.emptied} emptied "
        f"again, {back.kept} kept because they were changed since{shared}. `{PROGRAM} undo` brings it back."
    )
    return DONE
