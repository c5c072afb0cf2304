"""Walking and running: what was comfortable, how it settled by the next morning, and how training changed."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from sciatica_journal.domain.run import RESPONSES, Run
from sciatica_journal.domain.sheet.material import Material
from sciatica_journal.domain.sheet.model import Fact, Table
from sciatica_journal.domain.sheet.words import Words, counted, day_words, median
from sciatica_journal.domain.units import shown_distance, shown_duration, shown_hours

LATELY: Final = timedelta(days=28)
MONTH: Final = timedelta(days=30)
"""The 30 days of the one training number with support: the longest run of the last 30 days (clinical reference 0.8)."""

FEWEST_TIMES: Final = 3
"""Times to settle below which there is no usual one (our own threshold)."""

_KINDS: Final = {"run": ("run",), "run_walk": ("run_walk",), "walk": ("walk",), "outing": (None,)}
_WALKED: Final = ("walk",)
_PACE: Final = 7.0
"""Minutes a kilometre is taken for where only one of distance and time is known, to find the longest outing."""


def in_period(material: Material) -> list[Run]:
    """Return the outings of the period."""
    return [run for run in material.runs if material.period.holds(run.date)]


def tolerance_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield, for walking and for running, the longest outing that had settled by the next morning, and the longest
    such one lately; where none is known to have settled, the longest, with what is known of it. Then the usual time to
    settle, where it was noted often enough, and on how many outings one limped or strode otherwise."""
    runs = in_period(material)
    for label, chosen in (
        ("walking", [run for run in runs if run.kind in _WALKED]),
        ("running", [run for run in runs if run.kind not in _WALKED]),
    ):
        if chosen:
            yield Fact(words.say(label), _tolerance(chosen, material, words))
    hours = [run.settle_hours for run in runs if run.settle_hours is not None]
    if len(hours) >= FEWEST_TIMES:
        said = words.say("settled_after", hours=shown_hours(median(hours)), count=len(hours))
        yield Fact(words.say("time_to_settle"), said)
    limped = [run.date for run in runs if run.limped]
    if limped:
        last = day_words(max(limped), material.period.last.year)
        noted = counted(sum(run.stride is not None for run in runs), "answer")
        yield Fact(words.say("stride"), words.say("limped", count=len(limped), all=noted, last=last))


def _tolerance(runs: Sequence[Run], material: Material, words: Words) -> str:
    settled = [run for run in runs if run.response == "settled"]
    if not settled:
        run = max(runs, key=_length)
        how = words.say("response_was", response=run.response) if run.response else words.say("response_unknown")
        return words.say("longest_any", run=_run_words(run, material), how=how)
    best = max(settled, key=_length)
    text = words.say("longest_settled", run=_run_words(best, material))
    lately = [run for run in settled if material.period.last - run.date < LATELY]
    if not lately:
        return f"{text}; {words.say('none_lately')}"
    recent = max(lately, key=_length)
    return text if recent is best else f"{text}; {words.say('longest_lately', run=_run_words(recent, material))}"


def _length(run: Run) -> tuple[float, date]:
    """Return what makes the longest outing: minutes, then the day, so that of equals the latest is told."""
    return (run.duration_min if run.duration_min is not None else (run.distance_km or 0) * _PACE, run.date)


def _run_words(run: Run, material: Material) -> str:
    parts = []
    if run.distance_km is not None:
        parts.append(shown_distance(run.distance_km, material.unit))
    if run.duration_min is not None:
        parts.append(shown_duration(run.duration_min))
    return f"{' in '.join(parts) or 'one'} on {day_words(run.date, material.period.last.year)}"


def settling_table(material: Material, words: Words) -> Table | None:
    """Return the outings of each kind by response, then those of the last four weeks together; None without any."""
    runs = in_period(material)
    groups = [(words.name("kinds", kind), [run for run in runs if run.kind in kinds]) for kind, kinds in _KINDS.items()]
    lately = [run for run in runs if material.period.last - run.date < LATELY]
    if len(lately) < len(runs):
        groups.append((words.say("last_28"), lately))
    rows = tuple((f"{name} ({len(chosen)})", *_responses(chosen)) for name, chosen in groups if chosen)
    return Table(("", *RESPONSES, words.say("not_noted")), rows) if rows else None


def _responses(runs: Sequence[Run]) -> list[str]:
    counts = [sum(run.response == name for run in runs) for name in RESPONSES]
    return [str(count) for count in (*counts, len(runs) - sum(counts))]


def training_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield the distance of the last 30 days beside the 30 before, and the longest run of each, walks apart."""
    end = material.period.last
    now = [run for run in material.runs if end - MONTH < run.date <= end]
    before = [run for run in material.runs if end - 2 * MONTH < run.date <= end - MONTH]
    for label, walked in (("ran", False), ("walked", True)):
        late, early = ([run for run in group if (run.kind in _WALKED) == walked] for group in (now, before))
        if late or early:
            yield Fact(words.say(label), words.say("months", now=_sum(late, material), before=_sum(early, material)))
        if not walked and (late or early):
            yield Fact(words.say("longest_run"), words.say("months", now=_longest(late, material),
                                                            before=_longest(early, material)))  # fmt: skip


def _sum(runs: Sequence[Run], material: Material) -> str:
    if not runs:
        return "none"
    km = [run.distance_km for run in runs if run.distance_km is not None]
    times = counted(len(runs), "outing")
    if not km:
        return times
    missing = f", {len(runs) - len(km)} without a distance" if len(km) < len(runs) else ""
    return f"{shown_distance(round(sum(km), 1), material.unit)} ({times}{missing})"


def _longest(runs: Sequence[Run], material: Material) -> str:
    known = [run.distance_km for run in runs if run.distance_km is not None]
    if not known:
        return "none" if not runs else "distance not noted"
    return shown_distance(max(known), material.unit)
