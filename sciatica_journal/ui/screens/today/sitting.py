"""The sitting of the reflection pane: which reflection is being written, kept or let go."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from time import monotonic

from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.services.entries.days import DayView


@dataclass(slots=True)
class Sitting:
    """State of the pane for one day. `words` is what is typed; with `kept` False it exists only here."""

    reflection: Reflection
    on_disk: bool = False
    words: str = ""
    touched: bool = False
    skipped: int = 0
    _began: float | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written or rated in this sitting, now or before."""
        bare = self.reflection
        return not self.words and bare.before is None and bare.after is None and not self.on_disk

    def begin(self, now: datetime) -> None:
        """Note when the sitting began: with its first word or rating, however long it was on the screen before."""
        if not self.touched and not self.on_disk:
            self.reflection = replace(self.reflection, start=now)

    def rate(self, field: str, rating: int | None) -> None:
        """Take a rating, `before` or `after`."""
        self.touched = True
        self.reflection = (
            replace(self.reflection, before=rating) if field == "before" else replace(self.reflection, after=rating)
        )

    def write(self, words: str) -> None:
        """Take what is typed now; the minutes run from the first word."""
        if self._began is None:
            self._began = monotonic()
        self.touched = True
        self.words = words

    def as_written(self) -> Reflection:
        """Return the reflection as it is to be saved: with its words if they are kept."""
        return replace(self.reflection, text=self.words if self.reflection.kept else None)

    def as_finished(self) -> Reflection:
        """Return the reflection with the minutes spent: having minutes is being finished."""
        spent = (monotonic() - self._began) / 60 if self._began is not None else 0.0
        minutes = round((self.reflection.minutes or 0.0) + spent, 2)
        return replace(self.as_written(), minutes=minutes)


def sitting_of(view: DayView, new_id: Callable[[], str], now: datetime, day: date) -> Sitting:
    """Return the sitting to go on with: the day's last kept reflection that is not finished, else a new one."""
    for reflection in reversed(view.reflections):
        if reflection.kept and reflection.minutes is None:
            return Sitting(reflection, on_disk=True, words=reflection.text or "")
    return Sitting(Reflection(new_id(), day, start=now))
