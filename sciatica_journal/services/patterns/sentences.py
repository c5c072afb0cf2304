"""Sentences of Patterns: what a factor and an outcome are called, and how numbers are written."""

from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.units import signed
from sciatica_journal.domain.wording import capital, spaced, surface_word
from sciatica_journal.services.patterns.words import Words

if TYPE_CHECKING:
    from sciatica_journal.insight.questions import Question
    from sciatica_journal.insight.verdicts import Finding

PAIN: Final = ("pain_morning", "pain_worst")


def finding_words(finding: "Finding", words: Words) -> str:
    """Return a finding as a sentence, its numbers per unit logged."""
    from sciatica_journal.services.patterns.lacks import forecast, lack_words

    asked = finding.answer.question
    low, high = finding.interval or (0.0, 0.0)
    return str(words["verdicts"][finding.verdict]).format(
        Factor=capital(factor_words(asked.factor, words)),
        outcome=outcome_words(asked, words),
        certainty=finding.certainty or "",
        effect=signed(finding.effect or 0.0),
        low=signed(low),
        high=signed(high),
        n=finding.answer.n,
        needs=forecast(finding),
        lack=lack_words(finding, words),
        unit=unit_of(asked.outcome, words),
    )


def factor_words(factor: str, words: Words, table: str = "factors", **values: str) -> str:
    """Return what a factor is called in a sentence; names that a person gave are put in as text, never as a format."""
    kind, _, name = factor.partition(":")
    shown = surface_word(name) if kind == "surface" else spaced(one_line(name))
    sentence = str(words[table].get(kind, factor))
    for key, value in values.items():
        sentence = sentence.replace(f"{{{key}}}", value)
    return sentence.replace("{name}", shown)


def outcome_words(asked: "Question", words: Words) -> str:
    """Return what an outcome is called, so many days later."""
    return str(words["outcomes"].get(f"{asked.outcome}_{asked.lag}", asked.outcome))


def unit_of(outcome: str, words: Words) -> str:
    """Return what the numbers of an outcome count: points of pain, levels down the leg, steps of the response."""
    return str(words["units"].get(outcome, words["units"]["pain"]))


def days_of(outcome: str, words: Words) -> dict[str, str]:
    """Return what is compared by an outcome, mornings or days, as it stands in a sentence and at its start."""
    days = str(words["compared"].get(outcome, words["compared"]["other"]))
    return {"days": days, "Days": capital(days)}


def is_headline(finding: "Finding") -> bool:
    """Return whether a finding answers the question of the page: running and the next morning, or what stands for it
    where no pain is rated."""
    asked = finding.answer.question
    return asked.factor == "run" and asked.lag == 1 and (asked.outcome in PAIN or asked.weight >= 6)


def is_running(finding: "Finding") -> bool:
    """Return whether a finding is about running: not told while a red flag is open."""
    return finding.answer.question.factor.partition(":")[0] in ("run", "run_km", "surface")


def plain_number(value: float) -> str:
    """Return a number without needless zeros."""
    return f"{value:.1f}".removesuffix(".0")
