"""Ordinary least squares with HC3 standard errors.

HC3 (MacKinnon and White 1985) divides each residual by 1 - leverage. With the outcome's and the factor's own past in
the model no correction for autocorrelation is needed (lag-augmented local projections: Montiel Olea and
Plagborg-Moller, Econometrica 2021).
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
    """Coefficients with their HC3 covariance; `df` is n - k. `kept` are the columns that stayed in."""

    coefficients: Floats
    covariance: Floats
    df: int
    residuals: Floats
    kept: tuple[int, ...]

    def place(self, column: int) -> int | None:
        """Return where a column's coefficient is, None for one that was one with the columns before it."""
        return self.kept.index(column) if column in self.kept else None


@dataclass(frozen=True, slots=True)
class Estimate:
    """An effect with its standard error, degrees of freedom and two-sided p."""

    effect: float
    error: float
    df: int
    p: float

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return the interval of that level."""
        half = t_quantile(0.5 + level / 2, self.df) * self.error
        return self.effect - half, self.effect + half


def fit(columns: Floats, outcome: Floats, least: float = 0.0) -> Fit | None:
    """Fit the outcome on the columns (n x k, the intercept among them); None where fewer than 4 days are left over.

    Where the residual variance is below `least`, what it lacks is added to the covariance, as an error that is alike on
    all days: ratings that never vary would else have an interval of no width.

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
    weighted = basis * (residuals / (1 - leverage))[:, None]
    covariance = back @ (weighted.T @ weighted) @ back.T
    if (lacking := least - float(residuals @ residuals) / df) > 0:
        covariance += lacking * (back @ back.T)
    return Fit(coefficients / norms, covariance / np.outer(norms, norms), df, residuals, tuple(kept))


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
    variance = float(weights @ found.covariance @ weights)
    effect = float(weights @ found.coefficients)
    if not np.isfinite(variance) or not np.isfinite(effect) or variance <= 1e-24:
        return None
    error = float(np.sqrt(variance))
    return Estimate(effect, error, found.df, t_two_sided(effect / error, found.df))


def coefficient(found: Fit, column: int) -> Estimate | None:
    """Return the coefficient of a column; None for one that was one with the columns before it."""
    place = found.place(column)
    if place is None:
        return None
    weights = np.zeros(len(found.kept))
    weights[place] = 1.0
    return contrast(found, weights)
