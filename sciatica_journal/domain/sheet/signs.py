"""Nerve signs, safety checks, strength counts and red flags, each with its dates and with the negative answers."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from sciatica_journal.domain.care.check import CHECK_ITEMS
from sciatica_journal.domain.legs import SENSATIONS
from sciatica_journal.domain.sheet.material import FlagTold, Material
from sciatica_journal.domain.sheet.model import Fact, Table
from sciatica_journal.domain.sheet.words import Words, counted, cut, day_words
from sciatica_journal.domain.signs.check_trend import Trend, TrendRow, strength_trend
from sciatica_journal.domain.signs.in_checks import EMERGENCY_ITEMS
from sciatica_journal.domain.signs.known import SignState, sides_of
from sciatica_journal.domain.signs.mixed import mixed_signs
from sciatica_journal.domain.signs.trigger import TIERS
from sciatica_journal.domain.wording import capital

_SHORT: Final = 60
_TOLD: Final = 90
"""Characters of an area and of what was told, before they are cut."""
_MISTAKE: Final = "by_mistake"
_QUIET: Final = frozenset({"no", "usual"})
"""Answers of a check in which nothing is new or changed."""
_BOTH_SIDES: Final = 2
LATEST_CHECKS: Final = 3
"""Dates of the strength table beside the first one: so many fit beside the names in half a page."""


def sign_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield the signs that are or were there, then the sensations that were looked for and not there."""
    period = material.period
    told = [
        state for state in material.signs
        if (state.ended is None or state.ended >= period.first) and (state.since is None or state.since <= period.last)
    ]  # fmt: skip
    told.sort(key=lambda state: (state.ended is not None, state.quiet, state.sign not in EMERGENCY_ITEMS))
    names = dict.fromkeys([*(state.sign for state in told), *SENSATIONS])
    absent = []
    for name in names:
        said = [_state_words(state, material, words) for state in told if state.sign == name]
        logged = _logged_words(name, material, words) if name in SENSATIONS else ""
        if said or logged:
            yield Fact(words.name("signs", name), "; ".join(filter(None, [*said, logged])))
        elif name in SENSATIONS and (denied := [day.date for day in material.days if getattr(day, name) == "none"]):
            absent.append(f"{words.name('signs', name).lower()} ({_times(denied, material, words)})")
    if absent:
        yield Fact(words.say("not_there"), "; ".join(absent))
    if grown := ", ".join(mixed_signs(material.days, material.checks, material.period.last, material.signs)):
        yield Fact(words.say("mixed_label"), words.say("mixed", signs=grown))


def _state_words(state: SignState, material: Material, words: Words) -> str:
    year = material.period.last.year
    where = ", ".join(filter(None, (words.name("sides", state.side) if state.side else "", cut(state.area, _SHORT))))
    facts = [words.say("since", date=day_words(state.since, year)) if state.since else words.say("long_there")]
    if state.changed is not None and state.changed != state.since:
        facts.append(words.say("changed", date=day_words(state.changed, year)))
    if isinstance(state.examined, date):
        facts.append(words.say("examined_on", date=day_words(state.examined, year)))
    else:
        facts.append(words.say("examined" if state.examined else "not_examined"))
    if state.ended is not None:
        facts.append(words.say("gone", date=day_words(state.ended, year)))
    return ", ".join([f"{where}: {facts[0]}" if where else facts[0], *facts[1:]])


def _logged_words(name: str, material: Material, words: Words) -> str:
    """Return on how many days a sensation was logged, by side, with the first day ever and the last."""
    year, found = material.period.last.year, []
    for side in ("left", "right"):
        days = [day.date for day in material.days if side in sides_of(getattr(day, name))]
        if days:
            firsts = [on for (sign, sides), on in material.first_sensations.items()
                      if sign == name and side in sides_of(sides)]  # fmt: skip
            first = min([days[0], *firsts])
            found.append(
                words.say("logged", side=side, days=counted(len(days), "day"), first=day_words(first, year),
                          last=day_words(days[-1], year))
            )  # fmt: skip
    return "; ".join(found)


def _times(days: Sequence[date], material: Material, words: Words) -> str:
    year = material.period.last.year
    if len(days) == 1:
        return words.say("once", date=day_words(days[0], year))
    return words.say("times", count=f"{len(days):,}", first=day_words(days[0], year), last=day_words(days[-1], year))


def check_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield what the checks found: first what was new, more or unsure, with dates, then what was denied each time, then
    what was as usual, then what was never asked. The page takes the last ones first where it is too full, and dated
    negative answers matter more there than what is long known. Where days were logged without a check it says so:
    silence would look like an answer of no."""
    if not material.checks:
        if material.days:
            yield Fact("", words.say("no_checks"))
        return
    year = material.period.last.year
    clear: dict[tuple[date, ...], list[str]] = {}
    known: list[Fact] = []
    for item in CHECK_ITEMS:
        answers = [(one.date, one.answers[item]) for one in material.checks if item in one.answers]
        if answers and all(said == "no" for _, said in answers):
            clear.setdefault(tuple(day for day, _ in answers), []).append(words.name("items", item))
        elif answers:
            fact = Fact(capital(words.name("items", item)), _answers_words(answers, year, words))
            if all(said in _QUIET for _, said in answers):
                known.append(fact)
            else:
                yield fact
    for days, items in clear.items():
        yield Fact(words.say("each_time_no"), f"{', '.join(items)} ({_times(days, material, words)})")
    yield from known
    asked = set[str]().union(*(one.answers for one in material.checks))
    if asked and (rest := [words.name("items", item) for item in CHECK_ITEMS if item not in asked]):
        yield Fact(words.say("not_asked"), ", ".join(rest))


def _answers_words(answers: Sequence[tuple[date, str]], year: int, words: Words) -> str:
    """Return the answers as they changed, the latest first: `no 20 Nov (since 5 Nov), new 3 Nov`."""
    runs: list[tuple[str, list[date]]] = []
    for day, said in answers:
        if runs and runs[-1][0] == said:
            runs[-1][1].append(day)
        else:
            runs.append((said, [day]))
    parts = []
    for said, days in reversed(runs[-4:]):
        span = day_words(days[-1], year)
        if len(days) > 1:
            span = f"{day_words(days[0], year)} to {span}"
        parts.append(f"{words.name('answers', said)} {span}")
    return "; ".join(parts) + ("; …" if len(runs) > 4 else "")


def strength_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield in one line the tests that both legs passed each time they were tried."""
    trend = strength_trend(material.checks, max(1, len(material.checks)))
    passed = _passed(trend)
    if passed:
        tests = capital(" and ".join(words.name("tests", test).lower() for test in passed))
        days = sorted({day for row in trend.rows if row.test in passed
                       for day, value in zip(trend.dates, row.values, strict=True) if value is not None})  # fmt: skip
        yield Fact("", words.say("each_yes", tests=tests, times=_times(days, material, words)))


def _passed(trend: Trend) -> list[str]:
    """Return the tests that were tried on both sides, and never failed."""
    found: dict[str, list[TrendRow]] = {}
    for row in trend.rows:
        found.setdefault(row.test, []).append(row)
    return [
        test for test, rows in found.items()
        if len(rows) == _BOTH_SIDES
        and all("yes" in row.values and set(row.values) <= {"yes", None} for row in rows)
    ]  # fmt: skip


def strength_table(material: Material, words: Words) -> Table | None:
    """Return the strength tests, left and right: the first of the period and the latest, without those that were
    passed each time; None where there is none."""
    whole = strength_trend(material.checks, max(1, len(material.checks)))
    passed = _passed(whole)
    trend = whole._replace(rows=tuple(row for row in whole.rows if row.test not in passed))
    if not trend.rows:
        return None
    places = sorted({0, *range(len(trend.dates))[-LATEST_CHECKS:]})
    head = ("", *(day_words(trend.dates[place], material.period.last.year) for place in places))
    return Table(
        head,
        tuple(
            (f"{words.name('tests', row.test)}, {row.side}", *(_cell(row.values[place]) for place in places))
            for row in trend.rows
        ),
    )


def _cell(value: str | int | None) -> str:
    return "-" if value is None else str(value)


def flag_facts(material: Material, words: Words, *, personal: bool) -> Iterator[Fact]:
    """Yield the red flags, open ones first, the most urgent first; where there were none, that none came up.

    Thoughts of ending one's life come from private writing: they are in only with the personal items. Without them
    nothing is said of there being no flag, either.
    """
    told = [
        flag for flag in material.flags
        if flag.outcome != _MISTAKE and (personal or not flag.crisis)
        and (flag.closed is None or material.period.holds(flag.date))
    ]  # fmt: skip
    for flag in sorted(told, key=lambda one: (one.closed is not None, "".join(TIERS).find(one.tier), one.date)):
        yield _flag_fact(flag, material.period.last.year, words)
    hidden = not personal and any(flag.crisis for flag in material.flags)
    if not told and not hidden and (material.days or material.checks):
        yield Fact("", words.say("no_flags"))


def _flag_fact(flag: FlagTold, year: int, words: Words) -> Fact:
    tier = words.name("tiers", flag.tier)
    if flag.closed is None:
        state = words.say("flag_asked" if flag.asked else "flag_open", date=day_words(flag.date, year))
        return Fact(state, f"{flag.items} ({tier})")
    outcome = words.name("outcomes", flag.outcome)
    text = words.say("flag_closed", items=flag.items, tier=tier, outcome=outcome, date=day_words(flag.closed, year))
    told = cut(flag.told, _TOLD)
    return Fact(day_words(flag.date, year), f"{text}; {words.say('told', words=told)}" if told else text)
