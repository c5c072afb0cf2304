"""FIT files as outings."""

from datetime import timedelta

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.found import Activity, Question, Refused
from sciatica_journal.exchange.readers import fit
from tests.exchange.reading import found, in_file, one
from tests.exchange.recordings import (
    START,
    fit_definition,
    fit_file,
    fit_message,
    fit_outing,
    session,
)


def test_a_session_of_a_fit_file_is_an_outing() -> None:
    run = one("fit", fit_outing())
    assert run.start is not None
    assert run.start.isoformat() == "2026-03-01T07:10:00+01:00"
    assert run.source_id == "2026-03-01T06:10:00Z"
    assert (run.kind, run.surface, run.zone_known) == ("run", "track", True)
    assert (run.distance_km, run.duration_min, run.ascent_m) == (10.123, 60.0, 93)
    assert (run.heart_rate, run.cadence, run.effort) == (151, 168, 4)
    assert run.row["workout_rpe"] == "40"
    assert run.row["total_timer_time"] == "3600.0"


def test_a_fit_file_with_fields_of_developers_reads_the_same() -> None:
    assert one("fit", fit_outing(developer=4)) == one("fit", fit_outing())


def test_without_local_time_the_zone_is_unknown() -> None:
    run = one("fit", fit_outing(offset=None))
    assert not run.zone_known
    assert run.start == START
    assert not one("fit", fit_outing(offset=timedelta(days=30))).zone_known


def test_the_offset_of_a_fit_file_alone() -> None:
    assert fit.local_offset(in_file(fit_outing(offset=timedelta(hours=5, minutes=45)))) == timedelta(hours=5.75)
    assert fit.local_offset(in_file(fit_outing(offset=None))) is None
    with pytest.raises(InvalidValue):
        fit.local_offset(in_file(b"no FIT file at all"))


def test_a_fit_file_without_a_session_is_read_from_its_records() -> None:
    run = one("fit", fit_outing(31, sessions=[]), sport__fit_unsaid="walk")
    assert (run.kind, run.distance_km, run.duration_min) == ("walk", 0.084, 0.5)


def test_files_of_settings_are_no_outings() -> None:
    content = fit_outing(0, sessions=[], offset=None, file_type=2)
    with pytest.raises(InvalidValue, match=r"0\.fit: It holds settings data and no outing"):
        found("fit", content)
    assert isinstance(found("fit", content, fit_outing())[0], Refused)


def test_a_triathlon_has_several_sessions_and_ids() -> None:
    swim, run, same = found("fit", fit_outing(sessions=[session(sport=5, sub_sport=18), session(), session()]))
    assert isinstance(swim, Activity)
    assert (swim.sport, swim.kind, swim.surface, swim.cadence) == ("swimming", None, None, None)
    assert isinstance(run, Activity)
    assert isinstance(same, Activity)
    assert len({swim.source_id, run.source_id, same.source_id}) == 3


def test_files_that_follow_each_other_in_one_are_all_read() -> None:
    assert len(found("fit", fit_outing() + fit_outing(sessions=[session(start_time=1000000000)]))) == 2


@pytest.mark.parametrize(("start", "why"), [(5, "1989-12-31"), (3_700_000_000, "2107")])
def test_clocks_that_were_not_set_are_told(start: int, why: str) -> None:
    (refused,) = found("fit", fit_outing(sessions=[session(start_time=start)]))
    assert isinstance(refused, Refused)
    assert why in refused.why


def test_values_that_are_invalid_or_absurd_are_left_out() -> None:
    run = one("fit", fit_outing(sessions=[session(heart_rate=255, metres=0xFFFFFFFF, cadence=255, rpe=250)]))
    assert (run.heart_rate, run.distance_km, run.cadence, run.effort) == (None, None, None, None)


@pytest.mark.parametrize("cut", [1, 11, 14, 40, 200, -1, -3])
def test_a_fit_file_that_is_cut_off_is_told(cut: int) -> None:
    content = fit_outing()[:cut]
    if cut == -1:
        assert one("fit", content).kind == "run", "only the checksum is incomplete"
    else:
        with pytest.raises(InvalidValue, match=r"^0\.fit: It "):
            found("fit", content)


def test_a_fit_file_that_was_never_finished_is_told() -> None:
    content = bytearray(fit_outing())
    content[4:8] = bytes(4)
    with pytest.raises(InvalidValue, match="never finished"):
        found("fit", bytes(content))


def test_messages_without_a_definition_are_told() -> None:
    with pytest.raises(InvalidValue, match="damaged"):
        found("fit", fit_file(fit_message(5, [(0, 0x02, 1)])))
    with pytest.raises(InvalidValue, match="damaged"):
        found("fit", fit_file(fit_definition(5, 18, [(0, 0x02, 1)])[:-2]))


def test_an_unknown_sport_is_asked_once_and_the_answer_used() -> None:
    content = fit_outing(sessions=[session(sport=0, sub_sport=0)])
    (question,) = found("fit", content, content)
    assert isinstance(question, Question)
    assert question.key == "sport.fit_unsaid"
    assert one("fit", content, sport__fit_unsaid="run_walk").kind == "run_walk"
    assert one("fit", content, sport__fit_unsaid="other").kind is None
