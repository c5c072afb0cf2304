"""How the body answered an outing, as a colour: green, amber, red or stop.

Source: the pain-monitoring rule of an Achilles trial (S108), made stricter for nerves (clinical reference 4.2) and
never green while a nerve sign grows (2.3, rule 14). It is our own cautious adaptation, not validated.
"""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from sciatica_journal.domain.ladder.body import After, Usual
from sciatica_journal.domain.run import Run

Colour = Literal["green", "amber", "red", "stop", "waiting"]
Reason = Literal[
    "new_sign", "flag", "pain_high", "limp", "pain_far_over", "flared", "further_stays", "pain_over", "lingering",
    "further_gone", "settled", "no_answer",
]  # fmt: skip

MOST_PAIN: Final = 5
"""Worst pain on the way (0-10) above which it is red (clinical reference 4.2)."""
FAR_OVER_USUAL: Final = 5
"""Points over one's usual above which it is red (4.2)."""
OVER_USUAL: Final = 2
"""Points over one's usual that are still green (4.2)."""
_AT_ONCE: Final[frozenset[Reason]] = frozenset({"pain_high", "limp"})
"""What is red before the next morning, whatever is usual."""


class Verdict(NamedTuple):
    """The colour, and every reason for it."""

    colour: Colour
    reasons: tuple[Reason, ...] = ()


def verdict(run: Run, usual: Usual, after: After) -> Verdict:
    """Return the verdict on an outing.

    Where no usual is known, the pain before it stands in for it, else none. What was not noted counts neither way,
    but without the answer of the next morning nothing is green or amber: it waits, unless it is red or stop already.
    """
    stop = tuple(_stops(usual, after))
    if stop:
        return Verdict("stop", stop)
    red = tuple(_reds(run, usual, after))
    if red and (run.response is not None or not _AT_ONCE.isdisjoint(red)):
        return Verdict("red", red)
    if run.response is None:
        return Verdict("waiting", ("no_answer",))
    amber = tuple(_ambers(run, usual, after))
    return Verdict("amber", amber) if amber else Verdict("green", ("settled",))


def is_red(run: Run) -> bool:
    """Return whether an outing is red by what it says itself, wherever it was."""
    return run.response == "flared" or run.limped or (run.pain_during or 0) > MOST_PAIN


def _stops(usual: Usual, after: After) -> Iterator[Reason]:
    if after.signs - usual.signs:
        yield "new_sign"
    if after.flagged:
        yield "flag"


def _reds(run: Run, usual: Usual, after: After) -> Iterator[Reason]:
    if run.pain_during is not None:
        if run.pain_during > MOST_PAIN:
            yield "pain_high"
        if _over(run, usual) > FAR_OVER_USUAL:
            yield "pain_far_over"
    if run.limped:
        yield "limp"
    if run.response == "flared":
        yield "flared"
    if _is_further(after.morning, usual):
        yield "further_stays"


def _ambers(run: Run, usual: Usual, after: After) -> Iterator[Reason]:
    if _over(run, usual) > OVER_USUAL:
        yield "pain_over"
    if run.response == "lingering":
        yield "lingering"
    if _is_further(after.evening, usual):
        yield "further_gone"


def _over(run: Run, usual: Usual) -> float:
    """Return by how much the worst pain on the way was over one's usual."""
    if run.pain_during is None:
        return 0.0
    return run.pain_during - (usual.pain if usual.pain is not None else float(run.pain_before or 0))


def _is_further(point: int | None, usual: Usual) -> bool:
    return point is not None and usual.furthest is not None and point > usual.furthest
