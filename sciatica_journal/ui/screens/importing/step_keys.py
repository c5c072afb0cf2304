"""The key bar of each step of an import."""

from typing import Final

from sciatica_journal.domain.commands import COMMANDS, Command
from sciatica_journal.services.exchange.plan import Plan
from sciatica_journal.ui.bindings import footer_commands
from sciatica_journal.ui.screens.importing.words import other_sports

_WITH_FOOTER: Final[dict[str, tuple[str, ...]]] = {
    "file": ("leave_import", "import_past"),
    "past": ("leave_import", "take_import_back", "import_past"),
    "waiting": ("leave_import",),
    "question": ("leave_import",),
    "items": ("import_now", "import_look", "leave_import", "import_others"),
    "report": ("leave_import", "take_import_back", "import_look"),
}


def step_commands(part: str, plan: Plan | None, *, has_past: bool) -> list[Command]:
    """Return the commands of a step, those that could do nothing left out, and the general ones behind them."""
    senseless = set() if has_past else {"import_past"}
    if plan is None or not (plan.keep_others or other_sports(plan)):
        senseless.add("import_others")
    by_id = {command.id: command for command in COMMANDS}
    own = [by_id[ident] for ident in _WITH_FOOTER[part] if ident not in senseless]
    return [*own, *footer_commands("app")]
