"""What Path opens that is built elsewhere: the check, signs, background, measures, a season, the doctor's sheet."""

from collections.abc import Awaitable, Callable, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from sciatica_journal.domain.care.record import CareRecord
    from sciatica_journal.ui.screens.path.screen import PathScreen

Opener = Callable[["PathScreen", "CareRecord | None"], Awaitable[None]]


class Elsewhere(NamedTuple):
    """How to open it, and the module that it needs."""

    open: Opener
    module: str

    @property
    def is_there(self) -> bool:
        """Whether this version has it."""
        return find_spec(f"sciatica_journal.ui.{self.module}") is not None


async def _outcome(screen: "PathScreen", _record: "CareRecord | None") -> None:
    from sciatica_journal.services.flags import open_notices
    from sciatica_journal.ui.dialogs.outcome import OutcomeDialog

    if await screen.app.push_screen_wait(OutcomeDialog()):
        screen.journal_app.show_flags(await screen.ask(open_notices) or ())


ELSEWHERE: Final[Mapping[str, Elsewhere]] = {
    "outcome": Elsewhere(_outcome, "dialogs.outcome"),
}
