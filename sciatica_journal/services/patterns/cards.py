"""Cards: one answer each, with its interval for a usual swing, what lies behind it and what was said before."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.dates import day_title
from sciatica_journal.domain.units import signed
from sciatica_journal.domain.wording import capital
from sciatica_journal.services.patterns.lacks import forecast, keeps_a_rhythm, lack_words
from sciatica_journal.services.patterns.sentences import (
    PAIN,
    factor_words,
    is_headline,
    is_running,
    outcome_words,
    plain_number,
    unit_of,
)
from sciatica_journal.services.patterns.view import NOTICEABLE, Card
from sciatica_journal.services.patterns.words import Words

if TYPE_CHECKING:
    from sciatica_journal.insight.directions import Direction
    from sciatica_journal.insight.history import Change, Checkpoint
    from sciatica_journal.insight.page import Page
    from sciatica_journal.insight.verdicts import Finding, Word

MOST_CHANGES: Final = 6
"""Lines of history that a card shows, the newest."""


def card_of(finding: "Finding", page: "Page", words: Words, directions: "Mapping[str, Direction]") -> Card:
    """Return the card of a finding."""
    answer, interval = finding.answer, finding.interval
    asked, swing = answer.question, answer.swing
    return Card(
        key=asked.key,
        title=_title(finding, words),
        verdict=finding.verdict,
        certainty=finding.certainty,
        words=_sentence(finding, words),
        effect=None if finding.effect is None else finding.effect * swing,
        low=None if interval is None else interval[0] * swing,
        high=None if interval is None else interval[1] * swing,
        days=answer.n,
        needs=answer.needs if finding.verdict == "not_enough" else 0,
        details=tuple(_details(finding, page, words, directions)),
        history=tuple(_history(page.checkpoints, asked.key, words)),
        word=_word(finding, words),
    )


def _word(finding: "Finding", words: Words) -> str:
    said = {"certainty": finding.certainty or "", "needs": forecast(finding)}
    return str(words["cards"][finding.verdict]).format(**said).strip()


def _title(finding: "Finding", words: Words) -> str:
    asked = finding.answer.question
    said = {"certainty": finding.certainty or "", "needs": forecast(finding)}
    outcome = outcome_words(asked, words)
    if is_headline(finding):
        verdict = "rhythm" if keeps_a_rhythm(finding) else finding.verdict
        return str(words["headline"][verdict]).format(outcome=outcome, **said)
    subject = factor_words(asked.factor, words, "subject")
    return str(words["cards"]["title"]).replace("{outcome}", outcome).replace("{subject}", subject)


def swing_words(finding: "Finding", words: Words) -> str:
    """Return the usual swing in words: a stressful day (7) against a calm one (4)."""
    answer = finding.answer
    factor, (low, high) = answer.question.factor, answer.ends
    if factor == "run_km":
        return factor_words(factor, words, "swing", high=plain_number(high - low))
    if factor.startswith("factor:") and (low, high) == (0.0, 1.0):
        return factor_words(f"mark:{factor.removeprefix('factor:')}", words, "swing")
    return factor_words(factor, words, "swing", low=plain_number(low), high=plain_number(high))


def _sentence(finding: "Finding", words: Words) -> str:
    answer, cards, asked = finding.answer, words["cards"], finding.answer.question
    if finding.effect is None or finding.interval is None:
        sentence = cards[{0: "unknown", 1: "early_one"}.get(answer.n, "early")]
        if keeps_a_rhythm(finding):
            sentence = cards["rhythm_run" if is_running(finding) else "rhythm"]
        return str(sentence).format(n=answer.n, needs=forecast(finding), lack=lack_words(finding, words))
    numbers = [signed(value * answer.swing) for value in (finding.effect, *finding.interval)]
    is_mark = answer.ends == (0.0, 1.0)
    form = {"furthest": "levels", "response": "steps"}.get(asked.outcome, "points" if is_mark else "points_spread")
    sentence = str(cards[form])
    values = zip(("effect", "low", "high", "n", "on"), (*numbers, str(answer.n), str(answer.on)), strict=True)
    for name, value in values:
        sentence = sentence.replace(f"{{{name}}}", value)
    sentence = sentence.replace("{Swing}", capital(swing_words(finding, words)))
    if _is_wavering(finding):
        return f"{sentence} {cards['wavering']}"
    return f"{sentence} {cards['slight']}" if _is_slight(finding) else sentence


def _is_wavering(finding: "Finding") -> bool:
    """Return whether a claim of the last checkpoint stands above a range of today that holds 0."""
    low, high = finding.interval or (0.0, 0.0)
    return finding.certainty is not None and low <= 0 <= high


def _is_slight(finding: "Finding") -> bool:
    """Return whether a claim is of a difference that one would not notice: many years of days find such, too."""
    if finding.certainty is None or finding.interval is None or finding.answer.question.outcome == "response":
        return False
    return all(abs(edge * finding.answer.swing) < NOTICEABLE for edge in finding.interval)


def _details(finding: "Finding", page: "Page", words: Words, directions: "Mapping[str, Direction]") -> "Sequence[str]":
    answer, told = finding.answer, words["details"]
    asked = answer.question
    lines = [told[_compared(finding)]]
    if asked.outcome == "furthest":
        lines.append(told["furthest"])
    if asked.outcome != "response":
        left = max(page.days - answer.n, 0)
        lines.append((told["share"] if left else told["share_all"]).format(n=answer.n, left=left, days=page.days))
    if finding.effect is not None:
        lines += _numbers(finding, page, words)
    if asked.factor in directions and asked.outcome in PAIN:
        lines.append(direction_words(directions[asked.factor], words))
    if finding.certainty is not None:
        lines.append(told[finding.certainty])
    return [*lines, told["open"]]


def _numbers(finding: "Finding", page: "Page", words: Words) -> list[str]:
    """Return the other numbers behind a finding: plainly counted, without stress, of late."""
    answer, told, lines = finding.answer, words["details"], []
    effect, unit = signed((finding.effect or 0.0) * answer.swing), unit_of(answer.question.outcome, words)
    if answer.crude is not None:
        lines.append(told["crude"].format(crude=signed(answer.crude * answer.swing), effect=effect, unit=unit))
    if is_headline(finding):
        if page.otherwise.without_stress is not None:
            lines.append(told["stress"].format(effect=signed(page.otherwise.without_stress), unit=unit))
        if (recent := page.otherwise.recent) is not None:
            low, high = (signed(edge) for edge in recent.interval())
            lines.append(told["recent"].format(effect=signed(recent.effect), low=low, high=high, unit=unit))
        lines.append(told["band"].format(band=NOTICEABLE, unit=unit))
    return lines


def _compared(finding: "Finding") -> str:
    asked = finding.answer.question
    kind = asked.factor.partition(":")[0]
    if asked.outcome == "response":
        return "surface_response" if kind == "surface" else "response"
    if asked.same_day:
        return "same_day"
    if kind == "sleep_hours" and asked.lag == 0:
        return "night"
    return kind if kind in ("run", "walk", "run_km", "surface") else "other"


def direction_words(direction: "Direction", words: Words) -> str:
    """Return which comes first in a sentence."""
    forward = direction.forward
    less = direction.verdict == "factor_first" and forward is not None and forward.effect < 0
    return str(words["directions"]["factor_first_less" if less else direction.verdict])


def _history(checkpoints: "Sequence[Checkpoint]", key: str, words: Words) -> list[str]:
    """Return what was said from when on, the newest first; one checkpoint alone has no history."""
    from sciatica_journal.insight.history import changes

    if len(checkpoints) < 2:
        return []
    found = changes(checkpoints, key)
    lines = [_change(found, place, words) for place in range(len(found))]
    return lines[::-1][:MOST_CHANGES]


def _change(found: "Sequence[Change]", place: int, words: Words) -> str:
    told, change = words["history"], found[place]
    day = day_title(change.day)
    if place and _is_claim(found[place - 1].word) and not _is_claim(change.word):
        return str(told["withdrawn"]).format(day=day)
    word = str(told["words"][change.word.verdict]).format(certainty=change.word.certainty or "").strip()
    return str(told["since" if place == len(found) - 1 else "was"]).format(word=word, day=day)


def _is_claim(word: "Word") -> bool:
    return word.certainty is not None
