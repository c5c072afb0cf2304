"""The sheet from its material: the chosen items in their order, made to fit."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from sciatica_journal.domain.legs import FURTHEST_POINTS
from sciatica_journal.domain.sheet.course import (
    chart_of,
    course_facts,
    function_facts,
    place_facts,
    sleep_facts,
    stress_facts,
)
from sciatica_journal.domain.sheet.fit import fitted
from sciatica_journal.domain.sheet.history import (
    background_fact,
    examination_facts,
    measure_facts,
    medicine_facts,
    onset_facts,
    question_facts,
    treatment_facts,
)
from sciatica_journal.domain.sheet.items import ITEMS, Choice
from sciatica_journal.domain.sheet.material import Material, Period
from sciatica_journal.domain.sheet.minute import divided
from sciatica_journal.domain.sheet.model import Captions, Chart, Fact, Section, Sheet
from sciatica_journal.domain.sheet.private import feeling_facts, reflection_facts
from sciatica_journal.domain.sheet.running import settling_table, tolerance_facts, training_facts
from sciatica_journal.domain.sheet.signs import check_facts, flag_facts, sign_facts, strength_facts, strength_table
from sciatica_journal.domain.sheet.words import Words, counted, cut, day_words

Facts = Callable[[Material, Words], Iterable[Fact]]

_FACTS: Final[Mapping[str, Facts]] = {
    "worry": lambda material, _: background_fact(material, "worry"),
    "course": course_facts,
    "signs": sign_facts,
    "checks": check_facts,
    "onset": onset_facts,
    "examinations": examination_facts,
    "medicines": medicine_facts,
    "treatments": treatment_facts,
    "function": function_facts,
    "tolerance": tolerance_facts,
    "training": training_facts,
    "places": lambda material, _: place_facts(material),
    "sleep": sleep_facts,
    "work": lambda material, _: background_fact(material, "work"),
    "measures": measure_facts,
    "stress": stress_facts,
    "feelings": feeling_facts,
    "questions": question_facts,
}


def build_sheet(material: Material, chosen: Choice, words: Words) -> Sheet:
    """Return the sheet; it is empty where nothing is recorded, or nothing of the chosen items."""
    period = material.period
    sections = [
        section for item in ITEMS if item in chosen.items and (section := _section(item, material, chosen, words))
    ]
    kept, dropped, fewer = fitted([] if material.is_empty else sections, words)
    ordered, above = divided(kept)
    missing = _missing(material)
    chart = chart_of(_since_begun(material), material.days, material.recorded) if "course" in chosen.items else None
    return Sheet(
        title=words.say("title"),
        first=period.first,
        last=period.last,
        logged=len(material.recorded),
        missing=missing,
        head=tuple(_head(material, missing, words)),
        sections=ordered,
        above=above,
        chart=chart,
        captions=_captions(chart, words),
        foot=tuple(_foot(dropped, words)),
        left_out=(*dropped, *fewer),
    )


def _section(item: str, material: Material, chosen: Choice, words: Words) -> Section | None:
    table = None
    facts: Iterable[Fact] = ()
    if item == "strength":
        table, facts = strength_table(material, words), strength_facts(material, words)
    elif item == "settling":
        table = settling_table(material, words)
    elif item == "flags":
        facts = flag_facts(material, words, personal="feelings" in chosen.items)
    elif item == "reflections":
        facts = reflection_facts(material, chosen)
    else:
        facts = _FACTS[item](material, words)
    found = tuple(facts)
    return Section(item, words.titles[item], found, table) if found or table else None


def _missing(material: Material) -> int:
    """Return the days without a record, holidays and the time before the journal began apart."""
    period = _since_begun(material)
    days = (period.first + timedelta(days=place) for place in range(period.days))
    return sum(day not in material.recorded and not _is_holiday(day, material) for day in days)


def _since_begun(material: Material) -> Period:
    """Return the part of the period from the journal's first day on."""
    period, begun = material.period, material.begun
    return period if begun is None or not period.holds(begun) else period._replace(first=begun)


def _is_holiday(day: date, material: Material) -> bool:
    return any(one.date <= day and (one.until is None or day <= one.until) for one in material.holidays)


def _head(material: Material, missing: int, words: Words) -> Iterator[str]:
    period, year = material.period, material.period.today.year
    first, last = day_words(period.first, 0), day_words(period.last, 0)
    logged = len(material.recorded)
    since_begun = _since_begun(material).days
    apart = {"holiday": since_begun - logged - missing, "before_begun": period.days - since_begun}
    yield words.say("what_it_is", made=day_words(period.today, 0))
    yield words.say(
        "period", first=first, last=last, days=counted(period.days, "day"), logged=f"{logged:,}",
        missing=f"{missing:,}",
        apart="".join(words.say(name, count=f"{count:,}") for name, count in apart.items() if count > 0),
    )  # fmt: skip
    ahead = sorted((one for one in material.appointments if one.date >= period.today), key=lambda one: one.date)
    if ahead:
        who = cut(ahead[0].who, 60)
        yield words.say("appointment", date=day_words(ahead[0].date, year), who=f", {who}" if who else "")


def _foot(left_out: list[str], words: Words) -> Iterator[str]:
    if left_out:
        yield words.say("left_out", what="; ".join(left_out))
    yield words.say("foot")


def _captions(chart: Chart | None, words: Words) -> Captions:
    say = words.say
    days = chart.days if chart is not None else 0
    stretch = (counted(days // 7, "week") if days > 1 else counted(days, "day")).removeprefix("1 ")
    return Captions(
        furthest=say("chart_furthest", stretch=stretch),
        pain=say("chart_pain"),
        logged=say("chart_logged"),
        left=say("chart_left"),
        right=say("chart_right"),
        both=say("chart_both"),
        points=FURTHEST_POINTS,
        details=say("details"),
    )
