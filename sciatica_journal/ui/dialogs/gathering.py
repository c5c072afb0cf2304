"""The base of the dialogs in which one gathers several things: nothing chosen is dropped by one stray Escape."""

from typing import TypeVar

from sciatica_journal.ui.dialogs.base import Dialog

R = TypeVar("R")


class GatheringDialog(Dialog[R]):
    """Confirming answers with what was gathered; with changes, it takes a second Escape to drop them."""

    _warned = False

    @property
    def changed(self) -> bool:
        """Whether anything differs from the beginning."""
        raise NotImplementedError

    def answer(self) -> R:
        """Return what was gathered."""
        raise NotImplementedError

    def touched(self) -> None:
        """Take note of a change: what was said about leaving no longer holds."""
        self._warned = False
        self.say("")

    def action_confirm(self) -> None:
        """Answer; without a change there is nothing to save."""
        self.leave(self.answer() if self.changed else None)

    def action_cancel(self) -> None:
        """Leave; what was changed is dropped only at the second time."""
        if self.changed and not self._warned:
            self._warned = True
            self.say(f"Not kept yet. {self.save_key} keeps it; Escape again leaves everything as it was.")
        else:
            self.leave()
