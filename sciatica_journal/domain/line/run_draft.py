"""A run while it is being read from the line."""

from sciatica_journal.domain.units import MOST_KM, MOST_MINUTES


class RunDraft:
    """What is known of a run so far: km, minutes, surface, effort, pains, stride; and the tokens that say it."""

    def __init__(self, kind: str, start: int, end: int, tokens: set[int]) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.tokens = tokens
        self.distance: float | None = None
        self.minutes: float | None = None
        self.surface: str | None = None
        self.effort: int | None = None
        self.pains: dict[str, int] = {}
        self.stride: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether neither distance nor time is known: then it is no run."""
        return self.distance is None and self.minutes is None

    def problem(self) -> str:
        """Return what is out of range, in words; an empty text if all is well."""
        if self.distance is not None and not 0 < self.distance <= MOST_KM:
            return f"a distance is more than 0 and at most {MOST_KM:g} km."
        if self.minutes is not None and not 0 < self.minutes <= MOST_MINUTES:
            return f"a time is more than 0 and at most {MOST_MINUTES:g} minutes."
        return ""
