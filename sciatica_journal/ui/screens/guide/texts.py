"""What the reader shows: the guide's pages and the changelog."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from sciatica_journal.domain.page import GuidePage, Source
from sciatica_journal.domain.text import as_markdown
from sciatica_journal.services.guide import reading
from sciatica_journal.ui.widgets.markdown_blocks import Document, read_markdown

CHANGELOG: Final = "changelog"
RED_FLAGS: Final = "red-flags"


@dataclass(frozen=True, slots=True)
class Text:
    """A text ready to show; `minutes` is None for what is not a page of the guide."""

    slug: str
    title: str
    document: Document
    minutes: int | None = None


@cache
def open_text(slug: str, own: str = "") -> Text:
    """Return the text of that name, with `own` Markdown at the top. Raises NotThere.

    The first time costs some 40 ms, later ones nothing.
    """
    if slug == CHANGELOG:
        return Text(slug, "What is new", read_markdown(reading.changelog()))
    page = reading.page(slug)
    return Text(page.slug, page.title, read_markdown(page_markdown(page, own)), page.minutes)


def page_markdown(page: GuidePage, own: str = "") -> str:
    """Return a page with how far to trust it above, what is one's `own`, and at the end the sources that it names."""
    reviewed = "Reviewed by a clinician" if page.clinician_reviewed else "**Not reviewed by a clinician**"
    head = f"{reviewed} · {page.minutes} min · last checked {words_of(page.last_checked)}"
    parts = [head, *filter(None, (own,)), page.body]
    if page.sources:
        parts += ["## Sources", _source_list(page.sources)]
    return "\n\n".join(parts)


def words_of(day: date) -> str:
    """Return a date in words: 22 November 2026."""
    return f"{day.day} {day:%B %Y}"


def _source_list(sources: tuple[Source, ...]) -> str:
    return "\n".join(f"- {as_markdown(source.what)}. *{as_markdown(source.where)}*" for source in sources)
