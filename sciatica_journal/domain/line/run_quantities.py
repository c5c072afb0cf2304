"""Distance, time and surface of a run, as they stand in the line."""

from sciatica_journal.domain.line.quantities import distance_at, minutes_at
from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.run_draft import RunDraft
from sciatica_journal.domain.line.words import NOUNS, RATING_KEYS, RUN_GLUE, SURFACE_WORDS


def read_detail(reading: Reading, draft: RunDraft, start: int, near: int, alone: bool) -> int | None:
    """Take one distance, time or surface at `start` into the draft; return the index behind it.

    `alone`: the detail is a part of its own, so it counts only if nothing else stands in that part.
    """
    if draft.distance is None:
        distance = distance_at(reading, start, near)
        if distance and _fits(reading, distance[1], near, alone):
            draft.distance = distance[0]
            return distance[1]
    if draft.minutes is None:
        minutes = minutes_at(reading, start, near, short=draft.distance is not None)
        if minutes and _fits(reading, minutes[1], near, alone):
            draft.minutes = minutes[0]
            return minutes[1]
    if draft.surface is None:
        surface = surface_at(reading, start, near)
        if surface and _fits(reading, surface[1], near, alone):
            draft.surface = surface[0]
            return surface[1]
    return None


def _fits(reading: Reading, end: int, near: int, alone: bool) -> bool:
    if reading.word(end, near) in NOUNS:
        return False
    if reading.clear_at(end, near) or not alone:
        return True
    start = reading.skip(end, near, RUN_GLUE)
    word = reading.word(start, near)
    return (
        word in SURFACE_WORDS
        or word in RATING_KEYS
        or word in ("effort", "rpe", "before", "during", "after")
        or distance_at(reading, start, near) is not None
        or minutes_at(reading, start, near) is not None
    )


def surface_at(reading: Reading, index: int, near: int) -> tuple[str, int] | None:
    """Return the surface said at `index` (`track`, `wet sand`, `a muddy trail`) and the index behind it."""
    word, second = reading.word(index, near), reading.word(index + 1, near)
    if word in ("wet", "dry") and second == "sand":
        return f"{word}_sand", index + 2
    surface = SURFACE_WORDS.get(word)
    if surface is None:
        return None
    return surface, index + (2 if second in ("floor", "floors", "surface") else 1)


def detail_ending_at(reading: Reading, found: RunDraft, end: int, near: int) -> int | None:
    """Take the distance, time or surface that ends right before `end` into `found`; return where it starts."""
    for length in (1, 2, 3, 4):
        start = end - length
        if not reading.is_open(start, near):
            return None
        distance = distance_at(reading, start, near)
        if distance and distance[1] == end and found.distance is None:
            found.distance = distance[0]
            return start
        minutes = minutes_at(reading, start, near)
        if minutes and minutes[1] == end and found.minutes is None:
            found.minutes = minutes[0]
            return start
        surface = surface_at(reading, start, near)
        if surface and surface[1] == end and found.surface is None:
            found.surface = surface[0]
            return start
    return None
