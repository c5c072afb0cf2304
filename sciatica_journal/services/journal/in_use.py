"""Whether another program holds the journal: asked beside the storage thread, which is the one that waits then."""

from sciatica_journal.services.journal.paths import Paths


def in_use_elsewhere(paths: Paths) -> bool:
    """Return whether another program keeps the journal from being read now. Safe on any thread."""
    from sciatica_journal.storage.in_use import is_in_use

    return is_in_use(paths.journal)
