"""Care records: what is valid survives being written and read, what is not is refused in words."""

from dataclasses import fields
from datetime import date
from json import dumps, loads
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.kinds import CARE_KINDS, FIRST_KINDS, TRIAL_KINDS
from sciatica_journal.domain.other import Other
from sciatica_journal.domain.plain import from_plain, to_plain, typed_from_plain

from ..valid_care_records import care_records
from ..valid_records import json_values

DAY = date(2026, 3, 1)
FIELDS = sorted(
    (kind, name) for kind, care in {**CARE_KINDS, **TRIAL_KINDS}.items() for name in care.columns if name != "extra"
)


@given(care_records)
@settings(max_examples=200)
def test_a_valid_record_survives_the_way_out_and_back(record: CareRecord) -> None:
    assert from_plain(loads(dumps(to_plain(record)))) == record


@pytest.mark.parametrize("kind", [*FIRST_KINDS, *CARE_KINDS, *TRIAL_KINDS])
def test_the_columns_are_the_fields_of_the_class(kind: str) -> None:
    care = {**FIRST_KINDS, **CARE_KINDS, **TRIAL_KINDS}[kind]
    cls = care.load()
    assert kind == cls.TYPE
    assert sorted(care.columns) == sorted(item.name for item in fields(cls))
    assert set(care.texts) <= set(care.columns)


@given(st.sampled_from(FIELDS), json_values)
@settings(max_examples=300)
def test_any_value_read_is_taken_or_refused_in_words(field: tuple[str, str], value: Any) -> None:
    kind, name = field
    plain = {"type": kind, "id": "one", "date": "2026-03-01", "measure": "impact" if kind == "reading" else None}
    try:
        record = typed_from_plain({**plain, name: value})
    except InvalidValue as error:
        refused = error
    else:
        assert from_plain(to_plain(record)) == record
        return
    assert refused.message
    assert len(str(refused)) < 500


@pytest.mark.parametrize(
    "plain",
    [
        {"type": "treatment", "date": "2026-03-01", "until": "2026-02-01"},
        {"type": "season", "date": "2026-03-01", "ended": "2026-02-01"},
        {"type": "holiday", "date": "2026-03-01", "until": "2026-02-28"},
        {"type": "check", "date": "2026-03-01", "answers": {"mood": "no"}},
        {"type": "check", "date": "2026-03-01", "answers": {"saddle": "perhaps"}},
        {"type": "check", "date": "2026-03-01", "calf_raises_left": 101},
        {"type": "reading", "date": "2026-03-01", "measure": "bother", "answers": {"leg": 7}},
        {"type": "reading", "date": "2026-03-01", "answers": {"leg": 3}},
        {"type": "reading", "date": "2026-03-01", "measure": "who5", "answers": {}},
        {"type": "examination", "date": "2026-03-01", "makes_sense": 11},
        {"type": "sign", "date": "2026-03-01", "sign": "numb", "side": "centre"},
    ],
)
def test_what_does_not_hold_is_refused(plain: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue) as caught:
        typed_from_plain(plain)
    assert caught.value.hint


def test_a_record_of_another_shape_is_carried_along_unread() -> None:
    plain = {"type": "examination", "id": "e", "date": "2026-03-01", "neurological": "partly"}
    record = from_plain(plain)
    assert record.TYPE == "other"
    assert to_plain(record) == plain


def test_a_type_that_nobody_knows_is_still_carried_along() -> None:
    assert isinstance(from_plain({"type": "moon", "id": "1", "date": "2026-03-01"}), Other)


def test_a_missing_id_comes_from_the_content() -> None:
    plain = {"type": "question", "date": "2026-03-01", "text": "May I run?"}
    assert from_plain(plain).key == from_plain(dict(plain)).key
