"""Apple Health's XML as a parser can take it: without its broken DOCTYPE, without characters that XML forbids."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol
from xml.parsers import expat

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.watch import READ_SIZE, Watch

ROOT: Final = b"<HealthData"
_DOCTYPE: Final = b"<!DOCTYPE"
_LONGEST_PROLOG: Final = 2**20
_LONGEST_ELEMENT: Final = 2**20
_FORBIDDEN: Final = bytes(number for number in range(32) if number not in b"\t\n\r") + b"\x7f"
_NOT_CHARACTERS: Final = str.maketrans("\ufffe\uffff", "\ufffd\ufffd")
_HINT: Final = "Export it again from the Health app."


def without_doctype(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield an export's bytes from its outermost element on, without what stands before it.

    Apple's own document type definition is no sound XML (since iOS 16), so all of it is skipped unread, up to the
    `<HealthData` that only the outermost element begins with. Raises InvalidValue where none follows.
    """
    held = b""
    for chunk in chunks:
        held += chunk
        at = _root_at(held)
        if at >= 0:
            yield held[at:]
            yield from chunks
            return
        if len(held) > _LONGEST_PROLOG:
            break
    raise InvalidValue("It holds no health data.", _HINT)


def _root_at(held: bytes) -> int:
    at = held.find(ROOT)
    while at >= 0:
        behind = held[at + len(ROOT) : at + len(ROOT) + 1]
        if not behind:
            return -1
        if behind in b" \t\r\n/>":
            return at
        at = held.find(ROOT, at + 1)
    return -1


def looks_like_export(head: bytes) -> bool:
    """Return whether a file begins as an export does: with its document type, or with its outermost element."""
    text = _as_utf8(head).lstrip()
    if text.startswith(ROOT):
        return True
    if not text.startswith((b"<?xml", _DOCTYPE)):
        return False
    doctype = text.find(_DOCTYPE)
    if doctype >= 0:
        return text[doctype + len(_DOCTYPE) :].split(maxsplit=1)[:1] in ([b"HealthData"], [b"HealthData["])
    return _root_at(text) >= 0


def _as_utf8(head: bytes) -> bytes:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(codecs.BOM_UTF8)


def _chunks(stream: BinaryIO, watch: Watch) -> Iterator[bytes]:
    first = stream.read(READ_SIZE)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        decoder = codecs.getincrementaldecoder("utf-16")("replace")
        yield decoder.decode(first).encode("utf-8", "replace")
        while chunk := stream.read(READ_SIZE):
            watch.check()
            yield decoder.decode(chunk).encode("utf-8", "replace")
        return
    while first:
        watch.check()
        yield first
        first = stream.read(READ_SIZE)


class Handler(Protocol):
    """What is told of each element, in order. The names of those that ended are added to `closed`."""

    closed: list[str]

    def started(self, name: str, values: list[str]) -> None:
        """Take in the beginning of an element; its attributes are name, value, name, value ..."""


def parsed(file: InFile, handler: Handler, watch: Watch) -> Iterator[int]:
    """Read an export with the handler, yielding now and then the line reached, counted from the outermost element's.

    Only the predefined entities are known; what declares others is refused. Bytes that are no UTF-8 become U+FFFD.
    Raises InvalidValue for broken XML, with the file's name, and Cancelled.
    """
    parser = _parser(handler)
    with file.open() as stream:
        reached, still = -1, 0
        for piece in _sound(without_doctype(_chunks(stream, watch))):
            _feed(parser, piece, file)
            at = parser.CurrentByteIndex
            # Newer expats put off an element that has not ended yet, and tell -1 then.
            still = still + len(piece) if at in (reached, -1) else 0
            reached = reached if at == -1 else at
            if still > _LONGEST_ELEMENT:
                raise InvalidValue(f"An element of {file.base} is far too long.", _HINT)
            yield parser.CurrentLineNumber
        _feed(parser, b"", file, is_last=True)
        yield parser.CurrentLineNumber


def _parser(handler: Handler) -> "expat.XMLParserType":
    parser = expat.ParserCreate("utf-8")
    parser.ordered_attributes = True
    parser.StartElementHandler = handler.started
    parser.EndElementHandler = handler.closed.append
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise InvalidValue("It declares a document type of its own.", "Such a file is not read.")


def _sound(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the bytes without characters that XML forbids, and as sound UTF-8."""
    decode = codecs.getincrementaldecoder("utf-8")("replace")
    for chunk in chunks:
        kept = chunk.translate(None, _FORBIDDEN)
        if not kept.isascii() or decode.getstate()[0]:
            kept = decode.decode(kept).translate(_NOT_CHARACTERS).encode()
        yield kept
    yield decode.decode(b"", True).encode()


def _feed(parser: "expat.XMLParserType", piece: bytes, file: InFile, is_last: bool = False) -> None:
    try:
        parser.Parse(piece, is_last)
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code)
        raise InvalidValue(
            f"{file.base} is cut off or damaged ({said}, line {error.lineno} of the data).", _HINT
        ) from None
