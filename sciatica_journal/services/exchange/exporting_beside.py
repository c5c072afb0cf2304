"""Exports for the app: with a connection of their own, so that nobody waits for a long one, to a name that is free."""

import os
from pathlib import Path
from typing import Final

from sciatica_journal.exchange.watch import Watch
from sciatica_journal.services.exchange.exporting import Exported, export_to
from sciatica_journal.services.journal.session import Session

_ENDINGS: Final = {"jsonl": ".jsonl", "csv": "-csv", "markdown": "-markdown"}


def export_beside(session: Session, format: str, path: Path, *, with_reflections: bool, watch: Watch) -> Exported:
    """Export as `export_to` does, on any thread: the journal is read by a connection that is opened for it alone."""
    own = Session(session.paths, session.settings, session.clock)
    try:
        return export_to(own, format, path, with_reflections=with_reflections, watch=watch)
    finally:
        own.close()


def offered_target(session: Session, format: str) -> Path:
    """Return a path in the home folder that does not exist yet: a file for jsonl, else a folder."""
    name, number = f"sciatica-journal-{session.today()}", 1
    while True:
        path = Path.home() / f"{name}{'' if number == 1 else f'-{number}'}{_ENDINGS[format]}"
        if not os.path.lexists(path):
            return path
        number += 1
