"""Doing a safety check: what to ask today, and what came of it, beside the checks before."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final, NamedTuple

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import CHECK_ITEMS, FULL_ITEMS, Check
from sciatica_journal.domain.kinds import BACKGROUND_ID
from sciatica_journal.domain.signs.check_trend import Trend, strength_trend
from sciatica_journal.domain.signs.due import REST_DAYS, SHORT_ITEMS, STRENGTH, WEEKLY_ITEMS, ran_hard
from sciatica_journal.domain.signs.in_checks import EMERGENCY_ITEMS
from sciatica_journal.domain.signs.strength import is_down
from sciatica_journal.services.care.records import care_records, find_care
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.checks import due_today
from sciatica_journal.services.safety.flags import open_notices
from sciatica_journal.services.safety.signs import background_of, sign_states
from sciatica_journal.storage.values import load_value, save_value

_ASKED: Final = "background_asked"
_SIDES: Final = ("left", "right")


class Plan(NamedTuple):
    """What to ask: the `check` to fill, its `items` in order and the tests of `strength`.

    `hard_run` is whether strength is left out because of a hard run, `repeat` whether only the calf raises are
    counted again. The first `urgent` items are those that need help at once. `known` says where an item is known.
    """

    check: Check
    items: tuple[str, ...]
    strength: tuple[str, ...]
    hard_run: bool = False
    repeat: bool = False
    known: Mapping[str, str] = {}

    @property
    def urgent(self) -> int:
        """How many of the items are an emergency where they are new or more; they come first."""
        return sum(item in EMERGENCY_ITEMS for item in self.items)

    @property
    def is_short(self) -> bool:
        """Whether it is the short daily one."""
        return FULL_ITEMS.isdisjoint(self.items)


class Outcome(NamedTuple):
    """What is shown after a check: the trend, the sides that were down, what is open, whether the background is due."""

    trend: Trend
    down: tuple[str, ...]
    open_items: tuple[str, ...]
    ask_background: bool


def plan_check(session: Session) -> Plan:
    """Return what to ask today: what is due, else the whole weekly check. A check of today is gone on with."""
    due, today = due_today(session), session.today()
    done = [check for check in care_records(session, Check) if check.date == today]
    check = done[0] if done else Check(session.new_id(), today)
    hard = _ran_hard(session)
    if due.kind is not None:
        items, strength = due.items, due.strength
        left_out, repeat = hard and due.kind == "weekly", not items and bool(strength)
        return Plan(check, items, strength, left_out, repeat, _known_places(session, items))
    tingling = any(state.sign == "tingling" and state.ended is None for state in sign_states(session))
    short = bool(check.answers) and not check.is_full
    items = (*(SHORT_ITEMS if short else WEEKLY_ITEMS), *(("tingling",) if tingling else ()))
    return Plan(check, items, () if hard or short else STRENGTH, hard, known=_known_places(session, items))


def _known_places(session: Session, items: Collection[str]) -> Mapping[str, str]:
    """Return by item where its sign is known, "left, outer toes": "as usual" means there and nowhere else."""
    places: dict[str, list[str]] = {}
    for state in sign_states(session):
        where = ", ".join(filter(None, (state.side, state.area)))
        if state.sign in items and state.ended is None and where:
            places.setdefault(state.sign, []).append(where)
    return {item: "; ".join(dict.fromkeys(found)) for item, found in places.items()}


def _ran_hard(session: Session) -> bool:
    store, today = session.reader(), session.today()
    runs = store.runs(today - timedelta(days=REST_DAYS), today) if store is not None else []
    return ran_hard(runs, today)


def with_answers(check: Check, answers: Mapping[str, str], tests: Mapping[str, Any]) -> Check:
    """Return the check with these answers and tests in the places of its own. Raises InvalidValue."""
    merged = {**check.answers, **answers}
    return replace(check, answers={item: merged[item] for item in CHECK_ITEMS if item in merged}, **tests)


def look_back(session: Session, check: Check) -> Outcome:
    """Return what to show after a check was kept. Reads only."""
    checks = care_records(session, Check)[::-1]
    down = tuple(side for side in _SIDES if is_down(check, checks, side))
    urgent = tuple(dict.fromkeys(notice.items for notice in open_notices(session)))
    return Outcome(strength_trend(checks), down, urgent, background_is_due(session))


def background_is_due(session: Session) -> bool:
    """Return whether the background was never told nor asked."""
    store = session.reader()
    if store is None or find_care(session, Background, BACKGROUND_ID) is not None:
        return False
    return load_value(store, _ASKED) is None


def note_background_asked(session: Session) -> None:
    """Keep that the background was asked: it does not come up by itself again."""
    save_value(session.writer(), _ASKED, session.today().isoformat())


def background_to_edit(session: Session) -> Background:
    """Return the background with what the first launch was told of it; an empty one where nothing was told."""
    return background_of(session) or Background(BACKGROUND_ID, session.today())
