"""Groups: what is described without a verdict, and the questions that stay silent, each group with its reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.units import signed
from sciatica_journal.domain.wording import capital, surface_word
from sciatica_journal.services.patterns.lacks import forecast, is_never_noted, lack_words
from sciatica_journal.services.patterns.sentences import (
    days_of,
    factor_words,
    is_headline,
    outcome_words,
    plain_number,
    unit_of,
)
from sciatica_journal.services.patterns.view import Group
from sciatica_journal.services.patterns.words import Words

if TYPE_CHECKING:
    from sciatica_journal.insight.describing import Description
    from sciatica_journal.insight.flares import Flare
    from sciatica_journal.insight.page import Page
    from sciatica_journal.insight.split import Share
    from sciatica_journal.insight.trends import Trend
    from sciatica_journal.insight.verdicts import Finding

SILENT: Final = ("no_effect", "unclear", "not_enough")
"""Verdicts that are summed up, a group each: what is silent must not drown what speaks."""
DIRECTIONS: Final = ("factor_first", "pain_first", "both", "neither", "early")
FEWEST_RUNS: Final = 8
"""Runs on a surface before it is compared (insight methods, section 4)."""
MOST_FLARES: Final = 3
SPLIT_FROM: Final = 90
"""Usable days from which the split is shown (insight methods, section 6)."""


def groups_of(page: "Page", description: "Description", words: Words, *, running: bool) -> tuple[Group, ...]:
    """Return what is described; without what is about running where that is not told."""
    found = [
        Group(words["trend"]["title"], tuple(trend_lines(page.trend, _main_outcome(page), words))),
        Group(words["paired"]["title"], tuple(_around_a_run(page, words))) if running else None,
        Group(words["surfaces"]["title"], tuple(_surfaces(page, words))) if running else None,
        Group(words["threshold"]["title"], tuple(_thresholds(description, words))) if running else None,
        Group(words["directions"]["title"], tuple(_directions(description, words))),
        Group(words["change"]["title"], tuple(_changes(description, words, running=running))),
        Group(words["flares"]["title"], tuple(_flares(description, page, words, running=running))),
        Group(words["split"]["title"], tuple(_split(page, words))) if running else None,
    ]
    return tuple(group for group in found if group is not None and group.lines)


def silent_groups(findings: "Iterable[Finding]", page: "Page", words: Words) -> tuple[Group, ...]:
    """Return the questions without a claim, by what is said of them, and those that cannot be asked."""
    kept = [finding for finding in findings if not is_headline(finding)]
    found = [Group(words["groups"][verdict], tuple(_silent(kept, verdict, words))) for verdict in SILENT]
    refused = tuple(
        f"{capital(factor_words(factor, words, 'subject'))}: {words['refused'].get(why, why)}"
        for factor, why in page.refused
    )
    return tuple(group for group in (*found, Group(words["refused"]["title"], refused)) if group.lines)


def _silent(findings: "Sequence[Finding]", verdict: str, words: Words) -> list[str]:
    chosen = sorted((one for one in findings if one.verdict == verdict), key=lambda one: one.answer.needs)
    return list(dict.fromkeys(_short(finding, words) for finding in chosen))


def _short(finding: "Finding", words: Words) -> str:
    asked = finding.answer.question
    subject = capital(factor_words(asked.factor, words, "subject"))
    if finding.verdict == "not_enough":
        if is_never_noted(finding):
            return str(words["lacks"]["never"]).replace("{subject}", subject)
        needs = words["cards"]["not_enough"].format(needs=forecast(finding))
        return f"{subject} and {outcome_words(asked, words)}: {needs}{lack_words(finding, words)}"
    low, high = (signed(edge * finding.answer.swing) for edge in finding.interval or (0.0, 0.0))
    return f"{subject} and {outcome_words(asked, words)}: {low} to {high}"


def trend_lines(trends: "Mapping[str, Trend]", outcome: str, words: Words) -> Iterator[str]:
    """Yield how the outcome moved in a month, over each stretch that has enough days."""
    unit = unit_of(outcome, words)
    for name, trend in trends.items():
        yield words["trend"][name].format(
            slope=signed(trend.slope), low=signed(trend.low), high=signed(trend.high), unit=unit
        )


def _main_outcome(page: "Page") -> str:
    """Return the outcome of the running question, which is that of trends and surfaces."""
    return next((one.answer.question.outcome for one in page.findings if is_headline(one)), "")


def _around_a_run(page: "Page", words: Words) -> Iterator[str]:
    if (paired := page.paired) is not None:
        shares = {name: round(100 * getattr(paired, name)) for name in ("lower", "same", "higher")}
        edges = {"low": signed(paired.low), "high": signed(paired.high)}
        yield words["paired"]["words"].format(effect=signed(paired.effect), n=paired.n, **edges, **shares)


def _surfaces(page: "Page", words: Words) -> Iterator[str]:
    outcome = _main_outcome(page)
    unit, days = unit_of(outcome, words), days_of(outcome, words)
    for contrast in page.contrasts:
        low, high = (signed(edge) for edge in contrast.estimate.interval())
        names = {"one": surface_word(contrast.surface), "other": surface_word(contrast.other)}
        yield words["surfaces"]["words"].format(
            **names, effect=signed(contrast.estimate.effect), low=low, high=high, unit=unit, **days
        )
    if page.contrasts:
        yield words["surfaces"]["note"]
    for finding in page.findings:
        asked, count = finding.answer.question, finding.answer.on
        kind, _, name = asked.factor.partition(":")
        if kind == "surface" and asked.outcome != "response" and 0 < count < FEWEST_RUNS:
            few = words["surfaces"]["few_one" if count == 1 else "few"]
            yield few.format(name=capital(surface_word(name)), count=count, more=FEWEST_RUNS - count)


def _thresholds(description: "Description", words: Words) -> Iterator[str]:
    for one in description.thresholds:
        if one.is_found:
            numbers = {"step": signed(one.step), "low": signed(one.low), "high": signed(one.high)}
            said = {"unit": unit_of(one.outcome, words), **days_of(one.outcome, words)}
            yield words["threshold"][one.dose].format(at=plain_number(one.at), n=one.n, **numbers, **said)


def _directions(description: "Description", words: Words) -> Iterator[str]:
    told = words["directions"]
    for verdict in DIRECTIONS:
        found = [one for one in description.directions if one.verdict == verdict]
        names = "; ".join(factor_words(one.factor, words, "subject") for one in found)
        if names:
            yield told["line"].replace("{words}", told["short"][verdict]).replace("{subject}", capital(names))


def _changes(description: "Description", words: Words, *, running: bool) -> Iterator[str]:
    for what, change in description.changes:
        if not running and what.partition(":")[0] == "shoes":
            continue
        numbers = {name: signed(getattr(change, name)) for name in ("difference", "low", "high")}
        levels = {name: plain_number(getattr(change, name)) for name in ("before", "after")}
        unit = unit_of(change.outcome, words)
        sentence = words["change"]["words"].format(
            unit=unit, what="{what}", day=short_day(change.on), **numbers, **levels
        )
        yield sentence.replace("{what}", factor_words(what, words, "change"))


def _flares(description: "Description", page: "Page", words: Words, *, running: bool) -> Iterator[str]:
    if not description.flares:
        return
    told = words["flares"]
    yield told["count"].format(count=len(description.flares), days=page.days)
    for flare in description.flares[: -MOST_FLARES - 1 : -1]:
        yield _flare(flare, words)
        before = [one for one in flare.before if running or one.name != "run_km"]
        if before:
            parts = [
                told["part"].format(
                    name=told["names"].get(one.name, one.name),
                    mean=plain_number(one.mean),
                    usual=plain_number(one.usual),
                )
                for one in before
            ]
            yield told["before"].format(what=", ".join(parts))
    yield told["note"]


def _flare(flare: "Flare", words: Words) -> str:
    told = words["flares"]["going" if flare.end is None else "one"]
    end = short_day(flare.end) if flare.end is not None else ""
    return str(told.format(start=short_day(flare.start), end=end, days=flare.days, peak=plain_number(flare.peak)))


def _split(page: "Page", words: Words) -> Iterator[str]:
    if page.split is not None and page.split.n >= SPLIT_FROM:
        shares = {name: _share(getattr(page.split, name), words) for name in ("physical", "emotional")}
        yield words["split"]["words"].format(**shares)


def _share(share: "Share", words: Words) -> str:
    if share.low <= 0:
        return str(words["split"]["little"])
    low, high = (str(round(100 * min(edge, 1)) or words["split"]["under_one"]) for edge in (share.low, share.high))
    return str(words["split"]["share" if low != high else "one_share"]).format(low=low, high=high)
