"""Runs against a caution: on an override, on a day for which the ladder said rest, closed or walking only, on one's own
decision without a green light, or where an examiner had said "not yet" or a red flag was open."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.standing import Standing, standing
from sciatica_journal.domain.ladder.ladder import Ladder
from sciatica_journal.domain.ladder.position import Position, Stay, evenings, stays
from sciatica_journal.domain.ladder.proposal import BREAK_FIRST, REFUSING, proposal_of
from sciatica_journal.domain.run import WITH_RUNNING, Run
from sciatica_journal.domain.running.pushed_through import Mirror, mirrors
from sciatica_journal.domain.running.surface_ledger import SurfaceRow, surface_ledger
from sciatica_journal.services.care.records import care_records
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder.facts import Facts, cleared_days, flag_was_open, read_facts
from sciatica_journal.services.ladder.ladders import load_ladders

_AGAINST = ("not_yet", "flag_open", "overridden_examination", "overridden_green_light")
"""Where one stands when any run is against a caution, with a ladder or without."""


class Given(NamedTuple):
    """A reason to go on against a caution, in the person's words; `run` is what it was for, where that is one run."""

    date: date
    why: str
    run: Run | None = None


class Ledgers(NamedTuple):
    """What runs tell together: the mirror of each month with a run against a caution, newest first, the reasons
    given, newest first, and the surfaces."""

    mirrors: list[Mirror]
    reasons: list[Given]
    surfaces: list[SurfaceRow]


def ledgers(session: Session) -> Ledgers:
    """Return both ledgers. Reads only."""
    facts = read_facts(session, all_runs=True)
    overrides = care_records(session, Override)
    pushed = pushed_runs(session, facts) | {one.run for one in overrides if one.run is not None}
    by_id = {run.id: run for run in facts.runs}
    reasons = [Given(one.date, one.why, by_id.get(one.run or "")) for one in overrides if one.why]
    reasons += [Given(one.date, one.why) for one in reversed(facts.moves) if one.why]
    reasons.sort(key=lambda one: one.date, reverse=True)
    return Ledgers(mirrors(facts.runs, pushed), reasons, surface_ledger(facts.runs))


def pushed_runs(session: Session, facts: Facts) -> set[str]:
    """Return the ids of the runs against a caution, by what was known the evening before each.

    What someone said counts: an examiner "not yet", a sign that opened a flag, oneself in going on without a green
    light; on a ladder, what it said of the day as well. Who was never asked is not told off for each run.
    """
    stood = _stood_by(session, facts)
    found = {run.id for run in facts.runs if run.kind in WITH_RUNNING and stood(run).reason in _AGAINST}
    ladders = load_ladders(session).by_id if facts.moves else {}
    for stay in stays(facts.moves):
        ladder = ladders.get(stay.ladder)
        for run, here in _runs_during(facts, ladder, stay) if ladder is not None else ():
            stand, lately = stood(run), _lately(facts, run)
            cleared = cleared_days(facts.flags, run.date - timedelta(days=1))
            if proposal_of(here, stand, lately, stand.reason == "flag_open", run.date, cleared).kind in REFUSING:
                found.add(run.id)
    return found


def _lately(facts: Facts, run: Run) -> Sequence[Run]:
    """Return the outings of the days before a run that a proposal looks at; those of its own day are none."""
    first = bisect_left(facts.runs, run.date - timedelta(days=BREAK_FIRST), key=lambda one: one.date)
    return facts.runs[first : bisect_left(facts.runs, run.date, key=lambda one: one.date)]


def _stood_by(session: Session, facts: Facts) -> Callable[[Run], Standing]:
    """Return what tells where one stood on the evening before a run; a decision to go on counts from its own day."""
    from sciatica_journal.services.safety.profile import load_profile

    examinations, overrides = care_records(session, Examination), care_records(session, Override)
    examined = load_profile(session).examined

    def stood(run: Run) -> Standing:
        eve = run.date - timedelta(days=1)
        return standing(
            [one for one in examinations if one.date <= eve],
            [one for one in overrides if one.date <= run.date],
            examined_before=examined,
            flag_open=flag_was_open(facts.flags, eve),
        )

    return stood


def _runs_during(facts: Facts, ladder: Ladder, stay: Stay) -> Iterator[tuple[Run, Position]]:
    """Yield the runs of a stay with where one was on the evening before each."""
    known = evenings(ladder, stay, facts.outings)
    for run in facts.runs:
        if run.kind in WITH_RUNNING and (stay.left is None or run.date <= stay.left):
            before = bisect_left(known, run.date, key=lambda one: one[0])
            if before:
                yield run, known[before - 1][1]
