"""Which practices are open on a day, and which are offered (clinical reference 0.3, 0.5, 5.4, 5.9 and 6)."""

from collections.abc import Mapping, Sequence
from datetime import date as Date
from datetime import timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from sciatica_journal.domain.practices.deep_writing import asks_next_day, rest_of_deep
from sciatica_journal.domain.practices.practice import Practice
from sciatica_journal.domain.practices.repeats import good_again
from sciatica_journal.domain.reflection import Reflection

MOST_MINUTES: Final = 30
MOST_SITTINGS: Final = 3
"""Minutes or sittings a day after which no further practice is offered (reference 6)."""
WEEK: Final = timedelta(days=7)
GENTLEST: Final = 3
"""So many weekly practices are offered at first; each one done opens the next, so that gentle ones come first."""
HISTORY: Final = timedelta(days=120)
"""How far back sittings matter."""

NOT_AGREED: Final = "cautions first"
"""Why deep practices are closed to who has not agreed to their cautions."""

_DAY: Final = timedelta(days=1)


class Situation(NamedTuple):
    """What the gates look at. `sittings` are all of the last HISTORY up to `day`, oldest first.

    `flag_open`: an emergency or same-day flag is open. `examined`: anybody examined this pain. `new_signs`: numbness
    or weakness that is new, or was not examined since it changed. `agreed`: when the cautions of deep writing were.
    `is_today`: whether `day` is the present one; on another one no deep sitting begins, as its limits count in days.
    """

    day: Date
    flag_open: bool = False
    examined: bool = False
    new_signs: bool = False
    agreed: Date | None = None
    sittings: Sequence[Reflection] = ()
    is_today: bool = True


class Gates(NamedTuple):
    """What is open on a day: `offered` in the order of *another*, `closed` with why in a few words by id.

    `enough` is whether the day had its share of writing; `rests_until` the day on which deep writing opens again;
    `asks` the sittings of the day before that ask back.
    """

    offered: tuple[Practice, ...] = ()
    closed: Mapping[str, str] = MappingProxyType({})
    enough: bool = False
    rests_until: Date | None = None
    asks: tuple[Reflection, ...] = ()


def gates(practices: Sequence[Practice], now: Situation) -> Gates:
    """Return what is open, offered and asked on a day."""
    rests_until = rest_of_deep(_deep_done(practices, now), now.day)
    closed = {one.id: why for one in practices if (why := why_closed(one, practices, now))}
    enough = had_enough(now)
    offered = () if enough else _offered(practices, now, closed, resting=rests_until is not None)
    return Gates(offered, closed, enough, rests_until, asked_back(practices, now))


def why_closed(practice: Practice, practices: Sequence[Practice], now: Situation) -> str:
    """Return why a practice is closed on a day, in a few words, empty where it is open."""
    if now.flag_open and (practice.hidden_by_flags or "running" in practice.traits):
        return "a red flag is open"
    if practice.needs_examination and not now.examined:
        return "after an examination"
    if "not_with_new_signs" in practice.traits and now.new_signs:
        return "new numbness or weakness"
    return (_why_deep_closed(practices, now) if practice.is_deep else "") or _resting(practice, now)


def _why_deep_closed(practices: Sequence[Practice], now: Situation) -> str:
    if now.flag_open:
        return "a red flag is open"
    if now.agreed is None:
        return NOT_AGREED
    if not now.is_today:
        return "only on the day itself"
    done = _deep_done(practices, now)
    until = rest_of_deep(done, now.day)
    if until is not None:
        return f"rests until {until.day} {until:%b}"
    if any(one.date == now.day for one in done):
        return "one deep sitting a day"
    if any(one.date == now.day - _DAY and asks_next_day(one) for one in done):
        return "answer yesterday's question"
    return "enough for today" if had_enough(now) else ""


def _resting(practice: Practice, now: Situation) -> str:
    until = good_again(practice, done_days(practice, now))
    return f"rests until {until.day} {until:%b}" if until is not None and until > now.day else ""


def done_days(practice: Practice, now: Situation) -> list[Date]:
    """Return the days with a sitting of a practice, ascending."""
    return sorted({one.date for one in _done(now) if one.practice == practice.id})


def had_enough(now: Situation) -> bool:
    """Return whether the day had its share of writing: 30 minutes or 3 sittings (reference 6)."""
    today = [one for one in _done(now) if one.date == now.day]
    return len(today) >= MOST_SITTINGS or sum(one.minutes or 0 for one in today) >= MOST_MINUTES


def asked_back(practices: Sequence[Practice], now: Situation) -> tuple[Reflection, ...]:
    """Return the sittings of the day before of which one more number is wanted: what came, or how it settled."""
    known = {practice.id: practice for practice in practices}
    return tuple(
        one
        for one in now.sittings
        if one.date == now.day - _DAY and one.practice in known and _asks(known[one.practice], one)
    )


def _asks(practice: Practice, sitting: Reflection) -> bool:
    if practice.is_deep:
        return asks_next_day(sitting)
    return practice.asks_back and sitting.before is not None and sitting.after is None


def _done(now: Situation) -> list[Reflection]:
    """Return the sittings that are over: finished, let go, rated at the end, or of a day before."""
    return [
        one
        for one in now.sittings
        if one.date < now.day or one.minutes is not None or one.after is not None or not one.kept
    ]


def _deep_done(practices: Sequence[Practice], now: Situation) -> list[Reflection]:
    deep = {practice.id for practice in practices if practice.is_deep}
    return [one for one in _done(now) if one.practice in deep]


def _offered(
    practices: Sequence[Practice], now: Situation, closed: Mapping[str, str], *, resting: bool
) -> tuple[Practice, ...]:
    """Return the practices to offer, first one first: a light one each day, once a week one of the weekly ones.

    The weekly ones come gentlest first. While deep writing rests only steadying ones are offered.
    """
    today = {one.practice for one in _done(now) if one.date == now.day}
    fit = [
        one
        for one in sorted(practices, key=lambda one: (one.turn, one.number))
        if one.id not in closed and one.id not in today and not (resting and "steadying" not in one.traits)
    ]
    number = now.day.toordinal()
    daily = _from(number, [one for one in fit if one.group == "daily"])
    weekly = _from(number // 7, _weekly(fit, practices, now))
    if number % 7 or not weekly:
        return (*daily, *weekly)
    return (weekly[0], *daily, *weekly[1:])


def _weekly(fit: Sequence[Practice], practices: Sequence[Practice], now: Situation) -> list[Practice]:
    """Return the weekly practices that are due: not done for a week, and their turn has come."""
    last = {one.id: days[-1] for one in practices if one.group == "weekly" and (days := done_days(one, now))}
    due = [one for one in fit if one.group == "weekly"][: GENTLEST + len(last)]
    return [one for one in due if one.id not in last or now.day - last[one.id] >= WEEK]


def _from(number: int, practices: Sequence[Practice]) -> list[Practice]:
    start = number % len(practices) if practices else 0
    return [*practices[start:], *practices[:start]]
