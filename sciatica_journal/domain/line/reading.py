"""A line while it is being read: which words are understood already, and as what."""

from collections.abc import Container, Iterable

from sciatica_journal.domain.line.tokens import Token, tokenize
from sciatica_journal.domain.line.words import NOT_A_RATING_BEFORE, STARTERS

HIGHEST_RATING = 10
_LABELS = {"pain_worst": "worst pain", "pain_morning": "morning pain", "sleep_hours": "sleep"}


class Reading:
    """The tokens of one line and what the readers have understood so far.

    A token is open until a reader takes it (understood) or bars it (known not to be meant: it stays note).
    """

    def __init__(self, line: str) -> None:
        self.line = line
        self.tokens: list[Token] = tokenize(line)
        self.taken = bytearray(len(self.tokens))
        self.barred = bytearray(len(self.tokens))
        self.leg_tokens: set[int] = set()
        self.fields: dict[str, object] = {}
        self._said_at: dict[str, tuple[list[int], bool]] = {}
        self.warnings: dict[str, None] = {}
        self.response: str | None = None
        self.response_at: list[int] = []

    def word(self, index: int, near: int) -> str:
        """Return the open word at `index` if it is in one clause with `near`, else an empty text."""
        if not self.is_open(index, near):
            return ""
        return self.tokens[index].word

    def is_open(self, index: int, near: int) -> bool:
        """Return whether the token at `index` is there, open, and in one clause with the one at `near`."""
        return (
            0 <= index < len(self.tokens)
            and not self.taken[index]
            and not self.barred[index]
            and self.tokens[index].clause == self.tokens[near].clause
        )

    def skip(self, index: int, near: int, words: Container[str], most: int = 4) -> int:
        """Return the first index from `index` on whose word is not among `words` (at most `most` further)."""
        for _ in range(most):
            word = self.word(index, near)
            if not word or word not in words:
                break
            index += 1
        return index

    def clear_at(self, index: int, near: int) -> bool:
        """Return whether nothing that is still a riddle stands at `index`: another clause, or understood."""
        if not 0 <= index < len(self.tokens) or self.tokens[index].clause != self.tokens[near].clause:
            return True
        return bool(self.taken[index])

    def is_known_start(self, index: int, near: int) -> bool:
        """Return whether the clause ends at `index`, or something begins there that a reader knows."""
        if self.clear_at(index, near):
            return True
        token = self.tokens[index]
        return token.number is not None or token.word in STARTERS or token.factor is not None

    def take(self, indexes: Iterable[int]) -> None:
        """Mark the tokens as understood."""
        for index in indexes:
            self.taken[index] = 1

    def bar(self, indexes: Iterable[int]) -> None:
        """Mark the tokens as note, whatever they look like."""
        for index in indexes:
            self.barred[index] = 1

    def raw(self, start: int, end: int) -> str:
        """Return the tokens from `start` up to `end` as typed."""
        return self.line[self.tokens[start].start : self.tokens[end - 1].end]

    def warn(self, text: str) -> None:
        """Add a warning, once."""
        self.warnings[text] = None

    def set_field(self, name: str, value: object, indexes: Iterable[int], strong: bool = False) -> None:
        """Record a field of the day. Said twice, the later stands and the earlier stays in the note;
        what is said strongly (`worst 6`) stands against what is said weakly (`pain 4`).
        """
        places = list(indexes)
        earlier = self._said_at.get(name)
        if earlier:
            label = _LABELS.get(name, name.replace("_", " "))
            self.warn(f"{label.capitalize()} is said twice: one is recorded, the other stays in the note.")
            if earlier[1] and not strong:
                self.bar(places)
                return
            for index in earlier[0]:
                self.taken[index] = 0
            self.bar(earlier[0])
        self.fields[name] = value
        self._said_at[name] = (places, strong)
        self.take(places)

    def rating_end(self, index: int, near: int) -> int | None:
        """Return the index behind the rating that starts at `index` (`4`, `4/10`, `4 out of 10`), or None.

        A number that counts or measures something (`4 hours`, `4 times`) is no rating.
        """
        if not self.is_open(index, near):
            return None
        number = self.tokens[index].number
        if number is None or number.unit not in ("", "/10", "odd"):
            return None
        end = self._out_of_ten(index, near) if number.unit == "" else index + 1
        return None if self.word(end, near) in NOT_A_RATING_BEFORE else end

    def _out_of_ten(self, index: int, near: int) -> int:
        behind = index + 1
        if self.word(behind, near) == "/":
            behind += 1
        elif self.word(behind, near) == "out" and self.word(behind + 1, near) == "of":
            behind += 2
        else:
            return index + 1
        ten = self.tokens[behind].number if self.is_open(behind, near) else None
        return behind + 1 if ten is not None and ten.unit == "" and ten.value == HIGHEST_RATING else index + 1

    def whole(self, index: int, highest: int = HIGHEST_RATING) -> int | None:
        """Return the whole number from 0 to `highest` at `index`, or None."""
        number = self.tokens[index].number
        if number is None or number.unit not in ("", "/10") or not self._alone(index):
            return None
        return int(number.value) if number.value.is_integer() and 0 <= number.value <= highest else None

    def _alone(self, index: int) -> bool:
        """Return whether the number is no range such as `3 to 5`."""
        second = index + 2
        if self.word(index + 1, index) not in ("to", "or", "-", "–") or not self.is_open(second, index):
            return True
        return self.tokens[second].number is None

    def warn_range(self, start: int, end: int, what: str, highest: int = HIGHEST_RATING) -> None:
        """Warn that a number stays in the note because it is out of range, and bar its words."""
        raw = " ".join(self.raw(start, end).split())
        self.warn(f"“{raw}” stays in the note: {what} is one whole number from 0 to {highest}.")
        self.bar(range(start, end))
