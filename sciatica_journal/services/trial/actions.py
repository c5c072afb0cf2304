"""Starting a trial, tossing the coin, saying yes or no to it, and stopping."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sciatica_journal.domain.errors import InvalidValue, JournalError, NotThere
from sciatica_journal.domain.text import clean_or_none, one_line
from sciatica_journal.domain.trial.course import last_number
from sciatica_journal.domain.trial.draw import Draw
from sciatica_journal.domain.trial.drawing import draw_of
from sciatica_journal.domain.trial.options import names_running, refused
from sciatica_journal.domain.trial.trial import USUAL_DRAWS, Trial
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.trial.facts import Facts, read_facts
from sciatica_journal.services.trial.view import TrialView, closed_to, view_of
from sciatica_journal.services.trial.words import trial_words

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice


class Plan(NamedTuple):
    """A trial to be started. `safe` is the person's word that both options are safe for them on any such day."""

    option_a: str
    option_b: str
    outcome: str = "pain"
    running: str = "both"
    planned: int = USUAL_DRAWS
    safe: bool = False


def usual_outcome(session: Session) -> str:
    """Return the outcome to offer first: light mode has no pain numbers."""
    return "response" if session.settings.mode == "light" else "pain"


def start(session: Session, plan: Plan, seed: str | None = None) -> "tuple[Trial | None, tuple[Notice, ...]]":
    """Start a trial and return it with the notices that its words raise; words that raise an urgent flag start none.

    `seed` is drawn unless one is given. Raises InvalidValue for options that no coin may choose between, without the
    person's word that both are safe, and for values out of range; JournalError while another trial is open or
    running is not open to the person.
    """
    from secrets import token_hex

    from sciatica_journal.services.care.caring import check_words

    settled = settle(session)
    trial = check_plan(session, plan, seed or token_hex(16))
    if settled is not None and not settled.is_over:
        raise JournalError(trial_words()["says"]["one_at_a_time"])
    _check_open(session, trial)
    notices = check_words(session, trial)
    if notices and closed_to(session, trial.running) == "flag_open":
        return None, notices
    save_care(session, trial)
    return trial, notices


def check_plan(session: Session, plan: Plan, seed: str = "0" * 32) -> Trial:
    """Return the trial of a plan, not kept. Raises InvalidValue for what no coin may choose between, without the
    person's word that both are safe, and for values out of range. Asks nothing of the journal."""
    trial = Trial(
        session.new_id(), session.today(), at=session.now(), outcome=plan.outcome, option_a=one_line(plan.option_a),
        option_b=one_line(plan.option_b), running=plan.running, planned=plan.planned, seed=seed,
    )  # fmt: skip
    _check_safe(plan, trial)
    return trial


def _check_safe(plan: Plan, trial: Trial) -> None:
    words = trial_words()
    why = refused((trial.option_a, trial.option_b))
    if why is not None:
        raise InvalidValue(words["refused"][why], words["refused"]["hint"])
    runs = sum(map(names_running, (trial.option_a, trial.option_b)))
    if runs > {"neither": 0, "one": 1}.get(trial.running, 2):
        raise InvalidValue(words["refused"]["running"], words["refused"]["running_hint"])
    if not plan.safe:
        raise InvalidValue(words["safe"]["missing"], words["safe"]["hint"])


def _check_open(session: Session, trial: Trial) -> None:
    closed = closed_to(session, trial.running)
    if closed is not None:
        raise JournalError(trial_words()["closed"][closed])


def settle(session: Session) -> TrialView | None:
    """Keep that a trial is over, by its last morning or a stop for safety's sake, and return how it stands.

    Kept, so that a response that is changed later does not open it again. None where there never was one.
    """
    facts = read_facts(session)
    if facts is None:
        return None
    view = view_of(session, facts)
    if view.is_over and facts.trial.status == "open":
        over = replace(facts.trial, status=view.phase, ended=session.today(), stop=view.stop)
        save_care(session, over)
        return view._replace(trial=over)
    return view


def toss(session: Session) -> Draw:
    """Make today's draw, or return it where it is made. Raises NotThere without an open trial, JournalError where
    no coin is tossed today."""
    facts, view = _open(session)
    if view.closed in ("flag_open", "no_running", "flare"):
        raise JournalError(trial_words()["closed"][view.closed])
    if view.draw is not None:
        return view.draw
    draw = draw_of(facts.trial, last_number(facts.draws) + 1, session.today())
    save_care(session, draw)
    return draw


def answer(session: Session, answered: str) -> Draw:
    """Note that today's draw was `accepted` or `refused`; it is analysed as drawn either way.

    Raises NotThere where nothing was drawn today, InvalidValue for another word, JournalError where a red flag or a
    flare came since: then only a refusal is taken.
    """
    view = settle(session)
    if view is None or view.draw is None:
        raise NotThere(trial_words()["says"]["no_draw"])
    if answered == "accepted" and (view.phase == "stopped" or view.closed in ("flag_open", "no_running", "flare")):
        raise JournalError(trial_words()["closed"][view.closed or "over"])
    draw = replace(view.draw, answered=answered)
    save_care(session, draw)
    return draw


def stop(session: Session, why: str | None = None) -> "tuple[Trial, tuple[Notice, ...]]":
    """Stop the open trial and return it with the notices that the reason raises. Raises NotThere without one."""
    from sciatica_journal.services.care.caring import keep_told

    facts, _ = _open(session)
    over = replace(
        facts.trial, status="stopped", ended=session.today(), stop="person", why=clean_or_none(why or "")
    )  # fmt: skip
    return over, keep_told(session, over)


def _open(session: Session) -> tuple[Facts, TrialView]:
    view = settle(session)
    facts = read_facts(session)
    if view is None or facts is None or view.is_over or facts.trial.status != "open":
        raise NotThere(trial_words()["says"]["none_open"])
    return facts, view
