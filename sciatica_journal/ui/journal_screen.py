"""What places and dialogs have in common: asking services, work, errors, and what is reached from everywhere."""

from collections.abc import Callable, Coroutine, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, Final, Generic, ParamSpec, TypeVar, cast

from textual.widget import Widget

from sciatica_journal.domain.commands import Place
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.steady_screen import SteadyScreen
from sciatica_journal.ui.widgets.row import neighbour

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.worker import Worker

    from sciatica_journal.ui.app import JournalApp
    from sciatica_journal.ui.dialogs.drafts import DraftKeeper

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R")

_ERROR_SECONDS: Final = 10.0
"""How long an error stays on the screen."""

Work = Callable[[], Coroutine[Any, Any, T]]
"""What a worker does: an async function without arguments, or a `partial` of one."""


def start_worker(node: "DOMNode", work: Work[T], *, group: str = "default", exclusive: bool = False) -> "Worker[T]":
    """Start a worker of a node, which ends with it; an exclusive one ends the others of its group.

    It takes no coroutine: where the worker is cancelled before its turn, that would be left as one that nobody
    awaited, and Python warns of it.
    """
    worker: Worker[T] = node.run_worker(work, group=group, exclusive=exclusive)
    return worker


class JournalScreen(SteadyScreen[R], Generic[R]):
    """The base of PlaceScreen and Dialog. It has no style and no keys of its own.

    PLACE says which commands F1 lists, HELP_PAGE which help it shows above them; `keeper` keeps what is typed here as
    a draft, if anything does.
    """

    keeper: "DraftKeeper | None" = None

    _last_error: tuple[tuple[str, str], float] = ("", ""), -_ERROR_SECONDS
    PLACE: ClassVar[Place] = "app"
    HELP_PAGE: ClassVar[str] = "today"

    @property
    def journal_app(self) -> "JournalApp":
        """The app, by its own type."""
        return cast("JournalApp", self.app)

    async def ask(self, service: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Run a service on the storage thread; an error is shown in words and answered with None."""
        try:
            return await self.journal_app.journal.call(service, *args, **kwargs)
        except JournalError as error:
            self.report(error)
            return None

    def report(self, error: JournalError) -> None:
        """Show an error in words; the same one again only once it is gone, so that none covers the screen."""
        words, at = (error.message, error.hint), monotonic()
        if words == self._last_error[0] and at - self._last_error[1] < _ERROR_SECONDS:
            return
        self._last_error = (words, at)
        self.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=_ERROR_SECONDS)

    def go_to_neighbour(self, stops: Sequence[Widget], step: int) -> bool:
        """Focus the stop before or after the focused one, and return whether there is one."""
        stop = neighbour(stops, self.focused, step)
        if stop is not None:
            self.set_focus(stop)
        return stop is not None

    def own_keys(self) -> Sequence[tuple[str, str]]:
        """Return the screen's own keys and what they do, for F1."""
        return ()

    def help_page(self) -> str:
        """Return the help for what is on the screen now."""
        return self.HELP_PAGE

    def action_help(self) -> None:
        """Explain this screen and its keys."""
        from sciatica_journal.ui.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog(self.help_page(), self.PLACE, self.own_keys()))

    def action_red_flags(self) -> None:
        """Open the red-flag page over whatever is there."""
        self.journal_app.open_page("red-flags")

    def action_go(self) -> None:
        """Choose a place to go to."""
        from sciatica_journal.ui.dialogs.go import GoDialog

        self.app.push_screen(GoDialog(), self._went)

    def _went(self, place: str | None) -> None:
        if place:
            self.journal_app.go_to(place)

    async def action_step_day(self, step: int) -> None:
        """Go to the day before or after, on Today."""
        self.journal_app.go_to("today", step=step)

    def action_quick_line(self) -> None:
        """Log in one line, on Today."""
        self.journal_app.go_to("today", line=True)
