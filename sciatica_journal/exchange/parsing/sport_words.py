"""The sport words of one file, with the person's answers to those that are not known."""

from typing import Final

from sciatica_journal.domain.text import one_line
from sciatica_journal.exchange.found import Answers, Question
from sciatica_journal.exchange.parsing.sports import ANSWERS, Sport, answered_sport, folded, known_sport

_LONGEST: Final = 60


class SportWords:
    """Looks words up once each; what an unknown one means is asked once and remembered under `sport.WORD`."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._known: dict[str, Sport | None] = {}
        self._asked: set[str] = set()

    def sport(self, word: str) -> Sport | None:
        """Return what a word means, None where it is not known and not answered yet."""
        if word not in self._known:
            answer = self._answers.get(_key(word))
            self._known[word] = known_sport(word) or (None if answer is None else answered_sport(answer))
        return self._known[word]

    def question(self, word: str) -> Question | None:
        """Return what asks for the meaning of a word, None where that was asked before."""
        key = _key(word)
        if key in self._asked:
            return None
        self._asked.add(key)
        shown = one_line(word)[:_LONGEST]
        return Question(key, f"What is “{shown}”?" if shown else "What are activities without a sport?", ANSWERS)


def _key(word: str) -> str:
    return f"sport.{folded(word)[:_LONGEST] or one_line(word)[:_LONGEST] or 'none'}"
