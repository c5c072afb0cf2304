"""What was understood, said back in plain words."""

from collections.abc import Iterator
from typing import Final

from sciatica_journal.domain.labels import FIELD_LABELS
from sciatica_journal.domain.legs import BACK, SENSATIONS
from sciatica_journal.domain.line.parse import RunPart, Said
from sciatica_journal.domain.units import shown_hours
from sciatica_journal.domain.wording import factor_facts, outing_facts

_POINTS: Final = (
    "nothing", "low back", "down to the buttock", "down to the thigh", "down to the knee", "down to the calf",
    "down to the foot",
)  # fmt: skip
_NUMBERS: Final = (
    "pain_worst", "pain_morning", "sleep_hours", "sleep_quality", "stress", "mood", "energy", "function", "painkillers",
)  # fmt: skip
_RESPONSES: Final = {"settled": "settled", "lingering": "lingered", "flared": "flared"}


def echo(said: Said, units: str) -> list[str]:
    """Return what was understood, one short item each, distances in `units` (`km` or `mi`); the note comes last."""
    items = [f"{FIELD_LABELS[name]} {_number(name, said)}" for name in _NUMBERS if name in said.fields]
    items[_pains(said) : _pains(said)] = [*_legs(said), *_sensations(said)]
    items += [_run(part, units) for part in said.runs]
    if said.response is not None:
        items.append(f"yesterday's run {_RESPONSES[said.response]}")
    if said.feelings:
        items.append(f"feeling {', '.join(said.feelings)}")
    items += factor_facts(said.factors)
    if said.note is not None:
        items.append(f"note: {said.note}")
    return items


def _pains(said: Said) -> int:
    return ("pain_worst" in said.fields) + ("pain_morning" in said.fields)


def _number(name: str, said: Said) -> str:
    value = said.fields[name]
    return shown_hours(value) if name == "sleep_hours" and isinstance(value, float | int) else str(value)


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
    kind, *details = outing_facts(part, units, exact=True)
    return f"{kind} {', '.join(details)}"
