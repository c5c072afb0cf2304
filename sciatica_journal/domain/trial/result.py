"""What a trial came to, as plain values that a screen can hold without the engine."""

from typing import Literal, NamedTuple

Verdict = Literal["differs", "no_difference", "unclear", "too_few"]


class TrialResult(NamedTuple):
    """Option a against option b, as drawn.

    `effect` is the mean outcome on days that drew a less that on days that drew b, adjusted, with its 95 % interval:
    points of the 0-10 scale for `pain_morning` and `pain_worst`, levels (0-6) for `furthest` in light mode, steps from
    settled (0) over lingering (1) to flared (2) for `response`. `crude` is the same unadjusted, `p` that of the
    re-randomisation test. `n_a` and `n_b` are the draws with an outcome, `left_out` those without. Where they are
    `too_few`, numbers are None.
    """

    verdict: Verdict
    outcome: str
    n_a: int = 0
    n_b: int = 0
    left_out: int = 0
    effect: float | None = None
    low: float | None = None
    high: float | None = None
    crude: float | None = None
    p: float | None = None
