"""Markdown as lines: everything the pages use, at every width, wrapped by cells."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sciatica_journal.domain.text import as_markdown
from sciatica_journal.guide.pages import load_pages
from sciatica_journal.ui.screens.guide.texts import page_markdown
from sciatica_journal.ui.widgets.markdown_blocks import read_markdown
from sciatica_journal.ui.widgets.markdown_lines import Page, lay_out
from sciatica_journal.ui.widgets.page_search import find_hits
from sciatica_journal.ui.widgets.spans import Span
from sciatica_journal.ui.widgets.wrapping import width_of, wrap


def laid_out(markdown: str, width: int = 60) -> Page:
    return lay_out(read_markdown(markdown), width)


def texts(markdown: str, width: int = 60) -> list[str]:
    return [line.text.rstrip() for line in laid_out(markdown, width).lines]


def test_lists_are_numbered_and_nested() -> None:
    assert texts("3. one\n4. two\n   - inner\n") == ["3. one", "4. two", "   •  inner"]


def test_a_wrapped_item_is_indented_under_its_text() -> None:
    assert texts("- alpha beta gamma delta", 13) == ["•  alpha beta", "   gamma", "   delta"]


def test_a_quote_has_its_bar_on_every_line() -> None:
    assert texts("> alpha beta gamma\n>\n> - delta", 14) == ["▎ alpha beta", "▎ gamma", "", "▎ •  delta"]


def test_sections_stand_two_lines_apart() -> None:
    assert texts("a\n\n## B\n\nc") == ["a", "", "", "B", "", "c"]


def test_code_keeps_its_spaces_and_markup_stays_text() -> None:
    assert texts("```\na   [b]\n  c\n```\n\n[L5-S1] [/x] <b>y</b>") == ["a   [b]", "  c", "", "[L5-S1] [/x] <b>y</b>"]


def test_styles_and_links_are_kept_through_wrapping() -> None:
    page = laid_out("a **bold [link words](other.md) end** b", 12)
    assert page.links == ("other.md",)
    linked = [span for line in page.lines for span in line.spans if span.link == 0]
    assert "".join(span.text for span in linked).replace(" ", "") == "linkwords"
    assert all({"strong", "link"} <= set(span.kinds) for span in linked)
    assert page.link_lines == (0,)


TABLE = "| Sign | What to do |\n|---|---|\n| numb | speak to a doctor today and do not run |\n| cold | call now |\n"


def test_a_table_folds_its_widest_column() -> None:
    assert texts(TABLE, 24) == [
        "Sign  What to do",
        "────  ──────────────────",
        "numb  speak to a doctor",
        "      today and do not",
        "      run",
        "",
        "cold  call now",
    ]


def test_a_table_too_wide_to_fold_becomes_a_list() -> None:
    lines = texts("| a | b | c |\n|---|---|---|\n| " + " | ".join(["a long cell of words"] * 3) + " |", 20)
    assert lines[:2] == ["a: a long cell of", "words"]
    assert not any("─" in line for line in lines)


def test_headings_know_their_lines() -> None:
    page = laid_out("# One\n\ntext\n\n### Two *three*\n\nmore")
    assert [(one.level, one.text) for one in page.headings] == [(1, "One"), (3, "Two three")]
    assert page.lines[page.headings[1].line].text == "Two three"


@pytest.mark.parametrize("width", [20, 36, 56, 72])
def test_every_page_fits_every_width(width: int) -> None:
    for page in load_pages():
        lines = lay_out(read_markdown(page_markdown(page)), width).lines
        assert max(width_of(line.spans) for line in lines) <= width, page.slug


def test_wide_characters_break_between_each_other_and_count_two_cells() -> None:
    lines = wrap((Span("日本語のテキスト ok 👍🏽"),), 9)
    assert ["".join(span.text for span in line) for line in lines] == ["日本語の", "テキスト", "ok 👍🏽"]


@given(st.text(max_size=80), st.integers(min_value=2, max_value=30))
@settings(max_examples=60, deadline=None)
def test_wrapping_loses_nothing_but_white_space(text: str, width: int) -> None:
    lines = wrap((Span(text),), width)
    painted = "".join(span.text for line in lines for span in line)
    assert "".join(painted.split()) == "".join(text.split())


@given(st.text(alphabet="ab é日👍", max_size=60), st.integers(min_value=2, max_value=20))
@settings(max_examples=60, deadline=None)
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_len("".join(span.text for span in line)) <= width for line in wrap((Span(text),), width))


@given(st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_any_text_can_be_read_and_laid_out(markdown: str) -> None:
    assert all(line.block < len(read_markdown(markdown).blocks) for line in laid_out(markdown, 30).lines)


@given(st.text(alphabet="ab[]*_`<>|\\#~(){}", min_size=1, max_size=30))
@settings(max_examples=80, deadline=None)
def test_escaped_text_shows_as_it_is(text: str) -> None:
    assert "".join(line.text for line in laid_out(f"x{as_markdown(text)}x", 200).lines) == f"x{text}x"


def test_words_are_found_across_the_end_of_a_line() -> None:
    lines = laid_out("- go to an Emergency department now\n\nemergency\n\ndepartment", 22).lines
    hits = find_hits(lines, "emergency  DEPARTMENT")
    assert [[lines[part.line].text[part.start : part.end] for part in hit] for hit in hits] == [
        ["Emergency", "department"]
    ]


def test_no_words_find_nothing() -> None:
    assert find_hits(laid_out("a b").lines, "  ") == ()


def test_the_reader_imports_the_parser_only_when_a_page_opens() -> None:
    source = Path(__file__).parents[2] / "sciatica_journal/ui/widgets/markdown_blocks.py"
    head = source.read_text(encoding="utf-8").partition("def read_markdown")[0]
    assert "\n    from markdown_it.token import Token" in head
    assert "\nfrom markdown_it" not in head


def test_numbers_of_a_table_stand_at_the_right() -> None:
    lines = lay_out(read_markdown("| on | min |\n|---|---:|\n| road | 878 |\n| trail | 1178 |\n"), 40).lines
    assert ["".join(span.text for span in line.spans).rstrip() for line in lines if line.spans][-2:] == [
        "road    878", "trail  1178",
    ]  # fmt: skip
