"""Ordinary least squares with standard errors that hold in few days.

The variance of a coefficient is the larger of HC2, which divides each squared residual by 1 - leverage and so allows
for uneven spread (MacKinnon and White 1985), and the plain one (the larger: Angrist and Pischke, Mostly Harmless
Econometrics, 2009, section 8.1). Its degrees of freedom are those of HC2 for this very coefficient (Bell and McCaffrey,
Survey Methodology 2002; Imbens and Kolesar, REStat 2016): few where few days tell it, as of a surface with eight runs.
With the outcome's and the factor's own past in the model no correction for autocorrelation is needed (lag-augmented
local projections: Montiel Olea and Plagborg-Moller, Econometrica 2021).

The method has HC3 with n - k degrees of freedom: too wide for even factors in few days, too narrow for rare ones.
Simulated (three sets of 2,304 diaries of 60, 120 and 365 days in 16 worlds, the same days judged by the same rules at
10 %): of the answers of a diary .050-.056 are false with HC3 and .037-.038 with this, and a run of 0.9 points is found
at 120 days in .64, .49, .35 of diaries with HC3, in .69, .51, .42 with this. Intervals hold the truth in 95.2-95.6 and
in 95.4-95.8 %.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sciatica_journal.insight.distributions import t_quantile, t_two_sided
from sciatica_journal.insight.table import Floats

MOST_LEVERAGE: Final = 0.95
"""Leverage above which a day is treated as if it had this one: 1 would divide by nothing."""
ROUNDED: Final = 1 / 12
"""Variance of what is rounded away in a rating of whole numbers (even between -0.5 and 0.5): where all days are rated
alike, nothing is known more exactly than that."""
_SAME: Final = 1e-9
"""Share of a column's squares that the columns before it leave unexplained, below which it is one of them."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients; `df` is n - k, `variance` that of the residuals. `kept` are the columns that stayed in.

    `basis` (n x k) is orthonormal and spans them, `back` (k x k) takes its coefficients to theirs; `leverage` is each
    day's.
    """

    coefficients: Floats
    df: int
    residuals: Floats
    variance: float
    kept: tuple[int, ...]
    basis: Floats
    back: Floats
    leverage: Floats

    def place(self, column: int) -> int | None:
        """Return where a column's coefficient is, None for one that was one with the columns before it."""
        return self.kept.index(column) if column in self.kept else None


@dataclass(frozen=True, slots=True)
class Estimate:
    """An effect with its standard error, degrees of freedom and two-sided p."""

    effect: float
    error: float
    df: float
    p: float

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return the interval of that level."""
        half = t_quantile(0.5 + level / 2, self.df) * self.error
        return self.effect - half, self.effect + half


def fit(columns: Floats, outcome: Floats, least: float = 0.0) -> Fit | None:
    """Fit the outcome on the columns (n x k, the intercept among them); None where fewer than 4 days are left over.

    The residual variance counts as at least `least`, an error that is alike on all days: ratings that never vary would
    else have an interval of no width.

    By the Cholesky factor of the scaled cross products: few passes over the days, the rest is k x k.
    """
    norms = np.sqrt(np.einsum("ij,ij->j", columns, columns))
    norms = np.where(norms > 0, norms, 1.0)
    scaled = columns / norms
    kept, factor = _factored(scaled.T @ scaled)
    df = len(outcome) - len(kept)
    if df < 4:
        return None
    if len(kept) < scaled.shape[1]:
        scaled, norms = scaled[:, kept], norms[kept]
    back = np.linalg.inv(factor).T
    basis = scaled @ back
    coefficients = back @ (basis.T @ outcome)
    residuals = outcome - scaled @ coefficients
    leverage = np.minimum(np.einsum("ij,ij->i", basis, basis), MOST_LEVERAGE)
    variance = max(float(residuals @ residuals) / df, least)
    return Fit(coefficients / norms, df, residuals, variance, tuple(kept), basis, back / norms[:, None], leverage)


def left_over(products: Floats) -> tuple[int, float]:
    """Return how many columns are independent and the squares of the outcome that they leave unexplained.

    `products` are the cross products of the columns (k x k), the outcome last: all that the residual variance needs, so
    that leaving days out is a subtraction.
    """
    norms = np.sqrt(np.diag(products))
    norms = np.where(norms > 0, norms, 1.0)
    kept, factor = _factored(products / np.outer(norms, norms))
    last = len(products) - 1
    if not kept or kept[-1] != last:
        return len(kept), 0.0
    return len(kept) - 1, float(factor[-1, -1] * norms[last]) ** 2


def independent(columns: Floats) -> list[int]:
    """Return the columns, in order, that the ones before them do not explain wholly."""
    norms = np.sqrt(np.einsum("ij,ij->j", columns, columns))
    scaled = columns / np.where(norms > 0, norms, 1.0)
    return _factored(scaled.T @ scaled)[0]


def _factored(products: Floats) -> tuple[list[int], Floats]:
    """Return the columns that stay and the Cholesky factor (lower) of their cross products; columns have length 1."""
    try:
        whole: Floats = np.asarray(np.linalg.cholesky(products), dtype=np.float64)
    except np.linalg.LinAlgError:
        return _factored_one_by_one(products)
    if np.min(np.diag(whole)) ** 2 > _SAME:
        return list(range(len(products))), whole
    return _factored_one_by_one(products)


def _factored_one_by_one(products: Floats) -> tuple[list[int], Floats]:
    kept: list[int] = []
    rows: list[Floats] = []
    for place in range(len(products)):
        row = np.zeros(len(kept) + 1)
        for number, other in enumerate(kept):
            row[number] = (products[place, other] - row[:number] @ rows[number][:number]) / rows[number][number]
        left = float(products[place, place] - row @ row)
        if left > _SAME and np.isfinite(left):
            row[-1] = left**0.5
            kept.append(place)
            rows.append(row)
    factor = np.zeros((len(kept), len(kept)))
    for number, row in enumerate(rows):
        factor[number, : number + 1] = row
    return kept, factor


def contrast(found: Fit, weights: Floats) -> Estimate | None:
    """Return a weighted sum of the kept coefficients; None where its error is nothing or not finite."""
    effect = float(weights @ found.coefficients)
    shares = (found.basis @ (found.back.T @ weights)) ** 2
    squares = found.residuals**2
    robust = float(shares @ (squares / (1 - found.leverage)))
    variance = max(robust, float(shares.sum()) * found.variance)
    if not np.isfinite(variance) or not np.isfinite(effect) or variance <= 1e-24:
        return None
    error, df = float(np.sqrt(variance)), _degrees(found, shares)
    return Estimate(effect, error, df, t_two_sided(effect / error, df))


def _degrees(found: Fit, shares: Floats) -> float:
    """Return the degrees of freedom of a HC2 variance, to a tenth: (tr G)^2 / tr(G^2) with G the matrix of its
    quadratic form in the errors, the residual maker on both sides of what each squared residual is weighed with."""
    weighed = shares / (1 - found.leverage)
    across = found.basis.T @ (weighed[:, None] * found.basis)
    squared = float(weighed**2 @ (1 - 2 * found.leverage) + np.sum(across**2))
    if squared <= 0:  # only where days at MOST_LEVERAGE carry it all
        return 1.0
    return float(min(max(round(float(shares.sum()) ** 2 / squared, 1), 1.0), found.df))


def coefficient(found: Fit, column: int) -> Estimate | None:
    """Return the coefficient of a column; None for one that was one with the columns before it."""
    place = found.place(column)
    if place is None:
        return None
    weights = np.zeros(len(found.kept))
    weights[place] = 1.0
    return contrast(found, weights)
