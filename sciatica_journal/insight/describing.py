"""What is described beside the answers: the map of load and stress, thresholds, flares, which comes first, changes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sciatica_journal.domain.run import Run
from sciatica_journal.insight.change import Change, change
from sciatica_journal.insight.controls import Controls
from sciatica_journal.insight.directions import Direction, directions
from sciatica_journal.insight.flares import Flare, flares
from sciatica_journal.insight.load_map import LoadMap, load_map
from sciatica_journal.insight.table import DayTable
from sciatica_journal.insight.threshold import Threshold, thresholds

MOST_CHANGES: Final = 6
"""Changes that are looked at, the newest."""


@dataclass(frozen=True, slots=True)
class Description:
    """Everything that is told without a verdict of the page. `changes` are what began on a day, with its weeks before
    and after."""

    load_map: LoadMap | None = None
    thresholds: tuple[Threshold, ...] = ()
    flares: tuple[Flare, ...] = ()
    directions: tuple[Direction, ...] = ()
    changes: tuple[tuple[str, Change], ...] = ()


def described(table: DayTable | None) -> Description:
    """Return what is described; nothing of an empty diary."""
    if table is None:
        return Description()
    controls = Controls(table)
    return Description(
        load_map(table, controls), thresholds(table, controls), flares(table), directions(table, controls)
    )


def with_changes(
    description: Description, table: DayTable | None, runs: Iterable[Run], done: Iterable[tuple[date, str]]
) -> Description:
    """Return the description with what changed: `done` (a day and what it was) and new shoes, the newest first."""
    if table is None:
        return description
    dated = sorted({*done, *_new_shoes(runs)}, reverse=True)[:MOST_CHANGES]
    found = ((what, change(table, day)) for day, what in dated)
    return replace(description, changes=tuple((what, one) for what, one in found if one is not None))


def _new_shoes(runs: Iterable[Run]) -> Iterable[tuple[date, str]]:
    """Return the day of the first run in each pair of shoes but the first one."""
    first: dict[str, date] = {}
    for run in sorted(runs, key=lambda run: run.date):
        if run.shoes:
            first.setdefault(run.shoes, run.date)
    return [(day, f"shoes:{name}") for name, day in list(first.items())[1:]]
