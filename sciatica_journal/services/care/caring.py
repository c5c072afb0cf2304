"""Care beyond keeping a record: own words are checked, signs were examined, a caution is overridden."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.overriding import overridable
from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.checks import quoted
from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.safety.red_flags import DayRecords
from sciatica_journal.domain.text import clean_or_none
from sciatica_journal.services.care.records import find_background, find_care, running_standing, save_care
from sciatica_journal.services.care.words import path_words
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice

OWN_WORDS: Final = {
    "appointment": ("note",), "examination": ("note",), "ladder_move": ("why",), "override": ("why",),
    "question": ("text",), "season": ("question", "answer"), "treatment": ("what", "note"),
    "trial": ("option_a", "option_b", "why"),
}  # fmt: skip
"""By record type, the texts that tell of oneself. What one was told by others is theirs, and is not checked."""


class OpenSign(NamedTuple):
    """A sign that is there and that an examination may have looked at. `key` is its record's id, or names a sign
    that only the first launch was told of."""

    key: str
    sign: str
    side: str | None = None
    area: str | None = None
    since: date | None = None


def keep_told(session: Session, record: CareRecord) -> "tuple[Notice, ...]":
    """Keep a care record and return the notices that its own new words raise (rule 6)."""
    before = find_care(session, type(record), record.id)
    save_care(session, record)
    return check_words(session, record, before)


def check_words(session: Session, record: CareRecord, before: CareRecord | None = None) -> "tuple[Notice, ...]":
    """Return the notices that a record's own new words raise, kept or not."""
    from sciatica_journal.services.safety.flags import open_raised, signs_of

    texts = list(_new_words(record, before))
    if not texts:
        return ()
    today = session.today()
    return open_raised(session, today, signs_of(session, DayRecords(texts=texts), today))


def _new_words(record: CareRecord, before: CareRecord | None) -> Iterator[tuple[str, str]]:
    for name in OWN_WORDS.get(record.TYPE, ()):
        text = getattr(record, name)
        if text and (before is None or getattr(before, name) != text):
            yield record.TYPE, text


def go_on_anyway(session: Session, why: str) -> "tuple[Override | None, tuple[Notice, ...]]":
    """Override the caution that holds back running, and return the override with the notices that the reason raises.

    A reason that raises an urgent flag overrides nothing: then there is no override. Raises InvalidValue without a
    reason, JournalError where nothing can be overridden, above all while an urgent flag is open (rule 17).
    """
    words = path_words()["override"]
    said = clean_or_none(why)
    if said is None:
        raise InvalidValue(words["why_first"])
    state = running_standing(session)
    what = overridable(state)
    if what is None:
        raise JournalError(words["flag_open" if state.reason == "flag_open" else "not_needed"])
    record = Override(session.new_id(), session.today(), what=what, why=said)
    notices = check_words(session, record)
    if running_standing(session).reason == "flag_open":
        return None, notices
    save_care(session, record)
    return record, notices


def signs_to_examine(session: Session, day: date) -> tuple[OpenSign, ...]:
    """Return the signs that an examination on `day` may have looked at and that do not say so yet."""
    from sciatica_journal.services.safety.signs import known_signs, sign_states

    records = known_signs(session)
    found = [
        OpenSign(one.id, one.sign, one.side, one.area, one.date)
        for one in records
        if one.sign and one.ended is None and one.date <= day and (one.examined is None or one.examined < day)
    ]
    named = {one.sign for one in records}
    told = [
        OpenSign(state.sign, state.sign, since=state.since)
        for state in sign_states(session)
        if state.sign not in named and not state.quiet and (state.since is None or state.since <= day)
    ]
    return (*found, *told)


def note_examined(session: Session, keys: Collection[str], day: date) -> None:
    """Note that these signs were examined on `day`; a sign that only the first launch was told of gets a record.

    Raises InvalidValue for a key that `signs_to_examine` does not return.
    """
    signs = {one.key: one for one in signs_to_examine(session, day)}
    unknown = set(keys) - set(signs)
    if unknown:
        raise InvalidValue(f"{quoted(min(unknown))} is not an open sign.", "Choose among the signs in Path.")
    save_care(session, *_examined(session, [signs[key] for key in keys], day))


def _examined(session: Session, signs: Sequence[OpenSign], day: date) -> Iterator[KnownSign]:
    background = find_background(session)
    onset = background.onset if background is not None else None
    for sign in signs:
        record = find_care(session, KnownSign, sign.key)
        if record is not None:
            yield replace(record, examined=day)
        else:
            since = sign.since or (onset if onset is not None and onset <= day else day)
            yield KnownSign(session.new_id(), since, sign=sign.sign, examined=day)
