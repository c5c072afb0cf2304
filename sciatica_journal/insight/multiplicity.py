"""False alarms over a whole page of questions: weighted Benjamini-Hochberg, and any-time e-values.

Weighted BH: Genovese, Roeder and Wasserman 2006. e-BH: Wang and Ramdas, JRSS B 2022. Any-time e-values: the mixture of
Waudby-Smith et al., arXiv 2103.06476, because people look every day.
"""

from collections.abc import Sequence
from math import log
from typing import Final

from sciatica_journal.insight.distributions import normal_of_p

PAGE_LEVEL: Final = 0.11
"""The method has 0.10; with the errors of regression.py this finds more and errs less than the method does."""
CLEAR_LEVEL: Final = 0.10
"""The method has 0.20. Simulated (three sets of 384 people), 0.3 to 0.5 % see a false "clearly" within a year, 0.5 to
0.8 % at 0.15 and 0.8 to 1.6 % at 0.20; 3 % is the most, to be kept in harder lives too.
"""
_ALPHA: Final = 0.10
R: Final = (-2 * log(_ALPHA) + log(-2 * log(_ALPHA) + 1)) / 60
"""The mixture's variance: tightest at 60 pairs (insight methods, section 7)."""


def normalised(weights: Sequence[float]) -> list[float]:
    """Return weights of mean 1."""
    total = sum(weights)
    return [weight * len(weights) / total for weight in weights] if total else list(weights)


def weighted_bh(ps: Sequence[float], weights: Sequence[float], level: float = PAGE_LEVEL) -> list[bool]:
    """Return which questions are claims at that false-discovery rate."""
    scaled = [p / w for p, w in zip(ps, normalised(weights), strict=True)]
    order = sorted(range(len(ps)), key=scaled.__getitem__)
    last = max((rank for rank, place in enumerate(order, 1) if scaled[place] <= level * rank / len(ps)), default=0)
    claimed = set(order[:last])
    return [place in claimed for place in range(len(ps))]


def log_e_value(p: float, n: int) -> float:
    """Return the logarithm of a question's any-time e-value, from its p and the usable pairs:
    (n r + 1)^(-1/2) exp(z^2 / 2 * n r / (n r + 1)), with z the normal quantile of p."""
    nr = n * R
    z = normal_of_p(p)
    return z * z / 2 * nr / (nr + 1) - log(nr + 1) / 2


def weighted_e_bh(ps: Sequence[float], ns: Sequence[int], weights: Sequence[float]) -> list[bool]:
    """Return which questions are clear at 0.10, however often one has looked."""
    values = [log(w) + log_e_value(p, n) for p, n, w in zip(ps, ns, normalised(weights), strict=True)]
    order = sorted(range(len(ps)), key=lambda place: -values[place])
    last = max(
        (rank for rank, place in enumerate(order, 1) if values[place] >= log(len(ps) / (CLEAR_LEVEL * rank))), default=0
    )
    clear = set(order[:last])
    return [place in clear for place in range(len(ps))]
