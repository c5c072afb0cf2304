"""The content's lists: feelings, body regions and qualities of pain."""

from dataclasses import dataclass
from functools import cache

from sciatica_journal.guide.content import read_toml


@dataclass(frozen=True, slots=True)
class FeelingGroup:
    """Feeling words of one valence and arousal."""

    id: str
    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A body region as the list offers it."""

    code: str
    name: str
    view: str
    sides: tuple[str, ...]
    group: str


@cache
def load_feelings() -> tuple[FeelingGroup, ...]:
    """Return the feeling words by group."""
    groups = read_toml("feelings.toml")["group"]
    return tuple(FeelingGroup(group["id"], group["label"], tuple(group["words"])) for group in groups)


@cache
def load_regions() -> tuple[Region, ...]:
    """Return the body regions, from the back down to the toes."""
    return tuple(
        Region(item["code"], item["name"], item["view"], tuple(item["sides"]), item["group"])
        for item in read_toml("body", "regions.toml")["region"]
    )


@cache
def load_qualities() -> dict[str, str]:
    """Return the names of the qualities of pain by code."""
    return {item["code"]: item["name"] for item in read_toml("body", "qualities.toml")["quality"]}
