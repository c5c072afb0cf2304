"""`where`: where the journal, the settings and the backups lie, and what is there."""

from typing import Any

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.parsing import Parser
from sciatica_journal.services.errors import JournalUnusable
from sciatica_journal.services.journal.health import where

_PATHS = {
    "journal": "Journal",
    "settings": "Settings",
    "backups": "Backups",
    "newest_backup": "Newest backup",
    "crash": "Crash notes",
}


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print the paths and what the journal holds.

    Raises JournalUnusable, after the paths, where the journal is locked or one may not look.
    """
    found = where(call.session)
    if call.args.json:
        call.out.json(found)
    else:
        for name, label in _PATHS.items():
            call.out.line(f"{label}: {found[name] or ('none yet' if found['in_reach'] else 'unknown')}")
        if found["in_reach"]:
            call.out.line(_contents(found))
    if not found["in_reach"]:
        raise JournalUnusable(found["problem"])
    return DONE


def _contents(found: dict[str, Any]) -> str:
    if not found["exists"]:
        return "There is no journal yet; the first thing you log makes one."
    if found["problem"]:
        return f"The journal does not open: {found['problem']}"
    records = ", ".join(f"{kind} {count}" for kind, count in found["records"].items() if count) or "none"
    days = f" Days from {found['first_day']} to {found['last_day']}." if found["first_day"] else ""
    return f"The journal holds {found['bytes']} bytes; records: {records}.{days}"
