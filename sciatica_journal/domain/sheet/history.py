"""What was there before and what was done about it: onset, examinations, treatments, medicines, questions, measures."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from sciatica_journal.domain.care.background import HISTORY, Background
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.domain.sheet.material import Material
from sciatica_journal.domain.sheet.model import Fact
from sciatica_journal.domain.sheet.words import Words, counted, cut, day_words, number

_SHORT: Final = 60
_LONGER: Final = 90
"""Characters of a name and of a text, before they are cut."""
_SUMMED: Final = frozenset({"bother", "rmdq"})
"""Measures whose score is the sum of the answers; of the others it is their mean (clinical reference 3.1)."""
_SCORED: Final = ("activities", "impact", "bother", "rmdq")


def background_fact(material: Material, name: str) -> Iterator[Fact]:
    """Yield a text of the background."""
    text = cut(getattr(material.background, name, None))
    if text:
        yield Fact("", text)


def onset_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield onset, leg against back, and the history that was asked once, the negative answers too."""
    told = material.background
    if told is None:
        return
    if told.onset is not None:
        weeks = (material.period.today - told.onset).days // 7
        since = words.say("weeks_ago", weeks=counted(weeks, "week")) if weeks >= 1 else ""
        yield Fact(words.say("began"), f"{day_words(told.onset, material.period.last.year)}{since}")
    if told.leg_worse is not None:
        yield Fact(words.say("leg_or_back"), words.say("leg_worse" if told.leg_worse else "leg_not_worse"))
    yield from _asked_once(told, words)


def _asked_once(told: Background, words: Words) -> Iterator[Fact]:
    for answer, label in ((True, "history_yes"), (False, "history_no"), (None, "history_not_asked")):
        names = [words.name("history", name) for name in HISTORY if getattr(told, name) is answer]
        if names and (answer is not None or len(names) < len(HISTORY)):
            yield Fact(words.say(label), ", ".join(names))


def examination_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield the examinations, the latest first with all that was told; without one, what the first launch was told.

    Of those before it the page has who, whether the nerves were tested, the answer on running and the scan.
    """
    year = material.period.last.year
    for place, one in enumerate(reversed(material.examinations)):
        yield Fact(day_words(one.date, year), _examination(one, words, whole=place == 0))
    if not material.examinations and isinstance(material.examined_before, date):
        yield Fact(day_words(material.examined_before, year), words.say("examined_told"))
    elif not material.examinations and material.examined_before is True:
        yield Fact("", words.say("examined_undated"))
    elif not material.examinations and material.examined_before is False:
        yield Fact("", words.say("never_examined"))


def _examination(one: Examination, words: Words, *, whole: bool) -> str:
    parts = [cut(one.who, _SHORT)]
    if one.neurological is not None:
        parts.append(words.say("tested" if one.neurological else "not_tested"))
    if whole and (told := cut(one.told)):
        parts.append(words.say("told", words=told))
    if one.green_light is not None:
        limits = cut(one.limits, _LONGER)
        parts.append(words.name("green_lights", one.green_light) + (f": {limits}" if limits else ""))
    if scan := cut(one.scan, _LONGER):
        parts.append(words.say("scan", words=scan))
    return "; ".join(filter(None, parts)) or words.say("no_details")


def medicine_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield medicines, painkillers taken and scans."""
    told = material.background
    if told is not None and (medicines := cut(told.medicines)):
        yield Fact(words.say("medicines"), medicines)
    doses = [day.painkillers for day in material.days if day.painkillers is not None]
    if doses:
        taken = sum(dose > 0 for dose in doses)
        text = words.say("doses", doses=counted(sum(doses), "dose"), taken=counted(taken, "day"), all=len(doses))
        yield Fact(
            words.say("painkillers"), text if sum(doses) else words.say("none_of", days=counted(len(doses), "day"))
        )
    if told is not None and (scans := cut(told.scans)):
        yield Fact(words.say("scans"), scans)


def treatment_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield what was tried: what goes on first, then what ended, the latest first."""
    last = material.period.last
    going_on = [one for one in material.treatments if one.until is None or one.until > last]
    ended = [one for one in material.treatments if one.until is not None and one.until <= last]
    for one in (*reversed(going_on), *sorted(ended, key=lambda each: each.until or each.date, reverse=True)):
        yield _treatment(one, last, words)


def _treatment(one: Treatment, last: date, words: Words) -> Fact:
    begin = day_words(one.date, last.year)
    if one.until is None or one.until > last:
        span = words.say("goes_on", date=begin)
    else:
        span = words.say("from_to", first=begin, last=day_words(one.until, last.year))
    helped = words.name("helped", one.helped) if one.helped else ""
    return Fact(cut(one.what, _SHORT) or words.say("a_treatment"), ", ".join(filter(None, (span, helped))))


def question_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield the questions not asked yet, the oldest first, numbered."""
    texts = [cut(one.text) for one in material.questions if one.asked is None]
    for place, text in enumerate(filter(None, texts), 1):
        yield Fact("", words.say("question", number=place, words=text))


def measure_facts(material: Material, words: Words) -> Iterator[Fact]:
    """Yield the latest score of each measure, beside the first of the period."""
    for name in _SCORED:
        found = [one for one in material.readings if one.measure == name and one.answers]
        within = [one for one in found if material.period.holds(one.date)]
        if not within:
            continue
        year, last = material.period.last.year, within[-1]
        score, on = _score(last), day_words(last.date, year)
        text = words.say("score", score=score, date=on)
        if len(within) > 1:
            text = words.say("score_first", first=_score(within[0]), score=score, date=on)
        if name == "activities":
            text += f" ({', '.join(f'{cut(item, _SHORT)} {value}' for item, value in last.answers.items())})"
        yield Fact(words.name("measures", name), text)


def _score(reading: Reading) -> str:
    total = sum(reading.answers.values())
    return number(total if reading.measure in _SUMMED else total / len(reading.answers))
