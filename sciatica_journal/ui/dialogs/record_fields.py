"""How the fields of a form and the attributes of its record go over into each other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, TypeVar

from sciatica_journal.domain.dates import parse_day
from sciatica_journal.domain.days_ahead import parse_day_ahead
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import clean_or_none

R = TypeVar("R")


class Refused(Exception):
    """A field holds what cannot be kept."""

    def __init__(self, field: str, error: InvalidValue) -> None:
        super().__init__(str(error))
        self.field = field


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form: the `attribute` of the record that it holds.

    `read` makes the attribute of what is typed and may raise InvalidValue or Refused; an empty field is None
    without asking it. `show` makes text of the attribute. `words` is what an error calls it, by default the field.
    """

    attribute: str
    read: Callable[[str], Any] = clean_or_none
    show: Callable[[Any], str] = str
    words: str = ""


FormFields = Mapping[str, FormField]
"""By the field's name, which is the widget's too."""


def whole(attribute: str) -> FormField:
    """Return the field of a rating or another whole number."""
    return FormField(attribute, int)


def yes_no(attribute: str) -> FormField:
    """Return the field of a truth: a ChoiceRow of YES_NO, a TickRow."""
    return FormField(attribute, lambda text: text == "yes", lambda value: "yes" if value else "no")


def day(attribute: str, today: date, *, ahead: bool = False, words: str = "") -> FormField:
    """Return the field of a date, shown as ISO; `ahead` allows days after `today`."""
    parse = parse_day_ahead if ahead else parse_day
    return FormField(attribute, lambda text: parse(text, today), date.isoformat, words)


def state_of(record: object, fields: FormFields) -> dict[str, str]:
    """Return the text of each field, empty for what is not recorded."""
    values = {name: (field, getattr(record, field.attribute)) for name, field in fields.items()}
    return {name: "" if value is None else field.show(value) for name, (field, value) in values.items()}


def with_typed(record: R, typed: Mapping[str, str], fields: FormFields) -> R:
    """Return the record with the typed fields in it. Raises Refused, naming the field."""
    changes = {name: _read(name, text, fields[name]) for name, text in typed.items() if name in fields}
    try:
        return _changed(record, {fields[name].attribute: value for name, value in changes.items()})
    except InvalidValue as error:
        raise _blamed(record, changes, fields, error) from error


def _read(name: str, text: str, field: FormField) -> Any:
    try:
        return field.read(text) if text.strip() else None
    except InvalidValue as error:
        raise Refused(name, _in_words(name, field, error)) from error


def _changed(record: R, changes: Mapping[str, Any]) -> R:
    changed: R = replace(record, **changes)  # type: ignore[type-var]  # every record is a dataclass
    return changed


def _blamed(record: object, changes: Mapping[str, Any], fields: FormFields, error: InvalidValue) -> Refused:
    """Return the refusal of the field that cannot be by itself, or of the last one where they cannot be together."""
    for name, value in changes.items():
        try:
            _changed(record, {fields[name].attribute: value})
        except InvalidValue as alone:
            return Refused(name, _in_words(name, fields[name], alone))
    last: Final = list(changes)[-1]
    return Refused(last, _in_words(last, fields[last], error))


def _in_words(name: str, field: FormField, error: InvalidValue) -> InvalidValue:
    """Return the error with the field's words where it begins with the attribute's name."""
    rest = error.message.removeprefix(field.attribute)
    return error if rest == error.message else InvalidValue((field.words or name) + rest, error.hint)
