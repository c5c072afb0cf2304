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


def backup(session: Session, target: Path | None = None) -> Path:
    """Make a checked backup and return its path; a target that is a folder gets a file with a stamp.

    Raises NotThere where there is no journal yet, JournalUnusable where the backup cannot be made.
    """
    from sciatica_journal.storage.backup import free_name, write_backup

    store = session.readable()
    if target is None:
        target = free_name(session.paths.backups, "backup", session.now())
    elif target.is_dir():
        target = free_name(target, "sciatica-journal", session.now())
    write_backup(store, target)
    return target


def restore(session: Session, source: Path) -> RestoreReport:
    """Put the records of a backup in the journal's place, after keeping the journal that is there.

    The source is read only, and checked as input from elsewhere. A journal that reads is backed up first; a
    damaged one is kept beside, as it is. Raises JournalError where the source is no sound journal of this
    program's version or older; nothing was changed then.
    """
    from sciatica_journal.storage.backup import free_name
    from sciatica_journal.storage.restoring import build_from, keep_former, put_journal_in_place

    journal, now = Path(os.path.realpath(session.paths.journal)), session.now()
    _check_source(source, journal)
    session.close()
    building = journal.with_name(f".{journal.name}.{os.getpid()}.restore")
    try:
        records = build_from(source, building)
        with keep_former(journal, free_name(session.paths.backups, "restore-before", now)) as backed_up:
            damaged = None
            if backed_up is None and os.path.lexists(journal):
                damaged = free_name(journal.parent, "journal-damaged", now)
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
