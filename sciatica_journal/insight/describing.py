"""What is described beside the answers: the map of load and stress, thresholds, flares, which comes first."""

from dataclasses import dataclass

from sciatica_journal.insight.controls import Controls
from sciatica_journal.insight.directions import Direction, directions
from sciatica_journal.insight.flares import Flare, flares
from sciatica_journal.insight.load_map import LoadMap, load_map
from sciatica_journal.insight.table import DayTable
from sciatica_journal.insight.threshold import Threshold, thresholds


@dataclass(frozen=True, slots=True)
class Description:
    """Everything that is told without a verdict of the page."""

    load_map: LoadMap | None = None
    thresholds: tuple[Threshold, ...] = ()
    flares: tuple[Flare, ...] = ()
    directions: tuple[Direction, ...] = ()


def described(table: DayTable | None) -> Description:
    """Return what is described; nothing of an empty diary."""
    if table is None:
        return Description()
    controls = Controls(table)
    return Description(
        load_map(table, controls), thresholds(table, controls), flares(table), directions(table, controls)
    )
