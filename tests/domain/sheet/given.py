"""What the tests of the sheet share: the content's words, a period, days in a row."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.sheet.build import build_sheet
from sciatica_journal.domain.sheet.items import Choice, choice
from sciatica_journal.domain.sheet.material import Material, Period
from sciatica_journal.domain.sheet.model import Section, Sheet
from sciatica_journal.domain.sheet.words import Words
from sciatica_journal.guide.content import read_toml

LAST = date(2026, 3, 4)
CONTENT = read_toml("sheet.toml")
WORDS = Words(CONTENT["titles"], CONTENT["said"], CONTENT["lists"])


def ago(days: int) -> date:
    return LAST - timedelta(days=days)


def period(days: int = 90) -> Period:
    return Period(ago(days - 1), LAST, LAST)


def days_of(values: Callable[[int], dict[str, Any]], count: int = 90) -> list[Day]:
    """Days up to LAST, the oldest first; `values` gives the fields of the day so many days in."""
    return [Day(ago(count - 1 - place), **values(place)) for place in range(count)]


def material(**given: Any) -> Material:
    days = given.get("days", ())
    recorded = frozenset(day.date for day in days)
    return Material(**{"period": period(), "recorded": recorded, "begun": min(recorded, default=None), **given})


def sheet_of(chosen: Choice | None = None, **given: Any) -> Sheet:
    return build_sheet(material(**given), chosen or choice(), WORDS)


def section(sheet: Sheet, item: str) -> Section | None:
    return next((one for one in sheet.sections if one.item == item), None)


def said(sheet: Sheet, item: str) -> str:
    """The facts of a section, a line each."""
    found = section(sheet, item)
    return "" if found is None else "\n".join(fact.words for fact in found.facts)
