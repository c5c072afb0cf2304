"""Where one is on a ladder: replayed from the moves one made and from how the body answered each outing.

None of it is stored, so that an answer that is changed later changes what followed. The rules are our own cautious
adaptation of clinical reference 4.3, not validated: so many greens lead a step up, amber repeats, red leads a step
back, stop closes until one is examined or decides otherwise.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from sciatica_journal.domain.ladder.ladder import Ladder, Step
from sciatica_journal.domain.ladder.move import LadderMove
from sciatica_journal.domain.ladder.verdict import Colour, Reason, Verdict
from sciatica_journal.domain.run import Run


class Outing(NamedTuple):
    """A run or walk, and how the body answered it."""

    run: Run
    verdict: Verdict


class Answered(NamedTuple):
    """An outing on the ladder, as its history tells of it."""

    date: date
    step: str
    colour: Colour
    run: str
    reasons: tuple[Reason, ...] = ()


class Position(NamedTuple):
    """The step one is on (`number` from 0), the greens on it so far, what was done, oldest first.

    `stopped` is the day of an outing that stopped and that nothing has answered yet; `done` says that the last step
    has all its greens; `moved` is the day of one's last own move.
    """

    ladder: Ladder
    number: int
    greens: int = 0
    history: tuple[Answered, ...] = ()
    stopped: date | None = None
    done: bool = False
    moved: date | None = None

    @property
    def step(self) -> Step:
        """The step one is on."""
        return self.ladder.steps[self.number]


ENDING: Final = "leave"


def in_order(moves: Iterable[LadderMove]) -> list[LadderMove]:
    """Return moves in the order they were made; of those of one day, the ones without a time first."""
    return sorted(moves, key=lambda one: (one.date, one.at.timestamp() if one.at else 0.0))


def ladder_in_use(moves: Iterable[LadderMove]) -> str | None:
    """Return the id of the ladder that one is on, None before a start and after leaving."""
    last = next(reversed(in_order(moves)), None)
    return None if last is None or last.move == ENDING else last.ladder


class Stay(NamedTuple):
    """A time on one ladder: its moves in order, the first of them its start, and the day of leaving it (None: none)."""

    ladder: str
    moves: list[LadderMove]
    left: date | None = None


def stays(moves: Iterable[LadderMove]) -> list[Stay]:
    """Return the times on ladders, in order. A start begins anew, also on the same ladder."""
    found: list[Stay] = []
    for move in in_order(moves):
        last = found[-1] if found and found[-1].left is None else None
        if move.move == ENDING:
            found[-1:] = [last._replace(left=move.date)] if last is not None else found[-1:]
        elif last is not None and last.ladder == move.ladder and move.move != "start":
            last.moves.append(move)
        else:
            found[-1:] = [last._replace(left=move.date)] if last is not None else found[-1:]
            found.append(Stay(move.ladder, [move]))
    return found


def position(ladder: Ladder, moves: Iterable[LadderMove], outings: Iterable[Outing]) -> Position | None:
    """Return where one is on the ladder, None where one is not on it.

    Only outings since its last start count, those of its own steps. A step that it no longer has counts as its first.
    """
    last = next(reversed(stays(moves)), None)
    if last is None or last.left is not None or last.ladder != ladder.id:
        return None
    return evenings(ladder, last, outings)[-1][1]


def evenings(ladder: Ladder, stay: Stay, outings: Iterable[Outing]) -> list[tuple[date, Position]]:
    """Return where one was on the evening of each day of a stay that has a move or an outing on it, in order."""
    first, last = stay.moves[0].date, stay.left
    by_day: dict[date, tuple[list[LadderMove], list[Outing]]] = {}
    for move in stay.moves:
        by_day.setdefault(move.date, ([], []))[0].append(move)
    for one in outings:
        day = one.run.date
        if one.run.ladder == ladder.id and first <= day and (last is None or day <= last):
            by_day.setdefault(day, ([], []))[1].append(one)
    replay, found = _Replay(ladder, stay.moves[0]), []
    for day, (made, done) in sorted(by_day.items(), key=lambda item: item[0]):
        replay.day(made, sorted(done, key=_start))
        found.append((day, replay.position()))
    return found


def _start(outing: Outing) -> tuple[bool, float, str]:
    start = outing.run.start
    return start is None, start.timestamp() if start else 0.0, outing.run.id


class _Replay:
    def __init__(self, ladder: Ladder, first: LadderMove) -> None:
        self.ladder = ladder
        self.number = ladder.index(first.step) or 0
        self.green_days: set[date] = set()
        self.history: list[Answered] = []
        self.stopped: date | None = None
        self.moved: date | None = None

    def day(self, moves: Sequence[LadderMove], outings: list[Outing]) -> None:
        """Go through a day: each outing before the first move that was made after it."""
        waiting = outings
        for move in moves:
            here = [one for one in waiting if self._is_before(one, move)]
            waiting = [one for one in waiting if one not in here]
            for one in here:
                self._outing(one)
            self._go(self.ladder.index(move.step) or 0)
            self.stopped, self.moved = None, move.date
        for one in waiting:
            self._outing(one)

    def _is_before(self, outing: Outing, move: LadderMove) -> bool:
        """Return whether an outing was before a move; where a time lacks, whether it was of the step left by it."""
        start = outing.run.start
        if start is not None and start.tzinfo is not None and move.at is not None:
            return start < move.at
        return move.move != "start" and self.ladder.index(outing.run.step or "") == self.number

    def _outing(self, outing: Outing) -> None:
        number = self.ladder.index(outing.run.step or "")
        if number is None:
            return
        day, (colour, reasons) = outing.run.date, outing.verdict
        self.history.append(Answered(day, self.ladder.steps[number].id, colour, outing.run.id, reasons))
        if colour == "green" and number == self.number:
            self.green_days.add(day)
            if len(self.green_days) >= self.ladder.greens and self.number < len(self.ladder.steps) - 1:
                self._go(self.number + 1)
        elif colour == "red":
            self._go(max(0, min(self.number, number - 1)))
        elif colour == "stop":
            self.stopped = day

    def _go(self, number: int) -> None:
        self.number = number
        self.green_days.clear()

    def position(self) -> Position:
        greens = len(self.green_days)
        done = self.number == len(self.ladder.steps) - 1 and greens >= self.ladder.greens
        return Position(
            ladder=self.ladder,
            number=self.number,
            greens=greens,
            history=tuple(self.history),
            stopped=self.stopped,
            done=done,
            moved=self.moved,
        )
