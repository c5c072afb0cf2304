"""A care record in words: what kind it is, its facts, and what the person wrote of it."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sciatica_journal.domain.dates import day_title
from sciatica_journal.domain.labels import HISTORY_LABELS
from sciatica_journal.domain.signs.in_checks import ITEM_NAMES
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.wording import Line, capital

if TYPE_CHECKING:
    from sciatica_journal.domain.care.record import CareRecord

CARE_NAMES: Final = {
    "examination": "examination", "appointment": "appointment", "question": "question to ask",
    "treatment": "treatment", "override": "running all the same", "sign": "known sign", "check": "safety check",
    "reading": "measure", "season": "season", "holiday": "holiday from the journal", "background": "background",
    "flag": "red flag", "ladder_move": "walk-to-run ladder", "trial": "coin-flip trial",
    "draw": "coin flip",
}  # fmt: skip
"""What each kind is called, in a sentence."""

_GREEN_LIGHTS: Final = {"yes": "green light to run", "not_yet": "no running yet", "limits": "green light with limits"}
_OVERRIDDEN: Final = {
    "not_examined": "not examined yet", "no_green_light": "no green light yet", "red_verdict": "on a rest day",
}  # fmt: skip
_HELPED: Final = {
    "better": "meanwhile better", "same": "meanwhile the same", "worse": "meanwhile worse", "unsure": "hard to say",
}  # fmt: skip
_MEASURES: Final = {
    "activities": "my activities", "impact": "impact", "bother": "leg-symptom bother", "rmdq": "Roland-Morris",
    "beliefs": "harm and fear",
}  # fmt: skip
_ITEMS: Final = {
    "joy": "spoilt what I enjoy", "doing": "held me back", "leg_pain": "leg pain", "harm": "taken as harm",
    "fear": "afraid to move",
}  # fmt: skip
_MOVES: Final = {"start": "begun", "forward": "a step on", "back": "a step back", "to": "gone to", "leave": "left"}
_TRIAL: Final = {"open": "under way", "stopped": "stopped", "finished": "finished"}
_NEXT_STEPS: Final = {
    "daily": "then daily", "every_other_day": "then every other day", "weekly": "then weekly", "stop": "then no more",
}  # fmt: skip
_OUTCOMES: Final = {
    "seen_cleared": "seen, nothing urgent found", "seen_treated": "seen and treated", "by_mistake": "noted by mistake",
}  # fmt: skip
_TIERS: Final = {"E": "now", "S": "the same day", "G": "an appointment"}


class CareWords(NamedTuple):
    """A record in words: the name of its kind with a capital, its facts, and its texts by their labels."""

    name: str
    facts: tuple[str, ...]
    texts: tuple[Line, ...] = ()

    @property
    def line(self) -> Line:
        """The record as one line: kind and facts, then the texts."""
        said = [line.text if not line.label else f"{line.label}: {line.text}" for line in self.texts]
        head = ", ".join((self.name, *self.facts))
        return Line(head, "\n".join(said), is_text=True)


def care_words(record: "CareRecord", titles: Mapping[str, str] | None = None) -> CareWords:
    """Return a care record, or a red flag, in words; `titles` says what the triggers of red flags are called."""
    facts = _FACTS[record.TYPE](record)
    if record.TYPE == "flag":
        trigger = getattr(record, "trigger", "")
        facts = [(titles or {}).get(trigger, trigger.replace("_", " ")), *facts]
    texts = [Line(label, text, True) for label, text in _texts(record) if text]
    return CareWords(capital(CARE_NAMES[record.TYPE]), tuple(fact for fact in facts if fact), tuple(texts))


def _texts(record: Any) -> Iterator[tuple[str, str | None]]:
    """Yield what the person wrote; the main text of a kind has no label."""
    if record.TYPE == "question":
        yield "", record.text
        yield "answer", record.answer
    elif record.TYPE == "season":
        yield "", record.question
        yield "answer", record.answer
    elif record.TYPE == "examination":
        yield "told", record.told
        yield "limits", record.limits
        yield "scan", record.scan
    elif record.TYPE == "flag":
        yield "told", record.told
    elif record.TYPE in ("override", "trial"):
        yield "", record.why
    elif record.TYPE == "background":
        for name in ("medicines", "scans", "work", "worry"):
            yield name, getattr(record, name)
    yield "", getattr(record, "note", None)


def _examination(one: Any) -> list[str]:
    tested = {True: "nerves tested", False: "nerves not tested"}.get(one.neurological, "")
    sense = "" if one.makes_sense is None else f"makes sense {one.makes_sense} of 10"
    return [_line(one.who), tested, _GREEN_LIGHTS.get(one.green_light, ""), sense]


def _appointment(one: Any) -> list[str]:
    return [f"{one.start:%H:%M}" if one.start else "", _line(one.who), _line(one.place)]


def _question(one: Any) -> list[str]:
    return [f"asked {day_title(one.asked)}" if one.asked else ""]


def _treatment(one: Any) -> list[str]:
    until = f"until {day_title(one.until)}" if one.until else "going on"
    return [_line(one.what), until, _HELPED.get(one.helped, "")]


def _sign(one: Any) -> list[str]:
    examined = f"examined {day_title(one.examined)}" if one.examined else "not examined"
    changed = f"changed {day_title(one.changed)}" if one.changed else ""
    gone = f"gone {day_title(one.ended)}" if one.ended else ""
    return [_item(one.sign or ""), one.side or "", _line(one.area), examined, changed, gone]


def _check(one: Any) -> list[str]:
    """Return the answers that are not no, else that all were no, then the strength."""
    said = [f"{_item(item)} {answer}" for item, answer in one.answers.items() if answer != "no"]
    quiet = "no to all that was asked" if one.answers and not said else ""
    walks = [
        f"{name.replace('_', ' ')} {getattr(one, name)}"
        for name in ("heel_walk_left", "heel_walk_right", "toe_walk_left", "toe_walk_right")
        if getattr(one, name) not in (None, "yes")
    ]
    raises = [
        f"{getattr(one, f'calf_raises_{side}')} {side}"
        for side in ("left", "right")
        if getattr(one, f"calf_raises_{side}") is not None
    ]
    return [*said, quiet, *walks, f"calf raises {' and '.join(raises)}" if raises else ""]


def _reading(one: Any) -> list[str]:
    name = _MEASURES.get(one.measure, one.measure)
    if one.measure == "rmdq":
        return [name, f"{sum(one.answers.values())} of 24"]
    return [name, *(f"{_ITEMS.get(item, _item(item))} {answer}" for item, answer in one.answers.items())]


def _season(one: Any) -> list[str]:
    until = f"until {day_title(one.until)}" if one.until else ""
    ended = f"ended {day_title(one.ended)}" if one.ended else ""
    return [until, ended, _NEXT_STEPS.get(one.next_step, "")]


def _background(one: Any) -> list[str]:
    leg = {True: "leg worse than back", False: "back worse than leg, or the same"}.get(one.leg_worse, "")
    return [
        f"began {day_title(one.onset)}" if one.onset else "",
        leg,
        *(words for name, words in HISTORY_LABELS.items() if getattr(one, name)),
    ]


def _flag(one: Any) -> list[str]:
    if one.closed is None:
        return [f"still open, to be looked at {_TIERS.get(one.tier, '')}".rstrip()]
    return [_OUTCOMES.get(one.outcome, ""), f"closed {day_title(one.closed.date())}"]


def _ladder_move(one: Any) -> list[str]:
    return [_MOVES.get(one.move, ""), f"step {one.step}" if one.move != "leave" else ""]


def _trial(one: Any) -> list[str]:
    ended = f"{_TRIAL.get(one.status, '')} {day_title(one.ended)}" if one.ended else _TRIAL.get(one.status, "")
    return [f"{_line(one.option_a)} or {_line(one.option_b)}", f"{one.planned} draws", ended]


def _draw(one: Any) -> list[str]:
    return [f"draw {one.number}: option {one.option}", one.answered or "not answered"]


_FACTS: Final[Mapping[str, Callable[[Any], list[str]]]] = {
    "examination": _examination,
    "appointment": _appointment,
    "question": _question,
    "treatment": _treatment,
    "override": lambda one: [_OVERRIDDEN.get(one.what, "")],
    "sign": _sign,
    "check": _check,
    "reading": _reading,
    "season": _season,
    "holiday": lambda one: [f"until {day_title(one.until)}" if one.until else ""],
    "background": _background,
    "flag": _flag,
    "ladder_move": _ladder_move,
    "trial": _trial,
    "draw": _draw,
}


def _item(item: str) -> str:
    return ITEM_NAMES.get(item, item.replace("_", " "))


def _line(text: str | None) -> str:
    return one_line(text or "")
