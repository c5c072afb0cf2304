"""Around a run: pain after against pain before, run by run."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from sciatica_journal.domain.run import Run
from sciatica_journal.insight.distributions import t_quantile
from sciatica_journal.insight.regression import ROUNDED
from sciatica_journal.insight.table import Floats, is_running

FEWEST: Final = 10


@dataclass(frozen=True, slots=True)
class Paired:
    """Mean change in points with its 95 % interval, over `n` runs; the shares of runs with less, the same, more."""

    effect: float
    low: float
    high: float
    n: int
    lower: float
    same: float
    higher: float


def paired_change(runs: Iterable[Run]) -> Paired | None:
    """Return the change around runs; None below 10 runs.

    mean +- t(n_eff - 1) s / sqrt(n_eff), n_eff = n (1 - phi) / (1 + phi), with phi the correlation of successive
    changes plus its small-sample bias (insight methods, section 3). "Next morning minus before" is never taken:
    people run when pain is low, so it would rise by regression to the mean. Changes that are all alike have
    the error of what was rounded away.
    """
    found = sorted(
        (run for run in runs if is_running(run) and run.pain_before is not None and run.pain_after is not None),
        key=lambda run: (run.date, run.start.isoformat() if run.start else ""),
    )
    n = len(found)
    if n < FEWEST:
        return None
    change = np.array([float((run.pain_after or 0) - (run.pain_before or 0)) for run in found])
    effective = n * (1 - (phi := correlation(change))) / (1 + phi)
    effective = min(max(effective, 3.0), n)
    half = t_quantile(0.975, effective - 1) * max(float(change.var(ddof=1)), ROUNDED) ** 0.5 / effective**0.5
    mean = float(change.mean())
    shares = (float((change < 0).mean()), float((change == 0).mean()), float((change > 0).mean()))
    return Paired(mean, mean - half, mean + half, n, *shares)


def correlation(values: Floats) -> float:
    """Return the lag-1 correlation, corrected for short series by (1 + 4 r) / n, between 0 and 0.95."""
    centred = values - values.mean()
    total = float(centred @ centred)
    if total <= 0:
        return 0.0
    r = float(centred[1:] @ centred[:-1]) / total
    return min(max(r + (1 + 4 * r) / len(values), 0.0), 0.95)
