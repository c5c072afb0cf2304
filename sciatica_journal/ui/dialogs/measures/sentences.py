"""What the numbers of the measures are in words: how far they moved, and no verdict."""

from collections.abc import Mapping
from datetime import date

from sciatica_journal.domain.dates import near_day
from sciatica_journal.domain.measures import RMDQ, Moved, shown, spark
from sciatica_journal.services.measures.view import MeasuresView, MeasureView
from sciatica_journal.ui.widgets.row import Part

SPARKED = 8
"""Readings that a row of bars shows at most."""

_MUTED = "$text-muted"
Words = Mapping[str, str]


def measure_words(view: MeasureView, today: date, words: Words) -> list[Part]:
    """Return the last score with its day, and the latest ones as bars."""
    if not view.readings:
        return [(words["unanswered"], _MUTED)]
    last = view.readings[-1].date
    if not view.scores or view.scores[-1].date != last:
        return [(words["incomplete"].format(day=near_day(last, today)), _MUTED)]
    of = view.measure.highest_score
    parts: list[Part] = [(shown(view.scores[-1].score), "bold"), f" of {of} · {near_day(last, today)}"]
    if len(view.scores) > 1:
        bars = spark([one.score for one in view.scores[-SPARKED:]], of)
        parts += [("  " + bars, "$text-accent")]
    return parts


def moved_words(moved: Moved, today: date, words: Words, change: str = "", name: str = "moved") -> str:
    """Return how far a score moved; `change` is what counts as more than noise, in words or points."""
    since, points = near_day(moved.since, today), shown(abs(moved.points))
    if points == "0":
        return words["stayed"].format(since=since)
    direction = "up" if moved.points > 0 else "down"
    if name == "moved":
        points += " point" if points == "1" else " points"
    return words[name].format(direction=direction, points=points, since=since, change=change)


def moved_shortly(view: MeasureView, today: date, words: Words) -> str:
    """Return how far the newest score moved since the one before, short; empty where there is none to compare."""
    change = str(view.measure.change)
    return moved_words(view.moves[0], today, words, change, "moved_short") if view.moves else ""


def weekly_words(view: MeasuresView, words: Words) -> list[Part]:
    """Return whether the weekly screen is due, or when it was answered."""
    if view.is_light:
        return [words["weekly_light"]]
    if view.can_answer_week:
        taps = words["weekly_taps"].format(count=sum(len(one.measure.items) for one in _weekly(view)) + len(view.names))
        return [(words["weekly_due"], "bold $text-primary"), f" · {taps}"] if view.weekly_due else [taps]
    last = max(one.readings[-1].date for one in _weekly(view) if one.readings)
    next_day = view.next_week or view.today
    return [(words["weekly_done"].format(day=near_day(last, view.today), next=near_day(next_day, view.today)), _MUTED)]


def _weekly(view: MeasuresView) -> list[MeasureView]:
    return [one for name, one in view.measures.items() if name != RMDQ]


def rmdq_words(view: MeasuresView, words: Words) -> list[Part]:
    """Return the last Roland-Morris score, and whether it is asked."""
    seen = view.measures[RMDQ]
    score = measure_words(seen, view.today, words) if seen.readings else []
    if view.rmdq_dropped or not view.rmdq_on:
        return score or [(words["rmdq_off"], _MUTED)]
    if view.can_answer_rmdq:
        return [*score, "  " if score else "", (words["rmdq_due"], "bold $text-primary")]
    return [
        *score,
        (f"  {words['rmdq_next'].format(next=near_day(view.next_rmdq or view.today, view.today))}", _MUTED),
    ]


def rmdq_tail(view: MeasuresView, words: Words) -> str:
    """Return why Roland-Morris is left out, else how far it moved."""
    return words["rmdq_dropped"] if view.rmdq_dropped else moved_shortly(view.measures[RMDQ], view.today, words)


def growth_words(view: MeasuresView, words: Words) -> str:
    """Return the sentence about nerve signs that bother more, empty where none do."""
    items, since = view.growth
    if not items or since is None:
        return ""
    names = " and ".join(words[f"grown_{item}"] for item in items)
    said = names[:1].upper() + names[1:].replace("and Weakness", "and weakness")
    return words["grown"].format(items=said, since=near_day(since, view.today))


def offer_words(view: MeasuresView, words: Words) -> list[Part]:
    """Return whether the measures are offered."""
    if view.is_light:
        return [(words["offer_light"], _MUTED)]
    return [words["offer_on"] if view.choices.is_offered else words["offer_off"]]
