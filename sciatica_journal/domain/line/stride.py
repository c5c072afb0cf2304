"""How one strode on an outing already read: `limped`, `with a slight limp`, `changed stride`, `no limp`.

Only what is said of the outing itself: `limping this morning`, `the dog limped` and `almost limped` stay note.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.run_draft import RunDraft
from sciatica_journal.domain.line.words import GLUE, LIMP_WORDS, NEGATORS, STRIDE_WORDS, UNITS, words_of
from sciatica_journal.domain.run import STRIDES

_OPENING: Final = frozenset({"and", "&", "+", "but", "then"})
_BEFORE: Final = _OPENING | words_of(
    "i a an the my with was were had some slight slightly small bit little of mild badly quite still started ended "
    "finished came back up by again"
)
"""What may stand before it in its clause."""
_BEHIND: Final = frozenset(UNITS) | words_of(
    "a the at in on for from of to by near through throughout all most half halfway way home back end start finish "
    "last final first second bit little lot slightly badly again too only there side left right after afterwards "
    "today"
)
"""What may stand behind it: where on the way, and how much. With any other word it may be about anything."""
_NEXT: Final = _OPENING | frozenset({"with", "because"})
"""Words behind which something else is said."""
_BEHIND_NONE: Final = frozenset({"at", "all", "today", "this", "time", "anymore", "now"})
_NONE_OF: Final = frozenset({"a", "any", "sign", "signs", "of", "real", "more", "longer", "my", "in"})
_OTHERWISE: Final = frozenset({"changed", "altered", "different", "uneven"})
_AS_EVER: Final = frozenset({"usual", "normal", "unchanged"})
_IS: Final = frozenset({"was", "is", "felt", "as", "my", "the", "in", "of", "=", ":"})
_MOST_WORDS: Final = 8
_MOST_BETWEEN: Final = 60
"""Words between an outing and this beyond which it is no longer said next to it."""


class _Said(NamedTuple):
    """What is said, from token `start` up to `end`; `more` says that the words behind it tell more than a run holds."""

    stride: str
    start: int
    end: int
    more: bool = False


def attach_strides(reading: Reading, runs: Sequence[RunDraft]) -> None:
    """Give how one strode to the run said before it. Said twice, the worse stands."""
    said_before = 0
    for index, token in enumerate(reading.tokens):
        while said_before < len(runs) and runs[said_before].end <= index:
            said_before += 1
        if said_before and (token.word in LIMP_WORDS or token.word in STRIDE_WORDS):
            run = runs[said_before - 1]
            said = _said_at(reading, run, index)
            if said is not None:
                _give(reading, run, said)


def _said_at(reading: Reading, run: RunDraft, index: int) -> _Said | None:
    if not reading.is_open(index, index) or index - run.end > _MOST_BETWEEN:
        return None
    is_limp = reading.tokens[index].word in LIMP_WORDS
    said = _limp_at(reading, run, index) if is_limp else _stride_at(reading, index)
    return said and _whole(reading, run, said)


def _limp_at(reading: Reading, run: RunDraft, index: int) -> _Said | None:
    """Return a limp. A bare `limp` may end a list that began with a `no` (`no pain, limp`): it says nothing then."""
    bare = reading.tokens[index].word == "limp" and reading.clear_at(index - 1, index)
    listed = any(token.word in NEGATORS for token in reading.tokens[run.end : index])
    return None if bare and listed else _Said("limp", index, index + 1)


def _stride_at(reading: Reading, index: int) -> _Said | None:
    """Return `changed stride`, `change of my stride`, `stride was uneven`, `stride as usual`."""
    ahead = index - 1
    while reading.word(ahead, index) in _IS:
        ahead -= 1
    behind = reading.skip(index + 1, index, _IS)
    for at, start, end in ((ahead, ahead, index + 1), (behind, index, behind + 1)):
        word = reading.word(at, index)
        if word in _OTHERWISE or (word == "change" and at == ahead):
            return _Said("changed", start, end)
        if word in _AS_EVER:
            return _Said("usual", start, end)
    return None


def _whole(reading: Reading, run: RunDraft, said: _Said) -> _Said | None:
    """Return it with the words that belong to it, None where other words make it unsure."""
    start = _back_over(reading, said.start, _NONE_OF)
    if reading.word(start - 1, said.start) in NEGATORS:
        return _denied(reading, run, said, start - 1)
    start = _back_over(reading, said.start, _BEFORE)
    end = said.end
    while end - said.end < _MOST_WORDS and _goes_on(reading, end, said.start):
        end += 1
    ends = reading.clear_at(end, said.start) or reading.word(end, said.start) in _NEXT
    return _Said(said.stride, start, end, end > said.end) if ends and _is_next_to(reading, run, start) else None


def _denied(reading: Reading, run: RunDraft, said: _Said, negator: int) -> _Said | None:
    start = _back_over(reading, negator, _OPENING | {"i", "with", "was", "had"})
    end = reading.skip(said.end, said.start, _BEHIND_NONE)
    ends = reading.clear_at(end, said.start) or reading.word(end, said.start) == "but"
    if said.stride == "usual" or not ends or not _is_next_to(reading, run, start):
        return None
    return _Said("usual", start, end)


def _back_over(reading: Reading, start: int, words: frozenset[str]) -> int:
    """Return where the words begin that stand right before `start`."""
    first = start
    while reading.word(first - 1, start) in words:
        first -= 1
    return first


def _goes_on(reading: Reading, index: int, near: int) -> bool:
    """Return whether a word, or a number with its unit, belongs to what is said."""
    if not reading.is_open(index, near):
        return False
    number = reading.tokens[index].number
    if number is None:
        return reading.tokens[index].word in _BEHIND
    return number.unit in ("km", "mi", "m", "min", "h min") or reading.word(index + 1, near) in UNITS


def _is_next_to(reading: Reading, run: RunDraft, start: int) -> bool:
    """Return whether it follows the run: all between was understood, or is said of the run in its own clause."""
    tokens, own = reading.tokens, reading.tokens[run.end - 1].clause
    if not reading.clear_at(start - 1, start):
        return tokens[start].clause == own and tokens[start].word in _OPENING
    between = (at for at in range(run.end, start) if tokens[at].clause != own)
    return all(reading.taken[at] or (tokens[at].word in GLUE and not reading.barred[at]) for at in between)


def _give(reading: Reading, run: RunDraft, said: _Said) -> None:
    clashes = run.stride is not None and run.stride != said.stride and "usual" in (run.stride, said.stride)
    if clashes:
        reading.warn("The stride is said twice: what was not as usual is recorded, the words stay in the note.")
    run.stride = max(filter(None, (run.stride, said.stride)), key=STRIDES.index)
    mark = reading.bar if clashes or said.more else reading.take
    mark(range(said.start, said.end))
