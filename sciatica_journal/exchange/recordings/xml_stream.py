"""XML read as it comes, by expat: no DOCTYPE, so no entities; nothing nested deeply, nothing kept that is large."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, BinaryIO, Final
from xml.parsers import expat

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.watch import READ_SIZE

DEEPEST: Final = 32
LONGEST_TEXT: Final = 100_000
_MOST_NAMES: Final = 10_000
_LARGEST_TOKEN: Final = 1 << 20
"""Bytes of one tag or comment; expat before 2.6 reads an unfinished one again with each piece (CVE-2023-52425)."""

_BLANKS: Final = b" \t\r\n"
_BOM: Final = b"\xef\xbb\xbf"


class Handler:
    """What is to be done about elements, by their names without prefix.

    `begins` is called with the attributes, `ends` with the text that the element holds itself, if it is in `texts`.
    """

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.texts: frozenset[str] = frozenset()
        self.begins: dict[str, Callable[[dict[str, str]], None]] = {}
        self.ends: dict[str, Callable[[str], None]] = {}

    def parent(self) -> str:
        """Return the name of the element around the one that begins or ends, "" around the first."""
        return _local(self.stack[-2]) if len(self.stack) > 1 else ""


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class _ByName(dict[str, Any]):
    """Finds by a name with prefix what there is for it without: each is looked up once."""

    def __init__(self, known: Mapping[str, object]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, name: str) -> object:
        if len(self) > _MOST_NAMES:
            raise InvalidValue("It has more names of elements than any such file.", "Export it again.")
        found = self[name] = self._known.get(_local(name))
        return found


def parse_xml(stream: BinaryIO, handler: Handler) -> None:
    """Give what a stream holds to a handler. Blanks before the first tag are skipped.

    Raises InvalidValue for what is no XML, is cut off, has a DOCTYPE, or goes beyond DEEPEST or LONGEST_TEXT.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    pieces = _listen(parser, handler)
    fed = reached = 0
    chunk = _begin(stream)
    try:
        while chunk:
            parser.Parse(chunk, False)
            fed += len(chunk)
            reached = max(reached, parser.CurrentByteIndex)  # expat from 2.6 tells -1 where it waits for an end
            _check_sizes(fed - reached, pieces)
            chunk = stream.read(READ_SIZE)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise _broken(error) from error
    except (ValueError, LookupError) as error:
        # pyexpat's words for encodings of several bytes a character, and for those that there are not
        raise InvalidValue("It is in an encoding that is not known here.", "Save it as UTF-8.") from error


def _begin(stream: BinaryIO) -> bytes:
    """Return the first piece without the blanks before it, which strict parsers refuse."""
    skipped = 0
    while chunk := stream.read(READ_SIZE):
        chunk = chunk.removeprefix(_BOM) if not skipped else chunk
        begun = chunk.lstrip(_BLANKS)
        if begun:
            return begun
        skipped += len(chunk)
        if skipped > _LARGEST_TOKEN:
            break
    raise InvalidValue("It holds nothing.", "Export it again.")


def _broken(error: expat.ExpatError) -> InvalidValue:
    if error.code in (expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
                      expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]):  # fmt: skip
        return InvalidValue("It is cut off.", "Copy or export it again.")
    what = expat.errors.messages[error.code]
    return InvalidValue(f"It is damaged at line {error.lineno} ({what}).", "Copy or export it again.")


def _refuse(*_: object) -> None:
    raise InvalidValue("It has a DOCTYPE, which no such file has.", "It is not read.")


def _listen(parser: expat.XMLParserType, handler: Handler) -> list[str]:
    """Connect a handler to a parser; return the pieces of the text that is being gathered.

    Texts are gathered only where they are wanted, most are blanks; nothing here is called more often than it must.
    """
    begins, ends, is_text = _ByName(handler.begins), _ByName(handler.ends), _ByName(dict.fromkeys(handler.texts, True))
    stack = handler.stack
    push, pop = stack.append, stack.pop
    pieces: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        push(name)
        if len(stack) > DEEPEST:
            raise InvalidValue("Its tags are nested far deeper than in any such file.", "Export it again.")
        if is_text[name]:
            pieces.clear()
            parser.CharacterDataHandler = pieces.append
        begin = begins[name]
        if begin is not None:
            begin(attributes)

    def end(name: str) -> None:
        finish = ends[name]
        if is_text[name]:
            parser.CharacterDataHandler = None
            if finish is not None:
                finish(pieces[0] if len(pieces) == 1 else "".join(pieces))
        elif finish is not None:
            finish("")
        pop()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    return pieces


def _check_sizes(unread: int, pieces: list[str]) -> None:
    """Refuse what would fill the memory: checked with each piece of the file, so that little more is ever held."""
    if unread > _LARGEST_TOKEN:
        raise InvalidValue("It has a tag far larger than any such file.", "Export it again.")
    if sum(map(len, pieces)) > LONGEST_TEXT:
        raise InvalidValue("It has a text far longer than any such file.", "Export it again.")


class _Seen(Exception):
    """A DOCTYPE names the first element: there is no need to read on, and it may be a trick."""


def root_of(start: bytes) -> str | None:
    """Return the name, without prefix, of the first element of a file that begins so; None where it is no XML."""
    text = start.removeprefix(_BOM).lstrip(_BLANKS)
    if not text.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        return None
    parser = expat.ParserCreate()
    found: list[str] = []

    def opened(name: str, _: dict[str, str]) -> None:
        if not found:
            found.append(_local(name))

    def doctype(name: str, *_: object) -> None:
        found.append(_local(name))
        raise _Seen

    parser.StartElementHandler = opened
    parser.StartDoctypeDeclHandler = doctype
    with suppress(
        expat.ExpatError, _Seen, ValueError, LookupError
    ):  # What comes after the first element is for who reads it.
        parser.Parse(text, False)
    return found[0] if found else None
