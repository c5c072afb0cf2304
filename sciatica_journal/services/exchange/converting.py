"""Outings, texts and values of other programs' files as records of the journal, each on its local day."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from sciatica_journal.domain.dates import check_not_after
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import content_id, to_plain, typed_from_plain
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.source_row import SourceRow, source_row_id
from sciatica_journal.domain.text import clean, one_line
from sciatica_journal.domain.units import MOST_MINUTES
from sciatica_journal.exchange.found import Activity, DayValues, Entry
from sciatica_journal.services.exchange.candidates import Candidate, Terms

_LONGEST_ID: Final = 150
_UNSET_CLOCKS: Final = (date(1969, 12, 31), date(1970, 1, 1), date(1989, 12, 31), date(1990, 1, 1))
"""What a watch says whose clock was never set: where the counts of Unix and of FIT begin."""
_SPORTS: Final = {"ride": "cycling", "cycling": "cycling", "biking": "cycling", "swim": "swimming"}
"""Sports by the words that files have for them; any other is called as the file calls it."""
_DETAILS: Final = ("surface", "effort", "heart_rate", "ascent_m", "cadence", "shoes", "title", "note")


class _When(NamedTuple):
    """`start` on the wall clock where it took place as far as that is known, and the day that it belongs to."""

    start: datetime | None
    day: date


def candidate_of(found: Activity | Entry | DayValues, terms: Terms) -> Candidate:
    """Return the record that was found, with its row. Raises InvalidValue for what cannot be kept, in words."""
    match found:
        case Activity():
            return _outing(found, terms)
        case Entry():
            return _text(found, terms)
        case DayValues():
            _check_day(found.day.date, terms)
            day = typed_from_plain(to_plain(found.day))
            return Candidate(day, _row(found, found.day.date, f"day:{found.day.key}"))


def _outing(activity: Activity, terms: Terms) -> Candidate:
    when = _when(activity, terms)
    if when.day in _UNSET_CLOCKS:
        raise InvalidValue(f"It is of {when.day}: the clock of the watch was not set.", "")
    if activity.kind is None:
        return _other_sport(activity, when)
    plain = {
        "type": "run",
        "id": derived_id(activity.source, activity.source_id),
        "date": when.day.isoformat(),
        "start": when.start.isoformat() if when.start is not None else None,
        "kind": activity.kind,
        "distance_km": activity.distance_km or None,
        "duration_min": activity.duration_min or None,
        "source": activity.source,
        "source_id": _source_id(activity.source_id),
    }
    run = _with_details(plain, {name: getattr(activity, name) for name in _DETAILS})
    return Candidate(run, _row(activity, when.day, f"run:{run.id}"))


def _with_details(plain: dict[str, Any], details: Mapping[str, Any]) -> Run:
    """Return the run with those details that hold: a heart rate of 0 costs the heart rate and not the run."""
    needed = {name: value for name, value in plain.items() if value is not None}
    given = {name: value for name, value in details.items() if value is not None}
    try:
        return _run({**needed, **given})
    except InvalidValue:
        run = _run(needed)
    for name, value in given.items():
        try:
            run = replace(run, **{name: getattr(_run({**needed, name: value}), name)})
        except InvalidValue:
            continue
    return run


def _run(plain: dict[str, Any]) -> Run:
    try:
        run = typed_from_plain(plain)
    except (OverflowError, ValueError):
        raise InvalidValue("A number of it is far too large.", "") from None
    if not isinstance(run, Run):
        raise InvalidValue("It is no run.", "")
    return run


def _other_sport(activity: Activity, when: _When) -> Candidate:
    sport = one_line(activity.sport)[:60] or "other sport"
    minutes = activity.duration_min
    usable = minutes is not None and 0 < minutes <= MOST_MINUTES
    factors: dict[str, float] = {factor_name(sport): round(minutes)} if usable and minutes is not None else {}
    return Candidate(Day(when.day, factors=factors), _row(activity, when.day, f"day:{when.day.isoformat()}"), sport)


def factor_name(sport: str) -> str:
    """Return the name of the factor that counts a sport's minutes: `cycling_minutes`."""
    words = re.sub(r"[^\w]+", "_", sport.lower()).strip("_")[:50] or "other_sport"
    return f"{_SPORTS.get(words, words)}_minutes"


def _text(entry: Entry, terms: Terms) -> Candidate:
    when = _when(entry, terms)
    text = clean(entry.text).strip()
    if not text:
        raise InvalidValue("It has no text.", "")
    moment = Moment(derived_id(entry.source, entry.source_id), when.day, when.start, text=text)
    return Candidate(moment, _row(entry, when.day, f"moment:{moment.id}"))


def _when(found: Activity | Entry, terms: Terms) -> _When:
    """Return when it was: by the zone of the place where that is known, wall time as it is, else by the home zone."""
    start = found.start
    if start is None:
        if found.date is None:
            raise InvalidValue("It says no day.", "")
        _check_day(found.date, terms)
        return _When(None, found.date)
    try:
        if start.tzinfo is not None and not found.zone_known:
            start = start.astimezone(terms.zone)
        ended = timedelta(hours=terms.day_ends.hour, minutes=terms.day_ends.minute)
        when = _When(start.replace(microsecond=0), (start.replace(tzinfo=None) - ended).date())
    except (OverflowError, ValueError, OSError):
        raise InvalidValue("Its time is out of range.", "") from None
    _check_day(when.day, terms)
    return when


def _check_day(day: date, terms: Terms) -> None:
    check_not_after(day, terms.today, terms.latest)


def _row(found: Activity | Entry | DayValues, day: date, record: str) -> SourceRow:
    ident = _source_id(found.source_id)
    row = {_cell(name): _cell(cell) for name, cell in found.row.items()}
    return SourceRow(
        source_row_id(found.source, ident), day, source=found.source, source_id=ident, record=record, row=row
    )


def _cell(text: str) -> str:
    return text if text.isascii() and text.isprintable() else clean(text)


def derived_id(source: str, source_id: str) -> str:
    """Return the identity of the record that comes of a row: the same at every import."""
    return f"{source}-{_source_id(source_id)}"


def _source_id(source_id: str) -> str:
    """Return an id as it can be kept: one printable line, else what its content gives."""
    kept = one_line(source_id)
    return kept if kept.isprintable() and 0 < len(kept) <= _LONGEST_ID else content_id({"id": source_id})
