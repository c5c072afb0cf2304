"""Patterns in words and as JSON-ready objects (DESIGN section 7)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.wording import capital, surface_word

if TYPE_CHECKING:
    from sciatica_journal.insight.page import Page
    from sciatica_journal.insight.split import Share
    from sciatica_journal.insight.verdicts import Finding

Words = Mapping[str, Any]


def pattern_words() -> Words:
    """Return the sentences of Patterns, by name."""
    from sciatica_journal.guide.content import read_toml

    return read_toml("patterns.toml")


def plain_page(page: "Page", words: Words) -> dict[str, Any]:
    """Return the page as the contract has it; never NaN, null where there is no number."""
    paired, split = page.paired, page.split
    return {
        "days": page.days,
        "days_with_pain": page.days_with_pain,
        "findings": [plain_finding(finding, words) for finding in page.findings],
        "paired": paired
        and {"effect": _rounded(paired.effect), "ci_low": _rounded(paired.low), "ci_high": _rounded(paired.high),
             "n": paired.n, "lower": _rounded(paired.lower), "same": _rounded(paired.same),
             "higher": _rounded(paired.higher)},
        "split": split
        and {"physical": _rounded(split.physical.share), "emotional": _rounded(split.emotional.share),
             "physical_interval": _interval(split.physical), "emotional_interval": _interval(split.emotional),
             "n": split.n},
        "trend": {
            name: {"per_month": _rounded(one.slope), "ci_low": _rounded(one.low), "ci_high": _rounded(one.high),
                   "n": one.n}
            for name, one in (page.trend or {}).items()
        },
        "refused": [{"factor": factor, "why": words["refused"].get(why, why)} for factor, why in page.refused],
    }  # fmt: skip


def plain_finding(finding: "Finding", words: Words) -> dict[str, Any]:
    """Return a finding as the contract has it."""
    asked, interval = finding.answer.question, finding.interval
    return {
        "factor": asked.factor,
        "lag": asked.lag,
        "outcome": asked.outcome,
        "effect": None if finding.effect is None else _rounded(finding.effect),
        "ci_low": None if interval is None else _rounded(interval[0]),
        "ci_high": None if interval is None else _rounded(interval[1]),
        "n": finding.answer.n,
        "verdict": finding.verdict,
        "certainty": finding.certainty,
        "needs_days": finding.answer.needs if finding.verdict == "not_enough" else 0,
        "words": finding_words(finding, words),
    }


def finding_words(finding: "Finding", words: Words) -> str:
    """Return a finding as a sentence."""
    asked = finding.answer.question
    low, high = finding.interval or (0.0, 0.0)
    return str(words["verdicts"][finding.verdict]).format(
        Factor=capital(factor_words(asked.factor, words)),
        outcome=words["outcomes"].get(f"{asked.outcome}_{asked.lag}", asked.outcome),
        certainty=finding.certainty or "",
        effect=_signed(finding.effect or 0.0),
        low=_signed(low),
        high=_signed(high),
        n=finding.answer.n,
        needs=finding.answer.needs,
    )


def factor_words(factor: str, words: Words) -> str:
    """Return what a factor is called in a sentence."""
    kind, _, name = factor.partition(":")
    shown = surface_word(name) if kind == "surface" else one_line(name)
    return str(words["factors"].get(kind, factor)).replace("{name}", shown)


def page_lines(page: "Page", words: Words, *, flag_open: bool) -> list[str]:
    """Return the page as lines to read: the running question first, what is known before what is not."""
    title = words["title"]
    if not page.days:
        return [title["nothing"]]
    lines = [title["days"].format(days=page.days, pain=page.days_with_pain), ""]
    findings = [finding for finding in page.findings if not (flag_open and _is_running(finding))]
    lines += [title["flag"], ""] if flag_open else []
    lines += [f"- {finding_words(finding, words)}" for finding in sorted(findings, key=_rank) if _is_told(finding)]
    lines += [line for verdict in _SUMMED for line in _summed(findings, verdict, words)]
    lines += [f"- {factor_words(factor, words)}: {words['refused'].get(why, why)}" for factor, why in page.refused]
    lines += ["", *_extras(page, words), "", title["method"]]
    return lines


_ORDER: Final = ("raises", "lowers", "linked", "no_effect", "unclear", "not_enough")


def _rank(finding: "Finding") -> tuple[bool, int, bool]:
    return not _is_headline(finding), _ORDER.index(finding.verdict), finding.certainty != "clearly"


_SUMMED: Final = ("no_effect", "unclear", "not_enough")
"""Verdicts that are summed up, a line each: what is silent must not drown what speaks."""


def _is_headline(finding: "Finding") -> bool:
    asked = finding.answer.question
    return asked.factor == "run" and asked.lag == 1 and asked.outcome.startswith("pain")


def _is_told(finding: "Finding") -> bool:
    return _is_headline(finding) or finding.verdict not in _SUMMED


def _summed(findings: "Sequence[Finding]", verdict: str, words: Words) -> list[str]:
    """Return one line for all findings of a verdict but the headline: the factors, the soonest answers first."""
    found = [finding for finding in findings if finding.verdict == verdict and not _is_headline(finding)]
    found.sort(key=lambda finding: finding.answer.needs)
    names = dict.fromkeys(_short(finding, words) for finding in found)
    return [f"- {words['summed'][verdict]} {'; '.join(names)}."] if names else []


def _short(finding: "Finding", words: Words) -> str:
    asked = finding.answer.question
    name = factor_words(asked.factor, words)
    if finding.verdict == "not_enough":
        return str(words["summed"]["needs"]).format(factor=name, needs=finding.answer.needs)
    return f"{name} ({words['outcomes'].get(f'{asked.outcome}_{asked.lag}', asked.outcome)})"


def _is_running(finding: "Finding") -> bool:
    return finding.answer.question.factor.partition(":")[0] in ("run", "run_km", "surface")


def _extras(page: "Page", words: Words) -> list[str]:
    from sciatica_journal.insight.split import SHOWN_FROM

    lines = []
    if page.paired is not None:
        one = page.paired
        shares = {name: round(100 * getattr(one, name)) for name in ("lower", "same", "higher")}
        lines.append(words["paired"]["words"].format(effect=_signed(one.effect), low=_signed(one.low),
                                                     high=_signed(one.high), n=one.n, **shares))  # fmt: skip
    if page.split is not None and page.split.n >= SHOWN_FROM:
        split = page.split
        lines.append(words["split"]["words"].format(physical=_share(split.physical, words),
                                                    emotional=_share(split.emotional, words)))  # fmt: skip
    for name, trend in (page.trend or {}).items():
        edges = {"low": _signed(trend.low), "high": _signed(trend.high)}
        lines.append(words["trend"][name].format(slope=_signed(trend.slope), **edges))
    return lines


def _share(share: "Share", words: Words) -> str:
    if share.low <= 0:
        return str(words["split"]["little"])
    low, high = round(100 * share.low), round(100 * min(share.high, 1))
    return str(words["split"]["share"]).format(low=low, high=high)


def _interval(share: "Share") -> list[float]:
    return [_rounded(share.low), _rounded(share.high)]


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-0.0", "0.0").replace("+0.0", "0.0")


def _rounded(value: float) -> float:
    return round(float(value), 4) + 0.0
