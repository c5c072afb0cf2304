"""A screen that withstands what comes while it opens or closes: keys, clicks and the end of its own work."""

from typing import Generic, TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.geometry import Offset
from textual.messages import Prune
from textual.screen import Screen
from textual.widget import Widget

R = TypeVar("R")


class SteadyScreen(Screen[R], Generic[R]):
    """The base of all screens, dialogs and the palette. Each method is for a moment in which Textual ends the app."""

    @on(Prune)
    def _end_its_work(self) -> None:
        """End the work of the screen and of what is in it before its widgets go.

        Textual ends it only after them: work that goes on in between would look for widgets that are gone.
        """
        for worker in self.workers:
            if self in worker.node.ancestors_with_self:
                worker.cancel()

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Answer and close, where the screen is the one on top; one that is covered or gone already stays as it is.

        Textual would close whichever screen is on top instead, or end the app where there is none but the place. Work
        of a screen may come to its end only after someone went elsewhere.
        """
        if not self.is_active:  # `is_current` holds for what shows through from below, too
            return AwaitComplete()
        return super().dismiss(result)

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return the widget at a point, and where in its text that is; none for one that is gone but still painted.

        Textual looks for the parent of what is clicked to begin a selection, and ended the app where there was none.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        return (widget, offset) if widget is None or widget.is_attached else (None, None)
