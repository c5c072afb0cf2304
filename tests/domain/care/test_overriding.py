"""Which caution an override can be about, and which one is in force."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.care.examination import GREEN_LIGHTS, Examination
from sciatica_journal.domain.care.override import OVERRIDDEN, Override
from sciatica_journal.domain.care.overriding import overridable, override_in_force
from sciatica_journal.domain.care.standing import standing
from tests.given import TODAY

days = st.integers(0, 30).map(lambda back: TODAY - timedelta(days=back))
examinations = st.lists(
    st.builds(
        Examination, st.uuids().map(str), days, green_light=st.none() | st.sampled_from(GREEN_LIGHTS), limits=st.none()
    ),
    max_size=3,
)
overrides = st.lists(st.builds(Override, st.uuids().map(str), days, what=st.sampled_from(OVERRIDDEN)), max_size=3)


@given(examinations, overrides, st.booleans(), st.booleans())
def test_an_override_of_what_is_overridable_is_in_force_at_once(
    seen: list[Examination], before: list[Override], told: bool, flag: bool
) -> None:
    state = standing(seen, before, examined_before=told, flag_open=flag)
    what = overridable(state)
    assert what is None or not state.may_run
    assert not (what and override_in_force(state, before))
    if flag:
        assert what is None
    elif what is not None:
        new = Override("new", TODAY, what=what, why="a race")
        after = standing(seen, [new, *before], examined_before=told)
        assert after.may_run
        assert override_in_force(after, [new, *before]) == new
        assert overridable(after) is None


@given(examinations, overrides, st.booleans())
def test_where_one_may_not_run_without_a_flag_there_is_something_to_override(
    seen: list[Examination], before: list[Override], told: bool
) -> None:
    state = standing(seen, before, examined_before=told)
    assert state.may_run != (overridable(state) is not None)
    newest_first = sorted(before, key=lambda one: one.date, reverse=True)
    assert (override_in_force(state, newest_first) is not None) == state.reason.startswith("overridden")
