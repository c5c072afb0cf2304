"""Names that are one name as the journal keeps them: both values are kept, or the line is refused."""

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.exchange.files.bounds import BadLine
from sciatica_journal.exchange.journal.jsonl import HEADER, read


def day_with(factors: str, more: str = "") -> list[str]:
    return [HEADER, f'{{"type":"day","date":"2026-03-01","factors":{factors}{more}}}']


@pytest.mark.parametrize(
    "factors",
    ['{"coffee cups":1,"coffee  cups":2}', '{"tea":1," tea ":1}', '{"caf\\u00e9":1,"cafe\\u0301":2}',
     '{"a\\tb":1,"a b":2}'],
)  # fmt: skip
def test_factors_that_would_be_one_are_refused_with_their_line(factors: str) -> None:
    with pytest.raises(BadLine, match=r"line 2: The factors .* are one name"):
        read(day_with(factors))


def test_factors_that_differ_in_case_are_both_kept() -> None:
    (day,) = read(day_with('{"Coffee":1,"coffee":2,"tea":null," tea ":3}'))
    assert isinstance(day, Day)
    assert day.factors == {"Coffee": 1, "coffee": 2, "tea": 3}


def test_keys_that_no_file_can_keep_apart_are_refused() -> None:
    with pytest.raises(BadLine, match=r"line 2: The key .* is there twice"):
        read(day_with("{}", ',"x":{"\\ud800":1,"\\ud801":2}'))
