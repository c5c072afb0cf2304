"""Which offers fit the day: each looks at the few records it needs, when its turn comes."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain import offers as fits
from sciatica_journal.domain.day import Day
from sciatica_journal.services.history.recorded import recorded_days
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.reminding import FlagState, flags_open
from sciatica_journal.services.tracking import counting_less, rhythm
from sciatica_journal.services.tracking.words import tracking_words

if TYPE_CHECKING:
    from sciatica_journal.domain.care.examination import Examination
    from sciatica_journal.domain.run import Run
    from sciatica_journal.domain.signs.known import SignState
    from sciatica_journal.domain.signs.records import LoggedDay
    from sciatica_journal.storage.store import Store

RED_FLAGS: Final = "red_flags"
SUPPORT: Final = "support"
MEASURES: Final = "measures"
NERVE_SIGNS: Final = "nerve_signs"

Filled = Mapping[str, str]


class Facts:
    """What the offers look at, each read when it is first asked for."""

    def __init__(self, session: Session, store: "Store") -> None:
        self.session = session
        self.store = store
        self.today = session.today()

    @cached_property
    def flag(self) -> FlagState:
        """Which tiers of red flags are open."""
        return flags_open(self.session)

    @cached_property
    def is_crisis(self) -> bool:
        """Whether thoughts of ending one's life are what is open, and no sign of the body as well."""
        from sciatica_journal.guide.safety import load_safety
        from sciatica_journal.storage.flags import open_triggers

        kinds = {trigger.id: trigger.kind for trigger in load_safety().triggers}
        urgent = [kinds.get(name) for name, tier in open_triggers(self.store).items() if tier != "G"]
        return bool(urgent) and set(urgent) == {"crisis"}

    @cached_property
    def day(self) -> Day:
        """Today."""
        return self.store.day(self.today)

    @cached_property
    def runs(self) -> "list[Run]":
        """Yesterday's and today's runs."""
        return self.store.runs(self.today - timedelta(days=1), self.today)

    @cached_property
    def earlier(self) -> "list[LoggedDay]":
        """The five weeks before today."""
        from sciatica_journal.storage.logged_days import logged_days

        return logged_days(self.store, self.today - timedelta(days=5 * fits.WEEK), self.today - timedelta(days=1))

    @cached_property
    def known(self) -> "tuple[SignState, ...]":
        """What is known of the signs."""
        from sciatica_journal.services.safety.signs import sign_states

        return sign_states(self.session)

    @cached_property
    def examinations(self) -> "list[Examination]":
        """The examinations, newest first."""
        from sciatica_journal.domain.care.examination import Examination
        from sciatica_journal.services.care.records import care_records

        return care_records(self.session, Examination)

    @cached_property
    def is_light(self) -> bool:
        """Whether it is light mode."""
        return self.session.settings.mode == "light"

    def is_examined(self) -> bool:
        """Return whether anybody examined the pain."""
        from sciatica_journal.services.safety.profile import load_profile

        return bool(self.examinations) or bool(load_profile(self.session).examined)

    def season_ended(self) -> bool:
        """Return whether a season waits for its answer."""
        from sciatica_journal.services.tracking.seasons import due

        return due(self.session) is not None


def _if(found: bool) -> Filled | None:
    return {} if found else None


def _nerve_signs(facts: Facts) -> Filled | None:
    sign = fits.new_sensation(facts.day, facts.earlier, facts.known)
    return {"sign": sign} if sign else None


def _stress(facts: Facts) -> Filled | None:
    """Never while any flag is open or a nerve sign is new or growing, nor before somebody examined the pain.

    Clinical reference 0.3, 5.4 and rule 3.
    """
    if not fits.stress_with_pain(facts.day) or facts.flag.is_urgent or facts.flag.appointment:
        return None
    return _if(facts.is_examined() and counting_less.may_count_less(facts.session))


def _new_surface(facts: Facts) -> Filled | None:
    from sciatica_journal.domain.wording import surface_word

    if facts.flag.no_running or not any(run.surface for run in facts.runs):
        return None
    from sciatica_journal.storage.tracking import surfaces_before

    known = surfaces_before(facts.store, facts.today - timedelta(days=1))
    surface = fits.new_surface(facts.runs, known)
    return {"surface": surface_word(surface).capitalize()} if surface else None


def _deep_writing(facts: Facts) -> Filled | None:
    sittings = facts.store.reflections(facts.today, facts.today)
    if not sittings:
        return None
    from sciatica_journal.guide.practices import load_practices

    deep = {practice.id for practice in load_practices() if practice.is_deep}
    return _if(any(sitting.practice in deep for sitting in sittings))


def _light_new(facts: Facts) -> Filled | None:
    session = facts.session
    return _if(not facts.is_light and counting_less.in_new_episode(session) and counting_less.may_count_less(session))


def _light_settled(facts: Facts) -> Filled | None:
    session = facts.session
    return _if(not facts.is_light and counting_less.is_settled(session) and counting_less.may_count_less(session))


def _step_down(facts: Facts) -> Filled | None:
    """Four quiet weeks at one's rhythm, and four since it was last changed."""
    from sciatica_journal.domain.tracking.rhythm import step_down

    session, now = facts.session, rhythm.rhythm(facts.session)
    smaller = step_down(now.name)
    if smaller is None or (now.since is not None and facts.today - now.since < timedelta(days=28)):
        return None
    if not (counting_less.is_settled(session, 2) and counting_less.may_count_less(session)):
        return None
    return {"rhythm": tracking_words("rhythm")[smaller]}


def _measures(facts: Facts) -> Filled | None:
    from sciatica_journal.services.measures.due import measures_due

    return _if(not facts.is_light and measures_due(facts.session))


def _beliefs(facts: Facts) -> Filled | None:
    from sciatica_journal.services.measures.beliefs import is_due

    hurts = any(day.pain_worst for day in facts.earlier)
    return _if(not facts.is_light and hurts and _has_notes(facts, 14) and is_due(facts.session))


def _has_notes(facts: Facts, many: int) -> bool:
    return len(recorded_days(facts.session, limit=many)) >= many


FITS: Final[Mapping[str, Callable[[Facts], Filled | None]]] = {
    SUPPORT: lambda facts: _if(facts.flag.is_urgent and facts.is_crisis),
    RED_FLAGS: lambda facts: _if(facts.flag.is_urgent),
    "season_end": lambda facts: _if(facts.season_ended()),
    NERVE_SIGNS: _nerve_signs,
    "bad_days": lambda facts: _if(fits.bad_days(facts.day, facts.earlier)),
    "flared": lambda facts: _if(fits.flared(facts.runs) and not facts.flag.no_running),
    "stress_with_pain": _stress,
    "look_alikes": lambda facts: _if(fits.look_alikes(facts.day)),
    "first_scan": lambda facts: _if(fits.first_scan(facts.examinations, facts.today)),
    "new_surface": _new_surface,
    "deep_writing": _deep_writing,
    "light_new": _light_new,
    "step_down": _step_down,
    "light_settled": _light_settled,
    MEASURES: _measures,
    "beliefs": _beliefs,
    "many_notes": lambda facts: _if(_has_notes(facts, fits.MANY_NOTES)),
}
"""By offer, whether it fits the day: what its words are filled with, None where it does not."""
