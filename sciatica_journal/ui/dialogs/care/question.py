"""The form for a question to the doctor."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.widget import Widget

from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.ui.dialogs.date_line import DateLine
from sciatica_journal.ui.dialogs.fields import FormArea
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.record_fields import FormField, Refused, day
from sciatica_journal.ui.widgets.labelled import Labelled


class QuestionDialog(RecordForm[Question]):
    """Adds or changes a question; one with an answer was asked."""

    HELP_PAGE: ClassVar[str] = "care"
    FIRST: ClassVar[str] = "question"

    def __init__(self, question: Question, today: date, *, new: bool) -> None:
        fields = {
            "question": FormField("text"),
            "asked": day("asked", today, words="The day"),
            "answer": FormField("answer"),
        }
        super().__init__("a question to ask", question, fields, new=new)
        self.today = today

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the fields."""
        yield Labelled("Question", FormArea("question"))
        yield Labelled("Asked on", DateLine("asked", self.today, placeholder="empty while it is still to ask"))
        yield Labelled("Answer", FormArea("answer"))

    def build(self, typed: dict[str, str]) -> Question | None:
        """Return the question. Raises Refused without words."""
        question = super().build(typed)
        if question is None:
            return None
        if not question.text:
            raise Refused("question", InvalidValue("There is no question yet.", "One line is enough."))
        if question.answer and question.asked is None and "asked" not in typed:
            return replace(question, asked=self.today)
        return question
