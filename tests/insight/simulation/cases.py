"""What the engine said of each question, beside what is true."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sciatica_journal.insight.page import Page
from tests.insight.simulation.truth import Asked

NOTHING: Final = 0.06
"""Points a usual swing up to which nothing acts: links are known to about this much."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question of a diary. `truth`, `effect` and the interval are points a usual swing of that diary's own."""

    diary: tuple[str, int, int]
    factor: str
    lag: int
    outcome: str
    truth: float
    effect: float | None
    low: float
    high: float
    n: int
    verdict: str
    certainty: str | None

    @property
    def claims(self) -> bool:
        """Whether it says that something goes up, down or along."""
        return self.certainty is not None

    @property
    def is_link(self) -> bool:
        """Whether it claims no direction of cause."""
        return self.lag == 0 and self.factor != "sleep_hours"

    @property
    def is_false(self) -> bool:
        """Whether it claims something where nothing acts."""
        return self.claims and abs(self.truth) < NOTHING

    @property
    def size(self) -> str:
        """The class of the true effect: what a usual swing brings."""
        size = abs(self.truth)
        return "none" if size < 0.25 else "small" if size < 0.6 else "medium" if size < 1.1 else "large"


def cases(page: Page, truth: dict[Asked, float], diary: tuple[str, int, int]) -> Iterator[Case]:
    """Yield what was said of every question whose truth is known."""
    for finding in page.findings:
        asked, swing = finding.answer.question, finding.answer.swing
        if (true := truth.get((asked.factor, asked.lag, asked.outcome))) is None:
            continue
        low, high = finding.interval or (0.0, 0.0)
        effect = None if finding.effect is None else finding.effect * swing
        yield Case(
            diary, asked.factor, asked.lag, asked.outcome, true * swing, effect, low * swing, high * swing,
            finding.answer.n, finding.verdict, finding.certainty
        )  # fmt: skip


def by_diary(found: Iterable[Case]) -> dict[tuple[str, int, int], list[Case]]:
    """Return the cases of each diary."""
    sorted_out: dict[tuple[str, int, int], list[Case]] = {}
    for case in found:
        sorted_out.setdefault(case.diary, []).append(case)
    return sorted_out
