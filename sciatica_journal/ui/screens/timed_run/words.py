"""What the clock shows, as text."""

from datetime import datetime
from math import ceil, isinf
from typing import Final

from textual.content import Content

from sciatica_journal.domain.labels import KIND_LABELS
from sciatica_journal.domain.running.intervals import Interval, Intervals, Timing
from sciatica_journal.domain.units import shown_duration

STYLES: Final = {"walk": "bold $text-primary", "run": "bold $text-accent"}
_MUTED: Final = "$text-muted"
_ROUNDING: Final = 1e-6


def clock_text(seconds: float) -> str:
    """Return whole seconds as `4:30` or `1:04:30`."""
    return shown_duration(int(seconds + _ROUNDING) / 60)


def minutes_text(interval: Interval) -> str:
    """Return an interval as `run 0:30`."""
    return f"{interval.kind} {clock_text(round(interval.minutes * 60))}" if interval.minutes else interval.kind


def plan_text(intervals: Intervals) -> str:
    """Return intervals in words: `3 × (walk 9:00, run 1:00), 30:00 in all`."""
    parts = ", ".join(map(minutes_text, intervals.parts))
    if intervals.is_open:
        return f"a {KIND_LABELS[intervals.parts[0].kind]}, as long as you like"
    if len(intervals.all) == 1:
        return parts
    times = f"{intervals.repeats} × ({parts})" if intervals.repeats > 1 else parts
    return f"{times}, {clock_text(round(intervals.total))} in all"


def ready_lines(
    intervals: Intervals, waiting: int | None, start_key: str = "Space"
) -> tuple[Content, str, Content, Content]:
    """Return what stands there before it begins; `waiting` are the seconds of a count-down that runs."""
    first = intervals.all[0]
    begins = f"first {first.kind}" if len(intervals.all) > 1 else first.kind
    head = "Ready" if waiting is None else "In a moment"
    digits = clock_text(0 if intervals.is_open else round(first.minutes * 60)) if waiting is None else str(waiting)
    return (
        Content.assemble((head, "bold $text-accent"), (f" · {begins}", STYLES[first.kind])),
        digits,
        Content(plan_text(intervals)),
        Content.styled(f"{start_key} starts" if waiting is None else f"{start_key} starts at once", _MUTED),
    )


def going_lines(timing: Timing, now: datetime, end_key: str = "e") -> tuple[Content, str, Content, Content]:
    """Return kind and number of the interval, its clock, what follows, and the totals."""
    there, elapsed = timing.place(now), timing.elapsed(now)
    kind, count = there.interval.kind, len(timing.intervals.all)
    head = [(kind.upper(), STYLES[kind])]
    if timing.is_over(now):
        head = [("DONE", "bold $text-success")]
    elif timing.is_paused:
        head = [("PAUSED", "bold $text-warning"), (f" · {kind}", STYLES[kind])]
    if count > 1:
        head.append((f" · {there.number + 1} of {count}", _MUTED))
    if isinf(there.left):
        return Content.assemble(*head), clock_text(elapsed), Content(f"{end_key} ends it"), Content("")
    following = (
        Content.assemble("then ", (minutes_text(there.following), STYLES[there.following.kind]))
        if there.following
        else Content("the last one" if count > 1 else "")
    )
    totals = f"{clock_text(elapsed)} so far · {clock_text(ceil(timing.left(now) - _ROUNDING))} to go"
    return Content.assemble(*head), clock_text(ceil(there.left - _ROUNDING)), following, Content.styled(totals, _MUTED)
