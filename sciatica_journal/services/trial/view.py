"""A trial as Today, Patterns and the shell show it."""

from datetime import date as Date
from datetime import timedelta
from typing import Literal, NamedTuple

from sciatica_journal.domain.trial.course import Counts, Phase, Stop, counts, phase, safety_stop
from sciatica_journal.domain.trial.draw import Draw
from sciatica_journal.domain.trial.flaring import in_a_flare
from sciatica_journal.domain.trial.result import TrialResult
from sciatica_journal.domain.trial.trial import Trial
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.trial.facts import Facts, read_facts

Closed = Literal["over", "drawn", "flag_open", "no_running", "flare"]


class TrialView(NamedTuple):
    """The newest trial. `closed` says why no coin is tossed today, None where one may be; `draw` is today's.

    `stop` is what stopped it. What is not drawn yet is not in it, nor, before `is_over`, anything of the outcome:
    whoever looks at a result that still grows stops when it suits. `result` is there once it was asked for; that of a
    trial of runs `waits` while an urgent flag is open, as the running answer of Patterns does.
    """

    today: Date
    trial: Trial
    phase: Phase
    counts: Counts
    closed: Closed | None = None
    draw: Draw | None = None
    stop: Stop | None = None
    result: TrialResult | None = None
    waits: bool = False

    @property
    def is_over(self) -> bool:
        """Whether what there is may be told."""
        return self.phase in ("stopped", "finished")


def trial_view(session: Session, *, with_result: bool = False) -> TrialView | None:
    """Return the newest trial, None where there never was one. Reads only.

    `with_result` asks the engine once it is over: loads numpy and takes part of a second.
    """
    facts = read_facts(session)
    if facts is None:
        return None
    view = view_of(session, facts)
    if not (with_result and view.is_over):
        return view
    if facts.trial.running != "neither" and closed_to(session, facts.trial.running) == "flag_open":
        return view._replace(waits=True)
    from sciatica_journal.services.trial.outcome import ask_result

    return view._replace(result=ask_result(session, facts.trial, facts.draws))


def view_of(session: Session, facts: Facts) -> TrialView:
    """Return the view of the facts, without a result."""
    trial, draws, today = facts.trial, facts.draws, session.today()
    stop: Stop | None = None
    now: Phase = phase(trial, draws, today, answered=_answered(facts))
    if now == "stopped":
        stop = _told_stop(trial)
    elif trial.status == "open":
        stop = safety_stop(trial, draws, facts.runs, facts.flags)
        now = "stopped" if stop is not None else now
    drawn = next((draw for draw in draws if draw.date == today), None)
    closed = _closed(session, facts, now, drawn)
    return TrialView(
        today=today,
        trial=trial,
        phase=now,
        counts=counts(draws),
        closed=closed,
        draw=drawn,
        stop=stop,
    )


def _told_stop(trial: Trial) -> Stop:
    return "red_flag" if trial.stop == "red_flag" else "flared" if trial.stop == "flared" else "person"


def _answered(facts: Facts) -> bool:
    """Return whether the outcome of the last draw is in: a morning rating, which is not revised as a response is."""
    if facts.trial.outcome != "pain" or not facts.draws:
        return False
    morning = facts.draws[-1].date + timedelta(days=1)
    return any(day.date == morning and day.pain_morning is not None for day in facts.days)


def _closed(session: Session, facts: Facts, now: Phase, drawn: Draw | None) -> Closed | None:
    """Return why no coin is tossed today. Safety comes before all that is merely done."""
    if now in ("stopped", "finished"):
        return "over"
    closed: Closed | None = closed_to(session, facts.trial.running)
    if closed is None and in_a_flare(facts.days, facts.runs, session.today()):
        closed = "flare"
    return closed or ("drawn" if drawn is not None else "over" if now == "waiting" else None)


def closed_to(session: Session, running: str) -> Literal["flag_open", "no_running"] | None:
    """Return what speaks against a trial with so many running options, as Path closes: an open flag, or no leave."""
    from sciatica_journal.services.care.records import running_standing
    from sciatica_journal.services.safety.reminding import flags_open

    flags = flags_open(session)
    if flags.is_urgent:
        return "flag_open"
    if running != "neither" and (flags.no_running or not running_standing(session).may_run):
        return "no_running"
    return None
