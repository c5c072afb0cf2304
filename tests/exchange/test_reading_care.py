"""Care records and red flags in spreadsheets and in plain words."""

import csv
import io
from datetime import UTC, date, datetime

from hypothesis import given

from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.care.season import Season
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.domain.care_wording import care_words
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.safety.flag_record import Flag
from sciatica_journal.exchange.journal.markdown import Wording
from tests.domain.valid_care_records import care_records
from tests.exchange.exported import csv_files, month_files

DAY = date(2026, 3, 1)
LATER = date(2026, 3, 9)
AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

SAID: list[tuple[CareRecord, str]] = [
    (
        Examination("e", DAY, who="Dr [L5]", neurological=True, makes_sense=7, green_light="limits", told="all there"),
        "Examination, Dr [L5], nerves tested, green light with limits, makes sense 7 of 10: told: all there",
    ),
    (Appointment("a", DAY, start=AT, who="physio", place="town"), "Appointment, 09:30, physio, town"),
    (
        Question("q", DAY, text="May I sit?", asked=LATER, answer="yes"),
        "Question to ask, asked Mon 9 Mar 2026: May I sit?\nanswer: yes",
    ),
    (Treatment("t", DAY, what="heat", helped="same"), "Treatment, heat, going on, meanwhile the same"),
    (Override("o", DAY, what="not_examined", why="in May"), "Running all the same, not examined yet: in May"),
    (
        KnownSign("s", DAY, sign="numb", side="left", area="outer toes", examined=LATER),
        "Known sign, numb, left, outer toes, examined Mon 9 Mar 2026",
    ),
    (KnownSign("s", DAY, sign="saddle"), "Known sign, between the legs, not examined"),
    (Check("c", DAY, {"saddle": "no", "numb": "no"}), "Safety check, no to all that was asked"),
    (
        Check("c", DAY, {"saddle": "no", "both_legs": "new"}, heel_walk_left="hard", calf_raises_left=18),
        "Safety check, both legs new, heel walk left hard, calf raises 18 left",
    ),
    (Reading("r", DAY, measure="impact", answers={"pain": 3, "joy": 1}),
     "Measure, impact, pain 3, spoilt what I enjoy 1"),
    (Reading("r", DAY, measure="rmdq", answers={"1": 1, "2": 0, "3": 1}), "Measure, Roland-Morris, 2 of 24"),
    (
        Season("n", DAY, until=LATER, question="Does grass help?", answer="a bit", ended=LATER, next_step="weekly"),
        "Season, until Mon 9 Mar 2026, ended Mon 9 Mar 2026, then weekly: Does grass help?\nanswer: a bit",
    ),
    (Holiday("h", DAY, until=LATER), "Holiday from the journal, until Mon 9 Mar 2026"),
    (
        Background("background", DAY, leg_worse=True, cancer=False, accident=True, work="desk"),
        "Background, leg worse than back, serious accident: work: desk",
    ),
    (Flag("f", DAY, "weakness", "S", AT), "Red flag, Weakness in one leg, still open, to be looked at the same day"),
    (
        Flag("f", DAY, "new_one", "E", AT, AT, "seen_cleared", "fine", AT),
        "Red flag, new one, seen, nothing urgent found, closed Sun 1 Mar 2026: told: fine",
    ),
]  # fmt: skip


def test_each_kind_is_said_in_plain_words() -> None:
    titles = {"weakness": "Weakness in one leg"}
    assert [care_words(record, titles).line.words for record, _ in SAID] == [words for _, words in SAID]


@given(care_records)
def test_every_care_record_has_words(record: CareRecord) -> None:
    assert care_words(record).line.label
    assert any("## " in line for lines in month_files([record]).values() for line in lines)


def test_csv_has_a_file_for_each_kind_that_there_is() -> None:
    records: list[Record] = [record for record, _ in SAID]
    files = csv_files(records)
    assert list(files)[4:] == [
        "examinations.csv", "appointments.csv", "questions.csv", "treatments.csv", "overrides.csv", "signs.csv",
        "checks.csv", "readings.csv", "seasons.csv", "holidays.csv", "background.csv", "flags.csv",
    ]  # fmt: skip
    tables = {name: list(csv.DictReader(io.StringIO("".join(lines), newline=""))) for name, lines in files.items()}
    assert tables["examinations.csv"][0]["neurological"] == "true"
    assert {row["answers"] for row in tables["checks.csv"]} == {"saddle=no; numb=no", "saddle=no; both_legs=new"}
    assert [row["outcome"] for row in tables["flags.csv"]] == ["", "seen_cleared"]
    assert tables["appointments.csv"][0]["start"] == "2026-03-01T09:30:00+00:00"


def test_markdown_has_them_under_their_day_and_never_as_structure() -> None:
    text = "# [x](y)\nline two"
    records = [Question("q", DAY, text=text, answer="- no"), Flag("f", DAY, "saddle", "E", AT)]
    (lines,) = month_files(records, Wording(flags={"saddle": "Between the legs"})).values()
    written = "".join(lines)
    assert written.startswith("# March 2026\n\n## Sunday 1 March 2026\n")
    assert "### Question to ask\n\n> \\# \\[x\\](y)  \n> line two  \n\nAnswer:\n\n> \\- no  \n" in written
    assert "### Red flag: Between the legs, still open, to be looked at now\n" in written
