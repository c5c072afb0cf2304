"""The guide's pages under content/guides/, the help under content/help/ and other single pages."""

from datetime import date
from functools import cache

from sciatica_journal.domain.errors import NotThere
from sciatica_journal.domain.page import GuidePage, Source
from sciatica_journal.guide.content import names, read_page, read_text


@cache
def load_pages() -> tuple[GuidePage, ...]:
    """Return all pages in their order."""
    found = [_page(name) for name in names("guides")]
    return tuple(sorted(found, key=lambda page: page.order))


def find_page(slug: str) -> GuidePage:
    """Return the page of that slug. Raises NotThere with the slugs there are."""
    for page in load_pages():
        if page.slug == slug.lower().removesuffix(".md"):
            return page
    known = ", ".join(page.slug for page in load_pages())
    raise NotThere(f"There is no page {slug!r}.", f"There are: {known}.")


def load_help(screen: str) -> str:
    """Return the Markdown of a screen's help."""
    head, body = read_page("help", f"{screen}.md")
    return f"# {head['title']}\n\n{body}"


def load_step(name: str) -> tuple[str, str]:
    """Return title and Markdown of a first-launch step."""
    head, body = read_page("welcome", f"{name}.md")
    return str(head["title"]), body


def load_changelog() -> str:
    """Return the changelog's Markdown."""
    return read_text("changelog.md")


def _page(name: str) -> GuidePage:
    head, body = read_page("guides", name)
    checked = head["last_checked"]
    return GuidePage(
        slug=name.removesuffix(".md"),
        title=head["title"],
        order=head["order"],
        tags=tuple(head["tags"]),
        minutes=head["minutes"],
        sources=tuple(Source(**source) for source in head["sources"]),
        last_checked=checked if isinstance(checked, date) else date.fromisoformat(checked),
        clinician_reviewed=head["clinician_reviewed"],
        summary=head["summary"],
        body=body,
    )
