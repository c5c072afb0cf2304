"""Reading: pages, practices and lists, and where one stopped reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sciatica_journal.domain.page import GuidePage
from sciatica_journal.domain.practices.practice import Practice
from sciatica_journal.domain.wording import Names
from sciatica_journal.guide import lists, pages
from sciatica_journal.guide.lists import FeelingGroup, Region
from sciatica_journal.guide.practices import load_practices
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.values import days_by_name, load_value, save_value

__all__ = [
    "FeelingGroup", "ReadingState", "Region", "all_pages", "all_practices", "all_qualities", "all_regions",
    "body_names", "changelog", "feeling_groups", "help_text", "page", "practice_titles", "reading_state",
    "remember_position", "welcome_step",
]  # fmt: skip

READING = "reading"
SOURCES = "sources"
"""The page that ends with the sources of every page."""


@dataclass(frozen=True, slots=True)
class ReadingState:
    """Per page slug: how far one scrolled (lines), which pages were read to the end, and when that was last."""

    positions: dict[str, int]
    read: frozenset[str]
    finished: Mapping[str, date] = field(default_factory=dict, compare=False)


def all_pages() -> tuple[GuidePage, ...]:
    """Return the guide's pages in order."""
    return pages.load_pages()


def page(slug: str) -> GuidePage:
    """Return one page; that of the sources ends with those of every page, as Markdown. Raises NotThere."""
    found = pages.find_page(slug)
    return replace(found, sources=(), body=f"{found.body}\n{_all_sources()}") if found.slug == SOURCES else found


def _all_sources() -> str:
    """Return the sources of every page, page by page. They are our own words: nothing in them acts as markup."""
    parts = ["## All sources, page by page"]
    for one in all_pages():
        parts += [f"### {one.title}", "\n".join(f"- {source.what}. {source.where}" for source in one.sources)]
    return "\n\n".join(parts) + "\n"


def help_text(screen: str) -> str:
    """Return the help of a screen as Markdown."""
    return pages.load_help(screen)


def welcome_step(name: str) -> tuple[str, str]:
    """Return title and Markdown of a first-launch step."""
    return pages.load_step(name)


def changelog() -> str:
    """Return the changelog as Markdown."""
    return pages.load_changelog()


def all_practices(_session: Session) -> tuple[Practice, ...]:
    """Return the reflection practices by number."""
    return load_practices()


def practice_titles() -> dict[str, str]:
    """Return the titles of the reflection practices by id."""
    return {practice.id: practice.title for practice in load_practices()}


def body_names() -> Names:
    """Return the names of the body regions and of the qualities of pain by code."""
    return Names({region.code: region.name for region in lists.load_regions()}, lists.load_qualities())


def all_regions() -> tuple[Region, ...]:
    """Return the body regions."""
    return lists.load_regions()


def all_qualities() -> dict[str, str]:
    """Return the qualities of pain by code."""
    return lists.load_qualities()


def feeling_groups() -> tuple[FeelingGroup, ...]:
    """Return the feeling words by group."""
    return lists.load_feelings()


def reading_state(session: Session) -> ReadingState:
    """Return positions and read pages; what another hand wrote differently counts as unread."""
    store = session.reader()
    kept: Any = load_value(store, READING) if store else None
    kept = kept if isinstance(kept, dict) else {}
    positions, read = kept.get("positions"), kept.get("read")
    lines = positions.items() if isinstance(positions, dict) else ()
    return ReadingState(
        {slug: line for slug, line in lines if isinstance(line, int)},
        frozenset(map(str, read)) if isinstance(read, list) else frozenset(),
        days_by_name(kept.get("finished")),
    )


def remember_position(session: Session, slug: str, position: int, finished: bool) -> ReadingState:
    """Remember how far a page was read; a finished page stays read."""
    state = reading_state(session)
    positions = {**state.positions, slug: position}
    read = state.read | {slug} if finished else state.read
    days = {**state.finished, slug: session.today()} if finished else state.finished
    kept = {page: day.isoformat() for page, day in days.items()}
    save_value(session.writer(), READING, {"positions": positions, "read": sorted(read), "finished": kept})
    return ReadingState(positions, frozenset(read), days)
