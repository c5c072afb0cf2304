"""The profile: what the first launch asks about the pain, so that the journal can be careful."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from sciatica_journal.domain.checks import check_choice, check_date
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.kinds import PROFILE
from sciatica_journal.domain.safety.red_flags import SIGNS, Known
from sciatica_journal.domain.signs.known import SignState
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.values import load_value, save_value

ANSWERS: Final = ("none", "known", "new")
"""What a person can say of a sign: not there, long known, new (unsure counts as new)."""

EMERGENCY_SIGNS: Final = {"saddle": "between the legs", "bladder": "bladder or bowel", "both_legs": "both legs"}
"""The signs that need an answer at once, each with its short name."""


@dataclass(frozen=True, slots=True)
class Profile:
    """`examined` is the day a health professional examined this pain, True for examined without a date, False for
    not yet, None for unanswered; `leg_worse` whether the leg is worse than the back; `signs` by name (SIGNS).
    `since` is when a new sign was first named, kept by `save_profile`."""

    examined: date | bool | None = None
    leg_worse: bool | None = None
    signs: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, date] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        if isinstance(self.examined, date):
            check_date(self.examined)
        for sign, answer in self.signs.items():
            check_choice("The sign", sign, SIGNS)
            check_choice(sign, answer, ANSWERS)
        object.__setattr__(self, "signs", MappingProxyType(dict(self.signs)))

    @property
    def known(self) -> Mapping[str, Known]:
        """What is known of each sign, for the red flags: quiet only where long known and examined."""
        return {sign: Known(answer == "known", bool(self.examined)) for sign, answer in self.signs.items()}

    @property
    def states(self) -> tuple[SignState, ...]:
        """The signs that are there, as states without a side; a known one is long there, a new one is not examined."""
        return tuple(
            SignState(sign, examined=bool(self.examined))
            if answer == "known"
            else SignState(sign, since=self.since.get(sign))
            for sign, answer in self.signs.items()
            if answer != "none"
        )


def load_profile(session: Session) -> Profile:
    """Return the profile, an empty one before the first launch is done or where it cannot be read."""
    store = session.reader()
    body = load_value(store, PROFILE) if store is not None else None
    return profile_of(body) if isinstance(body, dict) else Profile()


def save_profile(session: Session, profile: Profile) -> None:
    """Keep the profile in the journal, and since when its new signs are there."""
    store, today = session.writer(), session.today()
    told = load_profile(session).since
    since = {sign: told.get(sign, today) for sign, answer in profile.signs.items() if answer == "new"}
    examined = profile.examined.isoformat() if isinstance(profile.examined, date) else profile.examined
    body: dict[str, Any] = {"examined": examined, "leg_worse": profile.leg_worse, "signs": dict(profile.signs)}
    if since:
        body["since"] = {sign: day.isoformat() for sign, day in since.items()}
    save_value(store, PROFILE, body)


def is_first_launch(session: Session) -> bool:
    """Return whether the first-launch steps were never finished."""
    store = session.reader()
    return store is None or load_value(store, PROFILE) is None


def emergency_signs(profile: Profile) -> dict[str, str]:
    """Return the signs of a profile that need checking now, each with what was said of it: `both legs: new`."""
    return {
        sign: f"{name}: {'new' if profile.signs[sign] == 'new' else 'long known, not examined'}"
        for sign, name in EMERGENCY_SIGNS.items()
        if _needs_checking(profile, sign)
    }


def _needs_checking(profile: Profile, sign: str) -> bool:
    answer = profile.signs.get(sign, "none")
    return answer == "new" or (answer == "known" and not profile.examined)


def profile_of(body: Mapping[str, Any]) -> Profile:
    """Return a kept profile. What a newer version or another hand wrote differently is left unanswered."""
    examined = body.get("examined")
    try:
        if isinstance(examined, str):
            examined = date.fromisoformat(examined)
        signs = body.get("signs") or {}
        since = body.get("since") or {}
        return Profile(
            examined if isinstance(examined, date | bool) else None,
            body.get("leg_worse"),
            {sign: answer for sign, answer in signs.items() if sign in SIGNS and answer in ANSWERS},
            {sign: date.fromisoformat(day) for sign, day in since.items() if sign in SIGNS},
        )
    except (ValueError, TypeError, AttributeError, InvalidValue):
        return Profile()
