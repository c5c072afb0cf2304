"""Answers to what files do not say: asked once, then remembered in the journal."""

import re
from collections.abc import Mapping
from typing import Final

from sciatica_journal.domain.checks import quoted
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import one_line
from sciatica_journal.exchange.found import Question
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.values import load_value, save_value

_NAME: Final = "import_answers"
_RATING: Final = r"10|\d"


def load_answers(store: Store | None) -> dict[str, str]:
    """Return the answers that are remembered, by the keys of their questions."""
    found = load_value(store, _NAME) if store is not None else None
    if not isinstance(found, dict):
        return {}
    return {key: answer for key, answer in found.items() if isinstance(answer, str)}


def save_answers(session: Session, answers: Mapping[str, str]) -> None:
    """Remember answers beside those that are; a new answer to a question takes the place of the former one."""
    store = session.writer()
    known = load_answers(store)
    cleaned = {one_line(key): one_line(answer) for key, answer in answers.items()}
    if {**known, **cleaned} != known:
        save_value(store, _NAME, {**known, **cleaned})


def read_answer(question: Question, text: str) -> str:
    """Return the answer that was typed: an option's value or label, or a whole number 0-10 where there are none.

    Raises InvalidValue for what is neither.
    """
    said = one_line(text)
    for value, label in question.options:
        if said.casefold() in (value.casefold(), label.casefold()):
            return value
    if not question.options and re.fullmatch(_RATING, said, re.ASCII):
        return said
    raise InvalidValue(f"{quoted(said)} is not an answer to {question.key}.", f"It is {possible(question)}.")


def possible(question: Question) -> str:
    """Return, in words, what a question can be answered with."""
    return "one of: " + ", ".join(value for value, _ in question.options) if question.options else "a number 0 to 10"
