"""Hypothesis strategies: valid records as the journal keeps them, and JSON values of every kind."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from sciatica_journal.domain.checks import EARLIEST, LATEST
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import SENSATION_SIDES, SIDES
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import KINDS, RESPONSES, STRIDES, SURFACES, Run
from sciatica_journal.domain.spot import QUALITIES, Spot
from sciatica_journal.domain.text import clean_or_none, one_line

_AWKWARD = ["[L5-S1]", "[/x]", "🏃🏽‍♀️", "e\u0301", "a\u2028b", "\u202eevil", "tab\tline\nend", "\x1b]52;c;eA==\x07"]
raw_texts = st.one_of(st.sampled_from(_AWKWARD), st.text(max_size=20))
texts = raw_texts.map(clean_or_none)
lines = raw_texts.map(lambda text: one_line(text) or None)
feelings = st.text("abc äé[]'-\u200d", min_size=1, max_size=12).map(one_line).filter(lambda text: bool(text.strip()))
ratings = st.none() | st.integers(0, 10)
days = st.dates(EARLIEST, LATEST)
offsets = st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
starts = st.none() | st.datetimes(
    datetime(1900, 1, 1),
    datetime(2199, 1, 1),
    timezones=st.one_of(st.none(), offsets),
)
ids = st.text("abcdef0123456789:-", min_size=1, max_size=16)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=5,
)
extras = st.dictionaries(
    st.sampled_from(["mystery", "x-app", "extra", "n", "checksum", ""]),
    st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2),
    max_size=2,
)


def hundredths(highest: float) -> st.SearchStrategy[float | None]:
    """Amounts above 0 with two decimals, or None."""
    return st.none() | st.integers(1, int(highest * 100)).map(lambda whole: whole / 100)


spots = st.builds(
    Spot,
    region=st.sampled_from(["calf", "buttock_mid", "x1"]),
    side=st.none() | st.sampled_from(SIDES),
    intensity=ratings,
    qualities=st.lists(st.sampled_from(QUALITIES), unique=True, max_size=3).map(tuple),
)
day_records = st.builds(
    Day,
    date=days,
    **dict.fromkeys(("pain_morning", "pain_worst", "sleep_quality", "stress", "mood", "energy", "function"), ratings),
    **dict.fromkeys(("leg_left", "leg_right"), st.none() | st.integers(0, 6)),
    **dict.fromkeys(("numb", "tingling", "weak"), st.none() | st.sampled_from(SENSATION_SIDES)),
    sleep_hours=hundredths(24) | st.just(0.0),
    feelings=st.lists(feelings, unique=True, max_size=3).map(tuple),
    spots=st.lists(spots, max_size=2).map(tuple),
    factors=st.dictionaries(feelings, st.integers(-9, 9) | st.floats(-1e6, 1e6), max_size=2),
    painkillers=st.none() | st.integers(0, 100),
    did=texts,
    note=texts,
    uneventful=st.none() | st.booleans(),
    lines=st.lists(texts.filter(lambda text: text is not None), max_size=2).map(tuple),
    extra=extras,
)
run_records = st.builds(
    Run,
    id=ids,
    date=days,
    start=starts,
    kind=st.none() | st.sampled_from(KINDS),
    distance_km=hundredths(1000),
    duration_min=hundredths(2880),
    surface=st.none() | st.sampled_from(SURFACES),
    **dict.fromkeys(("effort", "pain_before", "pain_during", "pain_after"), ratings),
    response=st.none() | st.sampled_from(RESPONSES),
    stride=st.none() | st.sampled_from(STRIDES),
    heart_rate=st.none() | st.integers(20, 260),
    ascent_m=st.none() | st.integers(0, 30000) | st.floats(0, 30000),
    title=lines,
    note=texts,
    source=lines,
    source_id=lines,
    extra=extras,
)
reflection_records = st.builds(
    Reflection,
    id=ids,
    date=days,
    start=starts,
    practice=st.none() | st.sampled_from(["kind_coach", "name_it"]),
    minutes=hundredths(1440),
    before=ratings,
    after=ratings,
    kept=st.just(True),
    text=texts,
    extra=extras,
) | st.builds(Reflection, id=ids, date=days, minutes=hundredths(1440), before=ratings, kept=st.just(False))
moment_records = st.builds(
    Moment,
    id=ids,
    date=days,
    start=starts,
    pain=ratings,
    region=st.none() | st.sampled_from(["calf", "low_back"]),
    side=st.none() | st.sampled_from(SIDES),
    text=texts,
    extra=extras,
)
records = st.one_of(day_records, run_records, reflection_records, moment_records)
