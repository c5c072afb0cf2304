"""The full simulation: `python -m tests.insight.simulation [diaries of each world and length] [people] [seed]`."""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.insight.simulation.cases import cases
from tests.insight.simulation.looks import LooksScore, People, looked_at, looks_scored
from tests.insight.simulation.method import method_cases
from tests.insight.simulation.printing import looks_table, overall, table
from tests.insight.simulation.reference_worlds import REFERENCE_WORLDS
from tests.insight.simulation.running import PROCESSES, simulated
from tests.insight.simulation.worlds import WORLDS, World

DIARIES, PEOPLE, SEED = 16, 8, 1


def main(arguments: list[str]) -> None:
    """Print, for our worlds and for those like the reference's, the figures of section 2c, those of the method as it
    is written on the same diaries, then of repeated looks."""
    count, people, seed = (*map(int, arguments), *(DIARIES, PEOPLE, SEED)[len(arguments) :])
    for name, worlds in {"our worlds": WORLDS, "like the reference's": REFERENCE_WORLDS}.items():
        ours, by_method = simulated(seed, count, worlds=worlds, judges=(cases, method_cases))
        print(f"## {name}", "", *table(ours), "", sep="\n", flush=True)
        print(*overall({"the engine": ours, "the method as written": by_method}), "", sep="\n", flush=True)
        print(*looks_table(_looks(worlds, people, seed)), "", sep="\n", flush=True)


def _looks(worlds: Sequence[World], count: int, seed: int) -> dict[str, LooksScore]:
    looked: People = {}
    with ProcessPoolExecutor(PROCESSES) as pool:
        for one in pool.map(partial(looked_at, count=count, seed=seed), worlds):
            looked |= one
    still = {person: looks for person, looks in looked.items() if person[0] in _NOTHING_ACTS}
    return {"all worlds": looks_scored(looked), "nothing acts": looks_scored(still)}


_NOTHING_ACTS = ("null", "gaps", "reverse_only", "recovering", "chaotic")

if __name__ == "__main__":
    main(sys.argv[1:])
