"""A reflection practice: a gentle exercise with its evidence, provenance and cautions."""

from dataclasses import dataclass
from typing import Final

from sciatica_journal.domain.checks import check_choice, check_name, check_whole

EVIDENCE_GRADES: Final = ("A", "B", "C", "D")
"""A trial in chronic pain, B trial elsewhere, C part of programmes, D design idea."""


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice as its content file describes it; `minutes` is the usual length."""

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

    def __post_init__(self) -> None:
        check_name("id", self.id, 60)
        check_name("title", self.title, 60)
        check_whole("minutes", self.minutes, 1, 60)
        check_choice("evidence", self.evidence, EVIDENCE_GRADES)
        check_name("rating", self.rating, 200)
        check_name("summary", self.summary, 160)
        check_name("closing", self.closing, 300)


def practice_for(practices: tuple[Practice, ...], day_number: int, skipped: int = 0) -> Practice | None:
    """Return the practice offered on a day; `skipped` counts the times *another* was asked for.

    The offer walks through all practices in order, one a day, so that a week shows seven.
    """
    if not practices:
        return None
    return practices[(day_number + skipped) % len(practices)]
