"""The demo: the app on a made-up journal in a folder of its own; the person's own journal is never touched."""

import atexit
import tempfile
from pathlib import Path
from typing import Final

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.safety.flag_record import Flag
from sciatica_journal.domain.settings import Settings
from sciatica_journal.services.demo.story import tell
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Clock, Session, system_clock

LADDER: Final = "walk-first"


def build_demo(session: Session) -> int:
    """Fill an empty journal with 180 days that end today, the same for the same day. Returns the records.

    Raises InvalidValue for a journal that holds anything.
    """
    from sciatica_journal.domain.ladder.reading import read_ladder
    from sciatica_journal.guide.content import read_toml
    from sciatica_journal.storage.check import counts

    store = session.writer()
    if any(counts(store).values()):
        raise InvalidValue("The journal is not empty.", "The demo is for an empty one: `sciatica-journal demo`.")
    from sciatica_journal.services.safety.imported_flags import keep_answers
    from sciatica_journal.services.safety.profile import Profile, save_profile

    words = read_toml("demo", "journal.toml"), read_toml("demo", "care.toml")
    ladder = read_ladder(read_toml("ladders", f"{LADDER}.toml"), LADDER)
    records = tell(*words, ladder, session.today(), session.now().tzinfo)
    with store.transaction():  # no change in the history: the first undo must not take the whole demo back
        for record in records:
            store.put(record)
    save_profile(session, Profile(examined=True, leg_worse=True, signs={"tingling": "known", "numb": "known"}))
    keep_answers(session, [record for record in records if isinstance(record, Flag)])
    return len(records)


def open_demo(clock: Clock = system_clock) -> Session:
    """Return a session on a demo journal in a new temporary folder (0700), removed when the program ends.

    The person's own folders, settings and SCIATICA_JOURNAL_HOME are not looked at.
    """
    try:
        folder = tempfile.TemporaryDirectory(prefix="sciatica-journal-demo-", ignore_cleanup_errors=True)
    except OSError as error:
        raise JournalError(f"The demo has no place: {error.strerror}.", "Make room in the temporary folder.") from error
    session = Session(paths_in(Path(folder.name)), Settings(), clock, demo=True)
    atexit.register(folder.cleanup)
    build_demo(session)
    return session
