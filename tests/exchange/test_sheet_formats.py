"""The sheet as text, Markdown and HTML: what a person wrote stays text, lines stay within their columns."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.kinds import BACKGROUND_ID
from sciatica_journal.domain.sheet.model import Sheet
from sciatica_journal.exchange.sheet.html import sheet_html
from sciatica_journal.exchange.sheet.markdown import sheet_markdown
from sciatica_journal.exchange.sheet.text import columns, sheet_text
from tests.domain.sheet.given import ago, days_of, sheet_of

HOSTILE = (
    "<script>alert(1)</script> </style> <img src=http://x/y onerror=z> ![a](http://x) [L5-S1] **b** `c` | & \"q\" 'r'"
)


def full_sheet(words: str = "none") -> Sheet:
    return sheet_of(
        days=days_of(lambda place: {"leg_left": place % 7, "leg_right": 0, "pain_worst": 3, "function": 6}),
        background=Background(BACKGROUND_ID, ago(3), worry=words, medicines=words, work=words),
        questions=[Question("q", ago(2), words)],
        checks=[Check(f"c{n}", ago(n), answers={"saddle": "no"}, calf_raises_left=12, calf_raises_right=20)
                for n in (21, 14, 7, 0)],
    )  # fmt: skip


class Page(HTMLParser):
    """The tags, attributes and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def page_of(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page


def test_the_html_is_one_file_without_script_or_network() -> None:
    page = page_of(sheet_html(full_sheet()))
    assert not {"script", "link", "img", "iframe", "object", "a", "form", "base"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name in {"src", "href", "style"} or name.startswith("on")]
    assert not re.search(r"https?:|url\(|@import", sheet_html(full_sheet()))
    assert {"svg", "table", "style"} <= set(page.tags)


def test_what_a_person_wrote_is_text_in_html() -> None:
    plain, hostile = page_of(sheet_html(full_sheet("harmless"))), page_of(sheet_html(full_sheet(HOSTILE)))
    assert plain.tags == hostile.tags
    assert "<script>alert(1)</script>" in hostile.text


@given(st.text(max_size=120))
def test_no_text_changes_the_structure_of_the_html(words: str) -> None:
    expected = page_of(sheet_html(full_sheet("x"))).tags
    found = page_of(sheet_html(full_sheet(f"x{words}"))).tags
    assert found == expected


def test_what_a_person_wrote_is_text_in_markdown() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(sheet_markdown(full_sheet(HOSTILE)))
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {child.type for child in inline}
    assert kinds <= {"text", "softbreak", "strong_open", "strong_close", "em_open", "em_close", "text_special"}
    assert not [token for token in tokens if token.type == "html_block"]
    text = "".join(child.content for child in inline)
    assert HOSTILE in text


@pytest.mark.parametrize("words", ["short", "x" * 300, "左脚麻木" * 30, HOSTILE, "wort " * 90])
@pytest.mark.parametrize("width", [80, 56])
def test_no_line_of_text_is_wider_than_its_columns(words: str, width: int) -> None:
    assert max(map(columns, sheet_text(full_sheet(words), width).splitlines())) <= width


@given(st.text(max_size=300))
def test_any_text_fits_in_eighty_columns(words: str) -> None:
    lines = sheet_text(full_sheet(words)).splitlines()
    assert max(map(columns, lines)) <= 80


def test_the_chart_is_readable_in_letters_and_speaks() -> None:
    sheet = full_sheet()
    text = sheet_text(sheet)
    assert re.search(r"^ +foot( +[L.])+$", text, re.MULTILINE)
    assert "L left, R right, B both" in text
    assert 'aria-label="Furthest point of each week' in sheet_html(sheet)
    assert "stroke-dasharray" in sheet_html(sheet)


def test_days_of_three_digits_stand_apart_in_the_chart() -> None:
    sheet = full_sheet()
    assert sheet.chart is not None
    years = sheet._replace(chart=sheet.chart._replace(logged=(168,) * 13))
    logged = next(line for line in sheet_text(years).splitlines() if "days logged" in line)
    assert logged.split()[2:] == ["168"] * 13


def test_every_format_holds_the_same_facts() -> None:
    sheet = full_sheet("the toes")
    html, text = page_of(sheet_html(sheet)).text, " ".join(sheet_text(sheet).split())
    for section in sheet.sections:
        for fact in section.facts:
            assert fact.text in html
            assert " ".join(fact.words.split()) in text


def test_a_line_divides_what_matters_most_from_the_rest() -> None:
    sheet = full_sheet("the toes")
    above, below = sheet.parts
    assert {"flags", "checks", "strength", "course"} <= {one.item for one in above}
    assert {"medicines", "work"} <= {one.item for one in below}
    html = page_of(sheet_html(sheet)).text
    for text in (html, sheet_text(sheet), sheet_markdown(sheet)):
        assert text.count("In more detail") == 1
        first, rest = text.split("In more detail")
        assert all(one.title in first for one in above)
        assert all(one.title in rest for one in below)


def test_a_sheet_of_one_part_has_no_line() -> None:
    sheet = sheet_of(checks=[Check("c", ago(0), answers={"saddle": "no"})])
    assert sheet.sections
    assert "In more detail" not in sheet_html(sheet) + sheet_text(sheet) + sheet_markdown(sheet)


def test_the_sheet_says_what_it_is_and_is_not() -> None:
    text = " ".join(sheet_text(full_sheet()).split())
    assert "not reviewed by a clinician" in text
    assert "NPRS" in text
    assert "because" not in text
