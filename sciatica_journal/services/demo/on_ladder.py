"""The demo's walk-to-run ladder: moves as the story has them, and the outings that were steps of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.standing import standing
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.ladder.body import Days
from sciatica_journal.domain.ladder.ladder import Ladder
from sciatica_journal.domain.ladder.move import LadderMove
from sciatica_journal.domain.ladder.position import Outing, position
from sciatica_journal.domain.ladder.proposal import REFUSING, proposal_of
from sciatica_journal.domain.ladder.verdict import verdict
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.run import Run


def moves(
    words: Sequence[Mapping[str, Any]], date_of: Callable[[int], date], at: Callable[[int, float], datetime]
) -> Iterator[LadderMove]:
    """Yield the moves that content/demo/care.toml lists."""
    for place, item in enumerate(words):
        given: dict[str, Any] = {name: item.get(name) for name in ("ladder", "step", "move", "why")}
        yield LadderMove(f"demo-ladder_move-{place}", date_of(item["day"]), at=at(item["day"], item["hour"]), **given)


def on_ladder(records: Sequence[Record], ladder: Ladder, pushed: Mapping[date, str]) -> list[Record]:
    """Return the records with the outings on the ladder that it proposed on their days, walks as walks.

    `pushed` are the days on which one did the step whatever it proposed, and why; those are overrides where it said no.
    """
    made = [one for one in records if isinstance(one, LadderMove)]
    seen = [one for one in records if isinstance(one, Examination)]
    days = Days(one for one in records if isinstance(one, Day))
    runs = sorted((one for one in records if isinstance(one, Run)), key=lambda one: one.date)
    done: list[Outing] = []
    overrides: list[Override] = []
    for place, run in enumerate(runs):
        here = position(ladder, [one for one in made if one.date <= run.date], done)
        if here is None or here.done or here.step.has_running != (run.kind != "walk"):
            continue
        stands = standing([one for one in seen if one.date <= run.date], ())
        proposed = proposal_of(here, stands, runs[:place], flag_open=False, today=run.date).kind
        if proposed == "do" or (run.date in pushed and proposed in REFUSING):
            run = runs[place] = _as_step(run, ladder, here.number)
            done.append(Outing(run, verdict(run, days.usual(run.date), days.after(run.date))))
            if proposed != "do":
                ident = f"demo-override-{run.id}"
                overrides.append(Override(ident, run.date, what="red_verdict", why=pushed[run.date], run=run.id))
    known = {run.id: run for run in runs}
    return [*overrides, *(known.get(one.key, one) if isinstance(one, Run) else one for one in records)]


def _as_step(run: Run, ladder: Ladder, number: int) -> Run:
    """Return the outing as long as its step takes, at its own pace."""
    step = ladder.steps[number]
    pace = (run.distance_km or 0.0) / (run.duration_min or 1.0)
    return replace(
        run, kind=step.kind, distance_km=round(pace * step.minutes, 1), duration_min=step.minutes, ladder=ladder.id,
        step=step.id,
    )  # fmt: skip
