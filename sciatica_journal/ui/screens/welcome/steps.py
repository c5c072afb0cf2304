"""The rows of the three steps, and the profile that their answers make."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.dates import parse_day
from sciatica_journal.services.profile import Profile
from sciatica_journal.ui.screens.welcome.sign_row import SignRow
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.writing import WritingLine

STEPS: Final = ("1-what-this-is", "2-your-pain", "3-full-or-light")

SIGNS: Final = {
    "numb": ("Numb", "no or less feeling"),
    "tingling": ("Tingling", "pins and needles"),
    "weak": ("Weak", "foot, ankle, knee or hip"),
    "saddle": ("Saddle", "any change between the legs"),
    "bladder": ("Toilet", "any change in bladder or bowel"),
    "both_legs": ("Both legs", "any of it in both legs"),
}
"""The signs asked about, by the name the profile knows them by."""

Answers = dict[str, str]


def rows_of(step: int, answers: Mapping[str, str]) -> Iterable[Widget]:
    """Yield the rows of a step, counted from 0, with what was answered before."""
    if step == 1:
        yield from _pain_rows(answers)
    elif step == 2:
        yield _with(ChoiceRow("mode", "Mode", {"full": "full", "light": "light"}, optional=False), answers)


def _pain_rows(answers: Mapping[str, str]) -> Iterable[Widget]:
    yield _with(ChoiceRow("examined", "Examined", {"yes": "yes, by a professional", "no": "not yet"}), answers)
    when = WritingLine("examined_on", "if you know: 2026-03-01, yesterday, -30d")
    when.value = answers.get("examined_on", "")
    yield Labelled("When", when)
    yield _with(ChoiceRow("leg_worse", "Leg worse", {"yes": "yes", "no": "no", "unsure": "unsure"}), answers)
    yield Static(Content("Today, each of these:"), classes="ask")
    for sign, (label, about) in SIGNS.items():
        yield _with(SignRow(sign, label, about), answers)


def _with(row: ChoiceRow, answers: Mapping[str, str]) -> ChoiceRow:
    row.set_reactive(ChoiceRow.value, answers.get(row.field))
    return row


def profile_of(answers: Mapping[str, str], today: date) -> Profile:
    """Return the profile that the answers make. Raises InvalidValue for a date that is none, or in the future."""
    examined: date | bool | None = {"yes": True, "no": False}.get(answers.get("examined", ""))
    when = answers.get("examined_on", "").strip()
    if when and examined is not False:
        examined = parse_day(when, today)
    return Profile(
        examined=examined,
        leg_worse={"yes": True, "no": False}.get(answers.get("leg_worse", "")),
        signs={sign: answers[sign] for sign in SIGNS if sign in answers},
        mode=answers.get("mode", "full"),
    )
