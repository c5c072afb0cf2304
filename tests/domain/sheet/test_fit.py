"""What fits on a page, for any material; the period where none is named; texts cut with a mark."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.sheet.fit import MOST_WORDS, PAGE_LINES, fitted, lines_of, words_of
from sciatica_journal.domain.sheet.items import ALWAYS, ITEMS, LEAST_FIRST, PERSONAL
from sciatica_journal.domain.sheet.minute import MATTERS, MINUTE_WORDS, divided
from sciatica_journal.domain.sheet.model import Fact, Section
from sciatica_journal.domain.sheet.period import default_period
from sciatica_journal.domain.sheet.words import CUT, LONGEST, cut, day_words, plain
from sciatica_journal.domain.signs.windows import last_episode

from .given import LAST, WORDS, ago

texts = st.text(max_size=400)
facts = st.lists(st.builds(Fact, st.text(max_size=40), texts.map(cut)), min_size=1, max_size=30)


@st.composite
def pages(draw: st.DrawFn) -> list[Section]:
    items = draw(st.lists(st.sampled_from(ITEMS), unique=True, max_size=len(ITEMS)))
    return [Section(item, item, tuple(draw(facts))) for item in items]


def test_every_item_has_its_place_and_its_title() -> None:
    assert sorted(ITEMS) == sorted(LEAST_FIRST) == sorted(WORDS.titles)
    assert set(LEAST_FIRST[-len(ALWAYS) :]) == ALWAYS


@given(pages())
def test_a_page_is_never_fuller_than_it_holds(sections: list[Section]) -> None:
    kept, dropped, _ = fitted(sections, WORDS)
    total = sum(map(lines_of, kept))
    assert total <= PAGE_LINES or all(len(one.facts) <= 2 for one in kept)
    assert {one.item for one in kept} >= {one.item for one in sections if one.item in ALWAYS}
    assert len(kept) + len(dropped) == len(sections)


@given(pages())
def test_a_page_never_has_more_words_than_it_holds_but_for_what_always_stays(sections: list[Section]) -> None:
    kept, _, _ = fitted(sections, WORDS)
    assert sum(map(words_of, kept)) <= MOST_WORDS or all(len(one.facts) <= 2 for one in kept)


def test_where_there_are_too_many_words_long_facts_are_cut_first_and_red_flags_stay_whole() -> None:
    told = Fact("told", "word " * 40)
    sections = [Section(item, WORDS.titles[item], (told,)) for item in ("flags", "medicines", "sleep")]
    kept, dropped, _ = fitted(sections, WORDS, most_words=110)
    assert [len(one.facts[0].text.split()) for one in kept] == [40, 30, 30]
    assert (kept[1].facts[0].text.endswith(CUT), dropped) == (True, [])


@given(pages())
def test_a_minute_is_enough_for_what_stands_above_the_line(sections: list[Section]) -> None:
    ordered, above = divided(sections)
    first = ordered[:above]
    assert sorted(ordered) == sorted(sections)
    assert sum(words_of(one) for one in first if one.item not in MATTERS[:3]) <= MINUTE_WORDS
    assert {one.item for one in sections} & set(MATTERS[:3]) <= {one.item for one in first} <= set(MATTERS)
    left = [one for one in ordered[above:] if one.item in MATTERS]
    assert all(sum(map(words_of, [*first, one])) > MINUTE_WORDS for one in left)


@given(pages())
def test_what_fits_stays_as_it_is(sections: list[Section]) -> None:
    if sum(map(lines_of, sections)) <= PAGE_LINES and sum(map(words_of, sections)) <= MOST_WORDS:
        assert fitted(sections, WORDS) == (tuple(sections), [], [])


def test_every_item_stays_where_each_has_thirty_words_that_the_page_has_lines_for() -> None:
    usual = [item for item in ITEMS if item not in PERSONAL | {"places"}]
    sections = [Section(item, WORDS.titles[item], (Fact("", "word " * 15),) * 2) for item in usual]
    assert sum(map(lines_of, sections)) <= PAGE_LINES
    assert fitted(sections, WORDS) == (tuple(sections), [], [])


def test_the_least_important_goes_first_and_is_named() -> None:
    long = Fact("", "x" * 61)
    sections = [Section(item, WORDS.titles[item], (long,) * 9) for item in ("flags", "signs", "tolerance", "sleep")]
    kept, dropped, fewer = fitted(sections, WORDS, 26)
    assert [one.item for one in kept] == ["flags", "signs", "tolerance"]
    assert dropped == ["sleep"]
    assert any("under nerve signs" in words for words in fewer)
    assert len(kept[0].facts) == 9
    assert kept[1].facts[-1].text.startswith("… and ")


@given(st.text(max_size=1000), st.integers(20, LONGEST))
def test_a_cut_text_is_short_on_one_line_and_says_so(text: str, most: int) -> None:
    found = cut(text, most)
    assert len(found) <= most
    assert "\n" not in found
    assert found == plain(text) or found.endswith(CUT)


def test_marks_do_not_pile_up() -> None:
    assert len(plain("a" + "\u0301" * 50)) < 6


@given(st.dates(date(2020, 1, 1), LAST), st.none() | st.dates(date(2015, 1, 1), LAST),
       st.lists(st.dates(date(2025, 9, 1), LAST)))  # fmt: skip
def test_the_default_period_ends_today_and_is_at_most_ninety_days(
    recorded: date, onset: date | None, painful: list[date]
) -> None:
    period = default_period(LAST, LAST, recorded=recorded, onset=onset, painful=painful)
    assert period.last == LAST
    assert 1 <= period.days <= 90
    assert period.first >= min(recorded, LAST) or period.days == 90


def test_a_young_episode_shortens_the_period_and_an_older_onset_does_not() -> None:
    painful = [ago(n) for n in range(20)]
    young = default_period(LAST, LAST, recorded=ago(400), onset=None, painful=painful)
    assert young.first == ago(19)
    told = default_period(LAST, LAST, recorded=ago(400), onset=ago(300), painful=painful)
    assert told.first == ago(89)


def test_an_episode_begins_after_eight_weeks_without_pain() -> None:
    assert last_episode([ago(100), ago(30), ago(2)], LAST) == ago(30)
    assert last_episode([ago(80), ago(30), ago(2)], LAST) == ago(80)
    assert last_episode([LAST + timedelta(days=1)], LAST) is None


def test_a_day_has_its_year_where_that_is_another() -> None:
    assert day_words(date(2026, 3, 4), 2026) == "4 Mar"
    assert day_words(date(2025, 3, 4), 2026) == "4 Mar 2025"
