"""What the emergency screen says: each page as lines that are clear without colour."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from textual.content import Content

from sciatica_journal.domain.signs.trigger import TIERS
from sciatica_journal.services.care.support import help_lines
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.notice import Notice, message_for
from sciatica_journal.ui.widgets.row import Part

Page = Literal["message", "question", "crisis", "read", "closing"]
_TIERS: Final = {"E": "EMERGENCY", "S": "DOCTOR TODAY", "G": "BOOK AN APPOINTMENT"}


_BEFORE_LINES: Final = 3
"""Paragraphs of the crisis message that stand before whom to call: thanks, the question, what to do at once."""


def next_page(waiting: Sequence[Notice]) -> tuple[Page, tuple[Notice, ...]]:
    """Return what to show next: the most urgent tier first, in it what is certain together, then one question each.

    Where the same day is soon enough the questions come first: what to do is then shown once, for all that was a yes.
    Without a notice there is nothing left to show.
    """
    urgent = min((TIERS.index(notice.tier) for notice in waiting), default=0)
    alike = [notice for notice in waiting if notice.tier == TIERS[urgent]]
    certain = tuple(notice for notice in alike if notice.certain and not notice.is_crisis)
    asked = [notice for notice in alike if notice not in certain]
    if not asked or (certain and not can_wait(asked[0])):
        return "message", certain
    first = asked[0]
    return ("question" if not first.is_crisis else "read" if first.certain else "crisis"), (first,)


def can_wait(notice: Notice) -> bool:
    """Return whether what to do may be shown after other questions: never in an emergency."""
    return notice.tier == "S"


def page_words(session: Session, page: Page, notices: Sequence[Notice], *, short: bool) -> Content:
    """Return the words of a page; in a `short` terminal what to do first comes first."""
    if page == "closing":
        return Content(message_for(session, "closing"))
    if page == "message":
        return message_page(notices, message_for(session, "call", notices[0].tier) if short else "")
    if page == "question":
        return question_page(notices[0], short)
    return crisis_page(notices[0], help_lines(session), short=short)


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
    """Return the one plain question, what to do if the answer is yes above it; below it where there is little room,
    as the answers are no use without the question, and a yes says at once what to do. The title, which says no more
    than the question, is left out there.
    """
    first: list[Part | Content] = [(notice.first, "bold"), "\n\n"]
    question: list[Part | Content] = [(notice.question or "", "bold underline"), "\n\n"]
    head, noted = _head(notice), _noted([notice])
    if short:
        return Content.assemble(head[0], "\n", *question, *first, *noted, notice.unsure)
    return Content.assemble(*head, *first, *noted, *question, notice.unsure)


def crisis_page(notice: Notice, lines: Sequence[tuple[str, Sequence[str]]], *, short: bool = False) -> Content:
    """Return the page about thoughts of ending one's life. Its message asks plainly.

    `lines` are whom to call, own contacts and helplines, each under its heading: they stand right below the question
    and what to do at once.
    """
    paragraphs = notice.message.strip().split("\n\n")
    first, rest = paragraphs[:_BEFORE_LINES], paragraphs[_BEFORE_LINES:]
    parts: list[Part | Content] = [] if short else [(f" {notice.title} ", "bold reverse"), "\n\n"]
    for paragraph in first[1:] if short else first:
        parts += [(paragraph, "bold" if paragraph.endswith("?") else ""), "\n\n"]
    for heading, entries in lines:
        parts += [(f"{heading}:", "bold"), "".join(f"\n  {entry}" for entry in entries), "\n\n"]
    return Content.assemble(*parts, "\n\n".join(rest)).rstrip("\n")


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
