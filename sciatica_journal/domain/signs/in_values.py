"""What the values of a day raise beyond the emergency signs: the same day, or an appointment.

Each kind of rule is loaded only where a day has what it looks at: most commands log a day and end.
"""

from collections.abc import Iterator

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import SENSATIONS, THIGH
from sciatica_journal.domain.signs.records import DayRecords, Earlier, LoggedDay, State
from sciatica_journal.domain.signs.trigger import Raised
from sciatica_journal.domain.signs.windows import hurts, logged


def wants_earlier(records: DayRecords) -> bool:
    """Return whether anything of a day can raise more with the weeks before it: else they need not be read."""
    from sciatica_journal.domain.signs.in_texts import may_need_more

    day = records.day
    if records.checks or may_need_more(records):
        return True
    return day is not None and (bool(day.spots) or _has_sign(day) or hurts(logged(day)))


def has_leg_sign(day: Day) -> bool:
    """Return whether a day has anything in a leg that may have come to a second side."""
    return bool(day.spots) or _has_sign(day) or (day.leg_left or 0) >= THIGH or (day.leg_right or 0) >= THIGH


def _has_sign(day: Day | LoggedDay) -> bool:
    return any(getattr(day, name) not in {None, "none"} for name in SENSATIONS)


def value_signs(day: Day, records: DayRecords, state: State) -> Iterator[Raised]:
    """Yield what the values of a day raise; all of it is to be asked about, or told quietly."""
    if day.spots:
        from sciatica_journal.domain.signs.in_spots import bone_signs, spot_signs

        yield from spot_signs(day.spots)
        yield from bone_signs(day.spots, records.runs)
    if state.earlier is None:
        return
    if day.spots or _has_sign(day):
        from sciatica_journal.domain.signs.sensations import sensation_signs

        yield from sensation_signs(day, state.earlier, state.known)
    if has_leg_sign(day):
        from sciatica_journal.domain.signs.second_side import second_side

        yield from second_side(day, state.earlier, state.known)
    today = logged(day)
    if state.background is not None:
        from sciatica_journal.domain.signs.background import background_signs

        yield from background_signs(today, state.background, state.earlier)
    yield from _over_weeks(records, today, state, state.earlier)


def _over_weeks(records: DayRecords, today: LoggedDay, state: State, earlier: Earlier) -> Iterator[Raised]:
    days, checks = (*earlier.days, today), (*earlier.checks, *records.checks)
    if checks or any(map(_has_sign, days)):
        from sciatica_journal.domain.signs.mixed import FALSE_RECOVERY, mixed_signs

        if grown := ", ".join(mixed_signs(days, checks, today.date, state.known)):
            yield Raised(FALSE_RECOVERY, False, f"less pain, but {grown}", f"less pain, {grown}", lasts=True)
    if hurts(today):
        from sciatica_journal.domain.signs.persistence import ASK_AGAIN, NOT_IMPROVING, is_not_improving

        if is_not_improving(days, today.date, earlier.asked):
            is_first = earlier.asked is None or today.date - earlier.asked >= ASK_AGAIN
            what = "six weeks, and not better" if is_first else f"worse than on {earlier.asked}"
            yield Raised(NOT_IMPROVING, True, what, what, lasts=True)
