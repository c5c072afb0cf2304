"""Patterns as JSON-ready objects (docs/formats.md)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sciatica_journal.services.patterns.sentences import finding_words
from sciatica_journal.services.patterns.view import MapView
from sciatica_journal.services.patterns.words import Words

if TYPE_CHECKING:
    from sciatica_journal.insight.page import Page
    from sciatica_journal.insight.paired import Paired
    from sciatica_journal.insight.split import Share, Split
    from sciatica_journal.insight.trends import Trend
    from sciatica_journal.insight.verdicts import Finding


def plain_page(page: "Page", words: Words) -> dict[str, Any]:
    """Return the page as the contract has it; never NaN, null where there is no number."""
    return {
        "days": page.days,
        "days_with_pain": page.days_with_pain,
        "findings": [plain_finding(finding, words) for finding in page.findings],
        "paired": page.paired and _plain_paired(page.paired),
        "split": page.split and _plain_split(page.split),
        "trend": plain_trend(page.trend),
        "refused": [{"factor": factor, "why": words["refused"].get(why, why)} for factor, why in page.refused],
    } | ({"mixed": list(page.mixed)} if page.mixed else {})


def plain_trend(trends: "Mapping[str, Trend]") -> dict[str, Any]:
    """Return points a month with their interval, and over how many days, by stretch."""
    return {
        name: {
            "per_month": _rounded(one.slope),
            "ci_low": _rounded(one.low),
            "ci_high": _rounded(one.high),
            "n": one.n,
        }
        for name, one in trends.items()
    }


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


def plain_map(found: MapView) -> dict[str, Any]:
    """Return the load x stress map: `cells[row][column]` has the days and their mean next morning (null under 5)."""
    cells = [[{"n": n, "mean": None if mean is None else _rounded(mean)} for n, mean in row] for row in found.cells]
    return {"rows": list(found.rows), "columns": list(found.columns), "cells": cells, "words": found.note}


def _plain_paired(paired: "Paired") -> dict[str, Any]:
    """Return the change around a run, with the shares of runs that had less, the same, more pain after."""
    shares = {name: _rounded(getattr(paired, name)) for name in ("lower", "same", "higher")}
    edges = {"ci_low": _rounded(paired.low), "ci_high": _rounded(paired.high)}
    return {"effect": _rounded(paired.effect), **edges, "n": paired.n, **shares}


def _plain_split(split: "Split") -> dict[str, Any]:
    return {
        "physical": _rounded(split.physical.share),
        "emotional": _rounded(split.emotional.share),
        "physical_interval": _interval(split.physical),
        "emotional_interval": _interval(split.emotional),
        "n": split.n,
    }


def _interval(share: "Share") -> list[float]:
    return [_rounded(share.low), _rounded(share.high)]


def _rounded(value: float) -> float:
    return round(float(value), 4) + 0.0
