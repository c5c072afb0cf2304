"""Known signs and the background: what is told of them, asked about, and what the red flags make of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.kinds import BACKGROUND_ID, PROFILE
from sciatica_journal.domain.safety.field_signs import NERVE_QUALITIES
from sciatica_journal.domain.signs.in_values import has_leg_sign
from sciatica_journal.domain.signs.known import SIGN_OF, SignState, state_of
from sciatica_journal.domain.signs.records import DAYS_BACK, RECENT_DAYS, DayRecords, Earlier, LoggedDay, State
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.logged_days import days_with_spots, logged_days
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.values import days_by_name, load_value, save_value

if TYPE_CHECKING:
    from sciatica_journal.domain.care.background import Background
    from sciatica_journal.domain.care.check import Check
    from sciatica_journal.domain.care.known_sign import KnownSign
    from sciatica_journal.domain.care.reading import Reading
    from sciatica_journal.domain.spot import Spot

_ASKED: Final = "signs_asked"
ASK_AGAIN: Final = timedelta(days=7)
"""A question about a sign that was left unanswered is asked again after a week."""
CHECKS_BACK: Final = 28
"""Days before a day whose safety checks it is compared with."""


class SignQuestion(NamedTuple):
    """A sign that was logged and of which nothing is known: ask when it began, and whether it was examined."""

    sign: str
    side: str


def known_signs(session: Session) -> "list[KnownSign]":
    """Return all known signs, oldest first; empty where there is no journal yet."""
    from sciatica_journal.domain.checks import EARLIEST, LATEST

    store = session.reader()
    # A cast, as no class is to be loaded where there is no such record: every save comes by here.
    return cast("list[KnownSign]", store.between("sign", EARLIEST, LATEST)) if store is not None else []


def sign_states(session: Session) -> tuple[SignState, ...]:
    """Return what is known of the signs: their own records, and of all others what the first launch asked."""
    told = tuple(state_of(record) for record in known_signs(session))
    names = {state.sign for state in told}
    return (*told, *(state for state in _first_told(session, names) if state.sign not in names))


def _first_told(session: Session, recorded: Collection[str | None] = ()) -> tuple[SignState, ...]:
    """Return the signs that the first launch was told of; where all are `recorded` since, no profile is read."""
    store = session.reader()
    body = load_value(store, PROFILE) if store is not None else None
    signs = body.get("signs") if isinstance(body, dict) else None
    if not isinstance(signs, dict) or all(said == "none" or sign in recorded for sign, said in signs.items()):
        return ()
    from sciatica_journal.services.safety.profile import load_profile

    return load_profile(session).states


def background_of(session: Session) -> "Background | None":
    """Return the background, with what the first launch asked of it; None where nothing was told."""
    from sciatica_journal.domain.care.background import Background
    from sciatica_journal.services.safety.profile import load_profile

    store = session.reader()
    found = store.get("background", BACKGROUND_ID) if store is not None else None
    leg_worse = load_profile(session).leg_worse
    if isinstance(found, Background):
        return found if found.leg_worse is not None else replace(found, leg_worse=leg_worse)
    return None if leg_worse is None else Background(BACKGROUND_ID, session.today(), leg_worse=leg_worse)


def note_examined(session: Session, triggers: Collection[str], day: date) -> None:
    """Keep that the known signs which these red flags are about were examined on a day; what began later was not."""
    names = {SIGN_OF.get(trigger, trigger) for trigger in triggers}
    found = [sign for sign in known_signs(session) if sign.sign in names and sign.ended is None]
    unseen = [replace(sign, examined=day) for sign in found if not state_of(sign).quiet and sign.date <= day]
    recorded = {sign.sign for sign in found}
    told = {state.sign for state in _first_told(session) if state.sign in names - recorded and not state.quiet}
    if unseen or told:
        from sciatica_journal.domain.care.known_sign import KnownSign
        from sciatica_journal.storage.history import changing

        unseen += [KnownSign(f"seen-{sign}", day, sign=sign, examined=day) for sign in sorted(told)]
        with changing(session.writer(), "examined", session.now(), session.window) as change:
            for sign in unseen:
                change.put(sign)


def forget_examined(session: Session, since: Mapping[str, date]) -> None:
    """Take from known signs an examination on or after a day, given by the red flag that they are about."""
    from sciatica_journal.storage.history import changing

    days = {SIGN_OF.get(trigger, trigger): day for trigger, day in since.items()}
    found = [
        sign for sign in known_signs(session)
        if sign.sign in days and sign.examined is not None and sign.examined >= days[sign.sign]
    ]  # fmt: skip
    if found:
        with changing(session.writer(), "examined", session.now(), session.window) as change:
            for sign in found:
                change.put(replace(sign, examined=None))


def records_of(store: Store, day: date) -> DayRecords:
    """Return everything recorded on a day that the red flags look at."""
    return DayRecords(
        store.day(day),
        store.moments(day, day),
        store.runs(day, day),
        [("reflection", one.text) for one in store.reflections(day, day) if one.text],
        _checks(store, day, day),
        _readings(store, day),
    )


def state_before(session: Session, store: Store, records: DayRecords, day: date, asked: date | None = None) -> State:
    """Return what is known apart from a day's records: signs, background, and the weeks before it."""
    eve = day - timedelta(days=1)
    earlier = Earlier(
        logged_days(store, day - timedelta(days=DAYS_BACK), eve),
        _nerve_spots(store, day) if records.day is not None and has_leg_sign(records.day) else (),
        _checks(store, day - timedelta(days=CHECKS_BACK), eve),
        asked,
    )
    background = cast("Background | None", store.get("background", BACKGROUND_ID))
    return State(sign_states(session), background, earlier)


def _nerve_spots(store: Store, day: date) -> "list[Sequence[Spot]]":
    first, eve = day - timedelta(days=RECENT_DAYS), day - timedelta(days=1)
    return [each.spots for each in days_with_spots(store, first, eve, sorted(NERVE_QUALITIES))]


def _checks(store: Store, first: date, last: date) -> "list[Check]":
    return cast("list[Check]", store.between("check", first, last))


def _readings(store: Store, day: date) -> "list[Reading]":
    return cast("list[Reading]", store.between("reading", day, day))


def signs_to_ask(session: Session, day: "Day | LoggedDay") -> tuple[SignQuestion, ...]:
    """Return the signs of a day to ask about: since when, and examined since then or not (rule 13).

    Each is asked once; one that was left unanswered comes back after a week.
    """
    from sciatica_journal.domain.signs.sensations import first_logged

    store = session.reader()
    if store is None:
        return ()
    found = first_logged(day, sign_states(session))
    asked = days_by_name(load_value(store, _ASKED)) if found else {}
    today = session.today()
    lately = {name for name, day in asked.items() if timedelta(0) <= today - day < ASK_AGAIN}
    return tuple(SignQuestion(*each) for each in found if " ".join(each) not in lately)


def note_asked(session: Session, questions: Sequence[SignQuestion]) -> None:
    """Keep that these questions were put, so that they do not come back every day."""
    if questions:
        store, today = session.writer(), session.today()
        asked = {**days_by_name(load_value(store, _ASKED)), **{" ".join(question): today for question in questions}}
        save_value(store, _ASKED, {question: day.isoformat() for question, day in asked.items()})


def urgent_sign(session: Session, sign: "KnownSign") -> tuple[str, str] | None:
    """Return the red flag of a sign that is an emergency, or new weakness, and not examined, with what was said."""
    from sciatica_journal.domain.signs.in_checks import EMERGENCY_ITEMS

    state = state_of(sign)
    if state.quiet or sign.ended is not None or sign.sign is None:
        return None
    trigger = EMERGENCY_ITEMS.get(sign.sign)
    if trigger is None and sign.sign == "weak" and session.today() - sign.date <= timedelta(days=RECENT_DAYS):
        trigger = "weakness"
    said = f"{sign.sign.replace('_', ' ')}: since {sign.date}, not examined since"
    return (trigger, said) if trigger else None
