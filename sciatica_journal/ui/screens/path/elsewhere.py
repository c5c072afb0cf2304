"""What Path opens that is built elsewhere: the check, signs, background, measures, a season, the doctor's sheet."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.care.known_sign import KnownSign

if TYPE_CHECKING:
    from sciatica_journal.domain.care.record import CareRecord
    from sciatica_journal.ui.screens.path.screen import PathScreen

Opener = Callable[["PathScreen", "CareRecord | None"], Awaitable[None]]


async def _outcome(screen: "PathScreen", _record: "CareRecord | None") -> None:
    from sciatica_journal.ui.dialogs.outcome import OutcomeDialog

    if await screen.app.push_screen_wait(OutcomeDialog()):
        await screen.journal_app.notices_answered()


async def _check(screen: "PathScreen", _record: "CareRecord | None") -> None:
    from sciatica_journal.ui.dialogs.safety.opening import do_check

    await do_check(screen.journal_app)


async def _sign(screen: "PathScreen", record: "CareRecord | None") -> None:
    from sciatica_journal.ui.dialogs.safety.opening import edit_sign

    await edit_sign(screen.journal_app, record if isinstance(record, KnownSign) else None)


async def _background(screen: "PathScreen", _record: "CareRecord | None") -> None:
    from sciatica_journal.ui.dialogs.safety.opening import edit_background

    await edit_background(screen.journal_app)


async def _season(screen: "PathScreen", _record: "CareRecord | None") -> None:
    from sciatica_journal.ui.dialogs.season import do_season

    await do_season(screen.journal_app)


async def _measures(screen: "PathScreen", _record: "CareRecord | None") -> None:
    """Show the measures: in a worker of their own, which takes this one's place."""
    from sciatica_journal.ui.dialogs.measures.opening import open_measures

    open_measures(screen.journal_app)


async def _morning(screen: "PathScreen", _record: "CareRecord | None") -> None:
    from sciatica_journal.ui.dialogs.morning_opening import ask_morning_waiting

    await ask_morning_waiting(screen.journal_app)


async def _sheet(screen: "PathScreen", _record: "CareRecord | None") -> None:
    from sciatica_journal.ui.screens.sheet.screen import SheetScreen

    await screen.app.push_screen_wait(SheetScreen())


async def _pushed(screen: "PathScreen", _record: "CareRecord | None") -> None:
    from sciatica_journal.ui.screens.path.ledgers import show_pushed

    await show_pushed(screen)


async def _surfaces(screen: "PathScreen", _record: "CareRecord | None") -> None:
    from sciatica_journal.ui.screens.path.ledgers import show_surfaces

    await show_surfaces(screen)


ELSEWHERE: Final[Mapping[str, Opener]] = {
    "outcome": _outcome,
    "check": _check,
    "sign": _sign,
    "measures": _measures,
    "season": _season,
    "background": _background,
    "pushed": _pushed,
    "surfaces": _surfaces,
    "morning": _morning,
    "sheet": _sheet,
}
