"""The one quiet line of Today: what to offer for the day, and what it says where nothing is due."""

from datetime import date

from sciatica_journal.domain.offers import Rule
from sciatica_journal.services.guide.reading import page
from sciatica_journal.services.history.recorded import is_recorded
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.offers import history
from sciatica_journal.services.offers.facts import FITS, MEASURES, NERVE_SIGNS, RED_FLAGS, SUPPORT, Facts, Filled
from sciatica_journal.services.offers.history import never_again
from sciatica_journal.services.offers.line import QuietLine
from sciatica_journal.services.tracking import holidays, rhythm
from sciatica_journal.services.tracking.words import tracking_words
from sciatica_journal.services.trial import today as trial

__all__ = ["QuietLine", "never_again", "opened", "put_away", "quiet_line"]


def quiet_line(session: Session, day: date) -> QuietLine | None:
    """Return the line for a day that is shown, None for none; only today has one. Notes that an offer was shown.

    Nothing is offered while a line about safety stands there, nor a second thing after the first was answered. Only
    the page on a new sign comes beside a check that is due: both are about it, and the check may be left for later.
    A coin that can be tossed, or fell and waits for an answer, comes before what is offered.
    """
    from sciatica_journal.services.safety.safety_line import safety_line

    store = session.reader()
    if store is None or day != session.today():
        return None
    facts = Facts(session, store)
    safety = safety_line(session, facts.day)
    if safety is not None:
        return _offer(facts, only=NERVE_SIGNS) if safety.opens == "check" and not facts.flag.is_urgent else None
    if facts.flag.is_urgent:
        return _offer(facts, only=SUPPORT if facts.is_crisis else RED_FLAGS)
    return trial.trial_line(session) or _statement(facts) or _offer(facts)


def opened(session: Session, offer: str) -> None:
    """Keep that an offer was taken up today; a coin is tossed, or what it said is accepted."""
    if offer in trial.IDS:
        trial.take(session, offer)
    else:
        history.opened(session, offer)


def put_away(session: Session, offer: str) -> None:
    """Keep that an offer was put away today, or that what the coin said was refused."""
    if offer in trial.IDS:
        trial.put_away(session, offer)
        return
    history.put_away(session, offer)
    if offer == MEASURES:
        from sciatica_journal.services.measures.choices import skip_week

        skip_week(session)


def _offer(facts: Facts, only: str = "") -> QuietLine | None:
    """Return the weightiest offer that fits the day and may come, None for none."""
    from sciatica_journal.guide.offers import load_offers

    content = load_offers()
    before, today = history.history(facts.session), facts.today
    if before.had_enough(today) and only not in {RED_FLAGS, SUPPORT}:
        return None
    for rule in content.rules:
        if (only and rule.id != only) or not before.may(rule, today):
            continue
        filled = FITS[rule.id](facts)
        if filled is not None:
            if before.shown.get(rule.name) != today:
                history.shown(facts.session, rule.name)
            return QuietLine(_words(rule, filled), rule.name, rule.page, content.open[rule.id], content.away)
    return None


def _words(rule: Rule, filled: Filled) -> str:
    of_page: Filled = {}
    if rule.page is not None:
        found = page(rule.page)
        of_page = {"page": found.title.partition(":")[0], "minutes": str(found.minutes)}
    return rule.words.format(**of_page, **filled)


def _statement(facts: Facts) -> QuietLine | None:
    """Return what stands on a day without anything on it when nothing is due: a holiday, or fewer notes."""
    from sciatica_journal.domain.dates import short_day

    if is_recorded(facts.session, facts.today) or facts.season_ended():
        return None
    words = tracking_words("lines")
    holiday = holidays.holiday_today(facts.session)
    if holiday is not None:
        until = f" until {short_day(holiday.until)}" if holiday.until is not None else ""
        return QuietLine(words["holiday"].format(until=until))
    due = rhythm.next_note(facts.session)
    if due == facts.today:
        return None
    if due is None:
        return QuietLine(words["stopped"])
    often = tracking_words("rhythm")[rhythm.rhythm(facts.session).name]
    return QuietLine(words["not_due"].format(rhythm=often, day=short_day(due)))
