"""Reading: pages, practices and lists, and where one stopped reading."""

from dataclasses import dataclass
from typing import Any

from sciatica_journal.domain.page import GuidePage
from sciatica_journal.domain.practice import Practice
from sciatica_journal.domain.wording import Names
from sciatica_journal.guide import lists, pages
from sciatica_journal.guide.lists import FeelingGroup, Region
from sciatica_journal.guide.practices import load_practices
from sciatica_journal.services.session import Session
from sciatica_journal.storage.values import load_value, save_value

__all__ = [
    "FeelingGroup", "ReadingState", "Region", "all_pages", "all_practices", "all_qualities", "all_regions",
    "body_names", "changelog", "feeling_groups", "help_text", "page", "practice_titles", "reading_state",
    "remember_position", "welcome_step",
]  # fmt: skip

READING = "reading"


@dataclass(frozen=True, slots=True)
class ReadingState:
    """Per page slug: how far one scrolled (lines), and which pages were read to the end."""

    positions: dict[str, int]
    read: frozenset[str]


def all_pages() -> tuple[GuidePage, ...]:
    """Return the guide's pages in order."""
    return pages.load_pages()


def page(slug: str) -> GuidePage:
    """Return one page. Raises NotThere."""
    return pages.find_page(slug)


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
    )


def remember_position(session: Session, slug: str, position: int, finished: bool) -> ReadingState:
    """Remember how far a page was read; a finished page stays read."""
    state = reading_state(session)
    positions = {**state.positions, slug: position}
    read = state.read | {slug} if finished else state.read
    save_value(session.writer(), READING, {"positions": positions, "read": sorted(read)})
    return ReadingState(positions, frozenset(read))
