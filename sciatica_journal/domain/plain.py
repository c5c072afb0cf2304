"""Records as plain JSON-ready objects and back: the shape of the interchange format.

One mapping serves the interchange file, the command line's `--json` and the stored history. Keys are
the fields in their declared order; what is not recorded is left out; keys nobody knows are kept in `extra`.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from json import dumps
from typing import TYPE_CHECKING, Any, cast

from sciatica_journal.domain.checks import quoted
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.kinds import FIRST_KINDS, KINDS
from sciatica_journal.domain.plain_values import READERS, as_float, read_date

if TYPE_CHECKING:
    from sciatica_journal.domain.care.record import CareRecord
    from sciatica_journal.domain.kinds import RecordClass
    from sciatica_journal.domain.moment import Moment
    from sciatica_journal.domain.other import Other
    from sciatica_journal.domain.reflection import Reflection
    from sciatica_journal.domain.run import Run
    from sciatica_journal.domain.spot import Spot

    OwnRecord = Day | Run | Reflection | Moment | CareRecord
    Record = OwnRecord | Other
else:
    # At run time these stand in annotations only: the classes are loaded where such a record is met.
    Record = RecordClass = object

Plain = dict[str, Any]

_CLASSES: dict[str, RecordClass] = {"day": Day}

SET_ASIDE = ("flag", "profile")
"""Types that have no table of records: red flags, and what the first launch was told."""

UNREAD = ("other", "profile")
"""Types whose records carry the whole object along: the class `Other` and what is made of it."""

_DECIMALS = frozenset({"sleep_hours", "distance_km", "duration_min", "minutes", "ascent_m", "settle_hours"})
_LONGEST_KEY = 200


def to_plain(record: Record) -> Plain:
    """Return the record as JSON-ready values, `type` first, unset fields left out."""
    if record.TYPE in UNREAD:
        return dict(cast("Other", record).body)
    own = cast("OwnRecord", record)
    plain: Plain = {"type": own.TYPE}
    for item in fields(own):
        value = getattr(own, item.name)
        if item.name == "extra" or value is None or value == () or value == {}:
            continue
        plain[item.name] = as_float(value) if item.name in _DECIMALS else _plain_value(value)
    plain.update(own.extra)
    return plain


def _plain_value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [item if isinstance(item, str) else _plain_spot(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value


def _plain_spot(spot: "Spot") -> Plain:
    plain: Plain = {"region": spot.region}
    if spot.side is not None:
        plain["side"] = spot.side
    if spot.intensity is not None:
        plain["intensity"] = spot.intensity
    if spot.qualities:
        plain["qualities"] = list(spot.qualities)
    return {**plain, **spot.extra}


def from_plain(plain: Mapping[str, Any]) -> Record:
    """Return the record that `plain` describes.

    A missing `id` is derived from the content, so that reading twice gives the same record. Unknown types and keys
    survive, and so does a care record of another shape than ours: other programs may mean something else by the
    same word. Raises InvalidValue for a day, run, reflection or moment with a value of the wrong kind or out of range.
    """
    kind = _type_of(plain)
    if kind not in KINDS and kind not in SET_ASIDE:
        return other_from_plain(plain)
    try:
        return typed_from_plain(plain)
    except InvalidValue:
        if kind in FIRST_KINDS:
            raise
        return other_from_plain(plain)


def typed_from_plain(plain: Mapping[str, Any]) -> Record:
    """Return the record of one of our own types. Raises InvalidValue where its values do not hold."""
    kind = _type_of(plain)
    if kind == "profile":
        from sciatica_journal.domain.care.first_told import first_told

        return first_told(plain)
    cls = _class_of(kind)
    if kind == "flag":
        from sciatica_journal.domain.safety.flag_record import with_defaults

        plain = with_defaults(dict(plain))
    values, extra = _values_of(cls, _as_now_written(kind, plain))
    if "date" not in values:
        raise InvalidValue(f"The {kind} has no date.", "Give one such as 2026-03-01.")
    if kind != "day" and "id" not in values:
        values["id"] = content_id(plain)
    if kind == "reflection" and "kept" not in values:
        values["kept"] = True
    return cls(**values, extra=extra)


def _as_now_written(kind: str, plain: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the object with the names of this version; its id, where it has none, comes from what was given."""
    if kind != "run" or "stride" not in plain:
        return plain
    from sciatica_journal.domain.run import with_own_stride

    return with_own_stride(plain)


def _values_of(cls: RecordClass, plain: Mapping[str, Any]) -> tuple[Plain, Plain]:
    """Return the values of the class's own fields, and what else the object holds."""
    known = {item.name for item in fields(cls)} - {"extra"}
    values: Plain = {}
    extra: Plain = {}
    for name, value in plain.items():
        if name == "type" or value is None:
            continue
        if name in known:
            values[name] = READERS[name](name, value) if name in READERS else value
        else:
            extra[name] = value
    return values, extra


def _type_of(plain: Mapping[str, Any]) -> str:
    kind = plain.get("type")
    if not isinstance(kind, str) or not kind:
        raise InvalidValue("The object has no type.", 'It starts with {"type":"day"} or another type.')
    return kind


def _class_of(kind: str) -> RecordClass:
    if kind not in _CLASSES:
        if kind not in KINDS:
            raise InvalidValue(f"The type {quoted(kind)} is unknown.", "It needs a newer version of the program.")
        _CLASSES[kind] = KINDS[kind].load()
    return _CLASSES[kind]


def content_id(plain: Mapping[str, Any]) -> str:
    """Return an identifier derived from the content alone: 16 hexadecimal digits."""
    from hashlib import blake2b

    text = dumps({k: v for k, v in plain.items() if v is not None}, sort_keys=True, ensure_ascii=False)
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def other_from_plain(plain: Mapping[str, Any]) -> "Other":
    """Return the record that carries an object along unread."""
    from sciatica_journal.domain.other import Other

    body = dict(plain)
    day = body.get("date")
    return Other(id=_other_key(body), date=None if day is None else read_date("date", day), body=body)


def _other_key(body: Plain) -> str:
    """Return the key of an unknown record: type and id, since two types may use the same ids."""
    kind, ident = body["type"], body.get("id")
    if not isinstance(ident, str):
        return content_id(body)
    key = f"{kind}:{ident}"
    readable = ":" not in kind and len(key) <= _LONGEST_KEY and key.isprintable()
    return key if readable else content_id({"type": kind, "id": ident})
