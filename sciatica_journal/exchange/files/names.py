"""Names of files as archives and folders give them: safe to show, and recognised where they try to lead elsewhere."""

import re
from typing import Final

from sciatica_journal.domain.text import one_line

_HIDDEN: Final = ("__macosx", "thumbs.db", "desktop.ini")
_LONGEST: Final = 400
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_INVISIBLE: Final = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
"""Characters that turn or hide what stands beside them."""


def is_hidden(name: str) -> bool:
    """Return whether a name is one that systems write for themselves."""
    return name.startswith(".") or name.lower() in _HIDDEN


def safe_name(name: str) -> str:
    """Return a name as it can be shown and kept: one line, nothing that turns or hides the text, not long."""
    if name.isascii() and name.isprintable() and len(name) <= _LONGEST:
        return name
    kept = _INVISIBLE.sub("\ufffd", one_line(name[: 2 * _LONGEST]))
    return kept if len(kept) <= _LONGEST else f"…{kept[-_LONGEST:]}"


def without_gz(name: str) -> str:
    """Return `x.fit` for `x.fit.gz`."""
    return name[:-3] if name.lower().endswith(".gz") and len(name) > 3 and not name.endswith("/.gz") else name


def trick(name: str) -> str | None:
    """Return in words what is wrong with the name of a member of an archive, None where nothing is."""
    parts = name.replace("\\", "/").split("/")
    if ".." in parts:
        return "Its name leads out of the archive."
    if not parts[0] or _DRIVE.match(name):
        return "Its name is that of a place on a disk."
    if any(ord(char) < 32 or 127 <= ord(char) < 160 for char in name):
        return "Its name holds control characters."
    return None


def about_it(message: str, name: str) -> str:
    """Return a message that begins with a name as one that stands beside the name: "It is empty." """
    return f"It{message.removeprefix(name)}" if message.startswith(f"{name} ") else message
