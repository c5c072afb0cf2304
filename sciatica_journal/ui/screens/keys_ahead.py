"""Keys that were pressed before a page could be read: they answer nothing."""

from time import monotonic
from typing import Final

PAUSE_SECONDS: Final = 1.0
"""A pause this long ends the typing that a page came into; before it, letters are no answers."""

UNSEEN_SECONDS: Final = 0.12
"""A page this young was not seen yet. Longer than the gaps of a key held down, far shorter than reading (our own)."""


class KeysAhead:
    """Tells the keys of a text that was being written, or of one held down, from answers: it takes a pause."""

    def __init__(self, *, while_typing: bool) -> None:
        self._pause = PAUSE_SECONDS if while_typing else 0.0
        self._until = monotonic() + self._pause

    def new_page(self) -> None:
        """A page follows another: whatever comes at once was meant for the one before."""
        if monotonic() >= self._until:
            self._pause = UNSEEN_SECONDS
            self._until = monotonic() + self._pause

    def is_one(self) -> bool:
        """Return whether a key that is pressed now belongs to what was before; then the pause begins anew."""
        now = monotonic()
        if now < self._until:
            self._until = now + self._pause
            return True
        return False
