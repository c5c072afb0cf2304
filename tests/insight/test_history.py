"""Words change only at checkpoints, and what is known of them is not worked out twice."""

from dataclasses import replace
from datetime import date

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.insight.history import Checkpoint, changes, checkpoint_rows
from sciatica_journal.insight.page import page_of, replay
from sciatica_journal.insight.regression import Estimate
from sciatica_journal.insight.table import DayTable, day_table
from sciatica_journal.insight.verdicts import Finding, Word
from sciatica_journal.services.patterns.cards import card_of
from sciatica_journal.services.patterns.diary import Diary
from sciatica_journal.services.patterns.page import told
from sciatica_journal.services.patterns.words import pattern_words
from tests.insight.diaries import diary

RUN = "run 1 pain_morning"


@pytest.fixture(scope="module")
def harmed() -> tuple[list[Day], list[Run]]:
    return diary(11, 200, run_effect=1.4, factors=1)


def table_of(noted: list[Day], runs: list[Run]) -> DayTable:
    table = day_table(noted, runs)
    assert table is not None
    return table


def test_words_are_those_of_the_last_checkpoint_and_numbers_those_of_today(harmed: tuple[list[Day], list[Run]]) -> None:
    noted, runs = harmed
    table = table_of(noted, runs)
    known = replay(table)
    rows, _ = checkpoint_rows(table)
    assert [(point.day - table.first).days + 1 for point in known] == rows
    words, effects = [], []
    for end in range(rows[2], rows[3] + 1):
        page = page_of(table.until(end), runs, replay(table.until(end), known))
        found = next(one for one in page.findings if one.answer.question.key == RUN)
        words.append(found.word)
        effects.append(found.effect)
    assert len(set(words[:-1])) == 1
    assert words[-1] == known[3].words[RUN]
    assert len(set(effects)) > 5


@pytest.mark.parametrize(
    ("effect", "error", "words", "says"),
    [
        (0.3, 0.2, "has come to include 0", True), (0.9, 0.2, "has come to include 0", False),
        (0.2, 0.05, "hardly notice it", True), (0.45, 0.05, "hardly notice it", False),
        (0.9, 0.05, "hardly notice it", False),
    ],
)  # fmt: skip
def test_a_word_that_the_range_does_not_bear_or_that_is_of_something_slight_says_so(
    harmed: tuple[list[Day], list[Run]], effect: float, error: float, words: str, says: bool
) -> None:
    page = page_of(table_of(*harmed), harmed[1], None)
    answer = next(one.answer for one in page.findings if one.answer.question.key == RUN)
    now = Finding(replace(answer, estimate=Estimate(effect, error, 100, 0.1)), "raises", "likely")
    assert (words in card_of(now, page, pattern_words(), {}).words) is says


def test_a_changed_day_leaves_the_checkpoints_before_it(harmed: tuple[list[Day], list[Run]]) -> None:
    noted, runs = harmed
    known = replay(table_of(noted, runs))
    last = replace(noted[-1], pain_morning=9, stress=10)
    again = replay(table_of([*noted[:-1], last], runs), known)
    assert all(one is other for one, other in zip(again[:-1], known[:-1], strict=True))
    first = replace(noted[0], pain_morning=9)
    assert not any(one is other for one in replay(table_of([first, *noted[1:]], runs), known) for other in known)


def test_the_history_tells_when_a_word_came_and_went() -> None:
    said, silent = Word("raises", "likely", 1), Word("unclear")
    points = [
        Checkpoint(date(2026, 1, day), "", {RUN: word})
        for day, word in ((1, silent), (9, said), (17, said), (25, silent))
    ]
    assert [(one.day.day, one.word) for one in changes(points, RUN)] == [(1, silent), (9, said), (25, silent)]


def test_todays_words_come_before_their_history_and_stay_the_same(
    harmed: tuple[list[Day], list[Run]], monkeypatch: pytest.MonkeyPatch
) -> None:
    diary_of = Diary(date(2026, 11, 22), tuple(harmed[0]), tuple(harmed[1]))
    assert told(diary_of, soon=True).is_whole, "a short one is whole at once"
    monkeypatch.setattr("sciatica_journal.services.patterns.page.SOON", 3)
    first = told(diary_of, soon=True)
    whole, alone = told(diary_of, first, soon=True), told(diary_of)
    assert (first.is_whole, whole.is_whole, len(first.checkpoints)) == (False, True, 1)
    assert whole.view == alone.view
    assert whole.checkpoints == alone.checkpoints
    assert first.view.headline is not None
    assert alone.view.headline is not None
    assert replace(alone.view.headline, history=()) == first.view.headline


def test_a_page_is_kept_while_only_words_change(harmed: tuple[list[Day], list[Run]]) -> None:
    noted, runs = harmed
    diary_of = Diary(date(2026, 1, 1), tuple(noted), tuple(runs))
    before = told(diary_of)
    assert told(diary_of, before) is before
    noted_more = replace(diary_of, days=(*noted[:-1], replace(noted[-1], note="[L5-S1]")))
    assert told(noted_more, before).page is before.page
    harder = replace(diary_of, days=(*noted[:-1], replace(noted[-1], stress=10)))
    after = told(harder, before)
    assert after.page is not before.page
    assert after.view == told(harder).view
    assert before.view.headline is not None
    assert any(line.startswith("likely raises") or "clearly raises" in line for line in before.view.headline.history)
