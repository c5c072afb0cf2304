"""Which caution can be overridden, and which override is in force (clinical reference 2.3, rules 1 and 17)."""

from collections.abc import Mapping, Sequence
from typing import Final

from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.standing import Reason, Standing

_OVERRIDDEN_BY: Final[Mapping[Reason, str]] = {
    "not_examined": "not_examined", "no_answer": "no_green_light", "not_yet": "no_green_light",
}  # fmt: skip
_IN_FORCE: Final[Mapping[Reason, str]] = {
    "overridden_examination": "not_examined", "overridden_green_light": "no_green_light",
}  # fmt: skip


def overridable(standing: Standing) -> str | None:
    """Return what an override would be about, None where there is nothing to override or nothing overrides it."""
    return _OVERRIDDEN_BY.get(standing.reason)


def override_in_force(standing: Standing, overrides: Sequence[Override]) -> Override | None:
    """Return the override that the standing rests on; `overrides` newest first."""
    what = _IN_FORCE.get(standing.reason)
    return next((one for one in overrides if one.what == what and one.date == standing.since), None) if what else None
