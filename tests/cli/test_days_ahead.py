"""A recorded day that lies ahead, after a flight west: it is shown and edited; a new one is refused."""

from datetime import timedelta

from tests.given import NOW, TODAY, Clock, SetClock

from .conftest import Cli

AHEAD = (TODAY + timedelta(days=1)).isoformat()


def test_a_recorded_day_ahead_is_shown_and_edited(cli: Cli, clock: Clock) -> None:
    assert isinstance(clock, SetClock)
    clock.now = NOW + timedelta(days=1)
    cli("log", "pain 4; before the flight")
    clock.now = NOW
    assert cli("show", AHEAD, "--json").json["day"]["pain_worst"] == 4
    assert [item["date"] for item in cli("show", "..", "--json").json] == [AHEAD]
    assert cli("log", "mood 3", "--date", AHEAD).code == 0
    assert cli("ok", "--date", AHEAD).code == 0
    after = (TODAY + timedelta(days=2)).isoformat()
    for words in (["show", after], ["log", "4", "--date", after], ["ok", "--date", after]):
        assert cli(*words).code == 2
    clock.now = NOW - timedelta(days=2)
    assert cli("log", "4", "--date", TODAY.isoformat()).code == 2
