"""The practice on offer, as the reflection pane shows it: title, invitation, what is said before it, keys."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from sciatica_journal.domain.practices.practice import Practice

_KEYS = (
    ("another", "another", "screen.another_practice"), ("choose_practice", "all", "screen.choose_practice"),
    ("about_practice", "about it", "screen.about_practice"), ("write", "write", "screen.jump('reflection_text')"),
)  # fmt: skip


def practice_card(practice: "Practice", keys: Mapping[str, str], sayings: Sequence[str], remark: str) -> Content:
    """Return the practice in words; `sayings` come before a deep one, `remark` is a line about all of them."""
    return Content.assemble(
        *((f"{remark}\n", "$text-muted") for _ in (1,) if remark),
        (practice.title, "bold $text-accent"),
        (f" · {practice.minutes} min · ", "$text-muted"),
        (f"evidence {practice.evidence}", "$text-muted @click=screen.about_practice"),
        "\n", (practice.summary, "$foreground"),
        "\n", (practice.rating, "italic $text-muted"),
        *((f"\n! {line}", "$text-warning") for line in sayings),
        "\n", *_key_line(keys),
    )  # fmt: skip


def enough_card(title: str, text: str, keys: Mapping[str, str]) -> Content:
    """Return what is said once a day had its share of writing."""
    line = _key_line(keys, ("choose_practice", "write"))
    return Content.assemble((title, "bold $text-accent"), "\n", (text, "$text-muted"), "\n", *line)


def _key_line(keys: Mapping[str, str], only: Sequence[str] = ()) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    for ident, label, click in _KEYS:
        if not only or ident in only:
            parts.append((keys[ident], "bold $text-accent"))
            parts.append((f" {label}  ", f"$text-muted @click={click}"))
    return parts
