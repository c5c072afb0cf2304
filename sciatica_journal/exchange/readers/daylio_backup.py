"""The journal within a backup of Daylio: JSON, written in base64."""

import base64
import binascii
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Refused
from sciatica_journal.exchange.parsing.json_items import items_of, object_of, row_of, text_of
from sciatica_journal.exchange.parsing.when import check_clock
from sciatica_journal.exchange.watch import Watch

_LEVELS: Final = {1: 10, 2: 8, 3: 5, 4: 2, 5: 0}
"""A mood 0-10 by the level of Daylio, of which 1 is the best; the halves (7.5, 2.5) away from the middle."""

_LARGEST: Final = 128 * 2**20
_HEAD: Final = 1024
_WORDS: Final = (
    b'"dayEntries"',
    b'"customMoods"',
    b'"tags"',
    b'"version"',
    b'"tag_groups"',
    b'"daysInRowLongestChain"',
)


class Noted(NamedTuple):
    """An entry of the backup, as `daylio.Reading.of` takes it."""

    day: date
    start: datetime | None
    mood: str
    level: int | None
    activities: Sequence[str]
    notes: Sequence[str]
    cells: dict[str, str]


def is_backup(file: InFile) -> bool:
    """Return whether the file is the journal of a backup, by its beginning."""
    head = b"".join(file.head(_HEAD).split())
    try:
        begun = base64.b64decode(head[: len(head) // 4 * 4], validate=True)
    except (binascii.Error, ValueError):
        return False
    return begun.startswith(b"{") and (file.base.endswith(".daylio") or any(word in begun for word in _WORDS))


def entries_of(file: InFile, watch: Watch) -> Iterator[Noted | Refused]:
    """Yield the entries of a backup. Raises InvalidValue for a broken one."""
    with file.open() as stream:
        packed = stream.read(_LARGEST + 1)
    watch.check()
    if len(packed) > _LARGEST:
        raise InvalidValue(f"{file.base} is far too large for a backup of Daylio.", "Export it as CSV.")
    try:
        plain = base64.b64decode(packed)
    except (binascii.Error, ValueError):
        raise InvalidValue(f"{file.base} is not a valid backup of Daylio.", "Export it as CSV.") from None
    del packed
    moods = {_whole(mood.get("id")): mood for mood in _list(plain, "customMoods", file)}
    tags = {_whole(tag.get("id")): text_of(tag.get("name")) for tag in _list(plain, "tags", file)}
    for number, entry in enumerate(_list(plain, "dayEntries", file), 1):
        watch.count_item()
        try:
            yield _noted(entry, moods, tags)
        except InvalidValue as error:
            yield Refused(f"entry {number}", error.message)


def _list(plain: bytes, key: str, file: InFile) -> Iterator[dict[str, Any]]:
    with io.TextIOWrapper(io.BytesIO(plain), "utf-8", "replace") as text:
        yield from map(object_of, items_of(text, key, file.base))


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _noted(entry: dict[str, Any], moods: dict[int | None, dict[str, Any]], tags: dict[int | None, str]) -> Noted:
    start = _start(entry)
    mood = moods.get(_whole(entry.get("mood")), {})
    named = entry.get("tags")
    activities = [tags.get(_whole(tag), "") for tag in named] if isinstance(named, list) else []
    cells = row_of(entry, ("tags", "assets"))
    cells["activities"] = " | ".join(name for name in activities if name)
    notes = (text_of(entry.get("note_title")), text_of(entry.get("note")))
    level = _LEVELS.get(_whole(mood.get("mood_group_id")) or 0)
    return Noted(start.date(), start, text_of(mood.get("custom_name")), level, activities, notes, cells)


def _start(entry: dict[str, Any]) -> datetime:
    """Return the wall time of an entry: milliseconds of Unix, and those by which the clock was ahead of it."""
    stamp, ahead = _whole(entry.get("datetime")), _whole(entry.get("timeZoneOffset")) or 0
    if stamp is None:
        raise InvalidValue("It says no time.", "")
    try:
        start = datetime(1970, 1, 1) + timedelta(milliseconds=stamp + ahead)
    except OverflowError:
        raise InvalidValue("Its time is out of range.", "") from None
    check_clock(start.date())
    return start.replace(second=0, microsecond=0)
