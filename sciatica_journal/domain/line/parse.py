"""Reading the line: what a person said about a day in one line of plain words.

The grammar is in docs/formats.md. Parts come in any order, between commas, semicolons or nothing; each
reader below takes the words it understands, the most certain first, and what nobody took becomes the note.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from sciatica_journal.domain.line.back import read_back
from sciatica_journal.domain.line.feelings import read_feelings
from sciatica_journal.domain.line.leg_facts import LegFacts
from sciatica_journal.domain.line.legs import read_legs, resolve_sensations
from sciatica_journal.domain.line.negations import read_negations
from sciatica_journal.domain.line.others import read_factors, read_painkillers, read_response
from sciatica_journal.domain.line.ratings import read_bare_number, read_ratings
from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.run_draft import RunDraft
from sciatica_journal.domain.line.runs import read_runs
from sciatica_journal.domain.line.sleep import read_sleep
from sciatica_journal.domain.line.words import EDGE_GLUE, GLUE
from sciatica_journal.domain.text import clean

LONGEST_READ: Final = 20_000
"""Characters of a line that are read; what lies beyond is prose, and note."""


class RunPart(NamedTuple):
    """A run said in the line, without id or date. Kilometres have three decimals, minutes two.

    At least one of `distance_km` and `duration_min` is set; effort and pains are 0-10.
    """

    kind: str | None = None
    distance_km: float | None = None
    duration_min: float | None = None
    surface: str | None = None
    effort: int | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    stride: str | None = None


class Said(NamedTuple):
    """What a line says.

    `line` is the line as typed (cleaned), `fields` the fields of Day that it sets, with values that are valid
    there, `response` that of yesterday's run, `note` what was not understood, `warnings` what was out of
    range or said twice, in words, and `questions` the sensations (`numb`, `tingling`, `weak`) said with
    neither side nor leg, which call for the safety question.
    """

    line: str
    fields: Mapping[str, object]
    feelings: tuple[str, ...]
    factors: Mapping[str, float]
    runs: tuple[RunPart, ...]
    response: str | None
    note: str | None
    warnings: tuple[str, ...]
    questions: tuple[str, ...]


def parse(line: str) -> Said:
    """Return what the line says. Any text is a line: raises InvalidValue only beyond MAX_TEXT characters."""
    line = clean(line)
    end = _end_of_reading(line)
    reading = Reading(line[:end])
    legs = LegFacts()
    factors = read_factors(reading)
    read_sleep(reading)
    runs = read_runs(reading)
    read_negations(reading, legs)
    read_ratings(reading)
    read_painkillers(reading)
    read_legs(reading, legs)
    questions = resolve_sensations(reading, legs)
    read_back(reading, legs)
    feelings = read_feelings(reading)
    read_response(reading)
    if runs:
        from sciatica_journal.domain.line.stride import attach_strides

        attach_strides(reading, runs)
    read_bare_number(reading)
    if end < len(line):
        reading.warn(f"{_unread(end)} stays in the note.")
    return Said(
        line=line,
        fields=reading.fields | legs.fields(),
        feelings=feelings,
        factors=factors,
        runs=tuple(_part(run) for run in runs),
        response=reading.response,
        note="; ".join(filter(None, (*_leftovers(reading), line[end:].strip()))) or None,
        warnings=tuple(reading.warnings),
        questions=tuple(questions),
    )


def _unread(end: int) -> str:
    """Return what of a very long line is not read, which is all behind the first `end` characters."""
    return f"Only the first {end:,} characters were read; the rest" if end else "It is too long to be read; all of it"


def _end_of_reading(line: str) -> int:
    """Return how much of a line is read: all of it, or whole parts of a very long one, or whole words at least."""
    if len(line) <= LONGEST_READ:
        return len(line)
    for separators in (("\n", ";", ", "), (" ", "\t")):
        end = max(line.rfind(separator, 0, LONGEST_READ) for separator in separators) + 1
        if end:
            return end
    return 0


def _part(run: RunDraft) -> RunPart:
    return RunPart(run.kind, run.distance, run.minutes, run.surface, run.effort, **run.pains, stride=run.stride)


def _leftovers(reading: Reading) -> Iterator[str]:
    """Yield the stretches of the line that nobody understood, without small words that only joined what was."""
    tokens = reading.tokens
    index = 0
    while index < len(tokens):
        start = index
        if reading.taken[start]:
            index += 1
            continue
        while index < len(tokens) and not reading.taken[index] and tokens[index].part == tokens[start].part:
            index += 1
        first, last = _trimmed(reading, start, index)
        if first < last:
            yield reading.raw(first, last)


def _trimmed(reading: Reading, first: int, last: int) -> tuple[int, int]:
    tokens, part = reading.tokens, reading.tokens[first].part
    after_taken = first > 0 and tokens[first - 1].part == part
    before_taken = last < len(tokens) and tokens[last].part == part
    if not (after_taken or before_taken):
        return first, last
    if all(token.word in GLUE and token.number is None for token in tokens[first:last]):
        return last, last
    while after_taken and first < last and tokens[first].word in EDGE_GLUE:
        first += 1
    while before_taken and first < last and tokens[last - 1].word in EDGE_GLUE:
        last -= 1
    return first, last
