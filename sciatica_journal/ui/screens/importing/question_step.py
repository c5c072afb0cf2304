"""What a file does not say, asked once: one question at a time, answered with one key."""

from dataclasses import dataclass
from typing import Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from sciatica_journal.domain.text import one_line
from sciatica_journal.services.exchange.plan import Question
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.messages import FieldChanged, RowLeft
from sciatica_journal.ui.screens.importing.words import words_of
from sciatica_journal.ui.widgets.rating_row import RatingRow

_KEYED: Final = 9
"""Options that have a digit."""


class QuestionStep(VerticalScroll, can_focus=False):
    """Tells with Answered what was chosen."""

    @dataclass
    class Answered(Message):
        """An answer, by the key of its question."""

        key: str
        value: str

    def __init__(self) -> None:
        super().__init__(id="question-step")
        self._question: Question | None = None

    def compose(self) -> ComposeResult:
        """Compose the question and both ways to answer."""
        yield Static(id="question-place")
        yield Static(id="question-text")
        yield PickList(id="answers")
        yield RatingRow("answer", "Answer")
        yield Static(id="question-how")

    def show(self, question: Question, place: str, before: str = "") -> None:
        """Ask a question; `before` is the answer that was given."""
        self._question = question
        self.query_one("#question-place", Static).update(Content(place))
        self.query_one("#question-text", Static).update(Content(one_line(question.text)))
        answers, rating = self.query_one(PickList), self.query_one(RatingRow)
        answers.display, rating.display = bool(question.options), not question.options
        how = "by_digit" if question.options else "by_rating"
        self.query_one("#question-how", Static).update(Content(words_of("question")[how]))
        if question.options:
            values = [value for value, _ in question.options]
            lines: list[Content | str] = [
                Content.assemble((f"{place} " if place <= _KEYED else "  ", "bold $text-accent"), one_line(label))
                for place, (_, label) in enumerate(question.options, 1)
            ]
            answers.show(lines, values.index(before) if before in values else None)
            answers.focus()
        else:
            rating.show_text(before)
            rating.focus()

    def on_key(self, event: events.Key) -> None:
        """A digit answers at once."""
        options = self._question.options if self._question is not None else ()
        if event.character is None or event.character not in "123456789":
            return
        place = int(event.character) - 1
        if place < len(options):
            event.stop()
            self._answer(options[place][0])

    def enter(self) -> None:
        """Go on with the rating that is set."""
        rating = self.query_one(RatingRow)
        if rating.display and rating.value is not None:
            self._answer(rating.as_text())

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._question is not None and event.option_index < len(self._question.options):
            self._answer(self._question.options[event.option_index][0])

    @on(FieldChanged)
    @on(RowLeft)
    def _rated(self, message: FieldChanged | RowLeft) -> None:
        message.stop()

    def _answer(self, value: str) -> None:
        if self._question is not None:
            self.post_message(self.Answered(self._question.key, value))
