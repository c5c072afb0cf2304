"""The base of the forms for one record: fields in order, a draft of what is typed, errors in words."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.services.drafting import find_draft
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.drafts import DraftKeeper
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.messages import FieldChanged, RowLeft, TextEdited
from sciatica_journal.ui.widgets.rating_row import RatingRow
from sciatica_journal.ui.widgets.row import ValueRow

R = TypeVar("R")


class Refused(Exception):
    """A field holds what cannot be kept."""

    def __init__(self, field: str, error: InvalidValue) -> None:
        super().__init__(str(error))
        self.field = field


class FormDialog(Dialog[R]):
    """A form for a record of one day. Its state is one text a field, empty for what is not recorded.

    `initial` is the state to begin with; only what differs from it is read when confirming, so that a
    value shown rounded stays exact, and only that is kept as a draft. Subclasses compose widgets whose
    field names are the keys of `initial`, name the draft and read the record in `build`.
    """

    FIRST: ClassVar[str] = ""
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("save", "keep"),
        ("↵", "next"),
        ("esc", "leave"),
        ("^n", "start afresh, dropping what is typed"),
        ("^j", "new line in a text"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", show=False),
        Binding("ctrl+n", "start_afresh", show=False),
    ]

    def __init__(self, title: str, day: date, draft: str, initial: dict[str, str]) -> None:
        super().__init__(title)
        self.day = day
        self.draft = draft
        self.initial = initial
        self._keeper: DraftKeeper | None = None
        self._refused: dict[str, str] = {}

    def build(self, typed: dict[str, str]) -> R | None:
        """Return the record with the changed fields in it, None where nothing is to be saved. Raises Refused."""
        raise NotImplementedError

    def show_field(self, field: str, value: str) -> None:
        """Show a value in a field of a kind that only the subclass knows."""

    async def on_mount(self) -> None:
        """Show the record, put the cursor where typing starts, offer what was left unfinished."""
        self.show_state(self.initial)
        self.begin(self.query_one(f"#{self.FIRST}"))
        self._keeper = DraftKeeper(
            self, self.journal_app.journal, self.draft, self.day, self.typed, lambda error: self.say_error(error)
        )
        found = await self.ask(find_draft, self.draft)
        if found is not None and found.day == self.day and not self.typed():
            self.show_state({**self.initial, **{key: str(value) for key, value in found.body.items()}})
            self.say(f"As typed at {found.at:%H:%M} and not saved. ^n starts afresh.")

    def on_unmount(self) -> None:
        """Keep what is typed, however the form goes away."""
        if self._keeper is not None:
            self._keeper.finish()

    # -- the state -------------------------------------------------------------------------------

    def state(self) -> dict[str, str]:
        """Return what the fields hold now."""
        state = {row.field: "" if row.value is None else str(row.value) for row in self.query(ValueRow)}
        state.update({line.field: line.value for line in self.query(FormLine)})
        state.update({area.field: area.text for area in self.query(FormArea)})
        return state

    def typed(self) -> dict[str, str]:
        """Return the fields that differ from the beginning."""
        return {field: value for field, value in self.state().items() if value != self.initial.get(field, "")}

    def show_state(self, state: dict[str, str]) -> None:
        """Show values in all fields."""
        for field, value in state.items():
            for widget in self.query(f"#{field}"):
                if isinstance(widget, FormLine | FormArea):
                    widget.show(value)
                elif isinstance(widget, RatingRow):
                    widget.value = int(value) if value.isdecimal() else None
                elif isinstance(widget, ValueRow):
                    widget.value = value or None
            self.show_field(field, value)

    @on(FieldChanged)
    def _field_changed(self, message: FieldChanged) -> None:
        message.stop()
        self.edited()

    @on(TextEdited)
    def _text_edited(self, message: TextEdited) -> None:
        message.stop()
        self.edited()

    def edited(self) -> None:
        """Keep a draft of what is typed."""
        if self.state() != self._refused:
            self.say("")
        if self._keeper is not None:
            self._keeper.edited()

    def action_start_afresh(self) -> None:
        """Drop what is typed."""
        self.show_state(self.initial)
        self.say("")
        if self._keeper is not None:
            self._keeper.drop()
        self.query_one(f"#{self.FIRST}").focus()

    # -- moving ----------------------------------------------------------------------------------

    def stops(self) -> Sequence[Widget]:
        """Return the fields in order, those one can go to."""
        return [widget for widget in self.query("Row, FormLine, FormArea") if widget.focusable]

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self._move(message.step)

    def entered(self) -> None:
        """Go to the next field."""
        self.action_next()

    def action_next(self) -> None:
        """Go to the next field; from the last one, confirm."""
        if not self._move(1):
            self.action_confirm()

    def _move(self, step: int) -> bool:
        stops = self.stops()
        place = stops.index(self.focused) + step if self.focused in stops else 0
        if not 0 <= place < len(stops):
            return False
        self.set_focus(stops[place])
        return True

    # -- leaving ---------------------------------------------------------------------------------

    def action_confirm(self) -> None:
        """Answer with the record; what cannot be kept is told and stays as typed."""
        try:
            record = self.build(self.typed())
        except Refused as refused:
            self.refuse(refused)
            return
        if self._keeper is not None:
            self._keeper.finish()
        self.leave(record)

    def refuse(self, refused: Refused) -> None:
        """Say what cannot be kept and go there; the words stay until something is changed."""
        self._refused = self.state()
        self.say(str(refused), wrong=True)
        self.set_focus(self.query_one(f"#{refused.field}"))

    def say_error(self, error: JournalError) -> None:
        """Show an error in words."""
        self.say(str(error), wrong=True)
