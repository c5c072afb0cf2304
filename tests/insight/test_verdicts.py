"""What is said of an answer that is wide: nothing, unless the effect stands out even so."""

from dataclasses import replace

import numpy as np

from sciatica_journal.insight.distributions import t_two_sided
from sciatica_journal.insight.estimating import Answer
from sciatica_journal.insight.questions import MORNING, Question
from sciatica_journal.insight.regression import Estimate
from sciatica_journal.insight.verdicts import Finding, Word, judged, kept

_COLUMN = np.zeros(1)
RUN = Question("run", 1, MORNING, 6.0, _COLUMN, _COLUMN, ())
CLAIMED = {RUN.key: Word("raises", "likely", 1)}


def wide(effect: float) -> Answer:
    """An answer whose interval is 1.45 points wide on either side."""
    estimate = Estimate(effect, 0.7, 25.0, t_two_sided(effect / 0.7, 25.0))
    return Answer(RUN, 35, 1.0, estimate, effect, "wide", 40)


def said(found: list[Finding]) -> tuple[str, str | None, int]:
    return found[0].verdict, found[0].certainty, found[0].answer.needs


def test_a_wide_answer_says_nothing_unless_the_effect_stands_out() -> None:
    assert said(judged([wide(0.8)])) == ("not_enough", None, 40)
    assert said(judged([wide(1.8)]))[:2] == ("raises", "likely")


def test_wide_answers_count_among_those_that_are_looked_at_together() -> None:
    alone = replace(wide(1.5), why=None)
    others = [replace(wide(0.1), question=replace(RUN, factor=f"factor:{number}")) for number in range(12)]
    assert said(judged([alone]))[0] == "raises"
    assert said(judged([alone, *others]))[0] == "unclear"


def test_a_claim_stays_until_the_next_checkpoint_though_it_is_wide() -> None:
    assert said(kept([wide(1.2)], CLAIMED, 15))[:2] == ("raises", "likely")
    assert said(kept([wide(-1.2)], CLAIMED, 15)) == ("not_enough", None, 40)
    assert said(kept([wide(1.2)], {RUN.key: Word("unclear")}, 15)) == ("not_enough", None, 40)
