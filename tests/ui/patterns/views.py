"""Pages of Patterns made by hand, as the service tells them."""

from dataclasses import replace
from typing import Final

from sciatica_journal.services.patterns.view import Card, Group, MapView, PatternsView
from tests.ui.dialogs import NASTY

RUNNING: Final = Card(
    "run 1 pain_morning", "Running, for you: likely lowers pain next morning", "lowers", "likely",
    "Running: -0.6 points (-1.0 to -0.2), from 96 pairs of days, 41 of them with it.", -0.6, -1.0, -0.2, 96, 0,
    ("Compared: days after a run with days after none, among days that had begun with similar pain, after similar "
     "weeks, with similar sleep and stress.",
     "It rests on 96 pairs of days. 24 of the 120 logged days are in no pair.",
     "Compared plainly it would be -1.1 points; among days that began alike it is -0.6.",
     "Not ruled out: whatever you do not log."),
    ("likely lowers since Sun 3 May 2026", "cannot tell from Wed 1 Apr 2026"),
)  # fmt: skip
STRESS: Final = Card(
    "stress 1 pain_morning", "Stress and pain next morning", "raises", "clearly",
    "A stressful day (7) against a calm one (4): +0.9 points (0.5 to 1.3), from 96 pairs of days.", 0.9, 0.5, 1.3, 96,
    0, ("Compared: days with more and with less of it.",), (),
)  # fmt: skip
FACTOR: Final = Card(
    "factor:x 0 pain_morning", f"{NASTY} [L5-S1] kávé ☕ 坐 and the worst pain of that day", "linked", "likely",
    f"{NASTY}: 3 against 1: -0.3 points (-0.5 to -0.1), 88 days.", -0.3, -0.5, -0.1, 88,
    details=("Both were noted on the same day, so no order is claimed.",),
)  # fmt: skip
EARLY: Final = Card(
    "run 1 pain_morning", "Running, for you: not enough days yet, about 30 more", "not_enough", None,
    "12 pairs of days so far. About 30 more days.", needs=30, details=("Compared: nothing yet.",),
)  # fmt: skip
MAP: Final = MapView(
    ("no run", "a short run", "a long run"), ("little stress", "some stress", "much stress"),
    (((21, 2.1), (14, 2.9), (9, 4.2)), ((12, 1.4), (8, 2.2), (3, None)), ((7, 1.9), (1, None), (0, None))),
    1.4, 4.2, "By chance alone the highest and the lowest of nine cells would lie 1.1 points apart.",
    "Mean pain the next morning",
)  # fmt: skip
GROUPS: Final = (
    Group("Trend", ("Over the last 28 logged days: -0.4 points a month (-0.9 to 0.1).",
                    "Over all days: -0.2 points a month (-0.3 to -0.1).")),
    Group("Around a run", ("From before to after a run: -0.4 points (-0.7 to -0.1), over 41 runs; less on 61 %, "
                           "the same on 25 %, more on 14 %.",)),
    Group("Surfaces side by side", ("Road against trail: +0.3 points (-0.4 to 1.0).",
                                    "Track: 3 runs so far, 5 more.")),
)  # fmt: skip
SILENT: Final = (
    Group("No difference you would notice", ("Walking and pain next morning: -0.3 to 0.2",)),
    Group("Cannot tell yet", ("Mood and pain next morning: -0.6 to 0.8", f"{NASTY} and pain next morning: -1.1 to 1")),
)  # fmt: skip
METHOD: Final = (
    "Days that began alike were compared. What you do not log is not ruled out. Of ten answers that are said to be "
    "likely, about eight hold up; words change only now and then, the numbers every day."
)
EMPTY: Final = PatternsView("Nothing is recorded yet that could be compared.", method=METHOD)
FULL: Final = PatternsView(
    "120 days logged, 104 of them with a pain rating.", RUNNING, cards=(STRESS, FACTOR), load_map=MAP, groups=GROUPS,
    silent=SILENT, method=METHOD,
)  # fmt: skip
MIXED: Final = replace(FULL, mixed="Mixed: pain is easing while it is felt further down the leg.")
FLAGGED: Final = replace(
    FULL, headline=None, load_map=None,
    notice="A red flag is open. It comes first, and what running does waits until you have noted what came of it.",
)  # fmt: skip
FEW: Final = PatternsView("14 days logged, 12 of them with a pain rating.", EARLY, method=METHOD)
