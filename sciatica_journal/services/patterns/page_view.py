"""The whole page in words: headline, cards, map, groups."""

from typing import TYPE_CHECKING, Final

from sciatica_journal.services.patterns.cards import card_of
from sciatica_journal.services.patterns.groups import SILENT, groups_of, silent_groups
from sciatica_journal.services.patterns.mapping import map_view
from sciatica_journal.services.patterns.sentences import is_headline, is_running
from sciatica_journal.services.patterns.view import PatternsView
from sciatica_journal.services.patterns.words import Words

if TYPE_CHECKING:
    from sciatica_journal.insight.describing import Description
    from sciatica_journal.insight.page import Page
    from sciatica_journal.insight.verdicts import Finding

RUNS: Final = "furthest_runs"
"""What is mixed about running alone, not about the days."""
_ORDER: Final = ("raises", "lowers", "linked")


def patterns_view(page: "Page", description: "Description", words: Words, *, flag_open: bool) -> PatternsView:
    """Return the page; while an urgent red flag is open nothing is said about running."""
    title = words["title"]
    if not page.days and page.paired is None:
        return PatternsView(title["nothing"], method=title["method"])
    findings = [finding for finding in page.findings if not (flag_open and is_running(finding))]
    by_factor = {one.factor: one for one in description.directions}
    told = sorted((one for one in findings if _is_told(one)), key=_rank)
    headline = next((one for one in findings if is_headline(one)), None)
    return PatternsView(
        days=title[_of_days(page)].format(days=page.days, pain=page.days_with_pain),
        headline=card_of(headline, page, words, by_factor) if headline is not None else None,
        notice=title["flag"] if flag_open else "",
        mixed=" ".join(words["mixed"][what] for what in page.mixed if not (flag_open and what == RUNS)),
        cards=tuple(card_of(one, page, words, by_factor) for one in told),
        load_map=map_view(description.load_map, words) if not flag_open else None,
        groups=groups_of(page, description, words, running=not flag_open),
        silent=silent_groups(findings, page, words),
        method=title["method"],
    )


def _of_days(page: "Page") -> str:
    if not page.days:
        return "runs"
    return "days" if page.days_with_pain else "light"


def _is_told(finding: "Finding") -> bool:
    return finding.verdict not in SILENT and not is_headline(finding)


def _rank(finding: "Finding") -> tuple[bool, int, float]:
    """Order cards: clear before likely, a direction before a link, more caution's worth before less."""
    return finding.certainty != "clearly", _ORDER.index(finding.verdict), -finding.answer.question.weight
