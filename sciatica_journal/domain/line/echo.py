"""What was understood, said back in plain words."""

from collections.abc import Iterator
from typing import Final

from sciatica_journal.domain.legs import BACK, SENSATIONS
from sciatica_journal.domain.line.parse import RunPart, Said
from sciatica_journal.domain.wording import factor_facts, outing_facts

_POINTS: Final = (
    "nothing", "low back", "down to the buttock", "down to the thigh", "down to the knee", "down to the calf",
    "down to the foot",
)  # fmt: skip
_NUMBERS: Final = {
    "pain_worst": "worst pain {}", "pain_morning": "pain on waking {}", "sleep_hours": "sleep {} h",
    "sleep_quality": "sleep quality {}", "stress": "stress {}", "mood": "mood {}", "energy": "energy {}",
    "function": "function {}", "painkillers": "painkillers {}",
}  # fmt: skip
_RESPONSES: Final = {"settled": "settled", "lingering": "lingered", "flared": "flared"}


def echo(said: Said, units: str) -> list[str]:
    """Return what was understood, one short item each, distances in `units` (`km` or `mi`); the note comes last."""
    items = [text.format(_number(said.fields[name])) for name, text in _NUMBERS.items() if name in said.fields]
    items[_pains(said) : _pains(said)] = [*_legs(said), *_sensations(said)]
    items += [_run(part, units) for part in said.runs]
    if said.response is not None:
        items.append(f"yesterday's run {_RESPONSES[said.response]}")
    if said.feelings:
        items.append(f"feeling {', '.join(said.feelings)}")
    items += [f"{name} {_number(value)}" for name, value in said.factors.items()]
    if said.note is not None:
        items.append(f"note: {said.note}")
    return items


def _pains(said: Said) -> int:
    return ("pain_worst" in said.fields) + ("pain_morning" in said.fields)


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _legs(said: Said) -> Iterator[str]:
    left, right = said.fields.get("leg_left"), said.fields.get("leg_right")
    if left == right == BACK:
        yield _POINTS[BACK]
        return
    if isinstance(left, int) and left == right:
        yield f"both legs: {_POINTS[left]}"
        return
    for name, point in (("left", left), ("right", right)):
        if isinstance(point, int):
            yield f"{name} leg: {_POINTS[point]}"


def _sensations(said: Said) -> Iterator[str]:
    for name in SENSATIONS:
        side = said.fields.get(name)
        if side is not None:
            yield f"not {name}" if side == "none" else f"{name} {'on both sides' if side == 'both' else side}"


def _run(part: RunPart, units: str) -> str:
    words = _KINDS.get(part.kind or "", "outing")
    details = [] if part.distance_km is None else [_distance(part.distance_km, units)]
    if part.duration_min is not None:
        details.append(_duration(part.duration_min))
    if part.surface is not None:
        details.append(part.surface.replace("_", " "))
    numbers = (
        ("effort", part.effort), ("pain before", part.pain_before), ("pain during", part.pain_during),
        ("pain after", part.pain_after),
    )  # fmt: skip
    details += [f"{name} {value}" for name, value in numbers if value is not None]
    return f"{words} {', '.join(details)}".rstrip()


def _distance(km: float, units: str) -> str:
    if units == "mi":
        return f"{round(km / KM_PER_MILE, 2):.7g} mi"
    return f"{km:.7g} km"


def _duration(minutes: float) -> str:
    seconds = round(minutes * 60)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
