"""Runs in the line: `ran 5k 32:10 track effort 4`, `40 min walk on a trail`."""

from typing import Final

from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.run_details import attach_details
from sciatica_journal.domain.line.run_draft import RunDraft
from sciatica_journal.domain.line.run_quantities import detail_ending_at, read_detail, surface_at
from sciatica_journal.domain.line.words import (
    AND,
    APPROXIMATELY,
    KINDS,
    MANNER,
    NEGATORS,
    NO_OUTING_AFTER,
    NO_OUTING_BEFORE,
    NOUNS,
    PAIN_WORDS,
    PAST,
    RUN_GLUE,
    STARTERS,
)

_MOST_UNKNOWN: Final = 5
_BEFORE_NOUN: Final = ("a", "an", "the", "my", "for", "did", "went", "then", "and", "i", "morning", "evening")


def read_runs(reading: Reading) -> list[RunDraft]:
    """Read every outing that is said with a verb and a distance or a time."""
    runs: list[RunDraft] = []
    index = 0
    while index < len(reading.tokens):
        draft = _read_run(reading, index) if reading.tokens[index].word in KINDS else None
        if draft is not None and _kept(reading, draft):
            runs.append(draft)
            index = max(index + 1, draft.end)
        else:
            index += 1
    attach_details(reading, runs)
    return runs


def _kept(reading: Reading, draft: RunDraft) -> bool:
    problem = draft.problem()
    if problem:
        raw = " ".join(reading.raw(draft.start, draft.end).split())
        reading.warn(f"“{raw}” stays in the note: {problem}")
        reading.bar(range(draft.start, draft.end))
        return False
    reading.take(draft.tokens)
    return True


def _read_run(reading: Reading, verb: int) -> RunDraft | None:
    if not reading.is_open(verb, verb) or _denied(reading, verb):
        return None
    kind, at = _kind(reading, verb)
    draft = RunDraft(kind, verb, at, set(range(verb, at)))
    noun = reading.tokens[at - 1].word in NOUNS
    if noun:
        _read_backward(reading, draft, verb)
    _read_forward(reading, draft, past=reading.tokens[verb].word in PAST)
    if draft.is_empty or _denied(reading, draft.start) or reading.word(draft.end, verb) == "tomorrow":
        return None
    return draft


def _denied(reading: Reading, start: int) -> bool:
    """Return whether the outing did not happen or is still to come (`did not run 5k`, `want to run 5k`)."""
    before = start - 1
    while reading.word(before, start) in ("a", "an", "the", "my", "for", *MANNER) and reading.word(before, start):
        before -= 1
    word = reading.word(before, start)
    return word in NEGATORS or word in NO_OUTING_BEFORE


def _kind(reading: Reading, verb: int) -> tuple[str, int]:
    kind = KINDS[reading.tokens[verb].word]
    second = reading.skip(verb + 1, verb, AND, 1)
    other = KINDS.get(reading.word(second, verb))
    if other is None or other == kind or kind == "run_walk":
        return kind, verb + 1
    return "run_walk", second + 1


class _Cursor:
    """Where reading forward has come to, and how many unknown words it may still pass over."""

    def __init__(self, at: int, unknown_left: int) -> None:
        self.at = at
        self.unknown_left = unknown_left


def _read_forward(reading: Reading, draft: RunDraft, past: bool) -> None:
    unknown_allowed = _MOST_UNKNOWN if past and draft.is_empty else 0
    cursor = _Cursor(draft.end, unknown_allowed)
    while cursor.at < len(reading.tokens):
        crossing = reading.tokens[cursor.at].clause != reading.tokens[draft.end - 1].clause
        near = cursor.at if crossing else draft.end - 1
        start = reading.skip(cursor.at, near, RUN_GLUE | APPROXIMATELY)
        end = read_detail(reading, draft, start, near, alone=crossing)
        if end is not None:
            if cursor.unknown_left == unknown_allowed:
                between = range(draft.end, cursor.at)
                draft.tokens.update(at for at in between if reading.tokens[at].word in RUN_GLUE | APPROXIMATELY)
            draft.tokens.update(range(cursor.at, end))
            draft.end = cursor.at = end
            cursor.unknown_left = unknown_allowed = 0
        elif start > cursor.at and _behind_adjective(reading, draft, cursor, start):
            continue
        elif crossing or not _pass_over(reading, draft, cursor, near):
            return


def _behind_adjective(reading: Reading, draft: RunDraft, cursor: _Cursor, adjective: int) -> bool:
    """Read `on a muddy trail`: one unknown word between `on` and the surface, which stays in the note."""
    surface = surface_at(reading, adjective + 1, adjective) if draft.surface is None else None
    if surface is None or reading.word(cursor.at, adjective) != "on" or draft.is_empty:
        return False
    draft.surface = surface[0]
    draft.tokens.update((*range(cursor.at, adjective), *range(adjective + 1, surface[1])))
    draft.end = cursor.at = surface[1]
    return True


def _pass_over(reading: Reading, draft: RunDraft, cursor: _Cursor, near: int) -> bool:
    """Step over one word that says how or where the outing went; it stays in the note."""
    word = reading.word(cursor.at, near)
    if word in MANNER or (word in RUN_GLUE and draft.is_empty):
        cursor.at += 1
        return True
    strange = word.isalpha() and word not in STARTERS and word not in PAIN_WORDS
    if not strange or cursor.unknown_left == 0 or (cursor.at == draft.end and word in NO_OUTING_AFTER):
        return False
    cursor.at += 1
    cursor.unknown_left -= 1
    return True


def _read_backward(reading: Reading, draft: RunDraft, verb: int) -> None:
    """Read `5k run`, `40 min walk`, `easy trail run`: what stands right before the noun."""
    at = verb
    found = RunDraft(draft.kind, verb, verb, set())
    while True:
        while reading.word(at - 1, verb) in MANNER and reading.word(at - 1, verb):
            at -= 1
        start = detail_ending_at(reading, found, at, verb)
        if start is None:
            break
        found.tokens.update(range(start, at))
        found.start = at = start
    if found.is_empty and found.surface is None:
        return
    opening = at - 1
    while reading.word(opening, verb) in _BEFORE_NOUN:
        opening -= 1
    if not reading.clear_at(opening, verb):
        return
    draft.start = found.start
    draft.tokens |= found.tokens
    draft.distance, draft.minutes, draft.surface = found.distance, found.minutes, found.surface
