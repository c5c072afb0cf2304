"""The guide's pages, the practices and the help: complete, linked, sourced, plain and gentle."""

import re
import warnings
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pytest

from sciatica_journal.domain.page import GuidePage
from sciatica_journal.guide.content import names, read_page
from sciatica_journal.guide.pages import load_pages
from sciatica_journal.ui.widgets.markdown_blocks import Block, Document, read_markdown
from sciatica_journal.ui.widgets.markdown_tables import column_widths
from sciatica_journal.ui.widgets.spans import Spans
from tests.prose import AVOIDED, HARDEST_GRADE

SLUGS: Final = (
    "start-here", "red-flags", "bad-week", "what-sciatica-is", "nerve-signs", "essays-view", "what-research-says",
    "running-and-walking", "surfaces", "look-alikes", "scans", "mind-and-pain", "reflecting-safely", "your-numbers",
    "how-patterns-work", "support", "measures", "sources",
)  # fmt: skip

KEYS: Final = {
    "title", "order", "tags", "minutes", "sources", "last_checked", "clinician_reviewed", "summary",
}  # fmt: skip

WEAK: Final = frozenset(
    f"S{number}"
    for number in (
        15, 23, 28, 29, 46, 57, 59, 60, 62, 64, 65, 68, 69, 78, 87, 109, 110, 111, 112, 117, 119, 120, 121, 125, 133,
        134, 146, 157, 162, 172, 173, 177, 179, 181,
    )
)  # fmt: skip
"""Sources that the clinical reference calls weak: their direction is plausible, they are not cited."""

ALLOWED: Final = {("help/trouble.md", "damag")}
"""A file may be damaged."""

NARROW: Final = 60
"""Cells of a narrow terminal; the reader keeps a margin of two on each side."""

PROSE_FOLDERS: Final = ("guides", "practices", "help", "welcome")

PAGES: Final = {page.slug: page for page in load_pages()}


def texts() -> list[str]:
    return [f"{folder}/{name}" for folder in PROSE_FOLDERS for name in names(folder)]


def read(path: str) -> tuple[dict[str, Any], str]:
    return read_page(*path.split("/"))


def plain(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def tables(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind == "table"]


def sentences(markdown: str) -> str:
    """Return paragraphs and list items as one text in which each ends like a sentence; tables and headings apart."""
    parts = [
        plain(block.spans).strip() for block in read_markdown(markdown).blocks if block.kind in {"paragraph", "item"}
    ]
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts)


def word_count(markdown: str) -> int:
    """Return the words that are read through: tables are looked up in."""
    return sum(len(plain(block.spans).split()) for block in read_markdown(markdown).blocks)


def cited_sources(page: GuidePage) -> set[str]:
    return set(re.findall(r"\bS[1-9]\d{0,2}\b", page.body))


@pytest.fixture(scope="session")
def grade() -> Callable[[str], float]:
    """The harder of two reading grades of a text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the library's own imports warn of is not ours to mend
        textstat = pytest.importorskip("textstat", reason="installed for development only")

    def of(text: str) -> float:
        return max(float(textstat.automated_readability_index(text)), float(textstat.coleman_liau_index(text)))

    return of


def test_the_pages_are_these_in_this_order() -> None:
    assert tuple(page.slug for page in load_pages()) == SLUGS
    assert [page.order for page in load_pages()] == list(range(1, len(SLUGS) + 1))


@pytest.mark.parametrize("slug", PAGES)
def test_a_page_has_its_front_matter_complete(slug: str) -> None:
    head, body = read_page("guides", f"{slug}.md")
    assert set(head) == KEYS
    assert body.startswith("## ")
    page = PAGES[slug]
    assert page.clinician_reviewed is False
    assert date(2026, 11, 1) <= page.last_checked <= date.today()
    assert page.tags
    assert len(set(page.tags)) == len(page.tags)
    assert page.summary.endswith(".")
    assert len(page.summary) <= 90
    assert all(source.id and source.what and source.where for source in page.sources)
    assert page.sources
    assert len({source.id for source in page.sources}) == len(page.sources)


@pytest.mark.parametrize("slug", PAGES)
def test_a_page_can_be_read_in_one_sitting(slug: str) -> None:
    words = word_count(PAGES[slug].body)
    assert 400 <= words <= 900
    assert len(PAGES[slug].body.split()) <= 900, "with its tables"
    assert words / 250 <= PAGES[slug].minutes <= words / 125


@pytest.mark.parametrize("slug", PAGES)
def test_links_lead_to_pages(slug: str) -> None:
    links = read_markdown(PAGES[slug].body).links
    assert links, "a page leads on"
    for link in links:
        assert link.removesuffix(".md") in SLUGS, link
        assert link.endswith(".md"), link
        assert link != f"{slug}.md", "a page that links to itself"


def test_every_page_is_linked_from_another() -> None:
    linked = {link for page in load_pages() for link in read_markdown(page.body).links}
    assert linked >= {f"{slug}.md" for slug in SLUGS if slug in PAGES}


@pytest.mark.parametrize("slug", PAGES)
def test_a_page_leads_to_help(slug: str) -> None:
    links = set(read_markdown(PAGES[slug].body).links)
    assert slug == "red-flags" or links & {"red-flags.md", "support.md"}


def test_a_source_is_the_same_on_every_page() -> None:
    said: dict[str, set[str]] = {}
    for page in load_pages():
        for source in page.sources:
            said.setdefault(source.id, set()).add(source.what)
    assert {ident: what for ident, what in said.items() if len(what) > 1} == {}


@pytest.mark.parametrize("slug", PAGES)
def test_sources_resolve_and_are_not_weak(slug: str) -> None:
    known = {source.id for page in load_pages() for source in page.sources}
    assert cited_sources(PAGES[slug]) <= known
    here = {source.id for source in PAGES[slug].sources}
    assert all(re.fullmatch(r"S[1-9]\d{0,2}|[a-z]+", ident) for ident in here)
    assert not here & WEAK


@pytest.mark.parametrize("slug", PAGES)
def test_where_a_trial_of_running_or_walking_is_cited_its_limits_are_said(slug: str) -> None:
    page = PAGES[slug]
    if not {"S3", "S99"} & {source.id for source in page.sources} or slug == "sources":
        return
    about = [part for part in re.split(r"(?<=[.?])\s", sentences(page.body)) if "sciatica" in part.lower()]
    assert any(re.search(r"\b(?:not|neither|nobody|no)\b", part, re.IGNORECASE) for part in about)


@pytest.mark.parametrize("slug", ["essays-view", "what-research-says"])
def test_all_eighteen_points_of_the_essay_are_there(slug: str) -> None:
    numbers = re.findall(r"^\*\*((?:\d+(?:, )?)+)\.", PAGES[slug].body, re.MULTILINE)
    points = [int(number) for found in numbers for number in found.split(", ")]
    assert sorted(points) == list(range(1, 19))


def test_every_point_of_the_essay_has_its_support_in_the_table() -> None:
    (table,) = tables(read_markdown(PAGES["what-research-says"].body))
    rows = [[plain(cell) for cell in row] for row in table.rows[1:]]
    assert {int(row[0]) for row in rows} == set(range(1, 19))
    assert {row[2] for row in rows} <= {"none", "very low", "low", "low-fair", "fair", "fair-good", "good"}


@pytest.mark.parametrize("slug", PAGES)
def test_tables_fit_a_narrow_terminal(slug: str) -> None:
    for table in tables(read_markdown(PAGES[slug].body)):
        assert column_widths(table.rows, NARROW - 4) is not None, "the reader would turn it into a list"
    rows = [line for line in PAGES[slug].body.splitlines() if line.startswith("|")]
    assert [row for row in rows if len(row) > NARROW] == [], "the command line prints it as written"


@pytest.mark.parametrize("path", texts())
def test_no_word_hurts_blames_or_promises(path: str) -> None:
    head, body = read(path)
    text = " ".join([body, *(value for value in head.values() if isinstance(value, str))])
    for pattern in AVOIDED:
        found = re.search(rf"\b{pattern}", text, re.IGNORECASE)
        assert found is None or (path, pattern) in ALLOWED, found
    assert not set("!—…") & set(re.sub(r"`[^`]*`|!\[", "", body))


@pytest.mark.parametrize("path", texts())
def test_a_tired_person_can_read_it(path: str, grade: Callable[[str], float]) -> None:
    assert grade(sentences(read(path)[1])) <= HARDEST_GRADE


def test_the_measures_of_reading_grade_tell_hard_from_easy(grade: Callable[[str], float]) -> None:
    easy = "Walk a little. Rest a little. Ask for help. The leg may be sore in the morning."
    hard = (
        "Contemporary biopsychosocial conceptualisations of persistent lumbosacral radiculopathy necessitate "
        "multidisciplinary consideration of psychological, occupational and neurophysiological determinants."
    )
    assert grade(easy) < HARDEST_GRADE < grade(hard)


@pytest.mark.parametrize(
    "text",
    ["a slipped disc", "It is all in your head", "you are safe", "wear and tear", "Bone on bone", "a damaged nerve"],
)
def test_the_words_to_avoid_would_be_found(text: str) -> None:
    assert any(re.search(rf"\b{pattern}", text, re.IGNORECASE) for pattern in AVOIDED)
