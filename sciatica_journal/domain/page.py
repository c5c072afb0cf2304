"""A guide page: front matter and Markdown."""

from dataclasses import dataclass
from datetime import date

from sciatica_journal.domain.checks import check_name, check_whole


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page's statement comes from."""

    id: str
    what: str
    where: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page of the guide. `minutes` is the reading time; `body` is Markdown."""

    slug: str
    title: str
    order: int
    tags: tuple[str, ...]
    minutes: int
    sources: tuple[Source, ...]
    last_checked: date
    clinician_reviewed: bool
    summary: str
    body: str

    def __post_init__(self) -> None:
        check_name("slug", self.slug, 60)
        check_name("title", self.title, 100)
        check_whole("minutes", self.minutes, 1, 60)
