"""What a question without enough days waits for: how many more days, and of which kind."""

from typing import TYPE_CHECKING

from sciatica_journal.services.patterns.words import Words

if TYPE_CHECKING:
    from sciatica_journal.insight.verdicts import Finding


def needs_words(days: int, at_least: int = 0) -> str:
    """Return how many more days it takes: most forecasts turn out to be cautious, so from six tenths of them on
    (insight methods, section 8), but not from fewer than are missing in any case."""
    least = max(round(days * 0.6 / 5) * 5, -(-at_least // 5) * 5, 5)
    return f"{least} to {days}" if least < days else f"{days}"


def forecast(finding: "Finding") -> str:
    """Return how many more days a finding takes: no fewer than the pairs, or the days of one kind, that it lacks."""
    from sciatica_journal.insight.estimating import FEWEST_PAIRS
    from sciatica_journal.insight.lacking import lacking

    lack = lacking(finding.answer)
    of_a_kind = 0 if lack is None else lack.wanted - lack.have
    return needs_words(finding.answer.needs, max(of_a_kind, FEWEST_PAIRS - finding.answer.n))


def lack_words(finding: "Finding", words: Words) -> str:
    """Return what is missing beside days as such, in brackets to be put behind them; nothing where nothing is."""
    from sciatica_journal.insight.lacking import lacking

    asked, told, lack = finding.answer.question, words["lacks"], lacking(finding.answer)
    if lack is None:
        return ""
    if lack.what == "factor":
        return f" ({told['factor']})"
    if lack.what == "outcome":
        return f" ({told['outcome'].format(outcome=told['outcomes'][asked.outcome])})"
    if lack.what == "rhythm":
        return f" ({told['rhythm']})"
    sides, kind = told["sides"], asked.factor.partition(":")[0]
    have = {0: told["none"], 1: told["one"]}.get(lack.have, str(lack.have))
    side = sides.get(f"{kind}_{lack.what}", sides[lack.what])
    return f" ({told['side'].format(have=have, side=side, wanted=lack.wanted)})"


def keeps_a_rhythm(finding: "Finding") -> bool:
    """Return whether a question waits for days out of step, which no number of days as they were makes up for."""
    from sciatica_journal.insight.lacking import lacking

    lack = lacking(finding.answer) if finding.verdict == "not_enough" else None
    return lack is not None and lack.what == "rhythm"


def is_never_noted(finding: "Finding") -> bool:
    """Return whether a question waits for something that is not noted on any day."""
    from sciatica_journal.insight.lacking import lacking

    lack = lacking(finding.answer)
    return lack is not None and lack.what == "factor"
