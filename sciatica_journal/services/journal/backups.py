"""Backups on request, and putting a backup in the journal's place."""

import os
from dataclasses import dataclass
from pathlib import Path

from sciatica_journal.domain.errors import InvalidValue, NotThere
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.journal.session import Session


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was restored, by table, and where the journal that was there before is kept (None: there was none).

    `was_damaged` says that the former journal did not read and was kept as it was, under a new name.
    """

    source: Path
    records: dict[str, int]
    kept: Path | None
    was_damaged: bool


def free_name(session: Session, what: str) -> Path:
    """Return an unused path in the backups folder: `what`, a stamp of now and, if need be, a number."""
    return _free(session.paths.backups, f"{what}-{_stamp(session)}", ".db")


def _stamp(session: Session) -> str:
    return session.now().strftime("%Y-%m-%d-%H%M%S")


def _free(folder: Path, stem: str, ending: str) -> Path:
    path = folder / f"{stem}{ending}"
    number = 2
    while os.path.lexists(path):
        path = folder / f"{stem}-{number}{ending}"
        number += 1
    return path


def backup(session: Session, target: Path | None = None) -> Path:
    """Make a checked backup and return its path; a target that is a folder gets a file with a stamp.

    Raises NotThere where there is no journal yet, JournalUnusable where the backup cannot be made.
    """
    from sciatica_journal.storage.backup import write_backup

    store = session.readable()
    if target is None:
        target = free_name(session, "backup")
    elif target.is_dir():
        target = _free(target, f"sciatica-journal-{_stamp(session)}", ".db")
    write_backup(store, target)
    return target


def restore(session: Session, source: Path) -> RestoreReport:
    """Put the records of a backup in the journal's place, after keeping the journal that is there.

    The source is read only, and checked as input from elsewhere. A journal that reads is backed up first; a
    damaged one is kept beside, as it is. Raises JournalError where the source is no sound journal of this
    program's version or older; nothing was changed then.
    """
    from sciatica_journal.storage.restoring import build_from, keep_former, put_journal_in_place

    journal = Path(os.path.realpath(session.paths.journal))
    _check_source(source, journal)
    session.close()
    building = journal.with_name(f".{journal.name}.{os.getpid()}.restore")
    try:
        records = build_from(source, building)
        with keep_former(journal, free_name(session, "restore-before")) as backed_up:
            damaged = None
            if backed_up is None and os.path.lexists(journal):
                damaged = _free(journal.parent, f"journal-damaged-{_stamp(session)}", ".db")
            put_journal_in_place(building, journal, damaged)
    finally:
        building.unlink(missing_ok=True)
        session.reopen()
    return RestoreReport(source, records, backed_up or damaged, damaged is not None)


def _check_source(source: Path, journal: Path) -> None:
    if not source.exists():
        raise NotThere(f"{one_line(str(source))} is not there.", "`sciatica-journal where` names the newest backup.")
    if journal.exists() and source.samefile(journal):
        raise InvalidValue("This is the journal itself.", "Name a backup; `sciatica-journal where` finds the newest.")
