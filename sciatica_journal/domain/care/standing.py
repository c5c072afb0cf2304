"""Where one stands with running: what examinations, the green light, overrides and open red flags allow.

The essay's first rule, a doctor first and the green light, as the clinical reference 2.3 (rules 1, 3 and 17) makes
it a gate: the journal always works; what is held back is any proposal to run.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.override import Override

Allowed = Literal["nothing", "walking", "limits", "running"]
Reason = Literal[
    "flag_open", "not_examined", "no_answer", "not_yet", "limits", "green_light", "overridden_examination",
    "overridden_green_light",
]  # fmt: skip

_CAREFUL_FIRST: Final = ("not_yet", "limits", "yes")
_EXAMINATION: Final = "not_examined"
_GREEN_LIGHT: Final = "no_green_light"


class Standing(NamedTuple):
    """What is `allowed`, and why; `since` is the day of the record that says so, `limits` the words of the limits."""

    allowed: Allowed
    reason: Reason
    since: date | None = None
    limits: str | None = None

    @property
    def may_run(self) -> bool:
        """Whether running may be proposed."""
        return self.allowed in ("limits", "running")


def standing(
    examinations: Sequence[Examination],
    overrides: Sequence[Override],
    *,
    examined_before: date | bool | None = None,
    flag_open: bool = False,
) -> Standing:
    """Return where one stands; records in any order.

    The latest answer on running counts. Of two answers of one day the more careful one counts, as a record has no
    time of day: between two answers with limits, the one that stands first.
    `examined_before` is what the first launch was told: a day, True for examined without a date. While an emergency
    or same-day flag is open nothing overrides it. An override stands until an examination after it.
    """
    if flag_open:
        return Standing("nothing", "flag_open")
    seen = sorted(examinations, key=lambda one: one.date)
    answered = [one for one in seen if one.green_light is not None]
    if not seen and not examined_before:
        return _overridden(overrides, _EXAMINATION, None) or Standing("walking", "not_examined")
    if not answered:
        since = seen[-1].date if seen else None
        return _overridden(overrides, _GREEN_LIGHT, since) or Standing("walking", "no_answer", since)
    last = min(
        (one for one in answered if one.date == answered[-1].date),
        key=lambda one: _CAREFUL_FIRST.index(_answer(one)),
    )
    if _answer(last) == "yes":
        return Standing("running", "green_light", last.date)
    if _answer(last) == "limits":
        return Standing("limits", "limits", last.date, last.limits)
    return _overridden(overrides, _GREEN_LIGHT, last.date) or Standing("walking", "not_yet", last.date, last.limits)


def _answer(examination: Examination) -> str:
    """Return the answer on running: a yes beside which limits are noted is one with limits."""
    answer = examination.green_light or "yes"
    return "limits" if answer == "yes" and examination.limits else answer


def _overridden(overrides: Sequence[Override], what: str, since: date | None) -> Standing | None:
    """Return the standing by the newest override that is not older than the examination it is about."""
    days = [one.date for one in overrides if one.what == what and (since is None or one.date >= since)]
    if not days:
        return None
    reason: Reason = "overridden_examination" if what == _EXAMINATION else "overridden_green_light"
    return Standing("running", reason, max(days))
