"""Hypothesis strategies for valid records, as plain objects of the interchange format."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from sciatica_journal.domain.legs import SENSATION_SIDES, SIDES
from sciatica_journal.domain.run import KINDS, RESPONSES, STRIDES, SURFACES
from sciatica_journal.domain.spot import QUALITIES

TODAY = date(2026, 11, 22)

_AWKWARD = ["[L5-S1]", "[/x] [red]", "🏃🏽‍♀️", "e\u0301", "a\u2028b", "\x1b[31m", '"\\', "tab\tline\nend", "=1+1", " "]
texts = st.one_of(st.sampled_from(_AWKWARD), st.text(max_size=12))
names = st.text("abcdefghijklmnop ä[]'", min_size=1, max_size=20).filter(str.strip)
ratings = st.integers(0, 10)
days = st.dates(date(2024, 1, 1), TODAY).map(date.isoformat)
_zones: st.SearchStrategy[Any] = st.just(timezone(timedelta(hours=1))) | st.none()
starts = st.datetimes(datetime(2024, 1, 1), datetime(2026, 11, 1), timezones=_zones).map(datetime.isoformat)
ids = st.text("abcdef0123456789", min_size=4, max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=4,
)
extras = st.dictionaries(st.sampled_from(["mystery", "x-app", "🏃", "[a]", "", "n", "checksum"]), values, max_size=2)


def _amounts(highest: float) -> st.SearchStrategy[float]:
    return st.integers(1, int(highest)) | st.floats(0.1, highest)


def _object(kind: str, needed: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    known = st.fixed_dictionaries({"type": st.just(kind), "date": days, **needed}, optional=optional)
    return st.builds(lambda first, more: {**first, **more}, known, extras)


_spots = st.fixed_dictionaries(
    {"region": st.sampled_from(["calf", "buttock_mid"])},
    optional={
        "side": st.sampled_from(SIDES),
        "intensity": ratings,
        "qualities": st.lists(st.sampled_from(QUALITIES), unique=True, max_size=3),
    },
)
day_objects = _object(
    "day",
    {},
    {
        **dict.fromkeys(("pain_morning", "pain_worst", "stress", "mood", "function"), ratings),
        **dict.fromkeys(("leg_left", "leg_right"), st.integers(0, 6)),
        **dict.fromkeys(("numb", "tingling", "weak"), st.sampled_from(SENSATION_SIDES)),
        "sleep_hours": st.integers(0, 24) | st.floats(-0.0, 24),
        "feelings": st.lists(names, max_size=3),
        "spots": st.lists(_spots, max_size=2),
        "factors": st.dictionaries(names, st.integers(-9, 9) | st.floats(-1e6, 1e6), max_size=2),
        "painkillers": st.integers(0, 9),
        **dict.fromkeys(("did", "note"), texts),
        "uneventful": st.booleans(),
        "lines": st.lists(texts, max_size=2),
    },
)
run_objects = _object(
    "run",
    {},
    {
        "id": ids,
        "start": starts,
        "kind": st.sampled_from(KINDS),
        "distance_km": _amounts(100),
        "duration_min": _amounts(300),
        "surface": st.sampled_from(SURFACES),
        "effort": ratings,
        "response": st.sampled_from(RESPONSES),
        "stride": st.sampled_from([*STRIDES, "long", 1.05]),
        "ascent_m": st.integers(0, 900) | st.floats(0, 900),
        "title": texts,
        "note": texts,
        "source_id": texts,
    },
)
reflection_objects = _object(
    "reflection",
    {"kept": st.just(True)},
    {"id": ids, "start": starts, "practice": st.just("kind_coach"), "minutes": st.floats(0, 60), "text": texts},
) | _object("reflection", {"kept": st.just(False)}, {"id": ids, "before": ratings})
moment_objects = _object(
    "moment", {}, {"id": ids, "start": starts, "pain": ratings, "region": st.just("calf"), "text": texts}
)
other_objects = st.builds(
    lambda kind, known, more: {"type": kind, **known, **more},
    st.sampled_from(["moon", "weekly:check", "🦵", "line\nbreak"]),
    st.fixed_dictionaries({}, optional={"date": days, "id": ids | st.integers() | texts}),
    extras,
)
care_objects = _object("examination", {}, {"id": ids, "neurological": st.booleans() | texts, "told": texts}) | _object(
    "check", {}, {"id": ids, "answers": st.dictionaries(st.sampled_from(["numb", "[x]"]), st.just("usual"))}
)
"""Care records, also of another shape than ours."""

objects = st.lists(
    st.one_of(day_objects, run_objects, reflection_objects, moment_objects, care_objects, other_objects), max_size=4
)
