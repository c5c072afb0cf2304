"""A trial in words, the same on the screens and on the shell, and as plain values for `trial --json`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.trial.result import TrialResult
from sciatica_journal.domain.units import signed
from sciatica_journal.services.trial.words import trial_words

if TYPE_CHECKING:
    from sciatica_journal.services.trial.view import TrialView


class Told(NamedTuple):
    """`head` is what is compared and how far it is; `today` what the coin says or why it is silent; `lines` the counts,
    what stopped it and, once it is over, the result, whose first line is the `answer`."""

    head: str
    today: str = ""
    lines: tuple[str, ...] = ()
    answer: str = ""


def told(view: "TrialView | None") -> Told:
    """Return what there is to say of a trial; never of its outcome before it is over."""
    words = trial_words()
    if view is None:
        return Told(words["says"]["none"])
    names = _names(view)
    head = words["says"]["head"].format(**names, drawn=view.counts.drawn, planned=view.trial.planned)
    answer = next(result_lines(view, view.result), "") if view.result is not None and view.is_over else ""
    return Told(head, _today(view, words), tuple(_lines(view, words)), answer)


def _today(view: "TrialView", words: dict[str, Any]) -> str:
    if view.is_over:
        return ""
    if view.draw is not None:
        said = words["says"][view.draw.answered or "drawn"].format(option=option_words(view))
        safety = words["closed"][view.closed] if view.closed in ("flag_open", "no_running", "flare") else ""
        return " ".join(filter(None, (said, safety)))
    if view.closed is not None:
        return "" if view.phase == "waiting" else str(words["closed"][view.closed])
    return str(words["says"]["due"])


def option_words(view: "TrialView") -> str:
    """Return what the coin said today, on one line; empty where it said nothing yet."""
    return one_line(view.trial.option(view.draw.option)) if view.draw is not None else ""


def _names(view: "TrialView") -> dict[str, str]:
    return {"a": one_line(view.trial.option_a), "b": one_line(view.trial.option_b)}


def _lines(view: "TrialView", words: dict[str, Any]) -> Iterator[str]:
    says = words["says"]
    found = view.counts
    if found.drawn:
        yield says["counts"].format(accepted=found.accepted, refused=found.refused, unanswered=found.unanswered)
    if view.phase == "waiting":
        yield says["waiting"].format(planned=view.trial.planned)
    if not view.is_over:
        yield says["hidden"]
        return
    if view.stop is not None:
        day = short_day(view.trial.ended or view.today)
        yield words["stop"][view.stop].format(day=day)
    if view.waits:
        yield says["waits"]
    if view.result is not None:
        yield from result_lines(view, view.result)


def result_lines(view: "TrialView", result: TrialResult) -> Iterator[str]:
    """Yield the result of a trial that is over: the answer, what it rests on, and how far to trust it."""
    words = trial_words()
    says, names = words["result"], _names(view)
    outcome = words["outcomes"][result.outcome]
    unit = words["units"][{"response": "steps", "furthest": "levels"}.get(result.outcome, "points")]
    low, high, effect = (signed(value or 0.0) for value in (result.low, result.high, result.effect))
    kind: str = result.verdict
    if kind == "differs":
        kind = "higher" if (result.effect or 0.0) > 0 else "lower"
        effect = f"{abs(result.effect or 0.0):.1f}"
    numbers = {"n_a": result.n_a, "n_b": result.n_b}
    yield says[kind].format(**names, **numbers, outcome=outcome, unit=unit, effect=effect, low=low, high=high)
    if result.p is not None:
        yield says["rests"].format(**names, **numbers, p=_of_hundred(result.p))
    if result.left_out:
        yield says["left_out_one" if result.left_out == 1 else "left_out"].format(left_out=result.left_out)
    if view.phase == "stopped" and result.p is not None:
        yield says["early"]
    elif result.verdict == "differs":
        yield says["chance"]


def _of_hundred(p: float) -> str:
    return "fewer than 1" if p < 0.01 else f"about {round(100 * p)}"


def _plain_result(view: "TrialView") -> dict[str, Any] | None:
    if view.result is None:
        return None
    plain = view.result._asdict()
    return {name: round(value, 4) + 0.0 if isinstance(value, float) else value for name, value in plain.items()}


def plain_trial(view: "TrialView | None") -> dict[str, Any]:
    """Return what `trial --json` prints: the state and today's draw, and the result only once it is over.

    The seed and what is not drawn yet are left out.
    """
    said = told(view)
    if view is None:
        return {"trial": None, "words": said.head}
    one, draw = view.trial, view.draw
    return {
        "date": view.today.isoformat(),
        "trial": {
            "id": one.id, "begun": one.date.isoformat(), "options": [one.option_a, one.option_b],
            "outcome": one.outcome, "running": one.running, "planned": one.planned,
        },
        "state": view.phase,
        "stop": view.stop,
        "drawn": view.counts.drawn,
        "accepted": view.counts.accepted,
        "refused": view.counts.refused,
        "closed": view.closed,
        "today": {"option": one.option(draw.option), "answered": draw.answered} if draw is not None else None,
        "result": _plain_result(view),
        "words": " ".join(filter(None, (said.head, said.today, *said.lines))),
    }  # fmt: skip
