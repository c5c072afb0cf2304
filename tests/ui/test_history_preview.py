"""The words of one day beside the calendar, at a given width."""

from sciatica_journal.domain.wording import Line
from sciatica_journal.services.history.describing import Described, Section
from sciatica_journal.ui.screens.history.preview import preview_of
from tests.given import TODAY


def test_a_value_of_more_lines_stays_in_its_column() -> None:
    facts = (Line("Sleep", "8 h"), Line("Factors", "coffee 4, sitting hours 7.5"), Line("Stress", "3 of 10"))
    day = Described(TODAY, (Section("Journal", facts, fields=True),))
    assert preview_of(day, 30, apart=True).plain.split("\n") == [
        "Journal",
        "Sleep          8 h",
        "Factors        coffee 4,",
        "               sitting hours",
        "               7.5",
        "Stress         3 of 10",
    ]
