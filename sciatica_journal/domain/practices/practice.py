"""A reflection practice: an exercise with its evidence, provenance and cautions, and how often it is good."""

from dataclasses import dataclass
from typing import Final

from sciatica_journal.domain.checks import check_choice, check_name, check_whole

EVIDENCE_GRADES: Final = ("A", "B", "C", "D")
"""A trial in chronic pain, B trial elsewhere, C part of programmes, D design idea."""

GROUPS: Final = ("daily", "weekly", "deep")
"""Light ones for any day, those for about once a week, and those that only who asked for them sees (reference 6)."""

TRAITS: Final = ("steadying", "running", "asks_back", "not_with_new_signs", "to_someone")
"""`steadying`: grounds or lifts. `running`: is about an outing to come. `asks_back`: the rating before is what one
expects, the one after what came, asked for the next day. `not_with_new_signs`: not with new numbness or weakness.
`to_someone`: is written towards a person, who may be a danger."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often a practice is good: `gap_days` from one sitting to the next; after `sessions` it rests `rest_days`."""

    gap_days: int = 0
    sessions: int | None = None
    rest_days: int = 0

    def __post_init__(self) -> None:
        check_whole("gap_days", self.gap_days, 0, 30)
        check_whole("sessions", self.sessions, 1, 30)
        check_whole("rest_days", self.rest_days, 0, 365)


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice as its content file describes it; `minutes` is the usual length.

    `turn` is its place among those of its group, gentle ones first; deep ones have none. `columns` are the titles of
    two texts side by side, of which `both_needed` says that neither may be empty. `hidden_by_flags` and
    `needs_examination` hold back what reads symptoms anew (reference 0.3 and 6).
    """

    id: str
    number: int
    title: str
    minutes: int
    evidence: str
    evidence_note: str
    provenance: str
    cautions: tuple[str, ...]
    rating: str
    summary: str
    closing: str
    body: str
    group: str = "daily"
    turn: int = 0
    traits: frozenset[str] = frozenset()
    hidden_by_flags: bool = False
    needs_examination: bool = False
    columns: tuple[str, ...] = ()
    both_needed: bool = False
    repeat: Repeat = Repeat()

    def __post_init__(self) -> None:
        check_name("id", self.id, 60)
        check_name("title", self.title, 60)
        check_whole("minutes", self.minutes, 1, 60)
        check_choice("evidence", self.evidence, EVIDENCE_GRADES)
        check_name("rating", self.rating, 200)
        check_name("summary", self.summary, 160)
        check_name("closing", self.closing, 300)
        check_choice("group", self.group, GROUPS)
        check_whole("turn", self.turn, 0, 99)
        for trait in self.traits:
            check_choice("A trait", trait, TRAITS)
        for title in self.columns:
            check_name("A column", title, 60)
        check_whole("The number of columns", len(self.columns) or 2, 2, 2)

    @property
    def is_deep(self) -> bool:
        """Whether it is one of those behind the cautions, rated by how upset one is."""
        return self.group == "deep"

    @property
    def asks_back(self) -> bool:
        """Whether its second rating belongs to what comes after the sitting."""
        return "asks_back" in self.traits
