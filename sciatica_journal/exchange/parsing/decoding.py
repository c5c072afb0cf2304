"""Text of other programs: UTF-8 or UTF-16, and bytes that are neither as Windows of Western Europe has them."""

import codecs
from io import TextIOWrapper
from typing import BinaryIO, Final

from sciatica_journal.exchange.files.in_file import InFile

_FALLBACK: Final = "sciatica_journal.cp1252"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are not UTF-8 as Windows of Western Europe wrote them; U+FFFD for what that has not."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_FALLBACK, _as_windows)


def encoding_of(head: bytes) -> str:
    """Return the encoding that the first bytes show: UTF-16 by its mark or its zeros, else UTF-8."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if len(head) >= 4 and head[0] and not head[1] and head[2] and not head[3]:
        return "utf-16-le"
    if len(head) >= 4 and not head[0] and head[1] and not head[2] and head[3]:
        return "utf-16-be"
    return "utf-8-sig"


def decoded(stream: BinaryIO, head: bytes) -> TextIOWrapper:
    """Return a stream that begins with `head` as text, line ends as they are. Detach it where the stream lives on."""
    encoding = encoding_of(head)
    return TextIOWrapper(stream, encoding, _FALLBACK if encoding.startswith("utf-8") else "replace", newline="")


def head_text(file: InFile, count: int = 8192) -> str:
    """Return the beginning of a file as text, empty for what is not text; what does not decode shows as U+FFFD."""
    head = file.head(count)
    text = head.decode(encoding_of(head), "replace").lstrip("\ufeff")
    return "" if text.count("\x00") > len(text) // 100 else text
