"""Choosing a practice from the list of all, with the cautions of the deep ones in between."""

from typing import TYPE_CHECKING

from sciatica_journal.domain.practices.practice import Practice
from sciatica_journal.services.guide.practice_gates import (
    NOT_AGREED,
    agree_to_deep,
    open_practices,
    rules,
    withdraw_deep,
)
from sciatica_journal.ui.dialogs.practice_list import WITHDRAW, PracticeListDialog

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.screen import TodayScreen


async def choose_practice(screen: "TodayScreen") -> Practice | None:
    """Return the practice chosen, None where none was, or where it is closed."""
    on = ""
    while (found := await screen.ask(open_practices, screen.day)) is not None:
        answer: str | None = await screen.app.push_screen_wait(PracticeListDialog(found, on))
        if answer is None:
            return None
        if answer == WITHDRAW:
            await screen.ask(withdraw_deep)
            continue
        if found.gates.closed.get(answer) == NOT_AGREED and await _agrees(screen):
            await screen.ask(agree_to_deep)
            found = await screen.ask(open_practices, screen.day) or found
        if not found.gates.closed.get(answer):
            return next(one for one in found.practices if one.id == answer)
        on = answer
    return None


async def _agrees(screen: "TodayScreen") -> bool:
    from sciatica_journal.ui.dialogs.practice_deep import DeepCautionsDialog

    said = rules()
    dialog = DeepCautionsDialog(said["deep_title"], said["deep"])
    await screen.app.push_screen_wait(dialog)
    return dialog.agreed
