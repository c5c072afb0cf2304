"""Writes fixtures/version-N.db.gz, a small journal as this version's schema N keeps it.

Run once, as `python -m tests.storage.make_fixture`, when a schema is released, and never again for that schema:
later versions of the program are tested by opening the file as it was.
"""

import gzip
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.ladder.move import LadderMove
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.other import Other
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.source_row import SourceRow
from sciatica_journal.domain.spot import Spot
from sciatica_journal.domain.trial.draw import Draw
from sciatica_journal.domain.trial.trial import Trial
from sciatica_journal.storage.drafts import Draft, save_draft
from sciatica_journal.storage.flags import raise_flag
from sciatica_journal.storage.history import undo
from sciatica_journal.storage.recognising import SCHEMA_VERSION
from sciatica_journal.storage.values import save_value

from .journals import opened, put, remove

FOLDER: Final = Path(__file__).with_name("fixtures")
AT: Final = datetime(2026, 3, 4, 21, 4, tzinfo=timezone(timedelta(hours=1)))
DAY: Final = date(2026, 3, 4)
EVE: Final = date(2026, 3, 3)

RECORDS: Final[tuple[Record, ...]] = (
    Day(
        DAY, pain_morning=3, pain_worst=5, leg_left=3, leg_right=0, numb="none", tingling="left", weak="none",
        sleep_hours=7.0, sleep_quality=6, stress=6, mood=5, energy=4, feelings=("frustrated", "proud"),
        spots=(Spot("buttock_mid", "left", 4, ("burning", "deep")),), factors={"coffee_cups": 2, "sitting_hours": 7.5},
        function=7, painkillers=1, did="walked to work", note="Grün über [L5-S1] 🏃🏽‍♀️\nsecond line", uneventful=False,
        lines=("pain 5, left calf",), extra={"weather": {"rain": True}},
    ),
    Day(EVE, uneventful=True),
    Run(
        "run-1", DAY, start=AT, kind="run_walk", distance_km=5.8, duration_min=38.25, surface="track", effort=4,
        pain_before=2, pain_during=3, pain_after=2, response="settled", heart_rate=148, ascent_m=40.0,
        title="Lunch run", note="muddy", source="strava", source_id="12345",
    ),
    Reflection("kept", DAY, start=AT, practice="kind_coach", minutes=5.0, before=4, after=6, text="Dear me,"),
    Reflection("gone", EVE, practice="name_it", minutes=3.5, before=2, kept=False),
    Moment("moment-1", DAY, start=AT, pain=4, region="calf", side="left", text="a twinge"),
    Examination("x1", DAY, extra={"by": "a physiotherapist"}),
)  # fmt: skip
"""What every fixture holds. Version 1 carried the examination along unread."""

SINCE_2: Final[tuple[Record, ...]] = (
    KnownSign("sign-1", EVE, sign="numb", side="left", area="outer toes", examined=DAY),
    Check("check-1", DAY, answers={"saddle": "no", "numb": "usual"}, heel_walk_left="yes", calf_raises_left=18),
    Other("moon:x2", DAY, {"type": "moon", "id": "x2", "date": "2026-03-04", "phase": 0.3}),
)
"""What fixtures hold from version 2 on."""

SINCE_3: Final[tuple[Record, ...]] = (
    Run(
        "run-2", EVE, kind="run_walk", response="lingering", expected=4, response_furthest=2, settle_hours=20.5,
        slope="left_low", shoes="old grey ones", company="others", cadence=168, ladder="walk-first", step="4",
    ),
    Override("override-1", EVE, what="red_verdict", why="sunshine", run="run-2"),
    LadderMove("move-1", EVE, at=AT, ladder="walk-first", step="4", move="to", why="feels right"),
    SourceRow("strava:12345", DAY, source="strava", source_id="12345", record="run:run-1", row={"Name": "Lunch run"}),
)  # fmt: skip
"""What fixtures hold from version 3 on."""

SINCE_4: Final[tuple[Record, ...]] = (
    Trial("trial-1", EVE, at=AT, option_a="road", option_b="trail", planned=24, seed="0123456789abcdef"),
    Draw("trial-1:1", EVE, trial="trial-1", number=1, block=1, option="b", answered="refused"),
    Draw("trial-1:2", DAY, trial="trial-1", number=2, block=1, option="a"),
)  # fmt: skip
"""What fixtures hold from version 4 on."""

SINCE_5: Final[tuple[Record, ...]] = (
    Run("run-3", EVE, kind="run", distance_km=3.0, pain_during=2, stride="limp", extra={"other_stride": 1.05}),
)
"""What fixtures hold from version 5 on."""

BEFORE: Final = Day(DAY, stress=1, note="an earlier version")
UNDONE: Final = Run("undone", EVE, kind="walk")
DRAFT: Final = Draft("quick line", DAY, AT, {"text": "pain 4, le"})


def write_journal(path: Path) -> None:
    """Write a journal with the records, an earlier version, a change that is undone, a draft, a value and a flag."""
    with opened(path) as store:
        put(store, BEFORE, label="note", at=AT)
        put(store, *RECORDS, *SINCE_2, *SINCE_3, *SINCE_4, *SINCE_5, label="quick line", at=AT)
        put(store, Run("removed", EVE), label="run", at=AT)
        remove(store, "run", "removed")
        put(store, UNDONE, label="walk", at=AT)
        undo(store)
        save_draft(store, DRAFT)
        save_value(store, "reading", {"positions": {"start-here": 12}, "read": ["red-flags"]})
        raise_flag(store, "saddle", "E", DAY, AT)


def main() -> None:
    """Write the fixture of this version's schema, unless it is there."""
    target = FOLDER / f"version-{SCHEMA_VERSION}.db.gz"
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, target.open("xb") as file:
        write_journal(Path(folder) / "journal.db")
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
            packed.write((Path(folder) / "journal.db").read_bytes())


if __name__ == "__main__":
    main()
