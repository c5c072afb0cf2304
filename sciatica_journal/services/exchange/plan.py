"""What an import would do, item by item: the dry run before it and the report after it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from sciatica_journal.exchange.found import Question as Question
from sciatica_journal.services.exchange.candidates import Reading

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice

Action = Literal["new", "merged", "skipped", "refused", "left_out"]
ACTIONS: Final[tuple[Action, ...]] = ("new", "merged", "skipped", "refused", "left_out")


@dataclass(frozen=True, slots=True)
class Item:
    """What an import does with one thing that a file holds.

    It is added (new), fills what is empty in a record of the journal (merged), is there already (skipped), cannot be
    taken (refused) or is no outing on foot (left_out). `why` is one of few reasons, `label` what the thing is: title,
    distance, what it fills. `type` is the type of the record, "activity" for other sports, "row" for what is refused;
    `kind` is the word for a run or walk.
    """

    action: Action
    type: str
    date: date | None
    key: str
    why: str = ""
    label: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A dry run: what was read, and what importing it would do. `questions` are to be answered before that."""

    reading: Reading
    items: tuple[Item, ...]
    keep_others: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """The names of what was read."""
        return self.reading.files

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the files do not say and nobody has answered yet."""
        return self.reading.questions

    @property
    def totals(self) -> dict[Action, int]:
        """How many items there are of each action."""
        return totals(self.items)

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to be written."""
        return any(item.action in ("new", "merged") for item in self.items)


@dataclass(frozen=True, slots=True)
class Report:
    """An import that was done. `backup` is None and nothing was changed where there was nothing to be written.

    `notices` are what the red-flag check says about the imported days.
    """

    items: tuple[Item, ...]
    backup: Path | None = None
    notices: tuple["Notice", ...] = ()

    @property
    def totals(self) -> dict[Action, int]:
        """How many items there were of each action."""
        return totals(self.items)


def totals(items: Iterable[Item]) -> dict[Action, int]:
    """Count items by action; all actions are named."""
    counted = Counter(item.action for item in items)
    return {action: counted[action] for action in ACTIONS}
