"""Texts of other journals as moments, values as fields of days, and the minutes of other sports as factors."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.exchange.filling import fill
from sciatica_journal.services.exchange.candidates import Candidate
from sciatica_journal.services.exchange.plan import Action
from sciatica_journal.services.exchange.weighed import NOT_ON_FOOT, THERE, Numbered, Weighed
from sciatica_journal.storage.bulk import days_of
from sciatica_journal.storage.imports import keys_of

COUNTED: Final = "the day counts it already"
AS_FACTOR: Final = "not on foot, kept as a factor of the day"
NO_TIME: Final = "not on foot, and no time is told"


def weigh_texts(weighed: Weighed, found: Sequence[Numbered]) -> None:
    """Add the moments among what was found that are not there yet."""
    texts = [(number, candidate) for number, candidate in found if isinstance(candidate.record, Moment)]
    there = keys_of(weighed.store, Moment.TYPE) if texts and weighed.store is not None else set()
    for number, candidate in texts:
        if candidate.record.key in there:
            weighed.note(number, "skipped", candidate.record, THERE)
        else:
            weighed.add(number, candidate.record, candidate.row)


def weigh_days(weighed: Weighed, found: Sequence[Numbered], keep_others: bool) -> None:
    """Fill days with the values among what was found; other sports are left out, or become factors."""
    of_days = [(number, one, one.record) for number, one in found if isinstance(one.record, Day)]
    if not of_days:
        return
    days = days_of(weighed.store, {day.key for _, _, day in of_days}) if weighed.store is not None else {}
    for written in (weighed.writes.new, weighed.writes.filled):
        days |= {day.key: day for day in written.values() if isinstance(day, Day)}
    counted: dict[tuple[str, str], str] = {}
    for number, candidate, given in of_days:
        if not candidate.sport:
            _fill(weighed, days, number, candidate, given)
        elif not keep_others:
            weighed.leave(number, "left_out", candidate, NOT_ON_FOOT)
        elif not given.factors:
            weighed.leave(number, "left_out", candidate, NO_TIME)
        else:
            _count(weighed, days, counted, number, candidate, given)


def _fill(weighed: Weighed, days: dict[str, Day], number: int, candidate: Candidate, given: Day) -> None:
    known = days.get(given.key)
    if known is None and not given.is_empty:
        days[given.key] = given
        weighed.add(number, given, candidate.row)
    elif known is None or fill(known, given, each_factor=True) == known:
        weighed.note(number, "skipped", given, THERE)
    else:
        days[given.key] = weighed.fill(number, known, given, each_factor=True)
        weighed.keep_row(candidate.row)


def _count(
    weighed: Weighed, days: dict[str, Day], counted: dict[tuple[str, str], str], number: int, candidate: Candidate,
    given: Day,
) -> None:  # fmt: skip
    """Count the minutes of a sport on its day, unless the person or another source has counted them already."""
    ((name, minutes),) = given.factors.items()
    source = candidate.row.source if candidate.row is not None else ""
    known = days.get(given.key, Day(given.date))
    if name in known.factors and counted.get((given.key, name)) != source:
        weighed.leave(number, "skipped", candidate, COUNTED)
        return
    counted[given.key, name] = source
    summed = replace(known, factors={**known.factors, name: known.factors.get(name, 0) + minutes})
    if given.key in days:
        weighed.writes.put(summed)
        action: Action = "merged"
    else:
        weighed.writes.new[summed.TYPE, summed.key] = summed
        action = "new"
    days[given.key] = summed
    weighed.note(number, action, given, AS_FACTOR, f"{candidate.sport}: {name} {minutes}")
    weighed.keep_row(candidate.row)
