"""A sensation said without a place is asked about wherever a body is written about."""

from datetime import date

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.signs.in_texts import text_signs
from sciatica_journal.domain.signs.records import DayRecords, Rules
from sciatica_journal.guide.safety import load_safety

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("records", "asked"),
    [
        (DayRecords(day=Day(TODAY, note="numb")), True),
        (DayRecords(day=Day(TODAY, did="numb")), True),
        (DayRecords(runs=[Run(id="a", date=TODAY, note="numb")]), True),
        (DayRecords(texts=[("reflection", "numb")]), False),
    ],
)
def test_a_bare_sensation_is_asked_about(records: DayRecords, asked: bool) -> None:
    safety = load_safety()
    rules = Rules(safety.triggers, safety.negations, safety.past)
    assert ("sensation" in {one.trigger for one in text_signs(records, rules, frozenset())}) is asked
