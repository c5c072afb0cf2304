"""The forms: fields in order, a draft of what is typed, errors in words.

A form for a dataclass record is a RecordForm. It says which widgets there are and which attribute each holds;
showing, drafts, moving, reading, refusing and confirming are done here. A whole form:

    class QuestionDialog(RecordForm[Question]):
        HELP_PAGE = "care"
        FIRST = "text"

        def __init__(self, question: Question, today: date, *, new: bool) -> None:
            fields = {"text": FormField("text"), "asked": yes_no("asked"), "on": day("date", today)}
            super().__init__("a question for the doctor", question, fields, new=new)
            self.today = today

        def compose_dialog(self) -> Iterable[Widget]:
            yield Labelled("Question", FormArea("text"))
            yield ChoiceRow("asked", "Asked", YES_NO)
            yield Labelled("On", DateLine("on", self.today))

The widgets, each with the field's name as its first argument, and the FormField that reads it:

    one line of text      Labelled(label, FormLine(name, placeholder))     FormField(attribute)
    many lines            Labelled(label, FormArea(name))                  FormField(attribute)
    a date                Labelled(label, DateLine(name, today, ahead=))   day(attribute, today, ahead=)
    0 to 10               RatingRow(name, label)                           whole(attribute)
    another number        NumberRow(name, label, highest=, ...)            FormField(attribute, float) or whole
    one of a few          ChoiceRow(name, label, choices, title=)          FormField(attribute)
    yes, no               ChoiceRow(name, label, YES_NO)                   yes_no(attribute)
    yes, no, unsure       ChoiceRow(name, label, YES_NO_UNSURE)            FormField(attribute)
    some of many          MarksRow(name, label, choices)                   FormField(attribute, a reader of words)
    a list to tick        TickRow(name, sentence) for each                 read in `build`: `self.state()` has "yes"

A whole question goes into a row's `title`. What is wrong only as a whole is refused in `build`: call super,
look at the record, raise Refused with the field to go to. The caller pushes the form with `push_screen_wait`,
saves what it answers with a service and then discards the draft of the name `draft`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Final, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from sciatica_journal.domain.dates import short_day
from sciatica_journal.services.entries.drafting import find_draft
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.date_line import DateLine
from sciatica_journal.ui.dialogs.drafts import DraftKeeper
from sciatica_journal.ui.dialogs.fields import FormText
from sciatica_journal.ui.dialogs.record_fields import FormFields, Refused, state_of, with_typed
from sciatica_journal.ui.messages import FieldChanged, RowLeft, TextEdited
from sciatica_journal.ui.widgets.row import ValueRow

R = TypeVar("R")

NOT_SAVED: Final = "Not saved yet: what you typed is still here."
"""Said where an answer could not be saved and is asked for once more."""


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
        ("Esc", "leave"),
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
        self._refused: dict[str, str] = {}
        self._answered: dict[str, str] = {}
        self._again: dict[str, str] = {}

    def begin_with_words_of(self, form: "FormDialog[R]") -> None:
        """Begin with what was typed into a form whose answer could not be saved."""
        self._again = form._answered

    def build(self, typed: dict[str, str]) -> R | None:
        """Return the record with the changed fields in it, None where nothing is to be saved. Raises Refused."""
        raise NotImplementedError

    def show_field(self, field: str, value: str) -> None:
        """Show a value in a field of a kind that only the subclass knows."""

    async def on_mount(self) -> None:
        """Show the record, put the cursor where typing starts, offer what was left unfinished."""
        self.show_state(self.initial)
        self.begin(self.query_one(f"#{self.FIRST}"))
        self.keeper = DraftKeeper(self, self.journal_app.journal, self.draft, self.day, self.typed, self.report)
        if self._again:
            self.show_state({**self.initial, **self._again})
            self.say(NOT_SAVED, wrong=True)
            self.keeper.edited()
            return
        found = await self.ask(find_draft, self.draft)
        if found is not None and found.day == self.day and not self.typed():
            self.show_state({**self.initial, **{key: str(value) for key, value in found.body.items()}})
            self.say(f"As typed at {found.at:%H:%M} and not saved. ^n starts afresh.")

    def on_unmount(self) -> None:
        """Keep what is typed, however the form goes away."""
        if self.keeper is not None:
            self.keeper.finish()

    # -- the state -------------------------------------------------------------------------------

    def state(self) -> dict[str, str]:
        """Return what the fields hold now."""
        return {field.field: field.as_text() for field in self._fields()}

    def _fields(self) -> list[ValueRow | FormText]:
        return [each for each in self.query("ValueRow, FormLine, FormArea") if isinstance(each, ValueRow | FormText)]

    def typed(self) -> dict[str, str]:
        """Return the fields that differ from the beginning."""
        return {field: value for field, value in self.state().items() if value != self.initial.get(field, "")}

    def show_state(self, state: dict[str, str]) -> None:
        """Show values in all fields."""
        for widget in self._fields():
            widget.show_text(state.get(widget.field, ""))
        for field, value in state.items():
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
        if self.keeper is not None:
            self.keeper.edited()

    def action_start_afresh(self) -> None:
        """Drop what is typed."""
        self.show_state(self.initial)
        self.say("")
        if self.keeper is not None:
            self.keeper.drop()
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
        return self.go_to_neighbour(self.stops(), step)

    # -- leaving ---------------------------------------------------------------------------------

    def action_confirm(self) -> None:
        """Answer with the record; what cannot be kept is told and stays as typed."""
        try:
            record = self.build(self.typed())
        except Refused as refused:
            self.refuse(refused)
            return
        self._answered = self.typed()
        if self.keeper is not None:
            self.keeper.finish()
        self.leave(record)

    def refuse(self, refused: Refused) -> None:
        """Say what cannot be kept and go there; the words stay until something is changed."""
        for line in self.query(DateLine):
            line.show_meant()  # leaving the line would do it, and that is no edit that takes the words away
        self._refused = self.state()
        self.say(str(refused), wrong=True)
        self.set_focus(self.query_one(f"#{refused.field}"))


class RecordForm(FormDialog[R]):
    """A form whose fields are attributes of one record, a dataclass with `id` and `date`.

    `what` names it in the title, `new` says that it is not recorded yet, `draft` is the name of the draft of a
    new one, by default the record's TYPE.
    """

    def __init__(self, what: str, record: R, fields: FormFields, *, new: bool, draft: str = "") -> None:
        known: Any = record
        self.record = record
        self.fields = fields
        self.new = new
        name = draft or known.TYPE
        title = f"{'Add' if new else 'Change'} {what} · {short_day(known.date)}"
        super().__init__(title, known.date, name if new else f"{name} {known.id}", state_of(record, fields))

    def build(self, typed: dict[str, str]) -> R | None:
        """Return the record with what was typed; an old one without a change is nothing to save. Raises Refused."""
        return with_typed(self.record, typed, self.fields) if typed or self.new else None
