"""What the top bar says on every place while an urgent red flag is open."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice

OPEN: Final = "! OPEN, F2"
"""What is left of the line where there is little room."""

_WHAT: Final = {"E": "be seen now, do not run", "S": "doctor today, no running until then"}
_CRISIS: Final = "people to talk to"


def flag_line(notices: "Iterable[Notice]") -> str:
    """Return the line: how urgent, and which signs; empty where nothing urgent is open.

    Thoughts of ending one's life are not named: the line is in sight of whoever looks on.
    """
    urgent = [notice for notice in notices if not notice.is_quiet]
    bodily = [notice for notice in urgent if not notice.is_crisis]
    if not urgent:
        return ""
    if not bodily:
        return f"{OPEN}: {_CRISIS}"
    titles = ", ".join(dict.fromkeys(notice.title.lower() for notice in bodily))
    return f"{OPEN}: {_WHAT[bodily[0].tier]}: {titles}"
