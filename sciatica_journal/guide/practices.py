"""The reflection practices, each a file under content/practices/."""

from functools import cache

from sciatica_journal.domain.practice import Practice
from sciatica_journal.guide.content import names, read_page


@cache
def load_practices() -> tuple[Practice, ...]:
    """Return all practices by their number."""
    found = [_practice(name) for name in names("practices")]
    return tuple(sorted(found, key=lambda practice: practice.number))


def _practice(name: str) -> Practice:
    head, body = read_page("practices", name)
    return Practice(
        id=head["id"],
        number=head["number"],
        title=head["title"],
        minutes=head["minutes"],
        evidence=head["evidence"],
        evidence_note=head["evidence_note"],
        provenance=head["provenance"],
        cautions=tuple(head["cautions"]),
        rating=head["rating"],
        summary=head["summary"],
        closing=head["closing"],
        body=body,
    )
