"""Strength in the weekly check: heel and toe walks newly impossible, calf raises down by a quarter (rule 15)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.signs.known import SignState, uncovered
from sciatica_journal.domain.signs.sensations import WEAKNESS
from sciatica_journal.domain.signs.trigger import Raised

if TYPE_CHECKING:
    from sciatica_journal.domain.care.check import Check

FOOT_DROP: Final = "foot_drop"
DROP: Final = "strength_drop"
FOUR_WEEKS: Final = timedelta(days=28)
REPEAT_WITHIN: Final = timedelta(days=7)
KEPT_SHARE: Final = 0.75
"""Calf raises, as a share of the best of four weeks, at or below which they are repeated. Not validated."""

_SIDES: Final = ("left", "right")
_WALKS: Final = {"heel_walk": FOOT_DROP, "toe_walk": WEAKNESS}
WALK_WORDS: Final = {"heel_walk": "walk on the heel", "toe_walk": "walk on the toes"}


def strength_signs(check: "Check", earlier: "Sequence[Check]", known: Sequence[SignState]) -> Iterator[Raised]:
    """Yield what the strength part of a check raises against the checks before it."""
    for walk, trigger in _WALKS.items():
        for side in _SIDES:
            yield from _walk(check, earlier, known, walk, side, trigger)
    for side in _SIDES:
        if _is_down_again(check, earlier, side):
            count = _raises(check, side)
            yield Raised(DROP, True, f"calf raises {side}: {count}, twice below", f"raises {side}", lasts=True)


def _walk(
    check: "Check", earlier: "Sequence[Check]", known: Sequence[SignState], walk: str, side: str, trigger: str
) -> Iterator[Raised]:
    answer, name = getattr(check, f"{walk}_{side}"), f"{walk}_{side}"
    last = _last(earlier, name)
    if answer == "no" and last != "no":
        if last is not None or uncovered(known, "weak", frozenset({side})):
            words = f"cannot {WALK_WORDS[walk]}, {side}"
            yield Raised(trigger, True, words, f"{name} no", lasts=True)
    elif answer == "hard" and last == "yes":
        yield Raised(WEAKNESS, True, f"{WALK_WORDS[walk]}, {side}: harder than before", f"{name} hard", lasts=True)


def _last(checks: "Sequence[Check]", name: str) -> str | None:
    found = [check for check in checks if getattr(check, name) is not None]
    answer: str | None = getattr(max(found, key=lambda check: check.date), name) if found else None
    return answer


def _raises(check: "Check", side: str) -> int | None:
    count: int | None = getattr(check, f"calf_raises_{side}")
    return count


def is_down(check: "Check", earlier: "Sequence[Check]", side: str) -> bool:
    """Return whether the calf raises of a side are a quarter or more below the best of the four weeks before."""
    count = _raises(check, side)
    best = max(
        (_raises(one, side) or 0 for one in earlier if check.date - FOUR_WEEKS <= one.date < check.date), default=0
    )
    return count is not None and best > 0 and count <= KEPT_SHARE * best


def _is_down_again(check: "Check", earlier: "Sequence[Check]", side: str) -> bool:
    last = _last_count(earlier, side, check.date)
    if last is None or check.date - last.date > REPEAT_WITHIN:
        return False
    return is_down(check, earlier, side) and is_down(last, earlier, side)


def _last_count(checks: "Sequence[Check]", side: str, until: date) -> "Check | None":
    counted = [one for one in checks if one.date < until and _raises(one, side) is not None]
    return max(counted, key=lambda one: one.date, default=None)


def to_repeat(checks: "Sequence[Check]", today: date) -> tuple[str, ...]:
    """Return the sides whose calf raises were down the last time, on a day before, and not counted again since."""
    found = []
    for side in _SIDES:
        last = _last_count(checks, side, today)
        if last is None or today - last.date > REPEAT_WITHIN or not is_down(last, checks, side):
            continue
        before = _last_count(checks, side, last.date)
        again = before is not None and last.date - before.date <= REPEAT_WITHIN and is_down(before, checks, side)
        if not again:
            found.append(side)
    return tuple(found)
