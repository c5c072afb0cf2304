"""The pages of Path on what runs tell: what was pushed through, and the surfaces."""

from typing import TYPE_CHECKING

from sciatica_journal.domain.text import as_markdown
from sciatica_journal.services.care.words import path_words
from sciatica_journal.services.ladder.pushed import Ledgers, ledgers
from sciatica_journal.services.ladder.wording import mirror_words, reason_words, surface_cells, surface_heads
from sciatica_journal.ui.dialogs.pages import PageDialog

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.path.screen import PathScreen


class LedgerDialog(PageDialog):
    """A page of counts."""

    HELP_PAGE = "ladder"


async def show_pushed(screen: "PathScreen") -> None:
    """Show the monthly mirrors and the reasons given."""
    found = await screen.ask(ledgers)
    if found is not None:
        title = path_words()["ledger"]["pushed"]
        await screen.app.push_screen_wait(LedgerDialog(title, pushed_page(found)))


async def show_surfaces(screen: "PathScreen") -> None:
    """Show the table of surfaces."""
    found = await screen.ask(ledgers)
    if found is not None:
        title = path_words()["ledger"]["surfaces"]
        page = surfaces_page(found, screen.session.settings.units)
        await screen.app.push_screen_wait(LedgerDialog(title, page))


def pushed_page(found: Ledgers) -> str:
    """Return Markdown of what was pushed through."""
    words = path_words()["ledger"]
    parts = [as_markdown(mirror_words(one)) for one in found.mirrors] or [words["pushed_none"]]
    if found.reasons:
        parts += [f"## {words['reasons']}", "\n".join(f"- {as_markdown(reason_words(one))}" for one in found.reasons)]
    return "\n\n".join([*parts, words["pushed_about"]])


def surfaces_page(found: Ledgers, unit: str) -> str:
    """Return Markdown of the surfaces."""
    words = path_words()["ledger"]
    if not found.surfaces:
        return str(words["surfaces_none"])
    rows = [surface_heads(unit), ("---", *["---:"] * 6), *(surface_cells(row, unit) for row in found.surfaces)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"{table}\n\n{words['surfaces_about']}"
