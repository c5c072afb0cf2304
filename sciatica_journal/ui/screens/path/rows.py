"""The rows of Path: each record in one line, the words of it in a second where they do not fit."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.care.background import HISTORY, Background
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.domain.dates import near_day, short_day
from sciatica_journal.domain.labels import HELPED_LABELS, HISTORY_LABELS, SIGN_LABELS
from sciatica_journal.domain.signs.known import SignState
from sciatica_journal.domain.text import one_line
from sciatica_journal.ui.widgets.row import Part

GREEN_LIGHTS: Final = {"yes": "green light", "not_yet": "not yet to running", "limits": "green light, limits"}

OVERRIDDEN: Final = {
    "not_examined": "not examined", "no_green_light": "no green light", "red_verdict": "against a rest day",
}  # fmt: skip
_SIDES: Final = {"left": "left", "right": "right", "both": "both sides"}
DOUBTED: Final = 5
"""What makes less sense than this to oneself is said in the row: worth asking about again."""
TOLD: Final = "told-"
"""What stands before a sign in the name of a row of one that only the first launch was told of."""
TOLD_EXAMINATION: Final = f"{TOLD}examination"
"""The name of the row of an examination that only the first launch was told of."""
_MUTED: Final = "$text-muted"


class RowSpec(NamedTuple):
    """What a row shows. `name` is what it opens, `key` the id of the record it stands for, empty for none."""

    label: str
    name: str
    value: tuple[Part, ...]
    key: str = ""
    tail: str = ""
    hint: str = ""


def ahead(day: date, today: date) -> str:
    """Return how far ahead a day is, in words."""
    days = (day - today).days
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def examination_row(one: Examination, today: date) -> RowSpec:
    """Return an examination: the answer on running and who gave it, then what was tested and told."""
    facts = [GREEN_LIGHTS.get(one.green_light or "", "nothing said on running"), one_line(one.who or "")]
    more = []
    if one.neurological is not None:
        more.append("nerves tested" if one.neurological else "nerves not tested")
    if one.makes_sense is not None and one.makes_sense < DOUBTED:
        more.append(f"makes sense {one.makes_sense} of 10")
    more.append(one_line(one.told or one.limits or one.note or ""))
    return _record(one, one.date, today, facts, more, first="bold")


def told_row(examined: date | bool | None) -> list[RowSpec]:
    """Return what the first launch was told of an examination, while no examination is recorded."""
    if not examined:
        return []
    day = "no date" if examined is True else f"{examined.day} {examined:%b} {examined.year}"
    words = (("told at the start", ""), (" · ↵ notes what came of it", _MUTED))
    return [RowSpec(day, TOLD_EXAMINATION, words)]


def appointment_row(one: Appointment, today: date) -> RowSpec:
    """Return an appointment; one that lies ahead says how far."""
    time = f"{one.start:%H:%M}" if one.start is not None else ""
    facts = [" ".join(filter(None, (f"{one.date:%a}", time))), one_line(one.who or "")]
    place, note = one_line(one.place or ""), one_line(one.note or "")
    if one.date < today:
        return _record(one, one.date, today, facts, [note], first=_MUTED, rest=_MUTED)
    return _record(one, one.date, today, [ahead(one.date, today), *facts], [place, note], first="bold")


def question_row(one: Question, today: date) -> RowSpec:
    """Return a question, and of one that was asked the day and the answer."""
    text = one_line(one.text or "")
    if one.asked is None:
        return RowSpec("to ask", "question", ((text, ""),), one.id)
    answer = f"{near_day(one.asked, today)}: {one_line(one.answer or 'no answer noted')}"
    return RowSpec("asked", "question", ((text, _MUTED),), one.id, answer)


def treatment_row(one: Treatment, today: date) -> RowSpec:
    """Return a treatment: what, until when, how things went meanwhile."""
    going_on = one.until is None or one.until >= today
    until = "going on" if one.until is None else f"until {near_day(one.until, today)}"
    more = [until, HELPED_LABELS.get(one.helped or "", ""), one_line(one.note or "")]
    return _record(one, one.date, today, [one_line(one.what or "a treatment")], more, first="" if going_on else _MUTED)


def override_row(one: Override, today: date) -> RowSpec:
    """Return an override: what was overridden, and why."""
    return _record(one, one.date, today, [OVERRIDDEN.get(one.what or "", "an override")], [one_line(one.why or "")])


def sign_words(sign: str | None, side: str | None, area: str | None) -> str:
    """Return which sign and where: `numb, left, outer toes`."""
    return ", ".join(
        filter(None, (SIGN_LABELS.get(sign or "", "a sign"), _SIDES.get(side or "", ""), one_line(area or "")))
    )


def sign_row(one: KnownSign, today: date) -> RowSpec:
    """Return a known sign: which, where, examined or not, changed, gone."""
    name = sign_words(one.sign, one.side, one.area)
    if one.ended is not None:
        said = [name, f"gone {near_day(one.ended, today)}"]
        return _record(one, one.date, today, said, first=_MUTED, rest=_MUTED)
    changed = f"changed {near_day(one.changed, today)}" if one.changed else ""
    examined = f"examined {near_day(one.examined, today)}" if one.examined else "not examined"
    return _record(one, one.date, today, [name, changed, examined], [one_line(one.note or "")])


def told_sign_row(state: SignState) -> RowSpec:
    """Return a sign that only the first launch was told of; opened, it asks when it began."""
    said = "examined" if state.examined else "not examined"
    facts = [sign_words(state.sign, state.side, state.area), "told at the start", said]
    return RowSpec("since?", f"{TOLD}{state.sign}", _parts(facts, "", _MUTED))


def background_rows(one: Background | None, today: date, purpose: str) -> list[RowSpec]:
    """Return the background in one row; where nothing was answered, what it is for."""
    if one is None:
        return [RowSpec("not asked", "background", ((purpose, _MUTED),))]
    facts = [f"began {near_day(one.onset, today)}"] if one.onset else []
    if one.leg_worse is not None:
        facts.append("leg worse than back" if one.leg_worse else "back worse than leg, or the same")
    facts += [words for name, words in HISTORY_LABELS.items() if getattr(one, name)]
    answered = sum(getattr(one, name) is not None for name in HISTORY)
    more = [f"{answered} of {len(HISTORY)} asked" if answered < len(HISTORY) else "all asked"]
    more += [f"{name}: {one_line(text)}" for name in ("medicines", "work", "worry") if (text := getattr(one, name))]
    return [RowSpec(near_day(one.date, today), "background", _parts(facts, "", _MUTED), one.id, " · ".join(more))]


def _record(
    record: "Examination | Appointment | Treatment | Override | KnownSign",
    day: date,
    today: date,
    facts: Sequence[str],
    more: Sequence[str] = (),
    *,
    first: str = "",
    rest: str = "",
) -> RowSpec:
    return RowSpec(
        near_day(day, today), record.TYPE, _parts(facts, first, rest), record.id, " · ".join(filter(None, more))
    )


def _parts(facts: Sequence[str], first: str = "", rest: str = "") -> tuple[Part, ...]:
    """Return the facts with dots between them, the first one in a style of its own."""
    parts: list[Part] = []
    for fact in filter(None, facts):
        parts += [(" · ", _MUTED)] if parts else []
        parts.append((fact, rest if parts else first))
    return tuple(parts)


def long_day(day: date | None) -> str:
    """Return a day within a sentence, with a blank before it: ` on Tue 3 Nov 2026`; nothing for none."""
    return f" on {short_day(day)} {day.year}" if day is not None else ""
