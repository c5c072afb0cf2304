"""CSV and Markdown: for people and spreadsheets, in which what was written stays text."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.other import Other
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.domain.text import clean
from sciatica_journal.domain.wording import Names
from sciatica_journal.exchange.journal.markdown import Wording, escaped
from tests.exchange.exported import csv_files, month_files

DAY = date(2026, 3, 1)
RECORDS: list[Record] = [
    Day(
        DAY,
        pain_worst=4,
        leg_left=3,
        sleep_hours=7.5,
        feelings=("proud", "[sad]"),
        spots=(Spot("buttock_mid", "left", 4, ("burning",)),),
        factors={"=coffee": -2.0},
        note="=HYPERLINK(1)\nline two",
        uneventful=False,
        extra={"x": [1]},
    ),
    Day(date(2026, 4, 2), stress=1),
    Run("r", DAY, kind="run", distance_km=5.0, ascent_m=-0.0, title="@home"),
    Reflection("f", DAY, practice="kind_coach", minutes=5.0, text="# not a heading"),
    Moment("m", DAY, start=datetime(2026, 3, 1, 18, 5, tzinfo=UTC), pain=3, region="calf", text="+1"),
    Other("o", None, {"type": "reading", "id": "o"}),
]


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_files(RECORDS)[name]), newline="")))


def test_csv_has_a_file_a_type_and_a_row_a_record() -> None:
    assert list(csv_files(RECORDS)) == ["days.csv", "runs.csv", "reflections.csv", "moments.csv", "others.csv"]
    first, second = table("days.csv")
    assert (first["date"], first["pain_worst"], first["sleep_hours"]) == ("2026-03-01", "4", "7.5")
    assert (first["feelings"], first["spots"]) == ("proud; [sad]", "buttock_mid left 4 burning")
    assert (first["uneventful"], first["extra"]) == ("false", "x=[1]")
    assert (second["stress"], second["mood"]) == ("1", "")
    assert table("moments.csv")[0]["start"] == "2026-03-01T18:05:00+00:00"
    assert table("reflections.csv")[0]["kept"] == "true"


def test_csv_quotes_all_cells() -> None:
    assert all(line.startswith('"') and line.endswith('"\r\n') for line in csv_files(RECORDS)["runs.csv"])


def test_a_cell_that_a_spreadsheet_would_compute_gets_an_apostrophe_and_numbers_do_not() -> None:
    (first, _), (run,), (moment,) = table("days.csv"), table("runs.csv"), table("moments.csv")
    assert first["note"] == "'=HYPERLINK(1)\nline two"
    assert first["factors"] == "'=coffee=-2.0"
    assert (run["title"], moment["text"]) == ("'@home", "'+1")


@given(st.sampled_from("=+-@\t\r\n＝＋－＠"), st.text())
def test_no_text_begins_like_a_formula(start: str, rest: str) -> None:
    lines = "".join(csv_files([Moment("m", DAY, text=start + rest)])["moments.csv"])
    (row,) = csv.DictReader(io.StringIO(lines, newline=""))
    assert row["text"].startswith("'")


def test_markdown_has_a_file_a_month() -> None:
    names = Names({"buttock_mid": "Middle of buttock"}, {"burning": "like fire"})
    files = month_files(RECORDS, Wording("km", names, {"kind_coach": "Kind coach"}))
    assert list(files) == ["2026-03.md", "2026-04.md"]
    march = "".join(files["2026-03.md"])
    assert march.startswith("# March 2026\n\n## Sunday 1 March 2026\n")
    for text in (
        "- Worst pain: 4 of 10\n", "- Left leg: thigh\n", "- Sleep: 7 h 30\n",
        "- Spots: middle of buttock, left, 4 of 10, like fire\n", "- Factors: \\=coffee -2\n",
        "- Feelings: proud, \\[sad\\]\n", "> \\=HYPERLINK(1)  \n> line two  \n", "### Run, 5 km, 0 m up, @home\n",
        "### Reflection: Kind coach, 5 min\n", "> \\# not a heading", "### Moment: 18:05, pain 3 of 10, calf\n",
    ):  # fmt: skip
        assert text in march


@pytest.mark.parametrize(
    "text",
    ["# head", "---", "===", "- item", "1. item", "2) item", "    code", "\tcode", "```", "~~~", "<b>x</b>", "&amp;",
     "[L5-S1](javascript:x)", "![i](u)", "[a]: b", "*a* _b_ `c`", "> quote", "| a | b |", "a\\", "<http://x.at>", "+ x",
     "a  ", "~~s~~", "\u00a0# x", "\u2003- x"],
)  # fmt: skip
def test_markdown_shows_what_was_written_as_written(text: str) -> None:
    assert shown(text) == [clean(text).strip()]


def shown(text: str) -> list[str]:
    """Return the texts of the one block quote that a moment's text becomes, read by a Markdown parser."""
    (lines,) = month_files([Moment("m", DAY, text=text)]).values()
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse("".join(lines))
    kinds = [token.type for token in tokens[tokens.index(next(t for t in tokens if t.type == "blockquote_open")) :]]
    assert set(kinds) <= {"blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close"}
    found = []
    for token in tokens:
        if token.type == "inline" and token.level == 2:
            assert {child.type for child in token.children or ()} <= {"text", "hardbreak", "softbreak", "text_special"}
            found.append("".join(child.content for child in token.children or ()).strip())
    return found


@given(st.text("#-+=*_`~<>[]()!|&;\\.:/1a \t\n\u00a0", min_size=1, max_size=30).filter(str.strip))
def test_no_text_becomes_structure(text: str) -> None:
    words = "".join(shown(text))
    assert "".join(words.split()) == "".join(text.split())


@given(st.text(max_size=20))
def test_an_escaped_line_stays_one_line(text: str) -> None:
    line = " ".join(clean(text).split("\n"))
    assert "\n" not in escaped(line)
