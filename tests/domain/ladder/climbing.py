"""A small ladder, and going up it, for tests."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sciatica_journal.domain.care.standing import Standing
from sciatica_journal.domain.ladder.ladder import Ladder, Part, Step
from sciatica_journal.domain.ladder.move import LadderMove
from sciatica_journal.domain.ladder.position import Outing, Position, position
from sciatica_journal.domain.ladder.verdict import Colour, Verdict
from sciatica_journal.domain.run import Run

D0 = date(2026, 3, 1)
MAY_RUN = Standing("running", "green_light", D0 - timedelta(days=30))
MAY_WALK = Standing("walking", "not_examined")
LADDER = Ladder(
    "l", "a ladder",
    (
        Step("w1", "walk 15", (Part("walk", 15),)),
        Step("w2", "walk 30", (Part("walk", 30),)),
        Step("r1", "walk and run", (Part("walk", 4.5), Part("run", 0.5)), 6),
        Step("r2", "run", (Part("run", 30),)),
    ),
)  # fmt: skip


def day(after: int) -> date:
    return D0 + timedelta(days=after)


def move(kind: str, step: str, after: int = 0, hour: int | None = None, ladder: str = "l") -> LadderMove:
    at = datetime(2026, 3, 1, hour, tzinfo=ZoneInfo("UTC")) + timedelta(days=after) if hour is not None else None
    return LadderMove(f"{kind}{step}{after}{hour}", day(after), at=at, ladder=ladder, step=step, move=kind)


def outing(after: int, step: str, colour: Colour) -> Outing:
    return Outing(Run(f"{after}{step}", day(after), ladder="l", step=step), Verdict(colour))


def walked(*done: tuple[int, str, Colour], moves: tuple[LadderMove, ...] = ()) -> Position:
    found = position(LADDER, (move("start", "w1"), *moves), [outing(*one) for one in done])
    assert found is not None
    return found
