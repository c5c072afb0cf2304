"""What is said of each answer: clearly, likely, no difference one would notice, cannot tell, not enough days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sciatica_journal.insight.estimating import Answer
from sciatica_journal.insight.multiplicity import weighted_bh, weighted_e_bh
from sciatica_journal.insight.questions import scale_of
from sciatica_journal.insight.regression import Estimate

NO_DIFFERENCE: Final = 0.5
"""Points a usual swing that one would not notice: half the smallest change that people with chronic pain call slightly
better (Salaffi 2004; insight methods, section 7). The 95 % interval must lie inside, not the 90 % one of the method: an
effect of 0.75 then hides at most once in 600 times instead of once in 150 (its estimate would have to be 2.9 standard
errors off instead of 2.5)."""


@dataclass(frozen=True, slots=True)
class Word:
    """What is said of a question. `sign` is that of the effect, 0 where no effect is claimed."""

    verdict: str
    certainty: str | None = None
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer with its verdict. `effect` and the 95 % interval are points of the 0-10 scale per unit logged, None
    where there are not enough days."""

    answer: Answer
    verdict: str
    certainty: str | None = None

    @property
    def effect(self) -> float | None:
        """The effect per unit logged."""
        return None if self.verdict == "not_enough" or self.answer.estimate is None else self.answer.estimate.effect

    @property
    def word(self) -> Word:
        """What is said, to be kept until the next checkpoint."""
        sign = 0 if self.certainty is None or self.effect is None else (1 if self.effect > 0 else -1)
        return Word(self.verdict, self.certainty, sign)

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval per unit logged."""
        if self.verdict == "not_enough" or self.answer.estimate is None:
            return None
        return self.answer.estimate.interval()


def judged(answers: Sequence[Answer]) -> list[Finding]:
    """Return the findings of a page: all its questions share one level of caution.

    Wide answers count among them, and an effect that stands out even so is told. To look at narrow ones alone would
    pick those whose errors came out too small: simulated, a fifth more of a diary's answers are false then (.043-.047
    for .037-.038), and no more is found.
    """
    tested = [answer for answer in answers if answer.estimate is not None]
    ps = [answer.estimate.p for answer in tested if answer.estimate is not None]
    weights = [answer.question.weight for answer in tested]
    claimed = weighted_bh(ps, weights) if ps else []
    clear = weighted_e_bh(ps, [answer.n for answer in tested], weights) if ps else []
    marks = {id(answer): pair for answer, *pair in zip(tested, claimed, clear, strict=True)}
    return [_finding(answer, *marks.get(id(answer), (False, False))) for answer in answers]


def kept(answers: Sequence[Answer], words: Mapping[str, Word], next_word: int) -> list[Finding]:
    """Return today's answers under the words of the last checkpoint.

    `next_word` are the days until the next checkpoint: where the last one had too few days, so many are still needed.
    A claim whose effect has changed its sign since is not told any more, nor no difference where it may now be one.
    """
    return [_kept(answer, words.get(answer.question.key), next_word) for answer in answers]


def _kept(answer: Answer, word: Word | None, next_word: int) -> Finding:
    early = answer.is_early
    if answer.estimate is None or (early and (word is None or word.certainty is None)):
        return Finding(answer, "not_enough")
    if word is None or word.verdict == "not_enough":
        return Finding(replace(answer, needs=next_word), "not_enough")
    if word.sign * answer.estimate.effect < 0:
        return Finding(answer, "not_enough" if early else "unclear")
    if word.verdict == "no_effect" and not _is_within_band(answer, answer.estimate):
        return Finding(answer, "unclear")
    return Finding(answer, word.verdict, word.certainty)


def _finding(answer: Answer, claimed: bool, clear: bool) -> Finding:
    estimate = answer.estimate
    if estimate is None:
        return Finding(answer, "not_enough")
    low, high = estimate.interval()
    if claimed and (low > 0 or high < 0):
        certainty = "clearly" if clear else "likely"
        if answer.question.same_day:
            return Finding(answer, "linked", certainty)
        return Finding(answer, "raises" if estimate.effect > 0 else "lowers", certainty)
    if answer.is_early:
        return Finding(answer, "not_enough")
    return Finding(answer, "no_effect" if _is_within_band(answer, estimate) else "unclear")


def _is_within_band(answer: Answer, estimate: Estimate) -> bool:
    """Return whether the whole interval is what one would not notice."""
    low, high = estimate.interval()
    band = NO_DIFFERENCE * scale_of(answer.question.outcome) / answer.swing
    return low > -band and high < band
