"""Whom to call when it is too much, and what stands beside a run while a red flag is open."""

from sciatica_journal.domain.text import as_markdown
from sciatica_journal.services.country import country_of
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.notice import number_of, urgent_of
from sciatica_journal.services.safety.reminding import flags_open
from sciatica_journal.services.safety.wording import asking_words

Lines = tuple[tuple[str, tuple[str, ...]], ...]
"""Headings, and below each whom to call, ready to read."""


def help_lines(session: Session) -> Lines:
    """Return own contacts, if there are any, then the lines of the country and where to find others."""
    words, listed = asking_words("crisis"), asking_words("lines")
    own = own_contacts(session)
    there = (*listed.get(country_of(session), ()), *listed["default"])
    return (*(((words["own"], own),) if own else ()), (words["lines"], tuple(there)))


def own_contacts(session: Session) -> tuple[str, ...]:
    """Return own contacts, each as a name and a number."""
    return tuple(f"{name}: {number}" for name, number in session.settings.contacts.items())


def own_help(session: Session, slug: str) -> str:
    """Return Markdown that stands at the top of the guide page `slug`, by the settings; empty for most pages.

    The red-flag page begins with the numbers to call, the support page with own contacts and the country's lines.
    """
    if slug == "red-flags":
        numbers = {"emergency": number_of(session), "urgent": urgent_of(session)}
        return asking_words("numbers")["first"].format_map({name: as_markdown(one) for name, one in numbers.items()})
    return _contacts(session) if slug == "support" else ""


def _contacts(session: Session) -> str:
    parts = []
    for heading, entries in help_lines(session):
        parts += [f"**{heading}**", "\n".join(f"- {entry}" for entry in map(as_markdown, entries))]
    if not session.settings.contacts:
        parts.append(asking_words("crisis")["no_own"])
    return "\n\n".join(parts)


def running_caution(session: Session) -> str:
    """Return the one line that stands on the form of a run while a red flag stops running; empty otherwise."""
    return asking_words("run")["none"] if flags_open(session).no_running else ""
