"""The questions of the three steps, and the profile that their answers make."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from textual.widget import Widget

from sciatica_journal.domain.dates import parse_day
from sciatica_journal.services.safety.profile import Profile
from sciatica_journal.ui.screens.welcome.sign_row import SignRow
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.writing import WritingLine

STEPS: Final = ("1-what-this-is", "2-your-pain", "3-full-or-light")
PAIN: Final = 1
"""The step, counted from 0, that asks about the pain."""

SIGNS: Final = {
    "numb": ("Numb", "no or less feeling"),
    "tingling": ("Tingling", "pins and needles"),
    "weak": ("Weak", "foot, ankle, knee or hip"),
    "saddle": ("Saddle", "any change between the legs"),
    "bladder": ("Toilet", "any change in bladder or bowel"),
    "both_legs": ("Both legs", "any of it in both legs"),
}
"""The signs asked about, by the name the profile knows them by."""

_HEADING: Final = re.compile(r"^## (\w+)\n+", re.MULTILINE)

Answers = dict[str, str]


class Question(NamedTuple):
    """Words in Markdown, and the rows that answer them, if any do."""

    text: str
    rows: list[Widget]


def questions_of(text: str, answers: Mapping[str, str]) -> list[Question]:
    """Return the questions of a step, with what was answered before.

    In its text `## examined` begins the words of a question by its name; what stands before asks nothing.
    """
    first, *rest = _HEADING.split(text)
    named = zip(rest[::2], rest[1::2], strict=True)
    questions = [Question(words.strip(), _rows(name, answers)) for name, words in named]
    return [Question(first.strip(), []), *questions] if first.strip() else questions


def _rows(question: str, answers: Mapping[str, str]) -> list[Widget]:
    if question == "examined":
        when = WritingLine("examined_on", "if you know: 2026-03-01, yesterday, -30d")
        when.show(answers.get("examined_on", ""))
        choices = {"yes": "yes, by a professional", "no": "not yet"}
        return [_with(ChoiceRow("examined", "Examined", choices), answers), Labelled("When", when)]
    if question == "leg_worse":
        return [_with(ChoiceRow("leg_worse", "The leg", {"yes": "yes", "no": "no", "unsure": "unsure"}), answers)]
    if question == "signs":
        return [_with(SignRow(sign, label, about), answers) for sign, (label, about) in SIGNS.items()]
    if question == "mode":
        return [_with(ChoiceRow("mode", "Mode", {"full": "full", "light": "light"}, optional=False), answers)]
    return []


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
    )


def answers_of(profile: Profile) -> Answers:
    """Return the answers that make the profile."""
    answers = dict(profile.signs)
    if profile.examined is not None:
        answers["examined"] = "yes" if profile.examined else "no"
    if isinstance(profile.examined, date):
        answers["examined_on"] = profile.examined.isoformat()
    if profile.leg_worse is not None:
        answers["leg_worse"] = "yes" if profile.leg_worse else "no"
    return answers
