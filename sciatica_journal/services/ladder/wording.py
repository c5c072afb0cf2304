"""The ladder and the ledgers in plain words, the same in Path and on the command line."""

from collections.abc import Iterator
from datetime import date
from math import floor
from typing import Any, Final, NamedTuple

from sciatica_journal.domain.ladder.ladder import Step
from sciatica_journal.domain.ladder.position import Position
from sciatica_journal.domain.ladder.proposal import Proposal
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.running.pushed_through import Mirror, Mornings
from sciatica_journal.domain.running.surface_ledger import SurfaceRow
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.units import KM_PER_MILE
from sciatica_journal.domain.wording import surface_word
from sciatica_journal.services.care.words import path_words
from sciatica_journal.services.ladder.pushed import Given
from sciatica_journal.services.ladder.view import LadderView

_SHOWN_HISTORY: Final = 4
_GREEN: Final = "●"
_MISSING: Final = "○"


class Told(NamedTuple):
    """`head` is today's step or why there is none, `why` the reason, `lines` where one is and what is closed."""

    head: str
    why: str = ""
    lines: tuple[str, ...] = ()


def told(view: LadderView, today: date) -> Told:
    """Return what the ladder says today."""
    words = path_words()["ladder"]
    if view.position is None or view.proposal is None:
        if view.missing is not None:
            return Told(words["missing"].format(ladder=one_line(view.missing)))
        return Told(words["none"])
    return Told(
        _head(view.proposal, words),
        " ".join(_reasons(view.position, view.proposal, words)),
        tuple(_lines(view, view.position, today, words)),
    )


def why_not(view: LadderView) -> str:
    """Return the reasons of today's proposal as one text."""
    if view.position is None or view.proposal is None:
        return ""
    return " ".join(_reasons(view.position, view.proposal, path_words()["ladder"]))


def step_words(step: Step) -> str:
    """Return a step as written, on one line."""
    return one_line(step.title)


def _head(proposal: Proposal, words: dict[str, Any]) -> str:
    kind = "walk_at_ease" if proposal.kind == "walk_only" and proposal.step is None else proposal.kind
    said: str = words["head"][kind]
    return said.format(step=step_words(proposal.step) if proposal.step is not None else "")


def _reasons(here: Position, proposal: Proposal, words: dict[str, Any]) -> Iterator[str]:
    left = here.ladder.greens - here.greens
    for reason in proposal.reasons:
        name = "greens_left_many" if reason == "greens_left" and left > 1 else reason
        ago = "yesterday" if proposal.days == 1 else f"{proposal.days} days ago"
        yield words["why"][name].format(left=left, days=proposal.days, week=here.ladder.per_week, ago=ago)


def _lines(view: LadderView, here: Position, today: date, words: dict[str, Any]) -> Iterator[str]:
    number, steps = here.number + 1, len(here.ladder.steps)
    marks = " ".join([_GREEN] * min(here.greens, here.ladder.greens) + [_MISSING] * (here.ladder.greens - here.greens))
    where = words["where"].format(number=number, steps=steps, step=step_words(here.step))
    yield f"{where} {words['greens'].format(marks=marks, greens=here.greens, needed=here.ladder.greens)}"
    if here.history:
        *earlier, last = (f"{_day(one.date, today)} {words['colours'][one.colour]}" for one in here.history)
        reasons = ", ".join(words["answers"][reason] for reason in here.history[-1].reasons)
        yield words["last"].format(last=last, reasons=reasons)
        if earlier:
            yield words["before"].format(history=", ".join(earlier[: -_SHOWN_HISTORY - 1 : -1]))
    if view.guard:
        yield view.guard
    if view.closed_steps:
        yield words["closed_steps"]


def day_words(day: date) -> str:
    """Return a day with its year: `3 Mar 2026`."""
    return f"{day.day} {day:%b %Y}"


def _day(day: date, today: date) -> str:
    return f"{day.day} {day:%b}" if day.year == today.year else day_words(day)


def mirror_words(mirror: Mirror) -> str:
    """Return a month's mirror: `March 2026: 3 runs against a caution: 2 of 3 next mornings worse, against 4 of 15 ...`.

    Few counts are said to be few. Not "overrides": a run on a rest day or after a "not yet" need have none logged.
    """
    words = path_words()["ledger"]
    said = words["mirror"].format(
        month=f"{mirror.month:%B %Y}", pushed=_pushed(mirror.pushed, words), others=_others(mirror.others, words)
    )
    return f"{said} {words['few']}" if mirror.is_few else said


def _pushed(found: Mornings, words: dict[str, str]) -> str:
    runs = f"{found.runs} run{'' if found.runs == 1 else 's'} against a caution"
    name = "pushed_side" if found.answered else "pushed_unanswered"
    return words[name].format(runs=runs, worse=found.worse, answered=found.answered)


def _others(found: Mornings, words: dict[str, str]) -> str:
    name = "others_side" if found.answered else "others_unanswered"
    return words[name].format(worse=found.worse, answered=found.answered)


def followed_words(run: Run) -> str:
    """Return how the morning after a run was: `next morning: flared`."""
    words = path_words()["ledger"]
    return str(words["followed"]).format(response=run.response or words["unanswered"])


def reason_words(given: Given) -> str:
    """Return a reason on one line: `13 Dec 2025: The sun was out. · next morning: flared`."""
    line = f"{day_words(given.date)}: {' '.join(given.why.split())}"
    return line if given.run is None else f"{line} · {followed_words(given.run)}"


def surface_heads(unit: str) -> tuple[str, ...]:
    """Return the headings of the surface table."""
    return ("surface", "outings", "min", unit, "settled", "lingering", "flared")


def surface_cells(row: SurfaceRow, unit: str) -> tuple[str, ...]:
    """Return a surface in cells: whole minutes, distance with one decimal in the person's unit, `-` for none noted."""
    distance = row.km / KM_PER_MILE if unit == "mi" else row.km
    name = surface_word(row.surface) if row.surface is not None else path_words()["ledger"]["unsaid"]
    amounts = (str(floor(row.minutes + 0.5)) if row.minutes else "-", f"{distance:.1f}" if row.km else "-")
    return (name, str(row.outings), *amounts, str(row.settled), str(row.lingering), str(row.flared))
