"""What the rules look at: the records of a day, the content's lists, and what is known from before."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.safety.denial import Denials
from sciatica_journal.domain.signs.trigger import Trigger

if TYPE_CHECKING:
    from sciatica_journal.domain.care.background import Background
    from sciatica_journal.domain.care.check import Check
    from sciatica_journal.domain.care.reading import Reading
    from sciatica_journal.domain.moment import Moment
    from sciatica_journal.domain.run import Run
    from sciatica_journal.domain.signs.known import SignState
    from sciatica_journal.domain.spot import Spot

    Moments = Sequence[Moment]
    Runs = Sequence[Run]
    Checks = Sequence[Check]
    Readings = Sequence[Reading]
    SignStates = Sequence[SignState]
    Spots = Sequence[Spot]
else:
    # `NamedTuple` compiles each type that is quoted, as those not imported would have to be: 2 ms of every `log`.
    Moments = Runs = Checks = Readings = SignStates = Spots = Sequence
    Background = object

Source = tuple[str, str]
"""Where a text stands, in words, and the text."""


class DayRecords(NamedTuple):
    """Everything recorded on one day. `texts` are further texts of it, such as kept reflections."""

    day: Day | None = None
    moments: Moments = ()
    runs: Runs = ()
    texts: Sequence[Source] = ()
    checks: Checks = ()
    readings: Readings = ()


class Rules(NamedTuple):
    """The safety content: the triggers, and the words that deny a sign or put it long ago."""

    triggers: tuple[Trigger, ...]
    negations: Denials = ()
    past: Denials = ()


class LoggedDay(NamedTuple):
    """The few values of a day that the rules over weeks need; fields as in `domain.day.Day`."""

    date: date
    numb: str | None = None
    tingling: str | None = None
    weak: str | None = None
    pain_worst: int | None = None
    pain_morning: int | None = None
    leg_left: int | None = None
    leg_right: int | None = None


class Earlier(NamedTuple):
    """What the weeks before a day hold, in any order, the day itself not among it.

    `days` reach back DAYS_BACK days, `spots` are those of each of the 14 days before that had one that a nerve can
    make, such as numb or burning, `checks` those of the four weeks before. `asked` is when the person was last asked
    about a pain that does not get better.
    """

    days: Sequence[LoggedDay] = ()
    spots: Sequence[Spots] = ()
    checks: Checks = ()
    asked: date | None = None


class State(NamedTuple):
    """What is known apart from the day: signs told of, the background, and the weeks before.

    Without `earlier` the rules that compare with other days are left out.
    """

    known: SignStates = ()
    background: Background | None = None
    earlier: Earlier | None = None


RECENT_DAYS = 14
"""A fortnight: what was not there in it is new (clinical reference 2.3, rules 13, 14 and 16)."""

EPISODE_GAP = 56
"""Days without leg or back pain that end an episode: eight weeks."""

DAYS_BACK = 98
"""Days before a day that the rules look at: six weeks of an episode, and the eight weeks that may part two."""
