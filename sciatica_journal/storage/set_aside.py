"""Red flags and what the first launch was told, as records: for exports, imports and taking those back.

They have tables of their own shape, so what other programs' files add to a flag is kept as one value.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sciatica_journal.domain.care.first_told import CHOICES, FirstTold, first_told
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.kinds import PROFILE
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.safety.flag_record import Flag, flag_name
from sciatica_journal.domain.text import clean_or_none
from sciatica_journal.storage.journal_file import JournalFile
from sciatica_journal.storage.tables import readable
from sciatica_journal.storage.values import load_value, put_value

_MORE: Final = "flag_more"
"""By flag_name the id that a file gave, where it is another, and the keys that this version does not know."""

COLUMNS: Final = ("trigger", "tier", "date", "opened", "acknowledged", "outcome", "told", "closed")
"""The columns of a flag but its number."""


def flag_records(file: JournalFile) -> list[Flag]:
    """Return all red flags, open or not, oldest first. Raises JournalUnusable for one that does not read."""
    return [flag for _, _, flag in _flags(file)]


def set_aside_records(file: JournalFile) -> list[Record]:
    """Return the red flags and, if the first launch was done, what it was told."""
    told = _profile(file)
    return [*flag_records(file), *([told] if told is not None else [])]


def find_set_aside(file: JournalFile, kind: str, key: str) -> Record | None:
    """Return the record of that id, None where there is none."""
    if kind == PROFILE:
        return _profile(file)
    return next((flag for flag in flag_records(file) if flag.id == key), None)


def put_set_aside(file: JournalFile, record: Record) -> None:
    """Inside a transaction: write a record. An open flag whose trigger is open already is left out."""
    if isinstance(record, FirstTold):
        for name, value in {PROFILE: record.answers, **record.choices}.items():
            put_value(file, name, value)
    elif isinstance(record, Flag):
        _put_flag(file, record)


def remove_set_aside(file: JournalFile, kind: str, key: str) -> None:
    """Inside a transaction: remove a record."""
    if kind == PROFILE:
        for name in (PROFILE, *CHOICES):
            file.connection.execute("DELETE FROM value WHERE name = ?", (name,))
    for n, _, flag in _flags(file) if kind == Flag.TYPE else ():
        if flag.id == key:
            file.connection.execute("DELETE FROM flag WHERE id = ?", (n,))


def _put_flag(file: JournalFile, flag: Flag) -> None:
    run = file.connection.execute
    found = next(((n, name) for n, name, each in _flags(file) if each.id == flag.id), None)
    opened = flag.opened.isoformat() if flag.opened is not None else ""
    row = (flag.trigger, flag.tier, flag.date.isoformat(), opened, _time(flag.acknowledged), flag.outcome, flag.told,
           _time(flag.closed))  # fmt: skip
    if found is not None:
        run("UPDATE flag SET trigger = ?, tier = ?, date = ?, opened = ?, acknowledged = ?, outcome = ?, told = ?, "
            "closed = ? WHERE id = ?", (*row, found[0]))  # fmt: skip
    elif flag.is_open and run("SELECT 1 FROM flag WHERE trigger = ? AND closed IS NULL", (flag.trigger,)).fetchone():
        return
    else:
        run("INSERT INTO flag (trigger, tier, date, opened, acknowledged, outcome, told, closed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)  # fmt: skip
    alike = sum((each.trigger, each.opened) == (flag.trigger, flag.opened) for each in flag_records(file))
    _keep_more(file, found[1] if found else flag_name(flag.trigger, opened, alike), flag)


def _keep_more(file: JournalFile, name: str, flag: Flag) -> None:
    """Keep what the table has no column for."""
    more: dict[str, object] = {} if flag.id == name else {"id": flag.id}
    more.update(flag.extra)
    known = _more(file)
    if known.get(name, {}) != more:
        put_value(file, _MORE, {**known, name: more})


def _flags(file: JournalFile) -> list[tuple[int, str, Flag]]:
    """Return number, name and record of each flag."""
    rows = file.rows(f"SELECT id, {', '.join(COLUMNS)} FROM flag ORDER BY id")
    if not rows:
        return []
    more = _more(file)
    alike = Counter[tuple[str, str]]()
    found = []
    for n, *row in rows:
        alike[row[0], row[3]] += 1
        name = flag_name(row[0], row[3], alike[row[0], row[3]])
        with readable("A red flag"):
            found.append((n, name, flag_of(name, row, more.get(name, {}))))
    return found


def flag_of(name: str, row: Sequence[Any], more: Mapping[str, Any]) -> Flag:
    """Return the flag of a row without its number. Raises InvalidValue or ValueError where it does not hold."""
    trigger, tier, day, opened, acknowledged, outcome, told, closed = row
    extra = {key: value for key, value in more.items() if key != "id"}
    return Flag(
        more.get("id", name), date.fromisoformat(day), trigger, tier, datetime.fromisoformat(opened),
        _read_time(acknowledged), outcome or None, clean_or_none(told), _read_time(closed), extra=extra,
    )  # fmt: skip


def _profile(file: JournalFile) -> FirstTold | None:
    """Return what the first launch was told, with what was chosen later; what another hand made of it counts as not
    told."""
    body = load_value(file, PROFILE)
    try:
        return first_told({"signs": {}, **body, **_choices(file)}) if isinstance(body, dict) else None
    except InvalidValue:
        return None


def _choices(file: JournalFile) -> dict[str, dict[str, Any]]:
    found = {name: load_value(file, name) for name in CHOICES}
    return {
        name: {key: value for key, value in body.items() if value is not None}
        for name, body in found.items()
        if isinstance(body, dict)
    }


def _more(file: JournalFile) -> dict[str, dict[str, Any]]:
    found = load_value(file, _MORE)
    return {name: more for name, more in found.items() if isinstance(more, dict)} if isinstance(found, dict) else {}


def _time(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


def _read_time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text is not None else None
