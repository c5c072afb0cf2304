"""What the emergency screen says: each page as lines that are clear without colour."""

from collections.abc import Iterable, Sequence
from typing import Final

from textual.content import Content

from sciatica_journal.services.notice import Notice
from sciatica_journal.ui.widgets.row import Part

_TIERS: Final = {"E": "EMERGENCY", "S": "DOCTOR TODAY", "G": "BOOK AN APPOINTMENT"}


def message_page(notices: Sequence[Notice], call: str = "") -> Content:
    """Return what to do about certain signs: the message of each kind once, with all the signs.

    Where there is little room, `call`, the number to call, stands before everything else.
    """
    parts: list[Part | Content] = [*_first(call), *_head(notices[0])]
    for kind in dict.fromkeys(notice.kind for notice in notices):
        alike = [notice for notice in notices if notice.kind == kind]
        message = alike[0].message.replace(alike[0].items, _and(notice.items for notice in alike))
        parts += [_paragraphs(message), "\n\n"]
    parts += _noted(notices)
    return Content.assemble(*parts).rstrip("\n")


def question_page(notice: Notice, short: bool = False) -> Content:
    """Return the one plain question, what to do if the answer is yes above it; that comes first where it is short."""
    first: list[Part | Content] = [(notice.first, "bold"), "\n\n"]
    head = _head(notice)
    return Content.assemble(
        *(first + head if short else head + first),
        *_noted([notice]),
        (notice.question or "", "bold underline"), "\n\n",
        notice.unsure,
    )  # fmt: skip


def crisis_page(notice: Notice) -> Content:
    """Return the page about thoughts of ending one's life. Its message asks plainly."""
    return Content.assemble((f" {notice.title} ", "bold reverse"), "\n\n", _paragraphs(notice.message))


def _first(call: str) -> list[Part | Content]:
    return [(call, "bold $text-error"), "\n"] if call else []


def _head(notice: Notice) -> list[Part | Content]:
    return [(f" {_TIERS.get(notice.tier, 'TO CHECK')} ", "bold reverse"), (f"  {notice.title}", "bold"), "\n\n"]


def _and(items: Iterable[str]) -> str:
    """Return different items as one phrase: `a, b and c`."""
    *first, last = dict.fromkeys(items)
    return f"{', '.join(first)} and {last}" if first else last


def _paragraphs(message: str) -> Content:
    """Return a message with its first paragraph, the thing to do, in bold, and what to say underlined."""
    paragraphs = message.strip().split("\n\n")
    lines = [Content.assemble((paragraphs[0], "bold $text-error"))]
    for number, paragraph in enumerate(paragraphs[1:]):
        lines.append(Content.assemble((paragraph, "bold" if number == 0 else "")))
    return Content("\n\n").join(lines)


def _noted(notices: Sequence[Notice]) -> list[Part | Content]:
    because = dict.fromkeys(reason for notice in notices for reason in notice.because)
    return [("You noted:  " + "\n            ".join(because), "$text-muted"), "\n\n"] if because else []
