"""Hypothesis strategies: valid care records as the journal keeps them."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from hypothesis import strategies as st

from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import CHECK_ANSWERS, CHECK_ITEMS, WALK_ANSWERS, WALKS, Check
from sciatica_journal.domain.care.examination import GREEN_LIGHTS, Examination
from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.care.known_sign import SIGN_NAMES, SIGN_SIDES, KnownSign
from sciatica_journal.domain.care.override import OVERRIDDEN, Override
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.reading import HIGHEST, Reading
from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.care.season import NEXT_STEPS, Season
from sciatica_journal.domain.care.treatment import HELPED, Treatment
from sciatica_journal.domain.trial.draw import ANSWERED, OPTIONS, Draw
from sciatica_journal.domain.trial.trial import STATUSES, STOPS, Trial

from .valid_records import extras, ids, lines, ratings, starts, texts

flags = st.none() | st.booleans()
early = st.dates(date(1900, 1, 1), date(2050, 1, 1))
later = st.none() | st.dates(date(2050, 1, 1), date(2199, 12, 31))
"""A day that is not before any of `early`."""


def one_of(choices: Sequence[str]) -> st.SearchStrategy[str | None]:
    """One of the choices, or nothing."""
    return st.none() | st.sampled_from(choices)


def built(kind: type[CareRecord], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[CareRecord]:
    """Records of a kind with the given strategies and flags for the fields that are flags."""
    own = {item.name: flags for item in fields(kind) if item.type == bool | None}
    return st.builds(kind, id=ids, date=early, extra=extras, **{**own, **given})


readings = st.sampled_from(sorted(HIGHEST)).flatmap(
    lambda measure: built(
        Reading,
        measure=st.just(measure),
        answers=st.dictionaries(st.sampled_from(["run 20 min", "sit [L5]", "i1"]), st.integers(0, HIGHEST[measure])),
        note=texts,
    )
)
trials = built(
    Trial, at=starts, option_a=st.sampled_from(["road", "[L5] /x", "a very easy run"]), option_b=st.just("trail"),
    running=st.sampled_from(["both", "one"]), planned=st.sampled_from([20, 200]),
    seed=st.text("09af", min_size=16, max_size=64), status=st.sampled_from(STATUSES), ended=later,
    stop=one_of(STOPS), why=texts,
)  # fmt: skip
draws = built(
    Draw, trial=ids, number=st.integers(1, 200), block=st.integers(1, 50), option=st.sampled_from(OPTIONS),
    answered=one_of(ANSWERED),
)  # fmt: skip
care_records = st.one_of(
    trials,
    draws,
    built(
        Examination, who=lines, told=texts, makes_sense=ratings, green_light=one_of(GREEN_LIGHTS), limits=texts,
        scan=texts, note=texts,
    ),
    built(Appointment, start=starts, who=lines, place=lines, note=texts),
    built(Question, text=texts, asked=later, answer=texts),
    built(Treatment, until=later, what=lines, helped=one_of(HELPED), note=texts),
    built(Override, what=one_of(OVERRIDDEN), why=texts),
    built(
        KnownSign, sign=one_of(SIGN_NAMES), side=one_of(SIGN_SIDES), area=lines, examined=later, changed=later,
        ended=later, note=texts,
    ),
    built(
        Check, answers=st.dictionaries(st.sampled_from(CHECK_ITEMS), st.sampled_from(CHECK_ANSWERS), max_size=4),
        **dict.fromkeys(WALKS, one_of(WALK_ANSWERS)), calf_raises_left=st.none() | st.integers(0, 100), note=texts,
    ),
    readings,
    built(Season, until=later, question=texts, answer=texts, ended=later, next_step=one_of(NEXT_STEPS)),
    built(Holiday, until=later),
    built(Background, onset=st.none() | early, medicines=texts, scans=texts, work=texts, worry=texts),
)  # fmt: skip
