"""Draws: blocks of four with two of each, replayed from the seed by the rule as it is written down."""

from collections import Counter
from datetime import date
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.trial.drawing import ARRANGEMENTS, block_of, draw_of
from sciatica_journal.domain.trial.trial import Trial

DAY = date(2026, 3, 4)
seeds = st.text("0123456789abcdef", min_size=32, max_size=32)


def trial(seed: str, planned: int = 20) -> Trial:
    return Trial("t", DAY, option_a="road", option_b="trail", planned=planned, seed=seed)


@given(seeds, st.sampled_from([20, 40, 200]))
def test_every_block_has_two_of_each_and_single_draws_are_the_schedule(seed: str, planned: int) -> None:
    mine = trial(seed, planned)
    draws = [draw_of(mine, number, DAY) for number in range(1, planned + 1)]
    letters = "".join(draw.option for draw in draws)
    assert letters == "".join(block_of(seed, block) for block in range(1, planned // 4 + 1))
    assert {letters[at : at + 4].count("a") for at in range(0, planned, 4)} == {2}
    assert [draw.block for draw in draws] == [(draw.number + 3) // 4 for draw in draws]
    assert len({draw.id for draw in draws}) == planned


def test_all_arrangements_come_about_equally_often() -> None:
    seen = Counter(block_of(f"{number:032x}", 1) for number in range(1200))
    assert set(seen) == set(ARRANGEMENTS)
    assert all(150 <= count <= 250 for count in seen.values())


def test_the_rule_of_the_schema_replays_it() -> None:
    seed = "00112233445566778899aabbccddeeff"
    number = int(sha256(b"00112233445566778899aabbccddeeff:1").hexdigest(), 16)
    assert block_of(seed, 1) == ("aabb", "abab", "abba", "baab", "baba", "bbaa")[number % 6]
    assert "".join(draw_of(trial(seed), draw, DAY).option for draw in range(1, 21)) == "babaaabbabbabaabaabb"
