"""Seasons: one question, some weeks of notes, an answer, then fewer notes."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from sciatica_journal.domain.care.season import Season
from sciatica_journal.domain.tracking.seasons import SeasonFacts, season_facts, usual_end
from sciatica_journal.services.care.records import care_records
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.tracking.holidays import days_off, recorded_dates
from sciatica_journal.services.tracking.rhythm import forget_choice_of_today

if TYPE_CHECKING:
    from sciatica_journal.domain.day import Day
    from sciatica_journal.services.safety.notice import Notice


def new_season(session: Session) -> Season:
    """Return a season of the usual length that begins today; it is not kept yet."""
    today = session.today()
    return Season(session.new_id(), today, until=usual_end(today))


def current_season(session: Session) -> Season | None:
    """Return the season that has no end yet, the latest begun; None where there is none."""
    return next((one for one in care_records(session, Season) if one.ended is None), None)


def last_season(session: Session) -> Season | None:
    """Return the season that ended last, None where none did."""
    ended = [one for one in care_records(session, Season) if one.ended is not None]
    return max(ended, key=lambda one: one.ended or one.date, default=None)


def due(session: Session) -> Season | None:
    """Return the season whose end has come and that has no answer yet, None where there is none. Reads only."""
    season = current_season(session)
    return season if season is not None and season.until is not None and season.until <= session.today() else None


def facts_of(session: Session, season: Season) -> SeasonFacts:
    """Return what was logged in a season so far."""
    store = session.readable()
    last = season.ended or min(filter(None, (season.until, session.today())))
    last = max(last, season.date)
    days = cast("list[Day]", store.between("day", season.date, last))
    runs = store.runs(season.date, last)
    off = days_off(session, season.date, last)
    return season_facts(days, runs, season.date, last, recorded_dates(session, season.date, last), off)


def keep_season(session: Session, season: Season) -> "tuple[Notice, ...]":
    """Keep a season and return the notices that its words raise. With a next step it ends today, and that is how
    often one writes from now on; undo takes both back."""
    from sciatica_journal.services.care.caring import keep_told

    if season.next_step is not None and season.ended is None:
        season = replace(season, ended=max(session.today(), season.date))
        forget_choice_of_today(session)
    return keep_told(session, season)
