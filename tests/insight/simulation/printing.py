"""The figures as Markdown tables: the fast check and the full run print the same ones."""

from collections.abc import Sequence
from math import isnan

from tests.insight.simulation.cases import Case
from tests.insight.simulation.looks import LooksScore
from tests.insight.simulation.scoring import SIZES, Score, scored


def table(found: Sequence[Case]) -> list[str]:
    """Return the figures of section 2c: over all diaries, by their length, by world."""
    lengths = sorted({case.diary[1] for case in found})
    worlds = list(dict.fromkeys(case.diary[0] for case in found))
    groups = {"all": list(found)}
    groups |= {f"{days} days": [case for case in found if case.diary[1] == days] for days in lengths}
    groups |= {name: [case for case in found if case.diary[0] == name] for name in worlds}
    return overall(groups)


def overall(groups: dict[str, list[Case]]) -> list[str]:
    """Return the figures of section 2c, a row for each group of cases."""
    head = [
        "diaries", "claims", "FDR", "pooled", "alarms per null", "pages with a false claim", "coverage", "sign errors",
        "said / true", "no difference (hid > 0.75)", f"power {' / '.join(SIZES)}", "power of those with days enough",
    ]  # fmt: skip
    rows = [_row([name, *_figures(scored(cases))]) for name, cases in groups.items()]
    return [_row(["", *head]), _row(["---"] * (len(head) + 1)), *rows]


def looks_table(scores: dict[str, LooksScore]) -> list[str]:
    """Return what people see who look again and again."""
    head = ["people", "ever a false claim", "about running", 'a false "clearly"', "withdrawn", "reversed"]
    rows = [
        _row([name, str(one.people), *map(_share, (one.ever_false, one.ever_false_running, one.ever_false_clearly,
                                                    one.withdrawn, one.reversed))])
        for name, one in scores.items()
    ]  # fmt: skip
    return [_row(["", *head]), _row(["---"] * (len(head) + 1)), *rows]


def _figures(one: Score) -> list[str]:
    return [
        str(one.diaries), str(one.claims), f"{one.discoveries:.3f}", f"{one.pooled:.3f}", _share(one.alarms),
        _share(one.pages), _share(one.coverage), _share(one.signs), f"{one.exaggeration:.2f}",
        f"{one.no_effects} ({one.hidden})", _powers(one.power), _powers(one.power_told),
    ]  # fmt: skip


def _powers(powers: dict[str, float]) -> str:
    return " / ".join("-" if isnan(power) else f"{power:.2f}" for power in powers.values())


def _share(value: float) -> str:
    return "-" if isnan(value) else f"{100 * value:.1f} %"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
