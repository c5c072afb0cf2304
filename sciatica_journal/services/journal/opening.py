"""Opening the journal for writing: creation, upgrade, full check and the daily backup."""

import os
from datetime import date, datetime
from typing import Final

from sciatica_journal.domain.errors import JournalError, JournalUnusable
from sciatica_journal.services.journal.paths import Paths, exists
from sciatica_journal.storage.store import Store

LARGE: Final = 512 * 1024
"""Bytes, some two months of full days, from which on the full check is felt in a single command: it takes about 10 ms
per MiB, and all of a `log` some 70."""


def open_for_writing(paths: Paths, now: datetime) -> Store:
    """Return the open journal, created where there is none, upgraded (after a backup) where it is older.

    What others may do with the journal and its backups is taken from them, see `storage.permissions`.
    """
    from sciatica_journal.storage.opening import create_journal
    from sciatica_journal.storage.permissions import tighten

    os.umask(0o077)
    if not exists(paths.journal):
        create_journal(paths.journal)
    store = Store(paths.journal)
    try:
        tighten(paths.journal, paths.backups)
        if store.needs_upgrade:
            _bring_up_to_date(paths, store, now)
    except BaseException:
        store.close()
        raise
    return store


def _bring_up_to_date(paths: Paths, store: Store, now: datetime) -> None:
    from sciatica_journal.storage.backup import free_name, write_backup
    from sciatica_journal.storage.opening import explained, upgrade

    write_backup(store, free_name(paths.backups, "before-upgrade", now))
    with explained(store.path):
        upgrade(store.connection)


def was_checked_today(paths: Paths, store: Store, today: date) -> bool:
    """Return whether a large journal passed the full check on this day already: its daily backup is there, and
    that is made after the check only. A small one is checked each time, which costs next to nothing.
    """
    from sciatica_journal.storage.backup import daily_name
    from sciatica_journal.storage.opening import explained

    with explained(store.path):
        if store.path.stat().st_size < LARGE:
            return False
    return (paths.backups / daily_name(today)).exists()


def check_before_writing(paths: Paths, store: Store) -> None:
    """Check the whole file before the first write. Raises JournalUnusable for a damaged one: it stays as it is."""
    from sciatica_journal.storage.check import faults

    found = faults(store)
    if found:
        raise JournalUnusable(
            f"{store.path} is damaged ({found[0]}{', …' if len(found) > 1 else ''}).",
            f"Nothing was written. Backups are in {paths.backups}: `sciatica-journal restore PATH`.",
        )


def back_up_today(paths: Paths, store: Store, today: date) -> tuple[str, ...]:
    """Make the backup of the day unless it is there, and thin out older ones. An empty journal needs none.

    Returns what went wrong, in words, for example on a full disk: what the person writes is saved all the same.
    """
    from sciatica_journal.storage.backup import daily_name, remove_leftovers, thin_out, write_backup

    target = paths.backups / daily_name(today)
    try:
        if target.exists() or not store.has_changes():
            return ()
        for folder in {paths.backups, store.path.parent}:
            if folder.is_dir():
                remove_leftovers(folder, today)
        write_backup(store, target)
        thin_out(paths.backups, today)
    except (JournalError, OSError) as error:
        return (f"backup: today's backup was not made. {error}",)
    return ()
