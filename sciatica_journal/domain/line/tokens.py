"""The line cut into words and numbers, each with its place in the line."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sciatica_journal.domain.line.spelling import corrected
from sciatica_journal.domain.line.words import KNOWN, RATING_KEYS, UNITS
from sciatica_journal.domain.units import clock_minutes

_CHUNK: Final = re.compile(
    r"(?P<url>(?:[A-Za-z][A-Za-z0-9+.-]{0,20}://|www\.)\S*[^\s,;])|(?P<stop>[,;\n])|(?:[^\s,;]|(?<=[0-9]),(?=[0-9]))+"
)
_NUMBER: Final = re.compile(r"([-+−–]?)([0-9]{1,9}(?:[.,][0-9]{1,9})?|[.,][0-9]{1,9})-?([a-z]{0,10})")
# Numbers of other shapes, compiled where a line has one: to compile all at every start costs more than the reading.
_OF_TEN: Final = r"([-+−–]?[0-9]{1,9}(?:[.,][0-9]{1,9})?)/10"
_HOURS: Final = r"([0-9]{1,4})(?:h|hr|hrs)([0-5]?[0-9])(?:m|min|mins)?"
_MINUTES: Final = r"([0-9]{1,4})(?:m|min|mins)([0-5]?[0-9])(?:s|sec|secs)?"
_ODD: Final = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?[-–/][0-9]{1,9}(?:[.,][0-9]{1,9})?"
_FACTOR: Final = r"(?s)#([^\s,;=:#]{1,60})(?:[=:](.*))?"
_GIVEN: Final = r"([a-z]{1,20})[=:](?=[^=:])"
_GLUED: Final = r"([a-z]{4,12})(?=[0-9])"
_OPENING: Final = "([{\"'“‘«*_~|¡¿!?"
_CLOSING: Final = ".!?:)]}\"'”’»*_~|…="
_SENTENCE_END: Final = (".", "!", "?", "…")
_ABBREVIATIONS: Final = frozenset({"l", "r", "lt", "rt", "approx", *UNITS})
_BREAKS: Final = frozenset({"-", "–", "—", "|", "•", "*", "·"})
_LONGEST_WORD: Final = 40


class Number(NamedTuple):
    """A number as said. `unit`: empty, `/10`, km, mi, m, h, min, s, `clock` (value in minutes, said
    as minutes and seconds), `long clock` (hours, minutes, seconds), `h min` (value in minutes), or
    `odd` for what is not a single number (`3-4`, `4/5`).
    """

    value: float
    unit: str
    two_digits: bool


class Token(NamedTuple):
    """One word, number or sign.

    `start` and `end` are its place in the line; `word` is the word in lower case with small misspellings
    put right, empty for a number; `part` counts the commas, semicolons and line ends before it, `clause`
    those and the sentence ends and dashes; `by_comma` says that its part follows a comma; `factor` is the
    name behind a `#`.
    """

    start: int
    end: int
    word: str
    number: Number | None
    part: int
    clause: int
    by_comma: bool
    factor: str | None = None


def tokenize(line: str) -> list[Token]:
    """Return the tokens of the line, in order. Everything but white space, commas and semicolons is in one."""
    tokens: list[Token] = []
    part = clause = 0
    by_comma = False
    for match in _CHUNK.finditer(line):
        if match["stop"]:
            part += 1
            clause += 1
            by_comma = match["stop"] == ","
            continue
        pieces = [(match.start(), match[0])] if match["url"] else list(_split(match.start(), match[0]))
        for start, raw in pieces:
            if raw == ",":
                part += 1
                clause += 1
                by_comma = True
                continue
            clause += raw in _BREAKS
            token = _token(start, raw, part, clause, by_comma, bool(match["url"]))
            tokens.append(token)
            clause += raw in _BREAKS or (raw.endswith(_SENTENCE_END) and token.word not in _ABBREVIATIONS)
    return tokens


def _split(start: int, chunk: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a chunk without white space: `pain=4`, `left/right`, `#coffee=2`, `1,2,3`."""
    lower = chunk.lower()
    if "," in chunk and read_number(lower.strip(_OPENING + _CLOSING)) is None and not chunk.startswith("#"):
        for match in re.finditer(r",|[^,]+", chunk):
            yield start + match.start(), match[0]
        return
    factor = _factor(chunk)
    if factor:
        cut = factor.start(2) if factor[2] else len(chunk)
        yield from ((start, chunk[:cut]), *([(start + cut, chunk[cut:])] if factor[2] else []))
        return
    given = _key_before(lower) if len(lower) == len(chunk) else None
    if given and (corrected(given[1]) in (KNOWN if given[0][-1] in "=:" else RATING_KEYS)):
        yield start, chunk[: given.end()]
        yield start + given.end(), chunk[given.end() :]
        return
    yield from _split_compound(start, chunk)


def _key_before(chunk: str) -> re.Match[str] | None:
    """Return the word in `pain=4` or `pain4` with its sign; the value stands right behind it."""
    if not chunk[0].isalpha():
        return None
    given = re.match(_GIVEN, chunk) if "=" in chunk or ":" in chunk else None
    return given or (re.match(_GLUED, chunk) if any(map(str.isdigit, chunk)) else None)


def _split_compound(start: int, chunk: str) -> Iterator[tuple[int, str]]:
    pieces = re.findall(r"[^-/&+]*[-/&+]?", chunk) if len(chunk) <= _LONGEST_WORD else []
    words = [piece.strip("-/&+" + _OPENING + _CLOSING).lower() for piece in pieces[:-1]]
    if len(words) < 2 or not all(corrected(word) in KNOWN for word in words):
        yield start, chunk
        return
    for piece in pieces[:-1]:
        yield start, piece
        start += len(piece)


def _token(start: int, raw: str, part: int, clause: int, by_comma: bool, opaque: bool) -> Token:
    end = start + len(raw)
    if opaque or len(raw) > _LONGEST_WORD * 2:
        return Token(start, end, "\0", None, part, clause, by_comma)
    factor = _factor(raw)
    if factor:
        name = factor[1].lower()
        return Token(start, end, "#", None, part, clause, by_comma, name if any(map(str.isalpha, name)) else None)
    lower = raw.lower().replace("’", "'")
    number = read_number(lower.lstrip(_OPENING).rstrip(_CLOSING))
    if number is not None:
        return Token(start, end, "", number, part, clause, by_comma)
    core = lower.strip(_OPENING + _CLOSING)
    core = core.strip("-/&+") or core if core[-1:].isalnum() or core[:1].isalnum() else core
    return Token(start, end, corrected(core) if core else lower, None, part, clause, by_comma)


def _factor(raw: str) -> re.Match[str] | None:
    return re.fullmatch(_FACTOR, raw) if raw.startswith("#") else None


def read_number(text: str) -> Number | None:
    """Return the number that `text` (lower case, no white space) says, or None."""
    if len(text) > _LONGEST_WORD or not any(map(str.isdigit, text)):
        return None
    plain = _NUMBER.fullmatch(text)
    if plain:
        return _plain(plain)
    rating = re.fullmatch(_OF_TEN, text)
    if rating:
        return Number(_value(rating[1]), "/10", False)
    return _time(text) or (Number(0, "odd", False) if re.fullmatch(_ODD, text) else None)


def _plain(match: re.Match[str]) -> Number | None:
    unit = UNITS.get(match[3]) if match[3] else ""
    if unit is None:
        return None
    return Number(_value(match[1] + match[2]), unit, len(match[2]) == 2 and not match[1])


def _time(text: str) -> Number | None:
    clock = clock_minutes(text)
    if clock is not None:
        return Number(clock, "long clock" if text.count(":") > 1 else "clock", False)
    hours = re.fullmatch(_HOURS, text)
    if hours:
        return Number(int(hours[1]) * 60 + int(hours[2]), "h min", False)
    minutes = re.fullmatch(_MINUTES, text)
    return Number(int(minutes[1]) + int(minutes[2]) / 60, "min", False) if minutes else None


def _value(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-").replace("–", "-"))
