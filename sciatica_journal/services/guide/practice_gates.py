"""The gates of the practices: what is open today by all that is recorded, and what deep writing needs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from sciatica_journal.domain.errors import NotThere
from sciatica_journal.domain.practices.deep_writing import NEXT_DAY, is_hard, is_late
from sciatica_journal.domain.practices.practice import Practice
from sciatica_journal.domain.practices.practice_gates import HISTORY, NOT_AGREED, Gates, Situation, done_days, gates
from sciatica_journal.domain.practices.repeats import next_session
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.guide.practices import load_practices, load_rules
from sciatica_journal.services.entries.days import Saved, saved
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.reminding import flags_open
from sciatica_journal.storage.history import changing
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.values import load_value, save_value

__all__ = [
    "NOT_AGREED",
    "AskedBack",
    "OpenPractices",
    "agree_to_deep",
    "agreed_on",
    "answer_back",
    "open_practices",
    "open_to_anybody",
    "rules",
    "withdraw_deep",
    "words_after",
]  # fmt: skip

_AGREED: Final = "deep_writing"
_SIGNS: Final = ("numb", "weak")
_RECENT: Final = timedelta(days=14)


class AskedBack(NamedTuple):
    """A sitting of yesterday of which one more number is asked, once: its id, and the question in words."""

    id: str
    question: str


class OpenPractices(NamedTuple):
    """All practices, what is open of them on a day, and what is said: `sayings` by practice, `asked` back, `notice`.

    `notice` is a title and a text where deep writing rests or the day had enough, None else.
    """

    practices: tuple[Practice, ...] = ()
    gates: Gates = Gates()
    sayings: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    asked: tuple[AskedBack, ...] = ()
    agreed: date | None = None
    notice: tuple[str, str] | None = None


def open_practices(session: Session, day: date) -> OpenPractices:
    """Return what is open on a day. Only today asks back. Reads only."""
    practices = load_practices()
    now = _situation(session, day)
    found = gates(practices, now)
    asked = found.asks if day == session.today() else ()
    late = is_late(session.now().time())
    return OpenPractices(
        practices,
        found,
        {one.id: said for one in practices if (said := _sayings(one, now, late=late))},
        tuple(AskedBack(one.id, _question(one)) for one in asked),
        now.agreed,
        _notice(found),
    )


def open_to_anybody(day: date) -> OpenPractices:
    """Return what is open to someone of whom nothing is known, as where the journal cannot be read."""
    practices = load_practices()
    return OpenPractices(practices, gates(practices, Situation(day)))


def _situation(session: Session, day: date) -> Situation:
    store = session.reader()
    if store is None:
        return Situation(day)
    return Situation(
        day,
        flag_open=flags_open(session).is_urgent,
        examined=_is_examined(session, store),
        new_signs=_has_new_signs(session, store, day),
        agreed=agreed_on(session),
        sittings=store.reflections(day - HISTORY, day),
        is_today=day == session.today(),
    )


def _is_examined(session: Session, store: Store) -> bool:
    from sciatica_journal.domain.checks import EARLIEST
    from sciatica_journal.services.safety.profile import load_profile

    return bool(load_profile(session).examined) or bool(store.between("examination", EARLIEST, session.today()))


def _has_new_signs(session: Session, store: Store, day: date) -> bool:
    """Return whether numbness or weakness is there that nobody examined since it began or changed."""
    from sciatica_journal.domain.signs.known import uncovered
    from sciatica_journal.domain.signs.windows import sides
    from sciatica_journal.services.safety.signs import sign_states
    from sciatica_journal.storage.logged_days import logged_days

    states = sign_states(session)
    if any(state.sign in _SIGNS and state.ended is None and not state.quiet for state in states):
        return True
    logged = logged_days(store, day - _RECENT, day)
    return any(uncovered(states, sign, sides(logged, sign)) for sign in _SIGNS)


def _sayings(practice: Practice, now: Situation, *, late: bool) -> tuple[str, ...]:
    """Return what is said before a deep sitting, and in any that a red flag came into."""
    said = rules()
    if now.flag_open and (practice.hidden_by_flags or practice.is_deep):
        return (said["checked_first"],)
    if not practice.is_deep:
        return ()
    days = done_days(practice, now)
    sessions = practice.repeat.sessions
    return (
        *((said["late"],) if late else ()),
        said["flip_out"],
        *((said["safety_first"], said["never_today"]) if "to_someone" in practice.traits else ()),
        *((f"Sitting {next_session(practice, days)} of {sessions}.",) if sessions else ()),
    )


def _question(sitting: Reflection) -> str:
    practice = next(one for one in load_practices() if one.id == sitting.practice)
    deep = "ask_left" if sitting.after is None else "ask_calm"
    text = rules()[deep if practice.is_deep else "ask_back"]
    return text.format(title=practice.title, before=sitting.before, after=sitting.after)


def _notice(found: Gates) -> tuple[str, str] | None:
    said = rules()
    if found.enough:
        return said["enough_title"], said["enough"]
    if found.rests_until is not None:
        until = f"{found.rests_until:%a} {found.rests_until.day} {found.rests_until:%b}"
        return said["rest_title"].format(until=until), f"{said['rest']} {said['therapist']}"
    return None


def rules() -> dict[str, str]:
    """Return the texts around the practices by name."""
    return load_rules()


def words_after(practice: Practice | None, sitting: Reflection) -> str:
    """Return what is said at the end of a sitting: the closing step, and after a hard one how to come down first."""
    if practice is None:
        return ""
    hard = practice.is_deep and is_hard(sitting)
    return f"{rules()['after_hard']} {practice.closing}" if hard else practice.closing


def agreed_on(session: Session) -> date | None:
    """Return when the cautions of deep writing were agreed to, None where they were not, or that was withdrawn."""
    store = session.reader()
    kept = load_value(store, _AGREED) if store is not None else None
    try:
        return date.fromisoformat(kept["agreed"]) if isinstance(kept, dict) and "agreed" in kept else None
    except (TypeError, ValueError):
        return None


def agree_to_deep(session: Session) -> None:
    """Keep that the cautions were read and none of them fits, with the day."""
    save_value(session.writer(), _AGREED, {"agreed": session.today().isoformat()})


def withdraw_deep(session: Session) -> None:
    """Close the deep practices again; their cautions are shown before they open."""
    if agreed_on(session) is not None:
        save_value(session.writer(), _AGREED, {"withdrawn": session.today().isoformat()})


def answer_back(session: Session, ident: str, rating: int | None, shown_on: date) -> Saved:
    """Keep the number that a sitting of yesterday asked for. Raises NotThere, and InvalidValue out of range."""
    from sciatica_journal.domain.checks import check_rating

    check_rating("The answer", rating)
    found = session.readable().get("reflection", ident)
    if not isinstance(found, Reflection):
        raise NotThere("That reflection is gone.", "Undo brings it back.")
    practice = next((one for one in load_practices() if one.id == found.practice), None)
    if practice is not None and practice.is_deep:
        rest = {name: value for name, value in found.extra.items() if name != NEXT_DAY}
        answered = replace(found, extra=rest if rating is None else {**rest, NEXT_DAY: rating})
    else:
        answered = replace(found, after=rating)
    with changing(session.writer(), "what came of a reflection", session.now(), session.window) as change:
        change.put(answered)
    return saved(session, shown_on)
