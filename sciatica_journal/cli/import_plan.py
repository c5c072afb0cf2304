"""What an import does, as text and as JSON."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sciatica_journal.services.exchange.plan import ACTIONS, Action, Item, Plan, Report

_FEW: Final = 3
"""Items that are shown of each reason."""

_SAID: Final[dict[Action, str]] = {"left_out": "left out"}
_ALWAYS: Final = ("new", "merged", "skipped")
_TYPES: Final = {"source_row": "source row", "activity": "other outing", "row": "item"}


def plain_plan(plan: Plan, report: Report | None) -> dict[str, Any]:
    """Return a plan, or the import that was done by it, as one JSON-ready document."""
    items = report.items if report is not None else plan.items
    totals = report.totals if report is not None else plan.totals
    backup = report.backup if report is not None else None
    return {
        "files": list(plan.files),
        **{str(action): count for action, count in totals.items()},
        "totals": totals,
        "items": [_plain_item(item) for item in items],
        "questions": [
            {"key": one.key, "text": one.text, "options": [list(option) for option in one.options]}
            for one in plan.questions
        ],
        "backup": backup and str(backup),
    }


def _plain_item(item: Item) -> dict[str, str | None]:
    day = item.date.isoformat() if item.date is not None else None
    return {
        "action": item.action, "type": item.type, "date": day, "key": item.key, "why": item.why, "label": item.label,
    }  # fmt: skip


def plan_lines(plan: Plan, report: Report | None, *, every: bool) -> Iterator[str]:
    """Yield the totals, then each action and reason with its first items, or with `every` one."""
    items = report.items if report is not None else plan.items
    totals = report.totals if report is not None else plan.totals
    counts = [f"{totals[one]} {_SAID.get(one, one)}" for one in ACTIONS if totals[one] or one in _ALWAYS]
    waiting = "; what waits for an answer is not counted" if plan.questions else ""
    would = f" (dry run, nothing was changed{waiting})" if report is None else ""
    yield f"{', '.join(plan.files)}: {', '.join(counts)}{would}."
    groups: defaultdict[tuple[Action, str, str], list[Item]] = defaultdict(list)
    for item in items:
        groups[item.action, item.type, item.why].append(item)
    for (action, kind, why), group in sorted(groups.items(), key=lambda pair: ACTIONS.index(pair[0][0])):
        yield f"  {_SAID.get(action, action)}: {_named(kind, group)}{f', {why}' if why else ''}"
        yield from _kinds_of(group) if action == "left_out" and not every else _shown(group, every=every)
    if totals["left_out"] and not plan.keep_others:
        yield "  --keep-others keeps the minutes of other sports as factors of their days."


def _named(kind: str, group: Sequence[Item]) -> str:
    """Return how many things of a type there are, walks and runs apart: `2 runs, 1 walk`."""
    counted = Counter(item.kind or _TYPES.get(kind, kind.replace("_", " ")) for item in group)
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counted.most_common())


def _kinds_of(group: Sequence[Item]) -> Iterator[str]:
    """Yield how often each sport is among what is left out."""
    counted = Counter(item.label for item in group).most_common()
    told = ", ".join(f"{count} {label}" for label, count in counted[: 2 * _FEW])
    more = f", and {len(counted) - 2 * _FEW} more kinds" if len(counted) > 2 * _FEW else ""
    yield f"    {told}{more}"


def _shown(group: Sequence[Item], *, every: bool) -> Iterator[str]:
    shown = group if every or len(group) == _FEW + 1 else group[:_FEW]
    for item in shown:
        parts = [item.date.isoformat() if item.date is not None else "", item.label or item.key]
        yield f"    {' '.join(part for part in parts if part)}"
    if len(shown) < len(group):
        yield f"    and {len(group) - len(shown)} more"
