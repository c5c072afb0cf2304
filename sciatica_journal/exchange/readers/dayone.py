"""Day One's journals: the JSON of an export, alone, in its ZIP or unpacked, and the entries of Day One Classic.

Every entry becomes a dated text on the day of its own time zone, with the escapes of Markdown undone. Photos and what
the program writes to show them are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import clean
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Entry, Found, Refused
from sciatica_journal.exchange.parsing.decoding import head_text
from sciatica_journal.exchange.parsing.json_items import items_of, object_of, row_of, text_of
from sciatica_journal.exchange.parsing.once import once
from sciatica_journal.exchange.parsing.sane import kept_row, text_id
from sciatica_journal.exchange.parsing.text_rows import opened_text
from sciatica_journal.exchange.parsing.when import read_stamp
from sciatica_journal.exchange.watch import Watch

SOURCE: Final = "dayone"
_HEAD: Final = 1 << 16
_CLASSIC: Final = ".doentry"
_LARGEST_CLASSIC: Final = 16 * 2**20
_PICTURE: Final = re.compile(r"!?\[[^\]\n]{0,200}\]\(dayone-moment:/{1,2}[^)\n]{0,300}\)")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_ROW_LEAVES_OUT: Final = ("text", "richText", "photos", "videos", "audios", "pdfAttachments")


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether one of the files is a journal of Day One."""
    return next(_journals(files), None) is not None or next(_classics(files), None) is not None


def _journals(files: Sequence[InFile]) -> Iterator[InFile]:
    return (one for one in files if (len(files) == 1 or one.base.lower().endswith(".json")) and _is_journal(one))


def _is_journal(file: InFile) -> bool:
    head = head_text(file, _HEAD).lstrip()
    marks = '"creationDate"' in head or ('"metadata"' in head and '"version"' in head)
    return head.startswith("{") and '"entries"' in head and marks


def _classics(files: Sequence[InFile]) -> Iterator[InFile]:
    return (one for one in files if one.base.lower().endswith(_CLASSIC))


def read(files: Sequence[InFile], _answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the entries in the files' order. Raises InvalidValue for what is not a journal of Day One."""
    journals, classics = list(_journals(files)), list(_classics(files))
    if not journals and not classics:
        raise InvalidValue("This is not a journal of Day One.", "Export it as JSON.")
    yield from once(_entries(journals, classics, watch))


def _entries(journals: Sequence[InFile], classics: Sequence[InFile], watch: Watch) -> Iterator[Found]:
    for file in journals:
        with opened_text(file) as text:
            for number, item in enumerate(items_of(text, "entries", file.base), 1):
                watch.count_item()
                yield _entry(f"{file.base}, entry {number}", object_of(item))
    for file in classics:
        watch.count_item()
        yield _classic(file)


def _entry(place: str, found: Mapping[str, Any]) -> Found:
    text = text_of(found.get("text")) or _rich_text(text_of(found.get("richText")))
    row = row_of(dict(found), _ROW_LEAVES_OUT)
    stamp, zone = text_of(found.get("creationDate")), text_of(found.get("timeZone"))
    return _made(place, unescaped(text), stamp, zone, text_of(found.get("uuid")), row)


def _made(place: str, text: str, stamp: str, zone: str, ident: str, row: Mapping[str, str]) -> Found:
    kept = clean(text).strip()
    if not kept:
        return Refused(place, "The entry has no text.")
    try:
        start = read_stamp(stamp)
    except InvalidValue as error:
        return Refused(place, error.message)
    if not isinstance(start, datetime):
        return Refused(place, "The entry says no time.")
    moment = start if start.tzinfo is not None else start.replace(tzinfo=UTC)
    local = _local(moment, zone)
    name = clean(ident).strip() or text_id(f"{moment:%Y-%m-%d %H:%M}", kept)
    return Entry(SOURCE, name, kept, local or moment, zone_known=local is not None, row=kept_row(row))


def _local(moment: datetime, zone: str) -> datetime | None:
    """Return the moment in the zone that is named, None where it is not known here."""
    try:
        return moment.astimezone(ZoneInfo(zone)) if zone else None
    except (KeyError, ValueError, OSError, OverflowError):
        # KeyError is what an unknown zone raises.
        return None


def unescaped(text: str) -> str:
    """Return a text of Day One as it was typed: without escapes of Markdown and places of pictures."""
    return _ESCAPED.sub(r"\1", _PICTURE.sub("", text))


def _rich_text(text: str) -> str:
    """Return the words of an entry that has them in its formatted form only."""
    import json

    try:
        contents = object_of(json.loads(text)).get("contents") if text else None
    except (ValueError, RecursionError):
        return ""
    parts = contents if isinstance(contents, list) else []
    return "".join(text_of(object_of(part).get("text")) for part in parts)


def _classic(file: InFile) -> Found:
    """Return the entry that a property list of Day One Classic holds."""
    import plistlib

    if file.size > _LARGEST_CLASSIC:
        return Refused(file.name, "It is far too large for an entry.")
    with file.open() as stream:
        data = stream.read(_LARGEST_CLASSIC + 1)
    try:
        found = object_of(plistlib.loads(data))
    except Exception:
        # plistlib lets through whatever expat, its own index errors and the conversions of values raise
        return Refused(file.name, "It is not an entry of Day One Classic.")
    created = found.get("Creation Date")
    stamp = created.isoformat(sep=" ", timespec="seconds") if isinstance(created, datetime) else ""
    tags = found.get("Tags")
    row = {
        "Creation Date": stamp,
        "Time Zone": text_of(found.get("Time Zone")),
        "Tags": ", ".join(map(str, tags)) if isinstance(tags, list) else "",
        "Starred": "yes" if found.get("Starred") is True else "",
    }
    return _made(file.name, text_of(found.get("Entry Text")), stamp, row["Time Zone"], text_of(found.get("UUID")), row)
